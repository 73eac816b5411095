/** Channel access and webhook registrations: rows sealed directly by the region's `access` key. */
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ChannelId } from '../../domain/channel.ts';
import type { Account } from '../../domain/tenant.ts';
import type { KeyOperations } from '../../ports/keys.ts';
import type { AccessDirectory } from '../../ports/access.ts';
import type { Registration, RegistrationDirectory } from '../../ports/tenants.ts';
import type { Clock } from '../../ports/tools.ts';
import { accountId } from '../../domain/ids.ts';
import { accountPartition } from './keys.ts';

export type AccessParts = {
  readonly dynamo: DynamoDBDocumentClient;
  readonly keys: KeyOperations;
  readonly table: string;
  readonly key: string;
  readonly clock: Clock;
};

export const accessRow = z.object({ sealed: z.string(), account: z._default(z.nullable(z.string()), null) });
const secretsList = z.array(z.string());
const believedSeconds = 60;

export const registrationPartition = (channel: ChannelId, registration: string): string =>
  `${channel}#${registration}`;

const sealSecrets = async (parts: AccessParts, pk: string, secrets: readonly string[]): Promise<string> =>
  Buffer.from(
    await parts.keys.encrypt(parts.key, Buffer.from(JSON.stringify(secrets)), { row: pk }),
  ).toString('base64');

type Opened = { readonly secrets: readonly string[]; readonly account: string | null };

const openRow = async (parts: AccessParts, pk: string): Promise<Opened | null> => {
  const { Item } = await parts.dynamo.send(
    new GetCommand({ TableName: parts.table, Key: { pk }, ConsistentRead: true }),
  );
  if (Item === undefined) return null;
  const row = z.parse(accessRow, Item);
  const plain = await parts.keys.decrypt(parts.key, Buffer.from(row.sealed, 'base64'), { row: pk });
  return {
    secrets: z.parse(secretsList, JSON.parse(Buffer.from(plain).toString('utf8'))),
    account: row.account,
  };
};

/** A shop without an address polls, wherever the others are pointed. */
const addressOf = (address: string | null, override: string | undefined): string =>
  address === null ? '' : (override ?? address);

/** `override` points a channel at another address (a sandbox). */
export const dynamoAccess = (
  parts: AccessParts,
  override: Readonly<Partial<Record<ChannelId, string | undefined>>>,
): AccessDirectory => {
  const known = new Map<string, { readonly secrets: readonly string[]; readonly until: number }>();
  return {
    async access(channel: ChannelId, account: Account) {
      const pk = accountPartition(channel, account.id);
      const cached = known.get(pk);
      const secrets =
        cached && cached.until > parts.clock().getTime()
          ? cached.secrets
          : ((await openRow(parts, pk))?.secrets ?? null);
      if (secrets === null) return null;
      known.set(pk, { secrets, until: parts.clock().getTime() + believedSeconds * 1000 });
      const address = addressOf(account.address, override[channel]);
      return { account: account.id, address, secrets, token: null, platformUser: null, applicationId: null };
    },
  };
};

export const dynamoRegistrations = (parts: AccessParts): RegistrationDirectory => ({
  async registration(channel, id): Promise<Registration | null> {
    const row = await openRow(parts, registrationPartition(channel, id));
    return row === null
      ? null
      : { channel, id, secrets: row.secrets, account: row.account === null ? null : accountId(row.account) };
  },
});

/** What `connect` writes: secrets newest first; the row is replaced whole. */
export const putRegistration = async (parts: AccessParts, registration: Registration): Promise<void> => {
  const pk = registrationPartition(registration.channel, registration.id);
  const sealed = await sealSecrets(parts, pk, registration.secrets);
  await parts.dynamo.send(
    new PutCommand({ TableName: parts.table, Item: { pk, sealed, account: registration.account } }),
  );
};

export const putAccess = async (
  parts: AccessParts,
  account: Account,
  secrets: readonly string[],
): Promise<void> => {
  const pk = accountPartition(account.channel, account.id);
  const sealed = await sealSecrets(parts, pk, secrets);
  await parts.dynamo.send(new PutCommand({ TableName: parts.table, Item: { pk, sealed } }));
};
