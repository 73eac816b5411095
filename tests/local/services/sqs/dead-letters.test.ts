import {
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  ResourceNotFoundException,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { house, refusal, told } from './house.ts';
import type { House } from './house.ts';

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

const pair = (suffix: '' | '.fifo', maxReceiveCount: number | string = 2) => {
  const dead = at.queue(`dead${suffix}`);
  const live = at.queue(`live${suffix}`, {
    VisibilityTimeout: 10,
    RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount },
  });
  return { live, dead };
};
const sendAll = (arn: string, bodies: readonly string[]) => {
  for (const body of bodies)
    at.sqs.send(
      arn,
      { body, groupId: body.slice(0, 1), ...(arn.endsWith('.fifo') && { deduplicationId: body }) },
      'tester',
    );
};
/** Receives and lets the time-out pass, so many times. */
const failTimes = async (url: string, times: number) => {
  for (let n = 0; n < times; n += 1) {
    await at.receive(url);
    at.pass(10);
  }
};
const move = (SourceArn: string, DestinationArn?: string, rate?: number) =>
  at.client.send(
    new StartMessageMoveTaskCommand({
      SourceArn,
      ...(DestinationArn !== undefined && { DestinationArn }),
      ...(rate !== undefined && { MaxNumberOfMessagesPerSecond: rate }),
    }),
  );
const movesOf = async (SourceArn: string) =>
  (await at.client.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 10 }))).Results;

describe('a message that was received too often', () => {
  it('goes to the dead letters with its id, and says where it came from', async () => {
    const { live, dead } = pair('', '2');
    const sent = await at.send(live.url, 'poison');
    await failTimes(live.url, 2);
    expect(await at.receive(live.url)).toEqual([]);
    const [message] = await at.receive(dead.url);
    expect(message).toMatchObject({
      MessageId: sent.MessageId,
      Body: 'poison',
      Attributes: { ApproximateReceiveCount: '3', DeadLetterQueueSourceArn: live.arn },
    });
  });

  it('keeps group and order in FIFO dead letters, and its followers are handed out at once', async () => {
    const { live, dead } = pair('.fifo');
    sendAll(live.arn, ['A0', 'A1', 'B0']);
    await failTimes(live.url, 1);
    const [first] = await at.receive(live.url, { MaxNumberOfMessages: 1 });
    expect(first?.Body).toBe('A0');
    at.pass(10);
    await failTimes(live.url, 1);
    sendAll(live.arn, ['A2']);
    expect(told(await at.receive(live.url))).toEqual(['A1/3', 'B0/3', 'A2/1'].slice(2));
    expect(
      (await at.receive(dead.url)).map(({ Body, Attributes }) => [Body, Attributes?.MessageGroupId]),
    ).toEqual([
      ['A0', 'A'],
      ['A1', 'A'],
      ['B0', 'B'],
    ]);
  });

  it('wakes who waits at the dead letters', async () => {
    const { live, dead } = pair('', 1);
    const polled = at.sqs.receive(dead.arn, { most: 1, waitSeconds: 20 });
    sendAll(live.arn, ['poison']);
    await failTimes(live.url, 1);
    await at.receive(live.url);
    expect(await polled).toHaveLength(1);
  });

  it('ages on in a standard queue, and starts anew in a FIFO queue', async () => {
    const standard = pair('', 1);
    const fifo = pair('.fifo', 1);
    for (const { live } of [standard, fifo]) {
      sendAll(live.arn, ['A0']);
      await at.receive(live.url);
    }
    at.pass(10);
    for (const { live } of [standard, fifo]) await at.receive(live.url);
    expect([standard, fifo].map(({ dead }) => at.sqs.oldestAge(dead.arn))).toEqual([10, 0]);
  });
});

describe('bringing dead letters back', () => {
  it('sends each to the queue that it came from, in order, as a new message', async () => {
    const { live, dead } = pair('.fifo', 1);
    sendAll(live.arn, ['A0', 'A1']);
    const [before] = await at.receive(live.url);
    at.pass(10);
    await at.receive(live.url);
    const { TaskHandle } = await move(dead.arn);
    expect(TaskHandle).toBeTruthy();
    const back = await at.receive(live.url);
    expect(told(back)).toEqual(['A0/1', 'A1/1']);
    expect(back[0]?.MessageId).not.toBe(before?.MessageId);
    expect(back[0]?.Attributes).not.toHaveProperty('DeadLetterQueueSourceArn');
    expect(at.sqs.depth(dead.arn).visible).toBe(0);
    expect(await movesOf(dead.arn)).toMatchObject([
      {
        Status: 'COMPLETED',
        SourceArn: dead.arn,
        ApproximateNumberOfMessagesMoved: 2,
        StartedTimestamp: at.now(),
      },
    ]);
  });

  it('wakes who waits at the queue that they come back to', async () => {
    const { live, dead } = pair('', 1);
    sendAll(live.arn, ['poison']);
    await failTimes(live.url, 1);
    const polled = at.sqs.receive(live.arn, { most: 1, waitSeconds: 20 });
    await move(dead.arn);
    expect(await polled).toHaveLength(1);
  });

  it('sends them elsewhere on request, and leaves alone what somebody holds', async () => {
    const { live, dead } = pair('');
    const other = at.queue('other');
    sendAll(dead.arn, ['a', 'b']);
    await at.receive(dead.url, { MaxNumberOfMessages: 1 });
    await move(dead.arn, other.arn, 500);
    expect(told(await at.receive(other.url))).toEqual(['b/1']);
    expect(at.sqs.depth(dead.arn).inFlight).toBe(1);
    expect(at.sqs.depth(live.arn).visible).toBe(0);
  });

  it('stops at a message that was sent straight into the dead letters', async () => {
    const { dead } = pair('');
    sendAll(dead.arn, ['stray']);
    await move(dead.arn);
    expect(at.sqs.depth(dead.arn).visible).toBe(1);
    expect(await movesOf(dead.arn)).toMatchObject([
      { Status: 'FAILED', FailureReason: 'CouldNotDetermineMessageSource' },
    ]);
  });

  it('is refused for a queue that is no dead letter queue, is not there, or is its own target', async () => {
    const { live, dead } = pair('');
    const fifo = at.queue('a.fifo');
    const invalid = { name: 'InvalidParameterValue' };
    expect(await refusal(move(live.arn))).toMatchObject({
      ...invalid,
      message: 'Source queue must be configured as a Dead Letter Queue.',
    });
    expect(await refusal(move(`${dead.arn}s`))).toBeInstanceOf(ResourceNotFoundException);
    expect(await refusal(move(dead.arn, `${dead.arn}s`))).toBeInstanceOf(ResourceNotFoundException);
    expect(await refusal(move(dead.arn, dead.arn))).toMatchObject(invalid);
    expect(await refusal(move(dead.arn, fifo.arn))).toMatchObject(invalid);
    expect(await refusal(move(dead.arn, live.arn, 501))).toMatchObject(invalid);
  });
});

it('tells which queues give up their messages to this one', async () => {
  const { live, dead } = pair('');
  const answer = await at.client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead.url }));
  expect(answer.queueUrls).toEqual([live.url]);
});
