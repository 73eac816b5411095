/** Translations in the conversation whose words they are: sealed under its buyer's key, gone with its messages. */
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Seal } from '../../ports/seal.ts';
import type { Clock } from '../../ports/tools.ts';
import type { TranslationCache } from '../../ports/translation.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import { conversationPartition } from './keys.ts';
import { epochSeconds } from './table.ts';

const row = z.object({ sealed: z.string() });

export const dynamoTranslationCache = (
  dynamo: DynamoDBDocumentClient,
  table: string,
  seal: Seal,
  clock: Clock,
): TranslationCache => ({
  async find({ tenant, conversation, buyer }, hash) {
    const Key = { pk: conversationPartition(tenant, conversation), sk: `TRANSLATION#${hash}` };
    const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key }));
    return Item === undefined ? null : seal.open(tenant, buyer, z.parse(row, Item).sealed);
  },
  async keep({ tenant, conversation, buyer }, hash, text) {
    const Item = {
      pk: conversationPartition(tenant, conversation),
      sk: `TRANSLATION#${hash}`,
      sealed: await seal.seal(tenant, buyer, text),
      expiresAt: epochSeconds(daysAfter(clock(), retention.messageDays)),
    };
    await dynamo.send(new PutCommand({ TableName: table, Item }));
  },
});
