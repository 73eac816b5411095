import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fedHouse, settle, slow } from './fed-house.ts';
import type { FedHouse } from './fed-house.ts';

let at: FedHouse;
beforeEach(() => (at = fedHouse()));
afterEach(async () => at.close());

describe('a function behind a queue', () => {
  it('is called as soon as a message is sent, and the message is deleted when it succeeds', async () => {
    const arn = await at.queue('plain');
    const { calls } = at.feed(arn);
    await settle();
    at.send(arn, 'hello');
    await settle();
    expect(calls()).toEqual([['hello']]);
    expect(at.sqs.depth(arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('gets the event that AWS sends', async () => {
    const arn = await at.queue('inbound.fifo');
    const { events } = at.feed(arn);
    const attributes = {
      attempt: { DataType: 'Number', StringValue: '2' },
      bytes: { DataType: 'Binary', BinaryValue: 'AP8=' },
    };
    const sent = at.sqs.send(
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
              ApproximateFirstReceiveTimestamp: String(at.now()),
              SentTimestamp: String(at.now()),
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
    const arn = await at.queue('plain');
    at.send(arn, ...'abcdefghijkl'.split(''));
    const { calls } = at.feed(arn, { BatchSize: 3 });
    await settle();
    expect(calls().map((bodies) => bodies.length)).toEqual([3, 3, 3, 3]);
    const other = await at.queue('other');
    at.send(other, ...'abcdefghijkl'.split(''));
    const { calls: more } = at.feed(other);
    await settle();
    expect(more().map((bodies) => bodies.length)).toEqual([10, 2]);
  });

  it('gets no event over six megabytes', async () => {
    const arn = await at.queue('plain');
    const large = 'x'.repeat(1_000_000);
    for (let n = 0; n < 8; n += 1) at.send(arn, `${n}${large}`);
    const { events } = at.feed(arn);
    await settle();
    expect(events.map(({ Records }) => Records.length)).toEqual([6, 2]);
    for (const event of events) expect(JSON.stringify(event).length).toBeLessThanOrEqual(6_291_456);
  });

  it('is not called while the mapping is disabled', async () => {
    const arn = await at.queue('plain');
    const { calls, stopped } = at.feed(arn, { Enabled: 'false' });
    at.send(arn, 'hello');
    await stopped;
    expect(calls()).toEqual([]);
  });

  it('is called no more once the machine stops, and what it works on is waited for', async () => {
    const arn = await at.queue('plain');
    const { work, open, finishAll } = slow();
    const { calls, stopped } = at.feed(arn, {}, work);
    at.send(arn, 'first');
    await settle();
    at.stop.abort();
    await settle();
    at.send(arn, 'second');
    expect(open).toHaveLength(1);
    finishAll();
    await stopped;
    expect(calls()).toEqual([['first']]);
    expect(at.sqs.depth(arn)).toMatchObject({ visible: 1, inFlight: 0 });
  });
});

describe('how many calls run at once', () => {
  it.each([
    [{ ScalingConfig: { MaximumConcurrency: 2 } }, 2],
    [{}, 5],
  ])('with %o is at most %i', async (mapping, most) => {
    const arn = await at.queue('plain');
    const { work, open, finishOne, finishAll } = slow();
    at.send(arn, ...'abcdefgh'.split(''));
    const { calls } = at.feed(arn, { BatchSize: 1, ...mapping }, work);
    await settle();
    expect(open).toHaveLength(most);
    await finishOne();
    expect(calls()).toHaveLength(most + 1);
    at.stop.abort();
    finishAll();
  });

  it('is one for each group of a FIFO queue; other groups go on beside it', async () => {
    const arn = await at.queue('inbound.fifo');
    const { work, finishOne, finishAll } = slow();
    const { calls } = at.feed(arn, {}, work);
    await settle();
    at.send(arn, 'A0');
    await settle();
    at.send(arn, 'A1', 'B0', 'A2');
    await settle();
    expect(calls()).toEqual([['A0'], ['B0']]);
    await finishOne();
    expect(calls()).toEqual([['A0'], ['B0'], ['A1', 'A2']]);
    at.stop.abort();
    finishAll();
  });
});

describe('a batching window', () => {
  it('gathers messages until it closes', async () => {
    const arn = await at.queue('plain');
    const { calls } = at.feed(arn, { BatchSize: 100, MaximumBatchingWindowInSeconds: 5 });
    await settle();
    at.send(arn, 'a');
    await settle();
    at.send(arn, 'b');
    at.pass(4);
    await settle();
    at.send(arn, 'c');
    expect(calls()).toEqual([]);
    at.pass(1);
    await settle();
    expect(calls()).toEqual([['a', 'b', 'c']]);
  });

  it('closes as soon as the batch is full', async () => {
    const arn = await at.queue('plain');
    const { calls } = at.feed(arn, { BatchSize: 2, MaximumBatchingWindowInSeconds: 300 });
    await settle();
    at.send(arn, 'a');
    await settle();
    at.send(arn, 'b');
    await settle();
    expect(calls()).toEqual([['a', 'b']]);
  });
});

it('refuses to start what AWS refuses', async () => {
  const arn = await at.queue('inbound.fifo');
  expect(() => at.feed(arn, { BatchSize: 11 })).toThrow('Batch size for a FIFO queue');
  expect(() => at.feed(`${arn}x`)).toThrow('The specified queue does not exist.');
});
