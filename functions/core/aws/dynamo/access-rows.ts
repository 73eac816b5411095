/** A row of the access table: what platforms are called with, sealed directly by the region's `access` key. */
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ChannelId } from '../../domain/channel.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { Account } from '../../domain/tenant.ts';
import type { KeyOperations } from '../../ports/keys.ts';
import type { Clock } from '../../ports/tools.ts';
import { accountPartition } from './keys.ts';

export type AccessParts = {
  readonly dynamo: DynamoDBDocumentClient;
  readonly keys: KeyOperations;
  readonly table: string;
  readonly key: string;
  readonly clock: Clock;
};

const date = z.pipe(
  z.iso.datetime(),
  z.transform((text: string) => new Date(text)),
);

const optionalText = z._default(z.nullable(z.string()), null);

const sealedAccess = z.union([
  z.object({
    secrets: z.array(z.string()),
    token: z._default(
      z.nullable(z.object({ access: z.string(), refresh: z.string(), expiresAt: date })),
      null,
    ),
    platformUser: optionalText,
    applicationId: optionalText,
    clientSecret: optionalText,
  }),
  // Rows of the release before held the secrets alone.
  z.pipe(
    z.array(z.string()),
    z.transform((secrets) => ({
      secrets,
      token: null,
      platformUser: null,
      applicationId: null,
      clientSecret: null,
    })),
  ),
]);
export type SealedAccess = z.output<typeof sealedAccess>;

const accessRow = z.object({
  sealed: z.string(),
  version: z._default(z.number(), 0),
  storedAt: z._default(date, new Date(0)),
  state: z._default(z.enum(['usable', 'lost']), 'usable'),
  holder: optionalText,
  leasedUntil: z._default(z.nullable(date), null),
});
export type AccessRow = Omit<z.output<typeof accessRow>, 'sealed'> & { readonly opened: SealedAccess };

/** Bound to its row: what is sealed for one account opens for no other. */
export const seal = async (parts: AccessParts, pk: string, content: unknown): Promise<string> =>
  Buffer.from(
    await parts.keys.encrypt(parts.key, Buffer.from(JSON.stringify(content)), { row: pk }),
  ).toString('base64');

export const open = async (parts: AccessParts, pk: string, sealed: string): Promise<unknown> => {
  const plain = await parts.keys.decrypt(parts.key, Buffer.from(sealed, 'base64'), { row: pk });
  return JSON.parse(Buffer.from(plain).toString('utf8'));
};

/** As it is now: never from a replica that lags behind. */
export const readRow = async (parts: AccessParts, pk: string): Promise<Record<string, unknown> | null> => {
  const { Item } = await parts.dynamo.send(
    new GetCommand({ TableName: parts.table, Key: { pk }, ConsistentRead: true }),
  );
  return Item ?? null;
};

export const readAccess = async (
  parts: AccessParts,
  channel: ChannelId,
  account: AccountId,
): Promise<AccessRow | null> => {
  const pk = accountPartition(channel, account);
  const item = await readRow(parts, pk);
  if (item === null) return null;
  const { sealed, ...row } = z.parse(accessRow, item);
  return { ...row, opened: z.parse(sealedAccess, await open(parts, pk, sealed)) };
};

/** What `connect` writes: the row is replaced whole, and whoever worked with an older one notices by its version. */
export const putAccess = async (
  parts: AccessParts,
  account: Pick<Account, 'channel' | 'id'>,
  access: Partial<SealedAccess> & Pick<SealedAccess, 'secrets'>,
): Promise<void> => {
  const pk = accountPartition(account.channel, account.id);
  const before = await readRow(parts, pk);
  const version = before === null ? 1 : z.parse(accessRow, before).version + 1;
  const sealed = await seal(parts, pk, access);
  const Item = { pk, sealed, version, storedAt: parts.clock().toISOString(), state: 'usable' };
  await parts.dynamo.send(
    new PutCommand({
      TableName: parts.table,
      Item,
      ConditionExpression: 'attribute_not_exists(pk) OR attribute_not_exists(version) OR version < :version',
      ExpressionAttributeValues: { ':version': version },
    }),
  );
};
