/** Replies kept for shops that poll: a list by account, oldest first, whose sort key is the cursor. */
import { QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conversationId, replyId } from '../../domain/ids.ts';
import type { ConversationStore, PolledReplies, PolledReply } from '../../ports/conversations.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import { outboxPartition } from './keys.ts';
import { cancellationReasons, epochSeconds } from './table.ts';

const polledRow = z.object({ sk: z.string(), conversation: z.string(), reply: z.string(), at: z.string() });

export const dynamoPolledReplies = (
  dynamo: DynamoDBDocumentClient,
  table: string,
  conversations: Pick<ConversationStore, 'reply' | 'platformNames' | 'view'>,
): PolledReplies => ({
  async put(account, address, at) {
    const pk = outboxPartition(account.tenant, account.channel, account.account);
    const expiresAt = epochSeconds(daysAfter(at, retention.messageDays));
    const listed = {
      pk,
      // By the time it was put out, so that a cursor never runs ahead of a draft that was approved late.
      sk: `${at.toISOString()}#${address.reply}`,
      conversation: address.conversation,
      reply: address.reply,
      at: address.at.toISOString(),
      expiresAt,
    };
    const guard = { pk: `${pk}#put`, sk: address.reply, expiresAt };
    const put = new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: table, Item: guard, ConditionExpression: 'attribute_not_exists(pk)' } },
        { Put: { TableName: table, Item: listed } },
      ],
    });
    await dynamo.send(put).catch((error: unknown) => {
      if (cancellationReasons(error)?.[0]?.Code !== 'ConditionalCheckFailed') throw error;
    });
  },
  async after(account, cursor, atMost) {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: {
          ':pk': outboxPartition(account.tenant, account.channel, account.account),
          ':after': cursor ?? '0',
        },
        Limit: atMost,
        ConsistentRead: true,
      }),
    );
    const replies = await Promise.all(
      (Items ?? []).map(async (item): Promise<PolledReply | null> => {
        const row = z.parse(polledRow, item);
        const conversation = { tenant: account.tenant, conversation: conversationId(row.conversation) };
        const reply = await conversations.reply({
          ...conversation,
          reply: replyId(row.reply),
          at: new Date(row.at),
        });
        if (reply === null) return null;
        const view = await conversations.view(conversation);
        const answered = view?.messages.find((message) => message.message === reply.inReplyTo);
        const names = answered === undefined ? null : await conversations.platformNames(answered);
        return names === null
          ? null
          : { cursor: row.sk, reply, conversation: names.conversation, inReplyTo: names.message };
      }),
    );
    return replies.flatMap((reply) => reply ?? []);
  },
});
