/** What a message is on its way through a queue: as it was handed in, as it is stored, as it is received. */
import { z } from 'zod';

/** An attribute as the wire carries it; `BinaryValue` is base64. */
export const messageAttribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
export type MessageAttribute = z.infer<typeof messageAttribute>;
export const messageAttributes = z.record(z.string(), messageAttribute);
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** A message that somebody wants to send. */
export type Draft = {
  readonly body: string;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
  readonly delaySeconds?: number | undefined;
  readonly attributes?: MessageAttributes | undefined;
  /** `AWSTraceHeader` is the only one that AWS takes. */
  readonly systemAttributes?: MessageAttributes | undefined;
};

/** What the sender learns; a duplicate learns the ids of the message that it repeats. */
export type Sent = { readonly messageId: string; readonly sequenceNumber: string };

/** A message at rest; times in milliseconds since the epoch. */
export type StoredMessage = {
  /** Place in the order of all messages ever stored. */
  readonly sequence: number;
  readonly messageId: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly systemAttributes: MessageAttributes;
  readonly sender: string;
  readonly groupId: string | null;
  readonly deduplicationId: string | null;
  readonly sentAt: number;
  readonly visibleAt: number;
  /** Handle of the last receive; null before the first one. */
  readonly receipt: string | null;
  readonly receivedAt: number | null;
  readonly firstReceivedAt: number | null;
  readonly receiveCount: number;
  /** The queue that gave the message up, in a dead letter queue. */
  readonly deadLetterSource: string | null;
};

/** What a message has that nobody received yet. */
export const neverReceived = {
  receipt: null,
  receivedAt: null,
  firstReceivedAt: null,
  receiveCount: 0,
  deadLetterSource: null,
} as const;

export type ReceivedMessage = {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly md5OfBody: string;
  /** System attributes by their AWS names (`ApproximateReceiveCount`, `MessageGroupId`, …), all of them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: MessageAttributes;
};

/** Twenty digits that grow with the order of sending, as FIFO queues number their messages. */
export const sequenceNumber = (sequence: number): string =>
  String(18_850_000_000_000_000_000n + 256n * BigInt(sequence));
