/** The event that Lambda makes of messages, and what the function's answer says about each of them. */
import { z } from 'zod';
import { md5OfAttributes } from '../services/sqs/checksum.ts';
import type { MessageAttribute, ReceivedMessage } from '../services/sqs/message.ts';

export type QueueRecord = {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, RecordAttribute>>;
  readonly md5OfMessageAttributes?: string;
  readonly md5OfBody: string;
  readonly eventSource: 'aws:sqs';
  readonly eventSourceARN: string;
  readonly awsRegion: string;
};
export type QueueEvent = { readonly Records: readonly QueueRecord[] };

type RecordAttribute = {
  readonly stringValue?: string;
  /** Base64. */
  readonly binaryValue?: string;
  readonly stringListValues: readonly string[];
  readonly binaryListValues: readonly string[];
  readonly dataType: string;
};

/** Source: Lambda developer guide, "Using Lambda with Amazon SQS", example events. */
export const queueRecord = (queueArn: string, message: ReceivedMessage): QueueRecord => {
  const sum = md5OfAttributes(message.messageAttributes);
  const attributes = Object.entries(message.messageAttributes);
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: message.attributes,
    messageAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, recordAttribute(value)])),
    ...(sum !== undefined && { md5OfMessageAttributes: sum }),
    md5OfBody: message.md5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3] ?? '',
  };
};

const recordAttribute = ({ DataType, StringValue, BinaryValue }: MessageAttribute): RecordAttribute => ({
  ...(StringValue !== undefined && { stringValue: StringValue }),
  ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
  stringListValues: [],
  binaryListValues: [],
  dataType: DataType,
});

const report = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/**
 * Which of these messages the function's answer leaves in the queue. No report is a success; a report that is
 * malformed or names a message that was not in the batch fails the whole batch.
 * Source: Lambda developer guide, "Success and failure conditions" of partial batch responses.
 */
export const failedIn = (payload: unknown, messageIds: ReadonlySet<string>): ReadonlySet<string> => {
  const parsed = report.safeParse(payload);
  if (!parsed.success) return messageIds;
  const named = parsed.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return named.every((id) => messageIds.has(id)) ? new Set(named) : messageIds;
};
