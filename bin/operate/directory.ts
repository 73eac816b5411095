/** Tenants and accounts as operators write them: the same rows on a stage and on the local machine. */
import { randomBytes } from 'node:crypto';
import { putRegistration } from '../../functions/core/aws/dynamo/access.ts';
import { putAccess, readAccess, type AccessParts } from '../../functions/core/aws/dynamo/access-rows.ts';
import { dynamoTenants, tenantWriter } from '../../functions/core/aws/dynamo/tenants.ts';
import { clientKeys } from '../../functions/core/aws/kms/client-keys.ts';
import { deskWriter } from '../../functions/core/aws/dynamo/desk-rows.ts';
import { manifests } from '../../functions/core/channels/manifests.ts';
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
  readonly access: AccessParts;
  /** How a seller's desk is set up: people, groups, hours, promises. */
  readonly desk: ReturnType<typeof deskWriter>;
  /** Makes an account known: where it is called, its webhook secrets (newest first), and the account itself. */
  introduce(account: Account, secrets: readonly string[]): Promise<void>;
  /** The same, with the secrets also as what the shop is called with. */
  register(account: Account, secrets: readonly string[]): Promise<void>;
  /** The webhook secrets of a connected account, newest first; empty when it has none. */
  secretsOf(account: Account): Promise<readonly string[]>;
};

export const openDirectory = async (connection: Connection): Promise<Directory> => {
  const [receive, generate] = await Promise.all([
    connection.environment('receive-webhook'),
    connection.environment('generate-reply'),
  ]);
  const parts = { dynamo: connection.dynamo, table: named(generate, 'TENANTS_TABLE'), clock };
  const access = {
    dynamo: connection.dynamo,
    keys: clientKeys(connection.kms),
    table: named(generate, 'ACCESS_TABLE'),
    key: named(generate, 'ACCESS_KEY_ARN'),
    clock,
  };
  const registrations = { ...access, table: named(receive, 'REGISTRATIONS_TABLE') };
  const write = tenantWriter(parts);
  const introduce: Directory['introduce'] = async (account, secrets) => {
    const { channel, registration: id } = account;
    // Where all sellers share a platform they may share our application, whose calls name theirs.
    const served = manifests[channel].address === null ? account.id : null;
    await putRegistration(registrations, { channel, id, account: served, secrets });
    await write.account(account);
  };
  return {
    tenants: dynamoTenants(parts),
    write,
    access,
    desk: deskWriter(parts),
    introduce,
    secretsOf: async ({ channel, id }) => (await readAccess(access, channel, id))?.opened.secrets ?? [],
    async register(account, secrets) {
      await putAccess(access, account, { secrets: [...secrets] });
      await introduce(account, secrets);
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
