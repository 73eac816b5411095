/** Tenants and accounts as operators write them: the same rows on a stage and on the local machine. */
import { randomBytes } from 'node:crypto';
import { putRegistration } from '../../functions/core/aws/dynamo/access.ts';
import { putAccess } from '../../functions/core/aws/dynamo/access-rows.ts';
import { dynamoTenants, tenantWriter } from '../../functions/core/aws/dynamo/tenants.ts';
import { clientKeys } from '../../functions/core/aws/kms/client-keys.ts';
import { registrationId } from '../../functions/core/domain/ids.ts';
import type { Account, Tenant } from '../../functions/core/domain/tenant.ts';
import { CommandFault, type Connection } from './connection.ts';

const clock = (): Date => new Date();

const named = (environment: Readonly<Record<string, string>>, name: string): string => {
  const value = environment[name];
  if (value === undefined)
    throw new CommandFault(`the deployed Lambda has no ${name}: deploy this version first`);
  return value;
};

export type Directory = {
  readonly tenants: ReturnType<typeof dynamoTenants>;
  readonly write: ReturnType<typeof tenantWriter>;
  /** Registers an account: its webhook secrets (newest first), its access, and the account itself. */
  register(account: Account, secrets: readonly string[]): Promise<void>;
};

export const openDirectory = async (connection: Connection): Promise<Directory> => {
  const [receive, generate] = await Promise.all([
    connection.environment('receive-webhook'),
    connection.environment('generate-reply'),
  ]);
  const parts = { dynamo: connection.dynamo, table: named(generate, 'TENANTS_TABLE'), clock };
  const sealed = {
    dynamo: connection.dynamo,
    keys: clientKeys(connection.kms),
    key: named(generate, 'ACCESS_KEY_ARN'),
    clock,
  };
  const write = tenantWriter(parts);
  return {
    tenants: dynamoTenants(parts),
    write,
    async register(account, secrets) {
      const id = registrationId(account.registration);
      await putAccess({ ...sealed, table: named(generate, 'ACCESS_TABLE') }, account, {
        secrets: [...secrets],
      });
      await putRegistration(
        { ...sealed, table: named(receive, 'REGISTRATIONS_TABLE') },
        { channel: account.channel, id, account: account.id, secrets },
      );
      await write.account(account);
    },
  };
};

/** A new Standard Webhooks secret: `whsec_` and 32 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** A new registration id: nobody can guess it, and it names nobody. */
export const newRegistration = (): string => randomBytes(12).toString('base64url');

export const newTenant = (id: Tenant['id'], name: string, locale: string, timeZone: string): Tenant => ({
  id,
  name,
  locale,
  timeZone,
  modes: [],
  thresholds: {},
});
