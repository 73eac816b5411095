import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqsService } from '../../../../lib/local/services/sqs/sqs.ts';
import { house, told } from './house.ts';
import type { House } from './house.ts';

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

describe('a long poll', () => {
  it('is woken by a message, and all of a batch are there', async () => {
    const { url } = at.queue('plain');
    const polled = at.receive(url, { WaitTimeSeconds: 20 });
    await asked('ReceiveMessage');
    const Entries = ['a', 'b'].map((Id) => ({ Id, MessageBody: Id }));
    await at.client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    expect(told(await polled)).toEqual(['a/1', 'b/1']);
  });

  it('ends with nothing when its time is over, the one of the queue if none was asked for', async () => {
    const { url } = at.queue('plain', { ReceiveMessageWaitTimeSeconds: 20 });
    const polled = at.receive(url);
    await asked('ReceiveMessage');
    at.pass(20);
    expect(await polled).toEqual([]);
  });

  it.each([
    ['a delay ends', async (url: string) => at.send(url, 'late', { DelaySeconds: 7 })],
    [
      'a message comes back',
      async (url: string) => {
        await at.send(url, 'late');
        await at.receive(url, { VisibilityTimeout: 7 });
      },
    ],
  ])('is woken when %s', async (_, prepare) => {
    const { url } = at.queue('plain');
    await prepare(url);
    const polled = at.receive(url, { WaitTimeSeconds: 20 });
    await asked('ReceiveMessage');
    at.pass(7);
    expect(await polled).toHaveLength(1);
  });

  it('is woken when a message is given back', async () => {
    const { url, arn } = at.queue('plain');
    await at.send(url, 'back');
    const [held] = await at.receive(url);
    const polled = at.sqs.receive(arn, { most: 1, waitSeconds: 20 });
    at.sqs.changeVisibility(arn, held?.ReceiptHandle ?? '', 0);
    expect(await polled).toHaveLength(1);
  });

  it('looks again by itself when real time has passed', async () => {
    const { sqs, arn, close } = realTime();
    sqs.send(arn, { body: 'soon', delaySeconds: 0.02 }, 'tester');
    expect(await sqs.receive(arn, { most: 1, waitSeconds: 20 })).toHaveLength(1);
    await close();
  });

  it('is woken when the rest of a locked group is deleted', async () => {
    const { url } = at.queue('inbound.fifo', { ContentBasedDeduplication: true });
    await at.send(url, 'A0', { MessageGroupId: 'A' });
    const [first] = await at.receive(url);
    await at.send(url, 'A1', { MessageGroupId: 'A' });
    const polled = at.receive(url, { WaitTimeSeconds: 20 });
    await asked('ReceiveMessage', 2);
    await at.remove(url, first);
    expect(told(await polled)).toEqual(['A1/1']);
  });

  it('ends when its signal says so', async () => {
    const { arn } = at.queue('plain');
    const stop = new AbortController();
    const first = at.sqs.receive(arn, { most: 1, waitSeconds: 20, signal: stop.signal });
    stop.abort();
    expect(await first).toEqual([]);
    expect(await at.sqs.receive(arn, { most: 1, waitSeconds: 20, signal: stop.signal })).toEqual([]);
  });

  it('ends when the machine stops, and begins no more', async () => {
    const { sqs, arn, close } = realTime();
    const polled = sqs.receive(arn, { most: 1, waitSeconds: 20 });
    await close();
    expect(await polled).toEqual([]);
    expect(await sqs.receive(arn, { most: 1, waitSeconds: 20 })).toEqual([]);
  });
});

/** Queues whose clock nobody moves. */
const realTime = () => {
  const data = mkdtempSync(join(tmpdir(), 'sqs-'));
  const place = { region: 'sa-east-1', account: '000000000000', data, clock: Date.now };
  const sqs = sqsService(place, () => 'http://127.0.0.1:1');
  void sqs.provision({
    stack: 'test',
    logicalId: 'Q',
    type: 'AWS::SQS::Queue',
    properties: { QueueName: 'q' },
  });
  const close = async () => {
    await sqs.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { sqs, arn: 'arn:aws:sqs:sa-east-1:000000000000:q', close };
};

/** Until the stand-in has seen so many requests of this operation. */
const asked = async (operation: string, times = 1) => {
  while (at.served.asked.filter((one) => one.operation === operation).length < times)
    await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, 1));
};
