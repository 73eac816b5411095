/** What a batch of records becomes: groups beside each other, each in order, and exactly what failed comes back. */
import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { done, type Handled } from '../../../functions/core/domain/outcome.ts';
import { queueEntry } from '../../../functions/core/entry/queue.ts';
import { lambdaContext } from '../../fakes/stages.ts';
import { fakeTools } from '../../fakes/tools.ts';

const maximumReceives = 5;

const aRecord = (group: string, body: string, receives = 1): SQSRecord => ({
  messageId: `id-${body}`,
  receiptHandle: `receipt-${body}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: '0',
    SenderId: 'test',
    ApproximateFirstReceiveTimestamp: '0',
    MessageGroupId: group,
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:sa-east-1:000000000000:queue.fifo',
  awsRegion: 'sa-east-1',
});

type Given = {
  readonly handle?: (body: string) => Promise<Handled>;
  readonly read?: (text: string) => Promise<{ ok: true; value: string } | { ok: false; because: string }>;
  readonly park?: () => Promise<boolean>;
  readonly delayThrows?: true;
};

const entry = ({ handle, read, park, delayThrows }: Given = {}) => {
  const { tools, logged, counted } = fakeTools();
  const handled: string[] = [];
  const parked: string[] = [];
  const dead: (readonly string[])[] = [];
  const delays: { readonly receipts: readonly string[]; readonly seconds: number }[] = [];
  const failures: string[] = [];
  const handler = queueEntry<string>({
    tools: {
      ...tools,
      failed: (error) => {
        failures.push(error instanceof Error ? error.message : 'unknown');
      },
      flush: async () => undefined,
    },
    queue: {
      delay: async (_, receipts, seconds) => {
        if (delayThrows === true) throw new Error('no delay');
        delays.push({ receipts, seconds });
      },
      park: async (...given) => {
        dead.push(given);
      },
    },
    maximumReceives,
    read: read ?? (async (text) => ({ ok: true, value: text })),
    handle: async (body) => {
      handled.push(body);
      return handle === undefined ? done : handle(body);
    },
    park: async (body, because) => {
      parked.push(`${body}: ${because}`);
      return park === undefined ? true : park();
    },
    queueUrl: (arn) => `url of ${arn}`,
  });
  const run = async (...records: readonly SQSRecord[]) => {
    const answer = await handler({ Records: [...records] }, lambdaContext);
    return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { run, handled, parked, dead, delays, failures, logged, counted };
};

const again = (afterSeconds: number | null): Handled => ({ next: 'retry', afterSeconds, because: 'later' });

describe('a batch', () => {
  it('runs the records of a group in order and groups beside each other', async () => {
    const order: string[] = [];
    const { run } = entry({
      handle: async (body) => {
        order.push(`${body} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`${body} ends`);
        return done;
      },
    });
    expect(await run(aRecord('a', 'a1'), aRecord('a', 'a2'), aRecord('b', 'b1'))).toEqual([]);
    expect(order.indexOf('a2 begins')).toBeGreaterThan(order.indexOf('a1 ends'));
    expect(order.indexOf('b1 begins')).toBeLessThan(order.indexOf('a1 ends'));
  });

  it('gives back exactly what must come again: the record and its followers, no other group', async () => {
    const { run, handled, delays } = entry({ handle: async (body) => (body === 'a2' ? again(7) : done) });
    const failed = await run(
      aRecord('a', 'a1'),
      aRecord('a', 'a2'),
      aRecord('b', 'b1'),
      aRecord('a', 'a3'),
      aRecord('b', 'b2'),
    );
    expect(failed).toEqual(['id-a2', 'id-a3']);
    expect(handled.toSorted()).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(delays).toEqual([{ receipts: ['receipt-a2', 'receipt-a3'], seconds: 7 }]);
  });

  it('keeps nothing of one invocation for the next', async () => {
    let fails = true;
    const { run } = entry({ handle: async () => (fails ? again(null) : done) });
    expect(await run(aRecord('a', 'a1'), aRecord('a', 'a2'))).toEqual(['id-a1', 'id-a2']);
    fails = false;
    expect(await run(aRecord('b', 'b1'))).toEqual([]);
    expect(await run(aRecord('a', 'a1', 2), aRecord('a', 'a2'))).toEqual([]);
  });

  it('takes a record without a group for a group of its own', async () => {
    const record = aRecord('a', 'a1');
    const { MessageGroupId: _, ...attributes } = record.attributes;
    const { run } = entry({ handle: async () => again(3) });
    expect(await run({ ...record, attributes }, aRecord('b', 'b1'))).toEqual(['id-a1', 'id-b1']);
  });
});

