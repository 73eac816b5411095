/** An authorisation that a seller was sent to and has not come back from: a row of its own, so that no token is touched. */
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ChannelId } from '../../domain/channel.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { AuthorisationRequest } from '../../ports/pulling.ts';
import { open, readRow, seal, type AccessParts } from './access-rows.ts';
import { accountPartition } from './keys.ts';

export type Authorising = AuthorisationRequest & { readonly clientSecret: string };

const row = z.object({ sealed: z.string() });
const authorising = z.object({
  applicationId: z.string(),
  clientSecret: z.string(),
  state: z.string(),
  redirect: z.string(),
  verifier: z.string(),
});

const partition = (channel: ChannelId, account: AccountId): string =>
  `authorising#${accountPartition(channel, account)}`;

export const putAuthorising = async (
  parts: AccessParts,
  channel: ChannelId,
  account: AccountId,
  content: Authorising,
): Promise<void> => {
  const pk = partition(channel, account);
  const Item = { pk, sealed: await seal(parts, pk, content) };
  await parts.dynamo.send(new PutCommand({ TableName: parts.table, Item }));
};

/** `null`: nobody was sent. */
export const readAuthorising = async (
  parts: AccessParts,
  channel: ChannelId,
  account: AccountId,
): Promise<Authorising | null> => {
  const pk = partition(channel, account);
  const item = await readRow(parts, pk);
  return item === null ? null : z.parse(authorising, await open(parts, pk, z.parse(row, item).sealed));
};

export const endAuthorising = async (
  parts: AccessParts,
  channel: ChannelId,
  account: AccountId,
): Promise<void> => {
  await parts.dynamo.send(
    new DeleteCommand({ TableName: parts.table, Key: { pk: partition(channel, account) } }),
  );
};
