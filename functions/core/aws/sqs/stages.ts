/** The queues after the first, over the SQS client: grouped by conversation, and de-duplicated by stage, id and attempt. */
import { createHash } from 'node:crypto';
import { ChangeMessageVisibilityBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RefreshRequests } from '../../ports/access.ts';
import type { NextStage, OutboundStage } from '../../ports/queues.ts';
import { writeMessageAddress, writeRefreshRequest, writeReplyAddress } from './wire.ts';

/** At most 128 characters, the same for the same thing: SQS forgets it after five minutes, our rows never do. */
export const deduplicationId = (stage: string, id: string, attempt: number): string =>
  createHash('sha256')
    .update(`${stage}#${id}#${String(attempt)}`)
    .digest('hex');

const send = async (sqs: SQSClient, url: string, body: string, group: string, id: string): Promise<void> => {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: id,
    }),
  );
};

export const sqsMessageStage = (
  sqs: SQSClient,
  url: string,
  stage: 'detected' | 'recognized',
): NextStage => ({
  forward: async (address, attempt) =>
    send(
      sqs,
      url,
      writeMessageAddress(address),
      address.conversation,
      deduplicationId(stage, address.message, attempt),
    ),
});

export const sqsOutboundStage = (sqs: SQSClient, url: string): OutboundStage => ({
  forward: async (address, attempt) =>
    send(
      sqs,
      url,
      writeReplyAddress(address),
      address.conversation,
      deduplicationId('outbound', address.reply, attempt),
    ),
});

/** Grouped by account, so that one writer works on it; a wish for the same version is one wish. */
export const sqsRefreshRequests = (sqs: SQSClient, url: string): RefreshRequests => ({
  ask: async (request) => {
    const account = deduplicationId('account', `${request.channel}#${request.account}`, 0);
    await send(
      sqs,
      url,
      writeRefreshRequest(request),
      account,
      deduplicationId('access', account, request.version),
    );
  },
});

/** What the queue entry asks of a queue beside answering: its own delay for each retry, and a place for poison. */
export const sqsQueueTools = (sqs: SQSClient, deadLettersUrl: string) => ({
  async delay(queueUrl: string, receipts: readonly string[], seconds: number): Promise<void> {
    await sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: queueUrl,
        Entries: receipts.map((receipt, index) => ({
          Id: String(index),
          ReceiptHandle: receipt,
          VisibilityTimeout: seconds,
        })),
      }),
    );
  },
  async park(body: string, group: string, id: string): Promise<void> {
    await send(sqs, deadLettersUrl, body, group, id);
  },
});