describe('a record that must come again', () => {
  it.each([
    [1, 2],
    [2, 5],
    [3, 15],
    [4, 30],
  ])('waits longer each time: receive %i, %i seconds', async (receives, seconds) => {
    const { run, delays } = entry({ handle: async () => again(null) });
    await run(aRecord('a', 'a1', receives));
    expect(delays.map((delay) => delay.seconds)).toEqual([seconds]);
  });

  it.each([
    [0, 1],
    [45, 45],
    [86_400, 60],
  ])(
    'waits as long as somebody asked (%i s), and never so long that a person’s words wait behind it',
    async (asked, seconds) => {
      const { run, delays } = entry({ handle: async () => again(asked) });
      await run(aRecord('a', 'a1'));
      expect(delays.map((delay) => delay.seconds)).toEqual([seconds]);
    },
  );

  it('comes again although its delay could not be set', async () => {
    const { run, failures } = entry({ handle: async () => again(5), delayThrows: true });
    expect(await run(aRecord('a', 'a1'))).toEqual(['id-a1']);
    expect(failures).toEqual(['no delay']);
  });

  it('is one whose run threw, and the error is told', async () => {
    const { run, failures, delays } = entry({
      handle: async () => {
        throw new Error('unforeseen');
      },
    });
    expect(await run(aRecord('a', 'a1'), aRecord('b', 'b1'))).toEqual(['id-a1', 'id-b1']);
    expect(failures).toEqual(['unforeseen', 'unforeseen']);
    expect(delays.map(({ seconds }) => seconds)).toEqual([2, 2]);
  });

  it('is one whose body lies elsewhere and cannot be fetched now; other groups are done', async () => {
    const { run, handled } = entry({
      read: async (text) => {
        if (text === 'a1') throw new Error('no such bucket just now');
        return { ok: true, value: text };
      },
    });
    expect(await run(aRecord('a', 'a1'), aRecord('b', 'b1'))).toEqual(['id-a1']);
    expect(handled).toEqual(['b1']);
  });
});

describe('the last receive', () => {
  it('parks the poison with its reason, copies it to the dead letters, and goes on with its followers', async () => {
    const { run, handled, parked, dead } = entry({
      handle: async (body) => (body === 'a1' ? again(null) : done),
    });
    expect(await run(aRecord('a', 'a1', maximumReceives), aRecord('a', 'a2'))).toEqual([]);
    expect({ handled, parked, dead }).toEqual({
      handled: ['a1', 'a2'],
      parked: ['a1: later'],
      dead: [['a1', 'a', 'id-a1']],
    });
  });

  it('names the error when the run threw', async () => {
    const { run, parked } = entry({
      handle: async () => {
        throw new TypeError('secret words');
      },
    });
    await run(aRecord('a', 'a1', maximumReceives));
    expect(parked).toEqual(['a1: TypeError']);
  });

  it('leaves a record that could not even be parked to the queue, at once, with its followers in order', async () => {
    const { run, delays, dead } = entry({
      handle: async () => again(null),
      park: async () => {
        throw new Error('the table is gone');
      },
    });
    expect(await run(aRecord('a', 'a1', maximumReceives), aRecord('a', 'a2'))).toEqual(['id-a1', 'id-a2']);
    expect(delays).toEqual([{ receipts: ['receipt-a1', 'receipt-a2'], seconds: 0 }]);
    expect(dead).toEqual([]);
  });

  it('buries a body that could never be fetched', async () => {
    const { run, dead, parked } = entry({
      read: async () => {
        throw new Error('gone');
      },
    });
    expect(await run(aRecord('a', 'a1', maximumReceives))).toEqual([]);
    expect({ parked, dead: dead.length }).toEqual({ parked: [], dead: 1 });
  });
});

describe('a record that no run can ever handle', () => {
  it('is buried on its first receive when its body cannot be read', async () => {
    const { run, handled, dead, counted, logged } = entry({
      read: async (text) => (text === 'a1' ? { ok: false, because: 'not JSON' } : { ok: true, value: text }),
    });
    expect(await run(aRecord('a', 'a1'), aRecord('a', 'a2'))).toEqual([]);
    expect({ handled, dead: dead.length, counted }).toEqual({
      handled: ['a2'],
      dead: 1,
      counted: ['Buried'],
    });
    expect(logged.map(({ name }) => name)).toContain('message-buried');
  });

  it('is buried when its flow says so', async () => {
    const { run, parked, dead } = entry({
      handle: async () => ({ next: 'bury', because: 'there is no such message' }),
    });
    expect(await run(aRecord('a', 'a1'))).toEqual([]);
    expect({ parked, dead: dead.length }).toEqual({ parked: ['a1: there is no such message'], dead: 1 });
  });
});

it('says that it began, with how much, and how it ended', async () => {
  const { run, logged } = entry();
  await run(aRecord('a', 'a1'), aRecord('a', 'a2'));
  expect(logged.map(({ name, fields }) => [name, fields.count])).toEqual([
    ['began', 2],
    ['ended', undefined],
  ]);
});
