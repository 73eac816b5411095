/**
 * How a batch of queue records becomes calls of a flow, written once.
 *
 * Groups run beside each other, the records of a group in order. A record that must be retried asks for its own delay
 * and takes its followers with it. On the last permitted receive the poison is parked by the flow, copied to the dead
 * letters, and its followers go on. Nothing outlives the invocation.
 */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Handled } from '../domain/outcome.ts';
import { retryDelay, timing } from '../policy/timing.ts';
import { layered, type LambdaTools } from './tools.ts';

export type QueueTools = {
  delay(queueUrl: string, receipts: readonly string[], seconds: number): Promise<void>;
  park(body: string, group: string, id: string): Promise<void>;
};

export type QueueWork<Body> = {
  readonly tools: LambdaTools;
  readonly queue: QueueTools;
  readonly maximumReceives: number;
  readonly read: (text: string) => Promise<Read<Body>>;
  readonly handle: (body: Body) => Promise<Handled>;
  /** Ends what the record stands for, with a person; false when it could not. */
  readonly park: (body: Body, because: string) => Promise<boolean>;
  /** Where the event's queue is called: the mapping gives an ARN, a call wants a URL. */
  readonly queueUrl: (arn: string) => string;
};

export type Read<Body> =
  { readonly ok: true; readonly value: Body } | { readonly ok: false; readonly because: string };

type Verdict = { readonly finished: true } | { readonly finished: false; readonly afterSeconds: number };
const finished: Verdict = { finished: true };

const receives = (record: SQSRecord): number => Number(record.attributes.ApproximateReceiveCount);
const groupOf = (record: SQSRecord): string => record.attributes.MessageGroupId ?? record.messageId;

const bury = async <Body>(
  work: QueueWork<Body>,
  record: SQSRecord,
  body: Body | null,
  because: string,
): Promise<Verdict> => {
  try {
    if (body !== null) await work.park(body, because);
    else {
      work.tools.count('Buried');
      work.tools.log('message-buried', { because });
    }
    await work.queue.park(record.body, groupOf(record), record.messageId);
    return finished;
  } catch (error) {
    // The queue's own redrive takes it: it has been received as often as it may.
    work.tools.failed(error);
    return { finished: false, afterSeconds: 0 };
  }
};

/** What nobody foresaw is one more reason to try again. */
const thrown =
  <Body>(work: QueueWork<Body>, record: SQSRecord) =>
  (error: unknown): Extract<Handled, { next: 'retry' }> => {
    work.tools.failed(error, { attempt: receives(record) });
    return { next: 'retry', afterSeconds: null, because: error instanceof Error ? error.name : 'thrown' };
  };

const waits = ({ afterSeconds }: Extract<Handled, { next: 'retry' }>, record: SQSRecord): Verdict => {
  const seconds = afterSeconds ?? retryDelay(receives(record));
  return { finished: false, afterSeconds: Math.min(Math.max(seconds, 1), timing.longestRetrySeconds) };
};

const runOne = async <Body>(work: QueueWork<Body>, record: SQSRecord): Promise<Verdict> => {
  const last = receives(record) >= work.maximumReceives;
  const read = await work.read(record.body).catch(thrown(work, record));
  // A body that lies elsewhere may be out of reach for a while.
  if ('next' in read) return last ? bury(work, record, null, read.because) : waits(read, record);
  if (!read.ok) return bury(work, record, null, read.because);
  const handled = await work.handle(read.value).catch(thrown(work, record));
  switch (handled.next) {
    case 'done':
      return finished;
    case 'bury':
      return bury(work, record, read.value, handled.because);
    case 'retry':
      return last ? bury(work, record, read.value, handled.because) : waits(handled, record);
  }
};

/** The records of one group in order: the first that must wait makes its followers wait. */
const runGroup = async <Body>(
  work: QueueWork<Body>,
  records: readonly SQSRecord[],
): Promise<readonly SQSRecord[]> => {
  for (const [index, record] of records.entries()) {
    const verdict = await runOne(work, record);
    if (verdict.finished) continue;
    const waiting = records.slice(index);
    await work.queue
      .delay(
        work.queueUrl(record.eventSourceARN),
        waiting.map((one) => one.receiptHandle),
        verdict.afterSeconds,
      )
      // Without it the record comes back after the queue's own time-out: later, but it comes.
      .catch((error: unknown) => work.tools.failed(error));
    return waiting;
  }
  return [];
};

export const queueEntry = <Body>(work: QueueWork<Body>) =>
  layered<SQSEvent, SQSBatchResponse>(work.tools, async (event) => {
    const groups = Map.groupBy(event.Records, groupOf);
    work.tools.log('began', { count: event.Records.length });
    const waiting = await Promise.all([...groups.values()].map(async (records) => runGroup(work, records)));
    return { batchItemFailures: waiting.flat().map((record) => ({ itemIdentifier: record.messageId })) };
  });
