import {
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  PurgeQueueInProgress,
  QueueDoesNotExist,
  SendMessageBatchCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AwsError } from '../../../../lib/local/service.ts';
import { house, refusal, told } from './house.ts';
import type { House } from './house.ts';

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

describe('a queue of a template', () => {
  it('has an address on this machine, an ARN of its region and the name that the template gave', async () => {
    const made = await at.sqs.provision({
      stack: 'demo',
      logicalId: 'Inbound',
      type: 'AWS::SQS::Queue',
      properties: { FifoQueue: true },
    });
    const url = `${at.served.endpoint}/000000000000/demo-Inbound.fifo`;
    expect(made).toEqual({
      ref: url,
      attributes: {
        Arn: 'arn:aws:sqs:sa-east-1:000000000000:demo-Inbound.fifo',
        QueueName: 'demo-Inbound.fifo',
        QueueUrl: url,
      },
    });
  });

  it('shows its settings, also those that the template wrote as text', async () => {
    const dead = at.queue('dead.fifo');
    const RedrivePolicy = { deadLetterTargetArn: dead.arn, maxReceiveCount: 3 };
    const { url, arn } = at.queue('all.fifo', {
      FifoQueue: 'true',
      VisibilityTimeout: '180',
      ContentBasedDeduplication: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
      KmsMasterKeyId: 'alias/aws/sqs',
      RedrivePolicy,
    });
    await at.sqs.provision({
      stack: 'demo',
      logicalId: 'Policy',
      type: 'AWS::SQS::QueuePolicy',
      properties: { PolicyDocument: { Version: '2012-10-17' }, Queues: [url] },
    });
    const { RedrivePolicy: redrive, Policy, ...rest } = await at.attributes(url);
    expect([JSON.parse(redrive ?? ''), JSON.parse(Policy ?? '')]).toEqual([
      RedrivePolicy,
      { Version: '2012-10-17' },
    ]);
    const created = String(at.now() / 1000);
    expect(rest).toEqual({
      QueueArn: arn,
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
      ApproximateNumberOfMessagesDelayed: '0',
      CreatedTimestamp: created,
      LastModifiedTimestamp: created,
      VisibilityTimeout: '180',
      MaximumMessageSize: '1048576',
      MessageRetentionPeriod: '345600',
      DelaySeconds: '0',
      ReceiveMessageWaitTimeSeconds: '0',
      FifoQueue: 'true',
      ContentBasedDeduplication: 'true',
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
      KmsMasterKeyId: 'alias/aws/sqs',
      SqsManagedSseEnabled: 'false',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a FIFO name without its ending', { QueueName: 'orders', FifoQueue: true }],
    ['the FIFO ending on a queue that is none', { QueueName: 'orders.fifo', FifoQueue: false }],
    ['a name over 80 characters', { QueueName: 'q'.repeat(81), FifoQueue: false }],
    ['a visibility time-out over 12 hours', { VisibilityTimeout: 43_201 }],
    ['a delay over 15 minutes', { DelaySeconds: 901 }],
    ['a message size over one mebibyte', { MaximumMessageSize: 1_048_577 }],
    ['retention over 14 days', { MessageRetentionPeriod: 1_209_601 }],
    ['a property that no queue has', { Colour: 'red' }],
    [
      'a FIFO setting on a queue that is none',
      { QueueName: 'q', FifoQueue: false, DeduplicationScope: 'queue' },
    ],
    ['throughput by group with deduplication by queue', { FifoThroughputLimit: 'perMessageGroupId' }],
    ['dead letters that are not there', { RedrivePolicy: { deadLetterTargetArn: 'x', maxReceiveCount: 3 } }],
    [
      'dead letters of the other kind',
      {
        RedrivePolicy: {
          deadLetterTargetArn: 'arn:aws:sqs:sa-east-1:000000000000:plain',
          maxReceiveCount: 3,
        },
      },
    ],
  ])('is refused with %s', (_, properties) => {
    at.queue('plain');
    expect(() => at.queue('orders.fifo', properties)).toThrow(AwsError);
  });
});

describe('the depth of a queue', () => {
  it('counts what is visible, in flight and delayed, over the wire and within the process', async () => {
    const { url, arn } = at.queue('plain');
    for (const body of ['a', 'b', 'c']) await at.send(url, body);
    await at.send(url, 'd', { DelaySeconds: 60 });
    await at.receive(url, { MaxNumberOfMessages: 2 });
    expect(await at.attributes(url)).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '2',
      ApproximateNumberOfMessagesDelayed: '1',
    });
    expect(at.sqs.depth(arn)).toEqual({ visible: 1, inFlight: 2, delayed: 1 });
  });

  it('knows the age of its oldest message, held or not', async () => {
    const { url, arn } = at.queue('plain');
    expect(at.sqs.oldestAge(arn)).toBe(0);
    await at.send(url, 'old');
    at.pass(40);
    await at.send(url, 'new');
    await at.receive(url, { MaxNumberOfMessages: 1 });
    at.pass(2.5);
    expect(at.sqs.oldestAge(arn)).toBe(42);
  });

  it('is not told of a queue that no template made', () => {
    expect(() => at.sqs.depth('arn:aws:sqs:sa-east-1:000000000000:nowhere')).toThrow(
      'The specified queue does not exist.',
    );
  });
});

