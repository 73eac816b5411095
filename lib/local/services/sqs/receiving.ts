/** Hands messages out: the oldest first, a group never twice at once, what was received too often to the dead letters. */
import { md5OfBody } from './checksum.ts';
import { sequenceNumber } from './message.ts';
import type { ReceivedMessage, StoredMessage } from './message.ts';
import type { Parts } from './parts.ts';
import type { Queue } from './queue.ts';
import { receiptHandle } from './receipt.ts';

export type Receive = {
  /** Most messages in the answer. */
  readonly most: number;
  /** Seconds to wait for a first message. */
  readonly waitSeconds: number;
  /** Seconds that the messages stay hidden; the queue's own when undefined. */
  readonly visibilityTimeout?: number | undefined;
  /** Asked once for each message in order: the first that does not fit stays in the queue, and so do all after it. */
  readonly fits?: ((message: ReceivedMessage) => boolean) | undefined;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
};

/** Waits for messages; empty when none came. */
export const receive = async (
  parts: Parts,
  queue: Queue,
  asked: Receive,
): Promise<readonly ReceivedMessage[]> => {
  const { store, waiting, clock } = parts;
  const found = await waiting.wait({
    queueArn: queue.arn,
    look: () => {
      const { taken, buriedIn } = store.atomically(() => take(parts, queue, asked));
      if (buriedIn !== undefined) waiting.wake(buriedIn);
      return taken.length === 0 ? undefined : taken;
    },
    until: clock() + 1000 * asked.waitSeconds,
    nextChange: () => store.nextVisibleAt(queue.arn, clock()) ?? undefined,
    signal: asked.signal,
  });
  return found ?? [];
};

const take = (parts: Parts, queue: Queue, asked: Receive) => {
  const { store, clock, newId } = parts;
  const now = clock();
  store.expire(queue.arn, now - 1000 * queue.retentionSeconds);
  const buriedIn = burySpent(parts, queue, asked.most);
  const taken: ReceivedMessage[] = [];
  for (const message of store.candidates(queue.arn, queue.fifo, now, asked.most)) {
    const handle = receiptHandle(queue.name, message.sequence, newId());
    const received = receivedMessage(queue, message, handle, now);
    if (asked.fits?.(received) === false) break;
    store.take(
      message.sequence,
      handle,
      now + 1000 * (asked.visibilityTimeout ?? queue.visibilityTimeout),
      now,
    );
    taken.push(received);
  }
  return { taken, buriedIn };
};

/** Moves what would be received once too often to the dead letters; answers their ARN if there was any. */
const burySpent = (parts: Parts, queue: Queue, most: number): string | undefined => {
  const { redrive } = queue;
  if (redrive === undefined) return undefined;
  for (let buried = false; ; buried = true) {
    const spent = parts.store
      .candidates(queue.arn, queue.fifo, parts.clock(), most)
      .filter(({ receiveCount }) => receiveCount >= redrive.maxReceiveCount);
    if (spent.length === 0) return buried ? redrive.deadLetterTargetArn : undefined;
    for (const message of spent) bury(parts, queue, message, redrive.deadLetterTargetArn);
  }
};

/** A FIFO queue dates its dead letters anew, a standard queue lets them age on. Source: "Dead-letter queues". */
const bury = ({ store, clock }: Parts, queue: Queue, message: StoredMessage, deadLetters: string): void => {
  store.move(message, deadLetters, {
    sentAt: queue.fifo ? clock() : message.sentAt,
    deadLetterSource: queue.arn,
  });
};

const receivedMessage = (
  queue: Queue,
  message: StoredMessage,
  handle: string,
  now: number,
): ReceivedMessage => ({
  messageId: message.messageId,
  receiptHandle: handle,
  body: message.body,
  md5OfBody: md5OfBody(message.body),
  attributes: systemAttributes(queue, message, now),
  messageAttributes: message.attributes,
});

const systemAttributes = (queue: Queue, message: StoredMessage, now: number): Record<string, string> => {
  const { groupId, deduplicationId, deadLetterSource, firstReceivedAt } = message;
  const trace = message.systemAttributes['AWSTraceHeader']?.StringValue;
  return {
    SenderId: message.sender,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount + 1),
    ApproximateFirstReceiveTimestamp: String(firstReceivedAt ?? now),
    ...(groupId !== null && { MessageGroupId: groupId }),
    ...(deduplicationId !== null && { MessageDeduplicationId: deduplicationId }),
    ...(queue.fifo && { SequenceNumber: sequenceNumber(message.sequence) }),
    ...(trace !== undefined && { AWSTraceHeader: trace }),
    ...(deadLetterSource !== null && { DeadLetterQueueSourceArn: deadLetterSource }),
  };
};
