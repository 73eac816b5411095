import { InvalidAttributeName, InvalidMessageContents, QueueDoesNotExist } from '@aws-sdk/client-sqs';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { house, refusal } from './house.ts';
import type { House } from './house.ts';

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

describe('what is refused', () => {
  it.each(['SendMessage', 'ReceiveMessage', 'DeleteMessage'])(
    '%s to a queue that is not there',
    async (name) => {
      const url = `${at.served.endpoint}/000000000000/nowhere`;
      const calls: Record<string, () => Promise<unknown>> = {
        SendMessage: () => at.send(url, 'x'),
        ReceiveMessage: () => at.receive(url),
        DeleteMessage: () => at.remove(url, { ReceiptHandle: 'x' }),
      };
      expect(await refusal(calls[name]?.() ?? Promise.resolve())).toBeInstanceOf(QueueDoesNotExist);
    },
  );

  it('a body that is empty, too long for the queue, or not of text that XML can carry', async () => {
    const { url } = at.queue('plain', { MaximumMessageSize: 1024 });
    expect(await refusal(at.send(url, ''))).toMatchObject({ name: 'MissingParameter' });
    expect(await refusal(at.send(url, 'é'.repeat(513)))).toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('shorter than 1024 bytes'),
    });
    expect(await refusal(at.send(url, '\u0001'))).toBeInstanceOf(InvalidMessageContents);
  });

  it('attributes that count the message over the limit', async () => {
    const { url } = at.queue('plain', { MaximumMessageSize: 1024 });
    const MessageAttributes = { filler: { DataType: 'String', StringValue: 'x'.repeat(100) } };
    await at.send(url, 'x'.repeat(1024 - 112), { MessageAttributes });
    expect(await refusal(at.send(url, 'x'.repeat(1025 - 112), { MessageAttributes }))).toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  it.each<[string, Record<string, MessageAttributeValue>]>([
    [
      'eleven',
      Object.fromEntries(
        Array.from({ length: 11 }, (_, n) => [`a${n}`, { DataType: 'String', StringValue: 'x' }]),
      ),
    ],
    ['an unknown type', { a: { DataType: 'Text', StringValue: 'x' } }],
    ['no value', { a: { DataType: 'String', StringValue: '' } }],
    ['a number that is none', { a: { DataType: 'Number', StringValue: 'three' } }],
    ["AWS's own prefix", { 'AWS.kind': { DataType: 'String', StringValue: 'x' } }],
  ])('attributes: %s', async (_, MessageAttributes) => {
    const { url } = at.queue('plain');
    expect(await refusal(at.send(url, 'x', { MessageAttributes }))).toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  it.each([
    { MaxNumberOfMessages: 11 },
    { MaxNumberOfMessages: 0 },
    { WaitTimeSeconds: 21 },
    { VisibilityTimeout: 43_201 },
  ])('a receive with %o', async (asked) => {
    const { url } = at.queue('plain');
    expect(await refusal(at.receive(url, asked))).toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('a delay over 15 minutes, and a deduplication id on a queue that is not FIFO', async () => {
    const { url } = at.queue('plain');
    for (const more of [{ DelaySeconds: 901 }, { MessageDeduplicationId: 'x' }])
      expect(await refusal(at.send(url, 'x', more))).toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('an attribute name that there is none of', async () => {
    const { url } = at.queue('plain');
    const unknown = JSON.parse('["Colour"]');
    expect(await refusal(at.receive(url, { MessageSystemAttributeNames: unknown }))).toBeInstanceOf(
      InvalidAttributeName,
    );
  });

  it('an operation that makes queues: templates do', async () => {
    const body = JSON.stringify({ QueueName: 'x' });
    const headers = { 'x-amz-target': 'AmazonSQS.CreateQueue' };
    const answer = await fetch(at.served.endpoint, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([400, { __type: 'UnsupportedOperation' }]);
  });

  it('a request that is not of its shape', async () => {
    const ask = async (body: string) => {
      const headers = { 'x-amz-target': 'AmazonSQS.SendMessage' };
      return (await fetch(at.served.endpoint, { method: 'POST', headers, body })).json();
    };
    expect(await ask('{')).toMatchObject({ __type: 'SerializationException' });
    expect(await ask('{"QueueUrl":"u","MessageBody":7}')).toMatchObject({ __type: 'SerializationException' });
    expect(await ask('{"QueueUrl":"u"}')).toMatchObject({
      __type: 'MissingParameter',
      message: 'The request must contain the parameter MessageBody.',
    });
  });
});