describe('finding a queue', () => {
  it('by its name', async () => {
    const { url } = at.queue('plain');
    const find = (QueueName: string) => at.client.send(new GetQueueUrlCommand({ QueueName }));
    expect((await find('plain')).QueueUrl).toBe(url);
    expect(await refusal(find('nowhere'))).toBeInstanceOf(QueueDoesNotExist);
  });

  it('in the list, by prefix and page by page', async () => {
    const [b, a] = [at.queue('plain-b').url, at.queue('plain-a').url];
    at.queue('other');
    const list = (more: object) =>
      at.client.send(new ListQueuesCommand({ QueueNamePrefix: 'plain', ...more }));
    expect((await list({})).QueueUrls).toEqual([a, b]);
    const first = await list({ MaxResults: 1 });
    expect(first.QueueUrls).toEqual([a]);
    const second = await list({ MaxResults: 1, NextToken: first.NextToken });
    expect([second.QueueUrls, second.NextToken]).toEqual([[b], undefined]);
    expect((await list({ QueueNamePrefix: 'z' })).QueueUrls).toBeUndefined();
  });
});

it('is emptied by a purge, once a minute', async () => {
  const { url, arn } = at.queue('plain');
  for (const body of ['held', 'visible']) await at.send(url, body);
  await at.receive(url, { MaxNumberOfMessages: 1 });
  const purge = () => at.client.send(new PurgeQueueCommand({ QueueUrl: url }));
  await purge();
  expect(at.sqs.depth(arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  expect(await refusal(purge())).toBeInstanceOf(PurgeQueueInProgress);
  at.pass(60);
  await purge();
});

describe('the rights that a request needs', () => {
  const needed = async (call: Promise<unknown>) => {
    await call;
    return at.served.asked.at(-1)?.permissions;
  };

  it('are one action on the queue; a batch needs that of its single operation', async () => {
    const { url, arn } = at.queue('plain');
    const Entries = [{ Id: 'a', MessageBody: 'a' }];

    expect(await needed(at.receive(url))).toEqual([{ action: 'sqs:ReceiveMessage', resource: arn }]);
    expect(await needed(at.attributes(url))).toEqual([{ action: 'sqs:GetQueueAttributes', resource: arn }]);
    expect(await needed(at.client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries })))).toEqual([
      { action: 'sqs:SendMessage', resource: arn },
    ]);
  });

  it("include the customer's own key: data keys to send, decryption to receive", async () => {
    const key = 'arn:aws:kms:sa-east-1:000000000000:key/5a1ed';
    const context = { 'kms:ViaService': ['sqs.sa-east-1.amazonaws.com'] };
    const { url, arn } = at.queue('sealed', { KmsMasterKeyId: '5a1ed' });
    expect(await needed(at.send(url, 'secret'))).toEqual([
      { action: 'sqs:SendMessage', resource: arn },
      { action: 'kms:GenerateDataKey', resource: key, context },
      { action: 'kms:Decrypt', resource: key, context },
    ]);
    expect(told(await at.receive(url))).toEqual(['secret/1']);
    expect(at.served.asked.at(-1)?.permissions).toEqual([
      { action: 'sqs:ReceiveMessage', resource: arn },
      { action: 'kms:Decrypt', resource: key, context },
    ]);
  });

  it("leave out AWS's own key", async () => {
    const { url } = at.queue('sealed', { KmsMasterKeyId: 'alias/aws/sqs' });
    expect(await needed(at.send(url, 'x'))).toHaveLength(1);
  });

  it('name what moving dead letters back does in the name of the caller', async () => {
    const dead = at.queue('dead');
    const live = at.queue('live', { RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 1 } });

    expect(await needed(at.client.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn })))).toEqual([
      ...['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => ({
        action: `sqs:${action}`,
        resource: dead.arn,
      })),
      { action: 'sqs:SendMessage', resource: live.arn },
    ]);
  });
});
