/** The two sparse indexes: what waits for a person, and what is past its due time. */
import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conversationId, escalationId, messageId, replyId, tenantId } from '../../domain/ids.ts';
import type { Inbox, InboxEntry, OverdueEntry, OverdueIndex } from '../../ports/conversations.ts';
import { dueKey, inboxKey, shards } from './keys.ts';

const indexRow = z.object({ pk: z.string(), sk: z.string() });
const inboxRow = z.extend(indexRow, { inboxAt: z.string() });

const addressOf = (pk: string) => {
  const [tenant = '', conversation = ''] = pk.split('#');
  return { tenant: tenantId(tenant), conversation: conversationId(conversation) };
};

const kinds: Readonly<Record<string, InboxEntry['kind']>> = { ESCALATION: 'escalation', ACTION: 'action' };

export const dynamoInbox = (dynamo: DynamoDBDocumentClient, table: string): Inbox => {
  const shard = async (partition: string): Promise<readonly unknown[]> => {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'inbox',
        KeyConditionExpression: 'inboxKey = :key',
        ExpressionAttributeValues: { ':key': partition },
        Limit: 200,
      }),
    );
    return Items ?? [];
  };
  const entry = (item: unknown): InboxEntry => {
    const { pk, sk, inboxAt } = z.parse(inboxRow, item);
    const parts = sk.split('#');
    return {
      ...addressOf(pk),
      kind: kinds[parts[0] ?? ''] ?? 'draft',
      id: parts.at(-1) ?? '',
      since: new Date(inboxAt),
    };
  };
  return {
    async waiting(tenant) {
      const partitions = Array.from({ length: shards }, (_, index) => index).flatMap((index) => [
        inboxKey(tenant, 'waiting', index),
        inboxKey(tenant, 'draft', index),
      ]);
      const rows = await Promise.all(partitions.map(shard));
      return rows
        .flat()
        .map(entry)
        .toSorted((one, other) => one.since.getTime() - other.since.getTime());
    },
  };
};

const overdueEntry = (item: unknown): OverdueEntry | null => {
  const { pk, sk } = z.parse(indexRow, item);
  const [prefix, at = '', kind, id = ''] = sk.split('#');
  if (prefix === 'ESCALATION')
    return { kind: 'escalation', address: { ...addressOf(pk), escalation: escalationId(at) } };
  if (prefix !== 'TURN') return null;
  if (kind === 'buyer')
    return { kind: 'message', address: { ...addressOf(pk), message: messageId(id), at: new Date(at) } };
  if (kind === 'reply')
    return { kind: 'reply', address: { ...addressOf(pk), reply: replyId(id), at: new Date(at) } };
  return null;
};

export const dynamoOverdue = (dynamo: DynamoDBDocumentClient, table: string): OverdueIndex => ({
  async overdue(now, atMost) {
    const pages = await Promise.all(
      Array.from({ length: shards }, async (_, index) =>
        dynamo.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'due',
            KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
            ExpressionAttributeValues: { ':shard': dueKey(index), ':now': now.toISOString() },
            Limit: Math.ceil(atMost / shards),
          }),
        ),
      ),
    );
    return pages.flatMap((page) => page.Items ?? []).flatMap((item) => overdueEntry(item) ?? []);
  },
});
