import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  MessageNotInflight,
  ReceiptHandleIsInvalid,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { house, refusal, told } from './house.ts';
import type { House } from './house.ts';

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

const hide = (url: string, ReceiptHandle: string | undefined, VisibilityTimeout: number) =>
  at.client.send(new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout }));

describe('hiding a received message for longer or shorter', () => {
  it('brings it back at once with 0, later with more', async () => {
    const { url } = at.queue('plain', { VisibilityTimeout: 10 });
    await at.send(url, 'hello');
    const [first] = await at.receive(url);
    await hide(url, first?.ReceiptHandle, 0);
    const [second] = await at.receive(url);
    await hide(url, second?.ReceiptHandle, 60);
    at.pass(59);
    expect(await at.receive(url)).toEqual([]);
    at.pass(1);
    expect(told(await at.receive(url))).toEqual(['hello/3']);
  });

  it('is refused over 12 hours, in one step or in all', async () => {
    const { url } = at.queue('plain');
    await at.send(url, 'hello');
    const [message] = await at.receive(url);
    const handle = message?.ReceiptHandle;
    expect(await refusal(hide(url, handle, 43_201))).toMatchObject({
      name: 'InvalidParameterValue',
      message:
        'Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and 43200, if provided.',
    });
    await hide(url, handle, 43_200);
    at.pass(1);
    expect(await refusal(hide(url, handle, 43_200))).toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('Total VisibilityTimeout'),
    });
  });

  it('is refused for a message that is back in the queue, or gone', async () => {
    const { url } = at.queue('plain', { VisibilityTimeout: 10 });
    await at.send(url, 'hello');
    const [message] = await at.receive(url);
    at.pass(10);
    expect(await refusal(hide(url, message?.ReceiptHandle, 5))).toBeInstanceOf(MessageNotInflight);
    await at.remove(url, message);
    expect(await refusal(hide(url, message?.ReceiptHandle, 5))).toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('Message does not exist or is not available'),
    });
  });
});

describe('deleting', () => {
  it('keeps a message that somebody else holds by now', async () => {
    const { url } = at.queue('plain', { VisibilityTimeout: 10 });
    await at.send(url, 'hello');
    const [first] = await at.receive(url);
    at.pass(10);
    await at.receive(url);
    await at.remove(url, first);
    at.pass(10);
    expect(told(await at.receive(url))).toEqual(['hello/3']);
  });

  it('refuses a handle that no receive gave, or that is of another queue', async () => {
    const one = at.queue('one');
    const other = at.queue('other');
    await at.send(other.url, 'hello');
    const [stray] = await at.receive(other.url);
    for (const ReceiptHandle of ['made up', stray?.ReceiptHandle])
      expect(
        await refusal(at.client.send(new DeleteMessageCommand({ QueueUrl: one.url, ReceiptHandle }))),
      ).toBeInstanceOf(ReceiptHandleIsInvalid);
  });
});
