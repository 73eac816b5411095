import { NotFoundException, InvalidParameterException, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { PublishCommandInput } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '../../../lib/local/services/outbox.ts';
import type { Outbox } from '../../../lib/local/services/outbox.ts';
import { snsService } from '../../../lib/local/services/sns.ts';
import type { SnsService } from '../../../lib/local/services/sns.ts';
import { testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

let place: TestPlace;
let left: Outbox;
let sns: SnsService;
let served: Served;
let client: SNSClient;

beforeEach(async () => {
  place = testPlace();
  left = outbox(place);
  sns = snsService(place, left);
  served = await serveService(sns);
  client = new SNSClient({ region: place.region, endpoint: served.endpoint, credentials, maxAttempts: 1 });
});
afterEach(async () => {
  client.destroy();
  await served.close();
  place.remove();
});

const make = async (type: string, properties: Readonly<Record<string, unknown>>) =>
  sns.provision({ stack: 'demo', logicalId: 'It', type: `AWS::SNS::${type}`, properties });
const topic = async (properties: Readonly<Record<string, unknown>> = {}) =>
  (await make('Topic', properties)).ref;
const publish = (input: Partial<PublishCommandInput>) =>
  client.send(new PublishCommand({ Message: 'words', ...input }));

describe('a topic of a template', () => {
  it('has an ARN of its region and the name that the template gave, or one after the resource', async () => {
    expect(await make('Topic', { TopicName: 'alarms', DisplayName: 'Alarms' })).toEqual({
      ref: 'arn:aws:sns:sa-east-1:000000000000:alarms',
      attributes: { TopicArn: 'arn:aws:sns:sa-east-1:000000000000:alarms', TopicName: 'alarms' },
    });
    expect(await topic()).toBe('arn:aws:sns:sa-east-1:000000000000:demo-It');
  });

  it('takes its policy', async () => {
    expect(await make('TopicPolicy', { PolicyDocument: {}, Topics: [] })).toMatchObject({ ref: 'It' });
  });

  it.each([
    ['a FIFO topic', 'Topic', { FifoTopic: true }],
    ['a name with a space', 'Topic', { TopicName: 'a b' }],
    ['a queue that subscribes', 'Subscription', { TopicArn: 'x', Protocol: 'sqs', Endpoint: 'x' }],
    ['a function that subscribes', 'Subscription', { TopicArn: 'x', Protocol: 'lambda', Endpoint: 'x' }],
  ])('is refused with %s', async (_, type, properties) => {
    await expect(make(type, properties)).rejects.toMatchObject({ code: 'InvalidParameter' });
  });
});

describe('what is published', () => {
  it('is kept with its subject, its attributes and whom it reaches', async () => {
    const arn = await topic({ Subscription: [{ Protocol: 'sms', Endpoint: '+5511990000000' }] });
    await make('Subscription', { TopicArn: arn, Protocol: 'email', Endpoint: 'night@example.com' });
    const { MessageId } = await publish({
      TopicArn: arn,
      Subject: 'Olá <tudo>',
      Message: 'à noite & só',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'test' } },
    });
    expect(left.since(0)).toEqual([
      {
        n: 1,
        at: expect.any(String),
        kind: 'notice',
        messageId: MessageId,
        topic: arn,
        to: [
          { protocol: 'sms', endpoint: '+5511990000000' },
          { protocol: 'email', endpoint: 'night@example.com' },
        ],
        subject: 'Olá <tudo>',
        message: 'à noite & só',
        attributes: { kind: 'test' },
      },
    ]);
  });

  it('is not told twice to a subscriber of a template that is deployed again', async () => {
    for (let n = 0; n < 2; n += 1) {
      const arn = await topic();
      await make('Subscription', { TopicArn: arn, Protocol: 'email', Endpoint: 'night@example.com' });
    }
    await publish({ TopicArn: await topic() });
    await make('Subscription', { TopicArn: await topic(), Protocol: 'email', Endpoint: 'night@example.com' });
    await publish({ TopicArn: 'arn:aws:sns:sa-east-1:000000000000:demo-It' });
    expect(left.since(1)[0]?.['to']).toHaveLength(1);
  });

  it('may be a text to a telephone', async () => {
    await publish({ PhoneNumber: '+5511990000000' });
    expect(left.since(0)).toMatchObject([
      { kind: 'notice', message: 'words', to: [{ protocol: 'sms', endpoint: '+5511990000000' }] },
    ]);
  });

  it('is kept in its default words when each protocol has its own', async () => {
    const message = JSON.stringify({ default: 'short', email: 'long' });
    await publish({ TopicArn: await topic(), Message: message, MessageStructure: 'json' });
    expect(left.since(0)).toMatchObject([{ message: 'short' }]);
  });

  it('may come from within the process, as the alarm that it is', async () => {
    sns.publish(await topic(), { message: 'words' }, { alarm: 'dead letters' });
    expect(left.since(0)).toMatchObject([{ kind: 'alarm', alarm: 'dead letters', message: 'words' }]);
  });
});

describe('what is refused', () => {
  it('a topic that is not there', async () => {
    const TopicArn = 'arn:aws:sns:sa-east-1:000000000000:nowhere';
    await expect(publish({ TopicArn })).rejects.toBeInstanceOf(NotFoundException);
  });

  it.each<[string, Partial<PublishCommandInput>]>([
    ['no words', { Message: '' }],
    ['too many words', { Message: 'é'.repeat(131_073) }],
    ['a subject over 100 characters', { Subject: 's'.repeat(101) }],
    ['a subject over two lines', { Subject: 'a\nb' }],
    ['words for each protocol that are no JSON', { Message: '{', MessageStructure: 'json' }],
    ['words for each protocol without the default', { Message: '{}', MessageStructure: 'json' }],
    ['an unknown structure', { MessageStructure: 'xml' }],
  ])('%s', async (_, input) => {
    const TopicArn = await topic();
    await expect(publish({ TopicArn, ...input })).rejects.toBeInstanceOf(InvalidParameterException);
    expect(left.since(0)).toEqual([]);
  });

  it('a text to nobody, and to no number', async () => {
    await expect(publish({})).rejects.toBeInstanceOf(InvalidParameterException);
    await expect(publish({ PhoneNumber: '0800' })).rejects.toBeInstanceOf(InvalidParameterException);
  });

  it('an action that this machine does not imitate', async () => {
    const answer = await fetch(served.endpoint, { method: 'POST', body: 'Action=CreateTopic&Name=x' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('InvalidAction')]);
  });
});

describe('the rights that publishing needs', () => {
  it('are on the topic, and on its key when the customer owns it', async () => {
    const key = 'arn:aws:kms:sa-east-1:000000000000:key/5a1ed';
    const context = { 'kms:ViaService': ['sns.sa-east-1.amazonaws.com'] };
    const arn = await topic({ KmsMasterKeyId: key });
    await publish({ TopicArn: arn });
    expect(served.asked.at(-1)).toEqual({
      operation: 'Publish',
      permissions: [
        { action: 'sns:Publish', resource: arn },
        { action: 'kms:GenerateDataKey', resource: key, context },
        { action: 'kms:Decrypt', resource: key, context },
      ],
    });
  });

  it('are general for a text', async () => {
    await publish({ PhoneNumber: '+5511990000000' });
    expect(served.asked.at(-1)?.permissions).toEqual([{ action: 'sns:Publish', resource: '*' }]);
  });
});
