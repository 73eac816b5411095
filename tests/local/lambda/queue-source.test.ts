import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueEvent } from '../../../lib/local/lambda/queue-event.ts';
import { queueSource } from '../../../lib/local/lambda/queue-source.ts';
import type { BatchOutcome } from '../../../lib/local/lambda/queue-source.ts';
import { sqsService } from '../../../lib/local/services/sqs/sqs.ts';

let now = 0;
let folder = '';
let sqs: ReturnType<typeof sqsService>;
let stop: AbortController;
let running: Promise<void>[] = [];

beforeEach(() => {
  now = 1_790_000_000_000;
  folder = mkdtempSync(join(tmpdir(), 'source-'));
  stop = new AbortController();
  running = [];
  const place = { region: 'sa-east-1', account: '000000000000', data: folder, clock: () => now };
  sqs = sqsService(place, () => 'http://127.0.0.1:1');
});
afterEach(async () => {
  stop.abort();
  await Promise.all(running);
  await sqs.close();
  rmSync(folder, { recursive: true, force: true });
});

const queue = async (name: string, properties: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const fifo = name.endsWith('.fifo') && { FifoQueue: true, ContentBasedDeduplication: true };
  const { attributes } = await sqs.provision({
    stack: 'test',
    logicalId: 'Queue',
    type: 'AWS::SQS::Queue',
    properties: { QueueName: name, VisibilityTimeout: 30, ...fifo, ...properties },
  });
  return attributes['Arn'] ?? '';
};
const pass = (seconds: number) => {
  now += 1000 * seconds;
  sqs.tick();
};
const send = (arn: string, ...bodies: readonly string[]) =>
  bodies.forEach((body) => sqs.send(arn, { body, groupId: body.slice(0, 1) }, 'tester'));

/** Lets everything run that is ready to run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
const bodiesOf = ({ Records }: QueueEvent) => Records.map(({ body }) => body);

const reporting = { FunctionResponseTypes: ['ReportBatchItemFailures'] };

/** A function that is called by the mapping: every call so far, and how each is answered. */
const feed = (
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
  return { events, calls: () => events.map(bodiesOf), stopped };
};

/** Answers that a test gives when it likes. */
const slow = () => {
  const open: ((outcome: BatchOutcome) => void)[] = [];
  return {
    work: () => new Promise<BatchOutcome>((resolve) => open.push(resolve)),
    open,
    finishOne: async (outcome: BatchOutcome = { payload: null }) => {
      open.shift()?.(outcome);
      await settle();
    },
    finishAll: () => open.splice(0).forEach((finish) => finish({ payload: null })),
  };
};

