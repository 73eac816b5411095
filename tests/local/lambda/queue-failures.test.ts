import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueEvent } from '../../../lib/local/lambda/queue-event.ts';
import type { BatchOutcome } from '../../../lib/local/lambda/queue-source.ts';
import { fedHouse, settle, slow } from './fed-house.ts';
import type { FedHouse } from './fed-house.ts';

let at: FedHouse;
beforeEach(() => (at = fedHouse()));
afterEach(async () => at.close());

const reporting = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
const failing = (...ids: readonly string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('when the function fails,', () => {
  it('the whole batch comes back after its visibility time-out, also with a partial report', async () => {
    const arn = await at.queue('plain');
    at.send(arn, 'a', 'b');
    const { calls } = at.feed(arn, reporting, () => ({ error: 'crashed' }));
    await settle();
    expect(at.sqs.depth(arn)).toMatchObject({ inFlight: 2 });
    at.pass(30);
    await settle();
    expect(calls()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('only the reported messages come back', async () => {
    const arn = await at.queue('plain');
    at.send(arn, 'a', 'b', 'c');
    const { calls } = at.feed(arn, reporting, ({ Records }) => ({
      payload: failing(...Records.filter(({ body }) => body === 'b').map(({ messageId }) => messageId)),
    }));
    await settle();
    at.pass(30);
    await settle();
    expect(calls()).toEqual([['a', 'b', 'c'], ['b']]);
  });

  it('its report is not read unless the mapping says so', async () => {
    const arn = await at.queue('plain');
    at.send(arn, 'a');
    at.feed(arn, {}, ({ Records }) => ({ payload: failing(Records[0]?.messageId ?? '') }));
    await settle();
    expect(at.sqs.depth(arn)).toMatchObject({ visible: 0, inFlight: 0 });
  });

  it.each([undefined, null, {}, { batchItemFailures: null }, { batchItemFailures: [] }])(
    'the answer %j counts as success',
    async (payload) => {
      const arn = await at.queue('plain');
      at.send(arn, 'a', 'b');
      at.feed(arn, reporting, () => ({ payload }));
      await settle();
      expect(at.sqs.depth(arn)).toMatchObject({ visible: 0, inFlight: 0 });
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
    const arn = await at.queue('plain');
    at.send(arn, 'a', 'b');
    at.feed(arn, reporting, () => ({ payload }));
    await settle();
    expect(at.sqs.depth(arn)).toMatchObject({ inFlight: 2 });
  });

  it('an unknown id beside a known one fails the whole batch', async () => {
    const arn = await at.queue('plain');
    at.send(arn, 'a', 'b');
    at.feed(arn, reporting, ({ Records }) => ({ payload: failing(Records[0]?.messageId ?? '', 'unknown') }));
    await settle();
    expect(at.sqs.depth(arn)).toMatchObject({ inFlight: 2 });
  });

  it('too often, the message goes to the dead letters and its group goes on', async () => {
    const dead = await at.queue('dead.fifo');
    const arn = await at.queue('inbound.fifo', {
      RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 2 },
    });
    const { calls } = at.feed(arn, { BatchSize: 1 }, ({ Records }) =>
      Records[0]?.body === 'A0' ? { error: 'poison' } : { payload: null },
    );
    at.send(arn, 'A0', 'A1');
    for (let n = 0; n < 2; n += 1) {
      await settle();
      at.pass(30);
    }
    await settle();
    expect(calls()).toEqual([['A0'], ['A0'], ['A1']]);
    expect(at.sqs.depth(dead).visible).toBe(1);
  });

  it('after its visibility time-out a FIFO message is handed out again, not lost', async () => {
    const arn = await at.queue('inbound.fifo');
    const { work, finishOne, finishAll } = slow();
    const { calls } = at.feed(arn, {}, work);
    at.send(arn, 'A0');
    await settle();
    at.pass(30);
    await settle();
    await finishOne();
    expect(calls()).toEqual([['A0'], ['A0']]);
    expect(at.sqs.depth(arn)).toMatchObject({ inFlight: 1 });
    at.stop.abort();
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
      const arn = await at.queue(`q${(run += 1)}.fifo`);
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
      at.feed(arn, { BatchSize: batchSize, ...reporting }, work);
      at.send(arn, ...groups.map((group, n) => `${group}${n}`));
      for (let round = 0; round < 200 && done.length < groups.length; round += 1) {
        await settle();
        if (at.sqs.depth(arn).inFlight > 0 && busy.size === 0) at.pass(30);
      }
      for (const group of 'ABC')
        expect(done.filter((body) => body.startsWith(group))).toEqual(
          groups.flatMap((own, n) => (own === group ? [`${own}${n}`] : [])),
        );
    }),
    { seed: 20261120, numRuns: 40 },
  );
});
