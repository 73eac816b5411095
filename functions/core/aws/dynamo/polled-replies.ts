/** Replies kept for shops that poll: a list by account, oldest first, whose sort key is the cursor. */
import { QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conversationId, replyId, type TenantId } from '../../domain/ids.ts';
import type { ConversationStore, PolledReplies, PolledReply } from '../../ports/conversations.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import { outboxPartition } from './keys.ts';
import { cancellationReasons, epochSeconds } from './table.ts';

const polledRow = z.object({ sk: z.string(), conversation: z.string(), reply: z.string(), at: z.string() });

type Conversations = Pick<ConversationStore, 'reply' | 'platformNames'>;

/** `null`: the words, or the names that the shop knows them by, were erased. */
const polledReply = async (
  conversations: Conversations,
  tenant: TenantId,
  row: z.output<typeof polledRow>,
): Promise<PolledReply | null> => {
  const place = { tenant, conversation: conversationId(row.conversation) };
  const address = { ...place, reply: replyId(row.reply), at: new Date(row.at) };
  const reply = await conversations.reply(address);
  if (reply === null) return null;
  const answered = { ...place, message: reply.inReplyTo, at: reply.inReplyToAt };
  const names = await conversations.platformNames(answered);
  return names === null
    ? null
    : { cursor: row.sk, reply, conversation: names.conversation, inReplyTo: names.message };
};

export const dynamoPolledReplies = (
  dynamo: DynamoDBDocumentClient,
  table: string,
  conversations: Conversations,
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
    const pk = outboxPartition(account.tenant, account.channel, account.account);
    let after = cursor ?? '0';
    for (;;) {
      const { Items = [] } = await dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: { ':pk': pk, ':after': after },
          Limit: atMost,
          ConsistentRead: true,
        }),
      );
      const rows = Items.map((item) => z.parse(polledRow, item));
      const told = await Promise.all(
        rows.map(async (row) => polledReply(conversations, account.tenant, row)),
      );
      const replies = told.flatMap((reply) => reply ?? []);
      const last = rows.at(-1);
      // A page of erased replies is no end: what comes after it must be told.
      if (replies.length > 0 || last === undefined) return replies;
      after = last.sk;
    }
  },
});
