import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { house, refusal, told } from './house.ts';
import type { House } from './house.ts';

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

const inGroup = (group: string, id: string) => ({ MessageGroupId: group, MessageDeduplicationId: id });
const sendAll = async (url: string, bodies: readonly string[]) => {
  for (const body of bodies) await at.send(url, body, inGroup(body.slice(0, 1), body));
};

describe('order in a FIFO queue', () => {
  it('hands out several messages of one group in order, in one batch', async () => {
    const { url } = at.queue('inbound.fifo');
    await sendAll(url, ['A0', 'A1', 'A2', 'B0', 'B1']);
    expect(told(await at.receive(url))).toEqual(['A0/1', 'A1/1', 'A2/1', 'B0/1', 'B1/1']);
  });

  it('keeps a group locked while any of it is in flight, and other groups free', async () => {
    const { url } = at.queue('inbound.fifo');
    await sendAll(url, ['A0', 'A1', 'B0']);
    const [first] = await at.receive(url, { MaxNumberOfMessages: 1 });
    expect(told(await at.receive(url))).toEqual(['B0/1']);
    await at.remove(url, first);
    expect(told(await at.receive(url))).toEqual(['A1/1']);
  });

  it('brings back in order what its receiver did not delete', async () => {
    const { url } = at.queue('inbound.fifo', { VisibilityTimeout: 30 });
    await sendAll(url, ['A0', 'A1', 'A2']);
    const [first] = await at.receive(url);
    await at.remove(url, first);
    expect(await at.receive(url)).toEqual([]);
    at.pass(30);
    expect(told(await at.receive(url))).toEqual(['A1/2', 'A2/2']);
  });

  it('keeps a group locked until the last of it came back, when one was hidden for longer', async () => {
    const { url } = at.queue('inbound.fifo', { VisibilityTimeout: 10 });
    await sendAll(url, ['A0', 'A1']);
    const [first] = await at.receive(url);
    await at.client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: first?.ReceiptHandle,
        VisibilityTimeout: 60,
      }),
    );
    at.pass(10);
    expect(await at.receive(url)).toEqual([]);
    at.pass(50);
    expect(told(await at.receive(url))).toEqual(['A0/2', 'A1/2']);
  });

  it('keeps an earlier message back while a later one of its group is in flight', async () => {
    const { url } = at.queue('inbound.fifo', { VisibilityTimeout: 10 });
    await sendAll(url, ['A0', 'A1']);
    const [first] = await at.receive(url);
    await at.client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: first?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    expect(await at.receive(url)).toEqual([]);
    at.pass(10);
    expect(told(await at.receive(url))).toEqual(['A0/2', 'A1/2']);
  });

  it('holds a later message behind a delayed one of its group, after the delay of the queue was shortened', async () => {
    const { url } = at.queue('inbound.fifo', { DelaySeconds: 60, VisibilityTimeout: 300 });
    await sendAll(url, ['A0']);
    at.queue('inbound.fifo', { DelaySeconds: 0, VisibilityTimeout: 300 });
    await sendAll(url, ['A1', 'B0']);
    expect(told(await at.receive(url))).toEqual(['B0/1']);
    at.pass(60);
    expect(told(await at.receive(url))).toEqual(['A0/1', 'A1/1']);
  });

  it('delivers every group in order and nothing twice, however batches, deletes and time-outs fall', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 25 }),
        fc.infiniteStream(
          fc.record({ most: fc.integer({ min: 1, max: 10 }), keep: fc.integer({ min: 0, max: 4 }) }),
        ),
        async (groups, choices) => {
          const { arn } = at.queue(`q${at.now()}.fifo`, { VisibilityTimeout: 5 });
          groups.forEach((groupId, n) =>
            at.sqs.send(arn, { body: String(n), groupId, deduplicationId: String(n) }, 'tester'),
          );
          const done = new Map<string, number[]>();
          for (const { most, keep } of choices) {
            const batch = await at.sqs.receive(arn, { most, waitSeconds: 0 });
            // The receiver fails at a random message: that one and its followers stay in the queue.
            for (const message of batch.slice(0, Math.max(0, batch.length - keep))) {
              expect(at.sqs.remove(arn, message.receiptHandle)).toBeUndefined();
              const group = message.attributes['MessageGroupId'] ?? '';
              done.set(group, [...(done.get(group) ?? []), Number(message.body)]);
            }
            at.pass(5);
            const { visible, inFlight } = at.sqs.depth(arn);
            if (visible + inFlight === 0) break;
          }
          for (const [group, numbers] of done)
            expect(numbers).toEqual(groups.flatMap((own, n) => (own === group ? [n] : [])));
          expect([...done.values()].flat()).toHaveLength(groups.length);
          at.pass(1);
        },
      ),
      { seed: 20261120, numRuns: 40 },
    );
  });
});

