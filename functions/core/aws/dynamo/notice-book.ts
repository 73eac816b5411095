/** What each place of a seller was told lately, and what waits to be told: one row for each place. */
import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { channelIds, markets } from '../../domain/channel.ts';
import { handOverReasons } from '../../domain/decision.ts';
import { conversationId, type TenantId } from '../../domain/ids.ts';
import { intents, sentiments } from '../../domain/intent.ts';

const date = z.pipe(
  z.string(),
  z.transform((text: string) => new Date(text)),
);
const page = z.object({
  version: z.number(),
  sentAt: z.array(date),
  told: z._default(z.array(z.string()), []),
  pending: z.array(
    z.object({
      key: z.string(),
      notice: z.object({
        kind: z.enum(['assigned', 'reminder', 'raised', 'unassigned', 'overdue']),
        conversation: z.pipe(z.string(), z.transform(conversationId)),
        channel: z.enum(channelIds),
        market: z.enum(markets),
        because: z.enum(handOverReasons),
        intent: z.nullable(z.enum(intents)),
        sentiment: z.nullable(z.enum(sentiments)),
        language: z.string(),
        promisedBy: z.nullable(date),
        at: date,
      }),
    }),
  ),
});
export type StoredNoticePage = Readonly<z.output<typeof page>>;

/** An address is a person's: the key does not spell it. */
const sortOf = (place: string): string =>
  `NOTICES#${createHash('sha256').update(place).digest('hex').slice(0, 32)}`;

export const dynamoNoticeBook = (dynamo: DynamoDBDocumentClient, table: string) => ({
  async page(tenant: TenantId, place: string): Promise<StoredNoticePage> {
    const { Item } = await dynamo.send(
      new GetCommand({ TableName: table, Key: { pk: tenant, sk: sortOf(place) }, ConsistentRead: true }),
    );
    return Item === undefined ? { version: 0, sentAt: [], pending: [], told: [] } : z.parse(page, Item);
  },
  async keep(
    tenant: TenantId,
    place: string,
    next: {
      readonly version: number;
      readonly sentAt: readonly Date[];
      readonly pending: readonly unknown[];
    },
  ): Promise<'done' | 'stale'> {
    const plain: unknown = JSON.parse(JSON.stringify(next));
    try {
      await dynamo.send(
        new PutCommand({
          TableName: table,
          Item: { pk: tenant, sk: sortOf(place), ...z.parse(z.record(z.string(), z.unknown()), plain) },
          ConditionExpression: 'attribute_not_exists(pk) OR #version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':seen': next.version - 1 },
        }),
      );
      return 'done';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'stale';
      throw error;
    }
  },
});
