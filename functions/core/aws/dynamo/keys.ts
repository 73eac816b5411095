/** Keys of every row, made in one place. Tenant ids have a fixed length and opaque ids a fixed alphabet: `#` parts them. */
import type { AccountId, BuyerId, ConversationId, TenantId } from '../../domain/ids.ts';
import type { ChannelId } from '../../domain/channel.ts';

export type Key = { readonly pk: string; readonly sk: string };
export type TurnKind = 'buyer' | 'reply' | 'outgoing';

/** Inbox and due index are spread over this many partitions of each tenant (inbox) or of the region (due). */
export const shards = 4;

/** The same text always falls on the same shard; spread evenly enough for opaque ids. */
export const shardOf = (text: string, count: number): number => {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum = (sum * 31 + text.charCodeAt(index)) % 65_521;
  return sum % count;
};

export const conversationPartition = (tenant: TenantId, conversation: ConversationId): string =>
  `${tenant}#${conversation}`;
export const metaSort = 'META';
export const turnPrefix = 'TURN#';
export const turnSort = (at: Date, kind: TurnKind, id: string): string =>
  `${turnPrefix}${at.toISOString()}#${kind}#${id}`;
export const seenSort = (message: string): string => `SEEN#${message}`;
export const escalationSort = (id: string): string => `ESCALATION#${id}`;
export const actionSort = (id: string): string => `ACTION#${id}`;
export const buyerPartition = (tenant: TenantId, buyer: BuyerId): string => `${tenant}#buyer#${buyer}`;

export type InboxState = 'waiting' | 'draft';
export const inboxKey = (tenant: TenantId, state: InboxState, shard: number): string =>
  `${tenant}#${state}#${String(shard)}`;
export const dueKey = (shard: number): string => `due#${String(shard)}`;
/** Conversations whose silence is to be judged, in the same index as what is overdue. */
export const settleKey = (shard: number): string => `settle#${String(shard)}`;

/** Account ids are the platform's spelling and may hold any character: they are encoded. */
export const accountPartition = (channel: ChannelId, account: AccountId): string =>
  `account#${channel}#${encodeURIComponent(account)}`;
export const outboxPartition = (tenant: TenantId, channel: ChannelId, account: AccountId): string =>
  `${tenant}#outbox#${channel}#${encodeURIComponent(account)}`;
