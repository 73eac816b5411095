/** A house of queues and the functions that they feed, with a clock that is moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueueEvent } from '../../../lib/local/lambda/queue-event.ts';
import { queueSource } from '../../../lib/local/lambda/queue-source.ts';
import type { BatchOutcome } from '../../../lib/local/lambda/queue-source.ts';
import { sqsService } from '../../../lib/local/services/sqs/sqs.ts';

export type FedHouse = ReturnType<typeof fedHouse>;

export const fedHouse = () => {
  let now = 1_790_000_000_000;
  const folder = mkdtempSync(join(tmpdir(), 'source-'));
  const stop = new AbortController();
  const running: Promise<void>[] = [];
  const place = { region: 'sa-east-1', account: '000000000000', data: folder, clock: () => now };
  const sqs = sqsService(place, () => 'http://127.0.0.1:1');

  return {
    sqs,
    stop,
    now: () => now,
    queue: async (name: string, properties: Readonly<Record<string, unknown>> = {}): Promise<string> => {
      const fifo = name.endsWith('.fifo') && { FifoQueue: true, ContentBasedDeduplication: true };
      const { attributes } = await sqs.provision({
        stack: 'test',
        logicalId: 'Queue',
        type: 'AWS::SQS::Queue',
        properties: { QueueName: name, VisibilityTimeout: 30, ...fifo, ...properties },
      });
      return attributes['Arn'] ?? '';
    },
    /** Lets so many seconds pass. */
    pass: (seconds: number) => {
      now += 1000 * seconds;
      sqs.tick();
    },
    /** Sends each body; its first letter is its group. */
    send: (arn: string, ...bodies: readonly string[]) =>
      bodies.forEach((body) => sqs.send(arn, { body, groupId: body.slice(0, 1) }, 'tester')),
    /** Starts a mapping; answers the calls of its function so far. */
    feed: (
      arn: string,
      mapping: Readonly<Record<string, unknown>> = {},
      work: (event: QueueEvent) => BatchOutcome | Promise<BatchOutcome> = () => ({ payload: null }),
    ) => {
      const events: QueueEvent[] = [];
      const { stopped } = queueSource(
        { FunctionName: 'worker', EventSourceArn: arn, ...mapping },
        {
          queues: sqs,
          functionTimeoutSeconds: 30,
          invoke: async (event) => {
            events.push(event);
            return work(event);
          },
          allowed: () => true,
          clock: () => now,
          signal: stop.signal,
        },
      );
      running.push(stopped);
      return { events, calls: () => events.map(({ Records }) => Records.map(({ body }) => body)), stopped };
    },
    close: async () => {
      stop.abort();
      await Promise.all(running);
      await sqs.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Lets everything run that is ready to run. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A function whose calls end when the test says so. */
export const slow = () => {
  const open: ((outcome: BatchOutcome) => void)[] = [];
  return {
    work: () => new Promise<BatchOutcome>((resolve) => open.push(resolve)),
    open,
    finishOne: async () => {
      open.shift()?.({ payload: null });
      await settle();
    },
    finishAll: () => open.splice(0).forEach((finish) => finish({ payload: null })),
  };
};