describe('duplicates in a FIFO queue', () => {
  it('takes the same deduplication id once in five minutes, answering the first ids again', async () => {
    const { url } = at.queue('inbound.fifo');
    const first = await at.send(url, 'once', inGroup('A', 'x'));
    const again = await at.send(url, 'other words', inGroup('A', 'x'));
    expect([again.MessageId, again.SequenceNumber]).toEqual([first.MessageId, first.SequenceNumber]);
    const [message] = await at.receive(url);
    await at.remove(url, message);
    at.pass(299);
    await at.send(url, 'still remembered', inGroup('A', 'x'));
    expect(await at.receive(url)).toEqual([]);
    at.pass(1);
    await at.send(url, 'forgotten', inGroup('A', 'x'));
    expect(told(await at.receive(url))).toEqual(['forgotten/1']);
  });

  it('compares within the whole queue, or within the group where the queue says so', async () => {
    const whole = at.queue('whole.fifo');
    const grouped = at.queue('grouped.fifo', {
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
    for (const { url } of [whole, grouped]) {
      await at.send(url, 'A', inGroup('A', 'x'));
      await at.send(url, 'B', inGroup('B', 'x'));
    }
    expect(told(await at.receive(whole.url))).toEqual(['A/1']);
    expect(told(await at.receive(grouped.url))).toEqual(['A/1', 'B/1']);
  });

  it('takes the body itself for the id where the queue is content-based', async () => {
    const { url } = at.queue('content.fifo', { ContentBasedDeduplication: true });
    for (const body of ['same', 'same', 'other']) await at.send(url, body, { MessageGroupId: 'A' });
    expect(told(await at.receive(url))).toEqual(['same/1', 'other/1']);
  });

  it('finds a duplicate within one batch', async () => {
    const { url } = at.queue('inbound.fifo');
    const entry = { MessageBody: 'once', ...inGroup('A', 'x') };
    const answer = await at.client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: [
          { Id: 'a', ...entry },
          { Id: 'b', ...entry },
        ],
      }),
    );
    expect(new Set(answer.Successful?.map(({ MessageId }) => MessageId)).size).toBe(1);
    expect(told(await at.receive(url))).toEqual(['once/1']);
  });
});

describe('what a FIFO queue refuses', () => {
  it('a message without a group', async () => {
    const { url } = at.queue('inbound.fifo');
    expect(await refusal(at.send(url, 'x', { MessageDeduplicationId: 'x' }))).toMatchObject({
      name: 'MissingParameter',
      message: 'The request must contain the parameter MessageGroupId.',
    });
  });

  it('a message without a deduplication id, unless the queue is content-based', async () => {
    const { url } = at.queue('inbound.fifo');
    expect(await refusal(at.send(url, 'x', { MessageGroupId: 'A' }))).toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('ContentBasedDeduplication'),
    });
  });

  it('a delay of one message; a delay of the queue works', async () => {
    const { url } = at.queue('inbound.fifo', { DelaySeconds: 1 });
    expect(await refusal(at.send(url, 'x', { ...inGroup('A', 'x'), DelaySeconds: 5 }))).toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('DelaySeconds'),
    });
    await at.send(url, 'x', inGroup('A', 'x'));
    expect(await at.receive(url)).toEqual([]);
    at.pass(1);
    expect(told(await at.receive(url))).toEqual(['x/1']);
  });

  it.each(['MessageGroupId', 'MessageDeduplicationId'])(
    '%s over 128 characters, or with a space',
    async (name) => {
      const { url } = at.queue('inbound.fifo');
      for (const id of ['i'.repeat(129), 'a b', 'ç'])
        expect(await refusal(at.send(url, 'x', { ...inGroup('A', 'x'), [name]: id }))).toMatchObject({
          name: 'InvalidParameterValue',
          message: expect.stringContaining('1 to 128 in length'),
        });
      await at.send(url, 'x', { ...inGroup('A', 'x'), [name]: '!'.repeat(128) });
    },
  );

  it('a deletion after the receive was over, and keeps the message', async () => {
    const { url } = at.queue('inbound.fifo', { VisibilityTimeout: 5 });
    await sendAll(url, ['A0']);
    const [late] = await at.receive(url);
    at.pass(5);
    expect(await refusal(at.remove(url, late))).toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('The receipt handle has expired.'),
    });
    const [again] = await at.receive(url);
    expect(await refusal(at.remove(url, late))).toMatchObject({ name: 'InvalidParameterValue' });
    await at.remove(url, again);
    await at.remove(url, again);
  });
});

it('numbers the messages of a FIFO queue upwards', async () => {
  const { url } = at.queue('inbound.fifo');
  const first = await at.send(url, 'A0', inGroup('A', '0'));
  const second = await at.send(url, 'A1', inGroup('A', '1'));
  expect(first.SequenceNumber).toMatch(/^\d{20}$/);
  expect(BigInt(second.SequenceNumber ?? 0)).toBeGreaterThan(BigInt(first.SequenceNumber ?? 0));
  const [received] = await at.receive(url);
  expect(received?.Attributes).toMatchObject({
    MessageGroupId: 'A',
    MessageDeduplicationId: '0',
    SequenceNumber: first.SequenceNumber,
  });
});
