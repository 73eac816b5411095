/** Conversations that are due to be settled, from the sparse index; their cases and neighbours beside them. */
import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conversationId, tenantId } from '../../domain/ids.ts';
import type { ConversationAddress } from '../../ports/conversations.ts';
import type { Settling } from '../../ports/settling.ts';
import { readMeta } from './conversation-rows.ts';
import {
  buyerPartition,
  conversationPartition,
  escalationSort,
  metaSort,
  settleKey,
  shards,
} from './keys.ts';

const indexRow = z.object({ pk: z.string() });
const caseRow = z.object({
  openedAt: z.string(),
  care: z.optional(
    z.object({ rating: z.optional(z.nullable(z.object({ stars: z.optional(z.nullable(z.number())) }))) }),
  ),
});
const listedRow = z.object({ sk: z.string() });
const mostNeighbours = 20;

export const addressOfPartition = (pk: string): ConversationAddress => {
  const [tenant = '', conversation = ''] = pk.split('#');
  return { tenant: tenantId(tenant), conversation: conversationId(conversation) };
};

export const dynamoSettling = (dynamo: DynamoDBDocumentClient, table: string): Settling => ({
  async due(now, atMost) {
    const pages = await Promise.all(
      Array.from({ length: shards }, async (_, shard) =>
        dynamo.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'due',
            KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
            ExpressionAttributeValues: { ':shard': settleKey(shard), ':now': now.toISOString() },
            Limit: Math.ceil(atMost / shards),
          }),
        ),
      ),
    );
    return pages
      .flatMap((page) => page.Items ?? [])
      .map((item) => addressOfPartition(z.parse(indexRow, item).pk));
  },

  async record(address) {
    const pk = conversationPartition(address.tenant, address.conversation);
    const [{ Item }, { Items }] = await Promise.all([
      dynamo.send(new GetCommand({ TableName: table, Key: { pk, sk: metaSort }, ConsistentRead: true })),
      dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :case)',
          ExpressionAttributeValues: { ':pk': pk, ':case': escalationSort('') },
          ConsistentRead: true,
        }),
      ),
    ]);
    if (Item === undefined) return null;
    const { version, buyer, settledTurn, resolution } = readMeta(Item);
    const cases = (Items ?? []).map((row) => {
      const { openedAt, care } = z.parse(caseRow, row);
      return { openedAt: new Date(openedAt), stars: care?.rating?.stars ?? null };
    });
    return { version, buyer, settledTurn, resolution, cases };
  },

  async others(tenant, buyer, but) {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :listed)',
        ExpressionAttributeValues: { ':pk': buyerPartition(tenant, buyer), ':listed': 'CONVERSATION#' },
        Limit: mostNeighbours,
      }),
    );
    return (Items ?? [])
      .map((row) => conversationId(z.parse(listedRow, row).sk.slice('CONVERSATION#'.length)))
      .filter((conversation) => conversation !== but)
      .map((conversation) => ({ tenant, conversation }));
  },
});
