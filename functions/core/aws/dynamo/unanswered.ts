/** Where unanswered questions stand: rows of addresses in the conversations table; the words stay under the buyer's seal. */
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conversationId, messageId, type TenantId } from '../../domain/ids.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import type { UnansweredQuestions } from '../../ports/unanswered.ts';
import { epochSeconds } from './table.ts';

const partition = (tenant: TenantId): string => `${tenant}#unanswered`;

const row = z.object({
  sk: z.string(),
  conversation: z.pipe(z.string(), z.transform(conversationId)),
  kind: z.enum(['unanswered', 'disliked']),
  because: z.string(),
});

export const dynamoUnanswered = (dynamo: DynamoDBDocumentClient, table: string): UnansweredQuestions => ({
  async note({ address, kind, because }) {
    const { tenant, conversation, message, at } = address;
    const Item = {
      pk: partition(tenant),
      sk: `${at.toISOString()}#${message}`,
      conversation,
      kind,
      because,
      expiresAt: epochSeconds(daysAfter(at, retention.messageDays)),
    };
    await dynamo.send(new PutCommand({ TableName: table, Item }));
  },
  async list(tenant, atMost) {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition(tenant) },
        ScanIndexForward: false,
        Limit: atMost,
      }),
    );
    return (Items ?? []).map((item) => {
      const { sk, conversation, kind, because } = z.parse(row, item);
      const [at = '', message = ''] = sk.split('#');
      return {
        address: { tenant, conversation, message: messageId(message), at: new Date(at) },
        kind,
        because,
      };
    });
  },
});
