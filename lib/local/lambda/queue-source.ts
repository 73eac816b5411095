/** Feeds a function from a queue as Lambda's pollers do: batches, ceilings, partial failures, one group at a time. */
import type { Clock } from '../service.ts';
import type { ReceivedMessage } from '../services/sqs/message.ts';
import type { QueueAccess } from '../services/sqs/sqs.ts';
import { failedIn, queueRecord } from './queue-event.ts';
import type { QueueEvent } from './queue-event.ts';
import { queueMapping } from './queue-mapping.ts';
import type { MappingContext, QueueMapping } from './queue-mapping.ts';

/** How a call of the function ended; a crash, a time-out and a throttle are errors alike. */
export type BatchOutcome =
  /** The answer as parsed JSON; undefined or null when the function answered nothing. */
  { readonly payload: unknown } | { readonly error: unknown };

export type QueueSourceTools = {
  readonly queues: Pick<QueueAccess, 'queue' | 'receive' | 'remove'>;
  readonly functionTimeoutSeconds: number;
  /** Calls the function; never rejects. */
  readonly invoke: (event: QueueEvent) => Promise<BatchOutcome>;
  /** Whether the function's role may do this; asked once for each right that polling needs. */
  readonly allowed: MappingContext['allowed'];
  readonly clock: Clock;
  /** Ends the polling; what the function is working on is waited for. */
  readonly signal: AbortSignal;
};

const longestPoll = 20;
/** Most bytes of an event. Source: Lambda quotas, "Invocation payload". */
const payloadLimit = 6_291_456;
const envelope = '{"Records":[]}'.length;

/**
 * Starts the mapping that the properties of an AWS::Lambda::EventSourceMapping describe. Throws the AwsError that AWS
 * answers to what it refuses. `stopped` resolves when the signal ended the polling and the last call is over.
 */
export const queueSource = (
  properties: Readonly<Record<string, unknown>>,
  tools: QueueSourceTools,
): { readonly stopped: Promise<void> } => {
  const { queues, functionTimeoutSeconds, allowed } = tools;
  const mapping = queueMapping(properties, {
    queue: (arn) => queues.queue(arn),
    functionTimeoutSeconds,
    allowed,
  });
  return { stopped: mapping.enabled ? poll(mapping, tools) : Promise.resolve() };
};

const poll = async (mapping: QueueMapping, tools: QueueSourceTools): Promise<void> => {
  const running = new Set<Promise<void>>();
  while (!tools.signal.aborted) {
    if (running.size >= mapping.maximumConcurrency) {
      await Promise.race(running);
      continue;
    }
    const messages = await nextBatch(mapping, tools);
    if (messages.length === 0) continue;
    const work = hand(mapping, tools, messages).finally(() => running.delete(work));
    running.add(work);
  }
  await Promise.all(running);
};

/** Waits for a first message, then for more as long as the batching window is open; empty when none came. */
const nextBatch = async (
  { queueArn, batchSize, windowSeconds }: QueueMapping,
  { queues, clock, signal }: QueueSourceTools,
): Promise<readonly ReceivedMessage[]> => {
  const fits = room(queueArn);
  const receive = (most: number, waitSeconds: number) =>
    queues.receive(queueArn, { most, waitSeconds, fits, signal });
  const batch = [...(await receive(batchSize, longestPoll))];
  const closesAt = clock() + 1000 * windowSeconds;
  while (batch.length > 0 && batch.length < batchSize && clock() < closesAt) {
    const more = await receive(batchSize - batch.length, (closesAt - clock()) / 1000);
    if (more.length === 0) break;
    batch.push(...more);
  }
  return batch;
};

/** Whether one more message fits into the event. */
const room = (queueArn: string): ((message: ReceivedMessage) => boolean) => {
  let left = payloadLimit - envelope;
  return (message) => {
    const bytes = Buffer.byteLength(JSON.stringify(queueRecord(queueArn, message))) + 1;
    if (bytes > left) return false;
    left -= bytes;
    return true;
  };
};

/** Calls the function with a batch and deletes what it finished; the rest comes back after its visibility time-out. */
const hand = async (
  { queueArn, reportsItemFailures }: QueueMapping,
  { queues, invoke }: QueueSourceTools,
  messages: readonly ReceivedMessage[],
): Promise<void> => {
  const invoked = await invoke({ Records: messages.map((message) => queueRecord(queueArn, message)) });
  if ('error' in invoked) return;
  const ids = new Set(messages.map(({ messageId }) => messageId));
  const failed = reportsItemFailures ? failedIn(invoked.payload, ids) : new Set<string>();
  for (const { messageId, receiptHandle } of messages)
    // A receive that is over by now cannot be deleted; as on AWS the message is then simply handed out again.
    if (!failed.has(messageId)) queues.remove(queueArn, receiptHandle);
};
