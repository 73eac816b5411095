import {
  BatchEntryIdsNotDistinct,
  BatchRequestTooLong,
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  EmptyBatchRequest,
  InvalidBatchEntryId,
  SendMessageBatchCommand,
  TooManyEntriesInBatchRequest,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { house, refusal, told } from './house.ts';
import type { House } from './house.ts';

const mebibyte = 1_048_576;

let at: House;
beforeEach(async () => (at = await house()));
afterEach(async () => at.close());

const sendBatch = (url: string, Entries: { Id: string; MessageBody: string }[]) =>
  at.client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));

describe('a batch', () => {
  const ten = Array.from({ length: 10 }, (_, n) => ({ Id: `m${n}`, MessageBody: `${n}` }));

  it('of ten is sent, hidden and deleted, entry by entry', async () => {
    const { url } = at.queue('plain');
    await sendBatch(url, ten);
    const messages = await at.receive(url);
    expect(messages).toHaveLength(10);
    const entries = messages.map(({ ReceiptHandle }, n) => ({
      Id: `m${n}`,
      ReceiptHandle,
      VisibilityTimeout: 99,
    }));
    const hidden = await at.client.send(
      new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries: entries }),
    );
    expect(hidden.Successful).toHaveLength(10);
    at.pass(98);
    expect(await at.receive(url)).toEqual([]);
    const [first = { Id: 'none', ReceiptHandle: undefined }, ...rest] = entries;
    const answer = await at.client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url,
        Entries: [{ Id: first.Id, ReceiptHandle: 'made up' }, ...rest],
      }),
    );
    expect(answer.Successful).toHaveLength(9);
    expect(answer.Failed).toEqual([
      { Id: 'm0', Code: 'ReceiptHandleIsInvalid', SenderFault: true, Message: expect.any(String) },
    ]);
    at.pass(1);
    expect(told(await at.receive(url))).toEqual(['0/2']);
  });

  it('takes the good messages and names the bad one', async () => {
    const { url } = at.queue('plain');
    const answer = await sendBatch(url, [
      { Id: 'good', MessageBody: 'good' },
      { Id: 'bad', MessageBody: 'nul \0' },
    ]);
    expect(answer.Successful?.map(({ Id }) => Id)).toEqual(['good']);
    expect(answer.Failed).toMatchObject([{ Id: 'bad', Code: 'InvalidMessageContents', SenderFault: true }]);
  });

  it.each([
    ['more than ten', () => [...ten, { Id: 'more', MessageBody: 'x' }], TooManyEntriesInBatchRequest],
    ['none', () => [], EmptyBatchRequest],
    ['one id twice', () => [...ten.slice(1), { Id: 'm1', MessageBody: 'x' }], BatchEntryIdsNotDistinct],
    ['an id with a dot', () => [{ Id: 'a.b', MessageBody: 'x' }], InvalidBatchEntryId],
    [
      'more than one mebibyte together',
      () => ten.slice(0, 2).map(({ Id }) => ({ Id, MessageBody: 'é'.repeat(mebibyte / 4 + 1) })),
      BatchRequestTooLong,
    ],
  ])('is refused with %s', async (_, entries, error) => {
    const { url } = at.queue('plain');
    expect(await refusal(sendBatch(url, entries()))).toBeInstanceOf(error);
    expect(at.sqs.depth(at.queue('plain').arn).visible).toBe(0);
  });

  it('of deletions or of time-outs is refused for the same reasons', async () => {
    const { url } = at.queue('plain');
    const entry = { Id: 'a', ReceiptHandle: 'x', VisibilityTimeout: 1 };
    for (const Entries of [[], [entry, entry]])
      for (const Command of [DeleteMessageBatchCommand, ChangeMessageVisibilityBatchCommand])
        expect(await refusal(at.client.send(new Command({ QueueUrl: url, Entries })))).toBeInstanceOf(
          Entries.length === 0 ? EmptyBatchRequest : BatchEntryIdsNotDistinct,
        );
  });

  it('to a FIFO queue is refused as a whole when one entry has no group', async () => {
    const { url, arn } = at.queue('inbound.fifo', { ContentBasedDeduplication: true });
    const Entries = [
      { Id: 'a', MessageBody: 'a', MessageGroupId: 'A' },
      { Id: 'b', MessageBody: 'b' },
    ];
    expect(await refusal(sendBatch(url, Entries))).toMatchObject({ name: 'MissingParameter' });
    expect(at.sqs.depth(arn).visible).toBe(0);
  });
});
