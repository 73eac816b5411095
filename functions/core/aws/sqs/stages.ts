/** The queues after the first, by signed calls: grouped by conversation, and de-duplicated by stage, id and attempt. */
import { createHash } from 'node:crypto';
import type { RefreshRequests } from '../../ports/access.ts';
import type { NextStage, OutboundStage } from '../../ports/queues.ts';
import type { SignedCalls } from '../signed/client.ts';
import { writeMessageAddress, writeRefreshRequest, writeReplyAddress } from './wire.ts';

/** At most 128 characters, the same for the same thing: SQS forgets it after five minutes, our rows never do. */
export const deduplicationId = (stage: string, id: string, attempt: number): string =>
  createHash('sha256')
    .update(`${stage}#${id}#${String(attempt)}`)
    .digest('hex');

export type QueueCalls = Pick<SignedCalls, 'json'>;

/** A queue is called where its address says, not where its service usually is. */
const call = async (
  calls: QueueCalls,
  action: 'SendMessage' | 'ChangeMessageVisibilityBatch',
  input: Readonly<Record<string, unknown>> & { readonly QueueUrl: string },
): Promise<void> => {
  await calls.json('sqs', `AmazonSQS.${action}`, input, `${new URL(input.QueueUrl).origin}/`);
};

const send = async (calls: QueueCalls, url: string, body: string, group: string, id: string): Promise<void> =>
  call(calls, 'SendMessage', {
    QueueUrl: url,
    MessageBody: body,
    MessageGroupId: group,
    MessageDeduplicationId: id,
  });

export const sqsMessageStage = (
  calls: QueueCalls,
  url: string,
  stage: 'detected' | 'recognized',
): NextStage => ({
  forward: async (address, attempt) =>
    send(
      calls,
      url,
      writeMessageAddress(address),
      address.conversation,
      deduplicationId(stage, address.message, attempt),
    ),
});

export const sqsOutboundStage = (calls: QueueCalls, url: string): OutboundStage => ({
  forward: async (address, attempt) =>
    send(
      calls,
      url,
      writeReplyAddress(address),
      address.conversation,
      deduplicationId('outbound', address.reply, attempt),
    ),
});

/** Grouped by account, so that one writer works on it; a wish for the same version is one wish. */
export const sqsRefreshRequests = (calls: QueueCalls, url: string): RefreshRequests => ({
  ask: async (request) => {
    const account = deduplicationId('account', `${request.channel}#${request.account}`, 0);
    await send(
      calls,
      url,
      writeRefreshRequest(request),
      account,
      deduplicationId('access', account, request.version),
    );
  },
});

/** What the queue entry asks of a queue beside answering: its own delay for each retry, and a place for poison. */
export const sqsQueueTools = (calls: QueueCalls, deadLettersUrl: string) => ({
  async delay(queueUrl: string, receipts: readonly string[], seconds: number): Promise<void> {
    await call(calls, 'ChangeMessageVisibilityBatch', {
      QueueUrl: queueUrl,
      Entries: receipts.map((receipt, index) => ({
        Id: String(index),
        ReceiptHandle: receipt,
        VisibilityTimeout: seconds,
      })),
    });
  },
  async park(body: string, group: string, id: string): Promise<void> {
    await send(calls, deadLettersUrl, body, group, id);
  },
});
