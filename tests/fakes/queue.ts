/** A FIFO queue in memory, with SQS's rules: groups in order, one batch of a group in flight, five minutes of memory, redrive. */
import type { SQSRecord } from 'aws-lambda';
import type { Clock } from '../../functions/core/ports/tools.ts';

type Waiting = {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  receives: number;
  visibleAt: number;
  receipt: string | null;
};

export type MemoryQueue = ReturnType<typeof memoryQueue>;

export type QueueRules = {
  readonly name: string;
  readonly clock: Clock;
  readonly maximumReceives: number;
  /** Seconds before a new record can be seen. */
  readonly delay: number;
  /** Seconds before a record that nobody answered for is seen again. */
  readonly visibility: number;
};

const rememberedMilliseconds = 5 * 60 * 1000;

export const memoryQueue = ({ name, clock, maximumReceives, delay, visibility }: QueueRules) => {
  let waiting: Waiting[] = [];
  const seen = new Map<string, number>();
  const dead: string[] = [];
  let sequence = 0;
  const now = (): number => clock().getTime();

  /** Records that can be received now: a group waits for its first record, and while one of it is in flight. */
  const receivable = (): Waiting[] => {
    const held = new Set<string>();
    return waiting.filter((record) => {
      if (held.has(record.group)) return false;
      if (record.visibleAt <= now()) return true;
      held.add(record.group);
      return false;
    });
  };

  const recordOf = (one: Waiting): SQSRecord => ({
    messageId: one.id,
    receiptHandle: one.receipt ?? '',
    body: one.body,
    attributes: {
      ApproximateReceiveCount: String(one.receives),
      SentTimestamp: '0',
      SenderId: 'test',
      ApproximateFirstReceiveTimestamp: '0',
      MessageGroupId: one.group,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:sa-east-1:000000000000:${name}.fifo`,
    awsRegion: 'sa-east-1',
  });

  return {
    name,
    /** Bodies that were parked here or that had been received too often. */
    dead,
    send(body: string, group: string, id: string): void {
      const key = `${group}#${id}`;
      const last = seen.get(key);
      if (last !== undefined && now() - last < rememberedMilliseconds) return;
      seen.set(key, now());
      sequence += 1;
      waiting.push({
        id: `${name}-${String(sequence)}`,
        body,
        group,
        receives: 0,
        visibleAt: now() + delay * 1000,
        receipt: null,
      });
    },
    receive(atMost: number): readonly SQSRecord[] {
      const ready = receivable();
      const spent = ready.filter((record) => record.receives >= maximumReceives);
      waiting = waiting.filter((record) => !spent.includes(record));
      dead.push(...spent.map((record) => record.body));
      const taken = ready.filter((record) => !spent.includes(record)).slice(0, atMost);
      for (const record of taken) {
        record.receives += 1;
        record.visibleAt = now() + visibility * 1000;
        record.receipt = `${record.id}-${String(record.receives)}`;
      }
      return taken.map(recordOf);
    },
    finish(records: readonly SQSRecord[]): void {
      const receipts = new Set(records.map((record) => record.receiptHandle));
      waiting = waiting.filter((record) => record.receipt === null || !receipts.has(record.receipt));
    },
    delay(receipts: readonly string[], seconds: number): void {
      for (const record of waiting)
        if (record.receipt !== null && receipts.includes(record.receipt))
          record.visibleAt = now() + seconds * 1000;
    },
    park(body: string): void {
      dead.push(body);
    },
    size: (): number => waiting.length,
    /** When the next record can be seen, in milliseconds since the epoch; null when none waits. */
    nextAt: (): number | null => {
      const firsts = new Map<string, number>();
      for (const record of waiting) if (!firsts.has(record.group)) firsts.set(record.group, record.visibleAt);
      return firsts.size === 0 ? null : Math.min(...firsts.values());
    },
  };
};
