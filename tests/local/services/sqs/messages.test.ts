import { SQSClient, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { credentials } from '../serve.ts';
import { house, told } from './house.ts';
import type { House } from './house.ts';

const mebibyte = 1_048_576;

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

describe('a message', () => {
  it('is hidden from others once received, and comes back after the visibility time-out', async () => {
    const { url } = at.queue('plain', { VisibilityTimeout: 10 });
    await at.send(url, 'hello');
    expect(told(await at.receive(url))).toEqual(['hello/1']);
    expect(await at.receive(url)).toEqual([]);
    at.pass(10);
    expect(told(await at.receive(url, { VisibilityTimeout: 2 }))).toEqual(['hello/2']);
    at.pass(2);
    expect(told(await at.receive(url))).toEqual(['hello/3']);
  });

  it('says when it was sent and first received, how often and by whom it was sent', async () => {
    const { url } = at.queue('plain', { VisibilityTimeout: 10 });
    await at.send(url, 'hello');
    at.pass(3);
    await at.receive(url);
    at.pass(10);
    await at.receive(url);
    at.pass(10);
    const [message] = await at.receive(url);
    expect(message?.Attributes).toEqual({
      SenderId: 'arn:aws:iam::000000000000:role/admin',
      SentTimestamp: String(at.now() - 23_000),
      ApproximateFirstReceiveTimestamp: String(at.now() - 20_000),
      ApproximateReceiveCount: '3',
    });
  });

  it('tells only the system attributes that were asked for, by either name of the parameter', async () => {
    const { url } = at.queue('plain', { VisibilityTimeout: 0 });
    await at.send(url, 'hello');
    const some = await at.receive(url, { MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
    const none = await at.receive(url, { MessageSystemAttributeNames: [] });
    const old = await at.receive(url, {
      MessageSystemAttributeNames: [],
      AttributeNames: ['All'],
    });
    expect(some[0]?.Attributes).toEqual({ ApproximateReceiveCount: '1' });
    expect(none[0]?.Attributes).toBeUndefined();
    expect(old[0]?.Attributes).toMatchObject({ ApproximateReceiveCount: '3' });
  });

  it('carries its attributes with checksums that the SDK and a reader can compute', async () => {
    const { url } = at.queue('plain');
    const attributes: Record<string, MessageAttributeValue> = {
      'kind.of': { DataType: 'String', StringValue: 'ação' },
      bytes: { DataType: 'Binary.png', BinaryValue: new Uint8Array([0, 255]) },
      attempt: { DataType: 'Number', StringValue: '3' },
    };
    const sent = await at.send(url, 'olá', { MessageAttributes: attributes });
    const [message] = await at.receive(url, { MessageAttributeNames: ['All'] });
    expect(message?.MessageAttributes).toEqual(attributes);
    expect(message?.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
  });

  it.each([
    ['Number', '235c5c510d26fb653d073faed50ae77c'],
    ['Number.java.lang.Long', '2e2e4876d8e0bd6b8c2c8f556831c349'],
  ])('has the attribute checksum that AWS computes for a %s', async (DataType, sum) => {
    const { url } = at.queue('plain');
    const timestamp = { DataType, StringValue: '1493147359900' };
    const sent = await at.send(url, 'x', { MessageAttributes: { timestamp } });
    expect(sent.MD5OfMessageAttributes).toBe(sum);
  });

  it('tells only the attributes that were asked for, by name or prefix', async () => {
    const { url } = at.queue('plain', { VisibilityTimeout: 0 });
    const attribute = { DataType: 'String', StringValue: 'x' };
    await at.send(url, 'hello', { MessageAttributes: { 'a.b': attribute, 'a.c': attribute, d: attribute } });
    const names = async (asked: string[]) => {
      const [message] = await at.receive(url, { MessageAttributeNames: asked });
      return Object.keys(message?.MessageAttributes ?? {}).sort();
    };
    expect(await names([])).toEqual([]);
    expect(await names(['d', 'e'])).toEqual(['d']);
    expect(await names(['a.*'])).toEqual(['a.b', 'a.c']);
    expect(await names(['.*'])).toEqual(['a.b', 'a.c', 'd']);
  });

  it('waits for its delay, its own or that of the queue', async () => {
    const { url } = at.queue('plain', { DelaySeconds: 5 });
    await at.send(url, 'own', { DelaySeconds: 2 });
    await at.send(url, 'queue');
    at.pass(2);
    expect(told(await at.receive(url))).toEqual(['own/1']);
    at.pass(3);
    expect(told(await at.receive(url))).toEqual(['queue/1']);
  });

  it('is gone when its retention is over', async () => {
    const { url } = at.queue('plain', { MessageRetentionPeriod: 60 });
    await at.send(url, 'old');
    at.pass(59);
    expect(told(await at.receive(url, { VisibilityTimeout: 0 }))).toEqual(['old/1']);
    at.pass(1);
    expect(await at.receive(url)).toEqual([]);
    expect(at.sqs.depth(at.queue('plain').arn).visible).toBe(0);
  });

  it('may be of one mebibyte', async () => {
    const { url } = at.queue('plain');
    await at.send(url, 'x'.repeat(mebibyte));
    const [message] = await at.receive(url);
    expect(message?.Body).toHaveLength(mebibyte);
  });
});

it('is found through the queue URL alone, whatever endpoint the client was made for', async () => {
  const { url } = at.queue('plain');
  const elsewhere = new SQSClient({ region: 'sa-east-1', credentials, logger: quiet });
  await elsewhere.send(
    new SendMessageBatchCommand({ QueueUrl: url, Entries: [{ Id: 'a', MessageBody: 'a' }] }),
  );
  expect(told(await at.receive(url))).toEqual(['a/1']);
});

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