const failing = (...bodies: readonly string[]) => ({
  batchItemFailures: bodies.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('a function behind a queue', () => {
  it('is called as soon as a message is sent, and the message is deleted when it succeeds', async () => {
    const arn = await queue('plain');
    const { calls } = feed(arn);
    await settle();
    send(arn, 'hello');
    await settle();
    expect(calls()).toEqual([['hello']]);
    expect(sqs.depth(arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('gets the event that AWS sends', async () => {
    const arn = await queue('inbound.fifo');
    const { events } = feed(arn);
    const attributes = {
      attempt: { DataType: 'Number', StringValue: '2' },
      bytes: { DataType: 'Binary', BinaryValue: 'AP8=' },
    };
    const sent = sqs.send(
      arn,
      { body: '{"a":1}', groupId: 'A', deduplicationId: 'x', attributes },
      'arn:sender',
    );
    await settle();
    const list = { stringListValues: [], binaryListValues: [] };
    expect(events).toEqual([
      {
        Records: [
          {
            messageId: 'messageId' in sent ? sent.messageId : '',
            receiptHandle: expect.any(String),
            body: '{"a":1}',
            attributes: {
              ApproximateReceiveCount: '1',
              ApproximateFirstReceiveTimestamp: String(now),
              SentTimestamp: String(now),
              SenderId: 'arn:sender',
              SequenceNumber: 'sequenceNumber' in sent ? sent.sequenceNumber : '',
              MessageGroupId: 'A',
              MessageDeduplicationId: 'x',
            },
            messageAttributes: {
              attempt: { stringValue: '2', dataType: 'Number', ...list },
              bytes: { binaryValue: 'AP8=', dataType: 'Binary', ...list },
            },
            md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
            md5OfBody: 'bb6cb5c68df4652941caf652a366f2d8',
            eventSource: 'aws:sqs',
            eventSourceARN: arn,
            awsRegion: 'sa-east-1',
          },
        ],
      },
    ]);
  });

  it('gets at most its batch size at once, ten if it asks for none', async () => {
    const arn = await queue('plain');
    send(arn, ...'abcdefghijkl'.split(''));
    const { calls } = feed(arn, { BatchSize: 3 });
    await settle();
    expect(calls().map((bodies) => bodies.length)).toEqual([3, 3, 3, 3]);
    const other = await queue('other');
    send(other, ...'abcdefghijkl'.split(''));
    const { calls: more } = feed(other);
    await settle();
    expect(more().map((bodies) => bodies.length)).toEqual([10, 2]);
  });

  it('gets no event over six megabytes', async () => {
    const arn = await queue('plain');
    const large = 'x'.repeat(1_000_000);
    for (let n = 0; n < 8; n += 1) send(arn, `${n}${large}`);
    const { events } = feed(arn);
    await settle();
    expect(events.map(({ Records }) => Records.length)).toEqual([6, 2]);
    for (const event of events) expect(JSON.stringify(event).length).toBeLessThanOrEqual(6_291_456);
  });

  it('is not called while the mapping is disabled', async () => {
    const arn = await queue('plain');
    const { calls, stopped } = feed(arn, { Enabled: 'false' });
    send(arn, 'hello');
    await stopped;
    expect(calls()).toEqual([]);
  });

  it('is called no more once the machine stops, and what it works on is waited for', async () => {
    const arn = await queue('plain');
    const { work, open, finishAll } = slow();
    const { calls, stopped } = feed(arn, {}, work);
    send(arn, 'first');
    await settle();
    stop.abort();
    await settle();
    send(arn, 'second');
    expect(open).toHaveLength(1);
    finishAll();
    await stopped;
    expect(calls()).toEqual([['first']]);
    expect(sqs.depth(arn)).toMatchObject({ visible: 1, inFlight: 0 });
  });
});

describe('how many calls run at once', () => {
  it.each([
    [{ ScalingConfig: { MaximumConcurrency: 2 } }, 2],
    [{}, 5],
  ])('with %o is at most %i', async (mapping, most) => {
    const arn = await queue('plain');
    const { work, open, finishOne, finishAll } = slow();
    send(arn, ...'abcdefgh'.split(''));
    const { calls } = feed(arn, { BatchSize: 1, ...mapping }, work);
    await settle();
    expect(open).toHaveLength(most);
    await finishOne();
    expect(calls()).toHaveLength(most + 1);
    stop.abort();
    finishAll();
  });

  it('is one for each group of a FIFO queue; other groups go on beside it', async () => {
    const arn = await queue('inbound.fifo');
    const { work, finishOne, finishAll } = slow();
    const { calls } = feed(arn, {}, work);
    await settle();
    send(arn, 'A0');
    await settle();
    send(arn, 'A1', 'B0', 'A2');
    await settle();
    expect(calls()).toEqual([['A0'], ['B0']]);
    await finishOne();
    expect(calls()).toEqual([['A0'], ['B0'], ['A1', 'A2']]);
    stop.abort();
    finishAll();
  });
});

describe('a batching window', () => {
  it('gathers messages until it closes', async () => {
    const arn = await queue('plain');
    const { calls } = feed(arn, { BatchSize: 100, MaximumBatchingWindowInSeconds: 5 });
    await settle();
    send(arn, 'a');
    await settle();
    send(arn, 'b');
    pass(4);
    await settle();
    send(arn, 'c');
    expect(calls()).toEqual([]);
    pass(1);
    await settle();
    expect(calls()).toEqual([['a', 'b', 'c']]);
  });

  it('closes as soon as the batch is full', async () => {
    const arn = await queue('plain');
    const { calls } = feed(arn, { BatchSize: 2, MaximumBatchingWindowInSeconds: 300 });
    await settle();
    send(arn, 'a');
    await settle();
    send(arn, 'b');
    await settle();
    expect(calls()).toEqual([['a', 'b']]);
  });
});

describe('when the function fails', () => {
  it('the whole batch comes back after its visibility time-out, also with a partial report', async () => {
    const arn = await queue('plain');
    send(arn, 'a', 'b');
    const { calls } = feed(arn, reporting, () => ({ error: 'crashed' }));
    await settle();
    expect(sqs.depth(arn)).toMatchObject({ inFlight: 2 });
    pass(30);
    await settle();
    expect(calls()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('only the reported messages come back', async () => {
    const arn = await queue('plain');
    send(arn, 'a', 'b', 'c');
    const { calls } = feed(arn, reporting, ({ Records }) => ({
      payload: failing(...Records.filter(({ body }) => body === 'b').map(({ messageId }) => messageId)),
    }));
    await settle();
    pass(30);
    await settle();
    expect(calls()).toEqual([['a', 'b', 'c'], ['b']]);
  });

  it('its report is not read unless the mapping says so', async () => {
    const arn = await queue('plain');
    send(arn, 'a');
    feed(arn, {}, ({ Records }) => ({ payload: failing(Records[0]?.messageId ?? '') }));
    await settle();
    expect(sqs.depth(arn)).toMatchObject({ visible: 0, inFlight: 0 });
  });

  it.each([undefined, null, {}, { batchItemFailures: null }, { batchItemFailures: [] }])(
    'the answer %j counts as success',
    async (payload) => {
      const arn = await queue('plain');
      send(arn, 'a', 'b');
      feed(arn, reporting, () => ({ payload }));
      await settle();
      expect(sqs.depth(arn)).toMatchObject({ visible: 0, inFlight: 0 });
    },
  );

  it.each([
    'done',
    [],
    { batchItemFailures: 'a' },
    failing(''),
    failing('unknown'),
    { batchItemFailures: [{ itemIdentifier: null }] },
    { batchItemFailures: [{ itemId: 'x' }] },
  ])('the answer %j counts as failure of the whole batch', async (payload) => {
    const arn = await queue('plain');
    send(arn, 'a', 'b');
    feed(arn, reporting, () => ({ payload }));
    await settle();
    expect(sqs.depth(arn)).toMatchObject({ inFlight: 2 });
  });

  it('an unknown id beside a known one fails the whole batch', async () => {
    const arn = await queue('plain');
    send(arn, 'a', 'b');
    feed(arn, reporting, ({ Records }) => ({ payload: failing(Records[0]?.messageId ?? '', 'unknown') }));
    await settle();
    expect(sqs.depth(arn)).toMatchObject({ inFlight: 2 });
  });

  it('too often, the message goes to the dead letters and its group goes on', async () => {
    const dead = await queue('dead.fifo');
    const arn = await queue('inbound.fifo', {
      RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 2 },
    });
    const { calls } = feed(arn, { BatchSize: 1 }, ({ Records }) =>
      Records[0]?.body === 'A0' ? { error: 'poison' } : { payload: null },
    );
    send(arn, 'A0', 'A1');
    for (let n = 0; n < 2; n += 1) {
      await settle();
      pass(30);
    }
    await settle();
    expect(calls()).toEqual([['A0'], ['A0'], ['A1']]);
    expect(sqs.depth(dead).visible).toBe(1);
  });

  it('after its visibility time-out a FIFO message is handed out again, not lost', async () => {
    const arn = await queue('inbound.fifo');
    const { work, finishOne, finishAll } = slow();
    const { calls } = feed(arn, {}, work);
    send(arn, 'A0');
    await settle();
    pass(30);
    await settle();
    await finishOne();
    expect(calls()).toEqual([['A0'], ['A0']]);
    expect(sqs.depth(arn)).toMatchObject({ inFlight: 1 });
    stop.abort();
    finishAll();
  });
});

it('works on every message of each group in order, never two batches of a group at once, whatever fails', async () => {
  const plan = fc.record({
    groups: fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 20 }),
    failures: fc.array(fc.boolean(), { maxLength: 15 }),
    batchSize: fc.integer({ min: 1, max: 10 }),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(plan, async ({ groups, failures, batchSize }) => {
      const arn = await queue(`q${(run += 1)}.fifo`);
      const busy = new Set<string>();
      const done: string[] = [];
      const left = [...failures];
      const work = async ({ Records }: QueueEvent): Promise<BatchOutcome> => {
        const mine = new Set(Records.map(({ body }) => body.slice(0, 1)));
        expect([...mine].filter((group) => busy.has(group))).toEqual([]);
        mine.forEach((group) => busy.add(group));
        await settle();
        mine.forEach((group) => busy.delete(group));
        const stoppedAt = left.shift() === true ? Math.floor(Records.length / 2) : Records.length;
        done.push(...Records.slice(0, stoppedAt).map(({ body }) => body));
        return { payload: failing(...Records.slice(stoppedAt).map(({ messageId }) => messageId)) };
      };
      feed(arn, { BatchSize: batchSize, ...reporting }, work);
      send(arn, ...groups.map((group, n) => `${group}${n}`));
      for (let round = 0; round < 200 && done.length < groups.length; round += 1) {
        await settle();
        if (sqs.depth(arn).inFlight > 0 && busy.size === 0) pass(30);
      }
      for (const group of 'ABC')
        expect(done.filter((body) => body.startsWith(group))).toEqual(
          groups.flatMap((own, n) => (own === group ? [`${own}${n}`] : [])),
        );
    }),
    { seed: 20261120, numRuns: 40 },
  );
});

it('refuses to start what AWS refuses', async () => {
  const arn = await queue('inbound.fifo');
  expect(() => feed(arn, { BatchSize: 11 })).toThrow('Batch size for a FIFO queue');
  expect(() => feed(`${arn}x`)).toThrow('The specified queue does not exist.');
});
