/** Calls for accounts that nobody connected: counted once each, forgotten after some weeks. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ConversationStore } from '../../ports/conversations.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import { epochSeconds } from './table.ts';

export const dynamoDroppedCalls = (
  dynamo: DynamoDBDocumentClient,
  table: string,
): Pick<ConversationStore, 'dropUnknown'> => ({
  async dropUnknown(message, channel, at) {
    const Item = {
      pk: `unknown-account#${at.toISOString().slice(0, 10)}`,
      sk: message,
      channel,
      expiresAt: epochSeconds(daysAfter(at, retention.droppedDays)),
    };
    const put = new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' });
    await dynamo.send(put).catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  },
});
