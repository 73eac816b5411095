/** Transactions beside other calls: conflicts, tokens over time and restarts. */
import {
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  BatchWriteItemCommand,
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsRequest } from '../../../../lib/local/service.ts';
import { AwsError } from '../../../../lib/local/service.ts';
import { refusal } from '../place.ts';
import { admin } from '../serve.ts';
import type { StandIn } from './stand-in.ts';
import { standIn } from './stand-in.ts';
import { key, notes } from './tables.ts';

const TableName = 'notes';
const MINUTE = 60 * 1000;

let machine: StandIn;

beforeEach(async () => {
  machine = await standIn();
  await machine.client.send(new CreateTableCommand(notes(TableName)));
});

afterEach(() => machine.close());

const increment = (pk: string, ClientRequestToken?: string) =>
  new TransactWriteItemsCommand({
    ClientRequestToken,
    TransactItems: [
      {
        Update: {
          TableName,
          Key: key(pk, 1),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ],
  });

const count = async (pk: string) =>
  (await machine.client.send(new GetItemCommand({ TableName, Key: key(pk, 1) }))).Item?.['n']?.N;

/** A request given to the service itself, so that several are surely there at the same time. */
const request = (operation: string, body: object): AwsRequest => ({
  principal: admin,
  method: 'POST',
  path: '/',
  query: new URLSearchParams(),
  headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
  body: Buffer.from(JSON.stringify(body)),
});

const answerTo = async (operation: string, body: object): Promise<unknown> => {
  try {
    return JSON.parse(String((await machine.service.answer(request(operation, body))).body));
  } catch (error) {
    return error instanceof AwsError ? [error.code, error.members['CancellationReasons']] : error;
  }
};

describe('calls that meet a transaction on its item', () => {
  const held = { TransactItems: [{ Put: { TableName, Item: key('held', 1) } }] };
  const conflict = { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' };

  it('are cancelled or refused, and the transaction itself is not', async () => {
    const [first, second, single, read] = await Promise.all([
      answerTo('TransactWriteItems', held),
      answerTo('TransactWriteItems', {
        TransactItems: [{ Put: { TableName, Item: key('free', 1) } }, ...held.TransactItems],
      }),
      answerTo('PutItem', { TableName, Item: { ...key('held', 1), a: { S: 'x' } } }),
      answerTo('TransactGetItems', { TransactItems: [{ Get: { TableName, Key: key('held', 1) } }] }),
    ]);
    expect(first).toEqual({});
    expect(second).toEqual(['TransactionCanceledException', [{ Code: 'None' }, conflict]]);
    expect(single).toEqual(['TransactionConflictException', undefined]);
    expect(read).toEqual(['TransactionCanceledException', [conflict]]);
  });

  it('leave the item of a batch unprocessed', async () => {
    const [, batch] = await Promise.all([
      answerTo('TransactWriteItems', held),
      answerTo('BatchWriteItem', {
        RequestItems: {
          [TableName]: [key('held', 1), key('free', 1)].map((Item) => ({ PutRequest: { Item } })),
        },
      }),
    ]);
    expect(batch).toEqual({ UnprocessedItems: { [TableName]: [{ PutRequest: { Item: key('held', 1) } }] } });
  });

  it('are free again when it is over', async () => {
    await Promise.all([answerTo('TransactWriteItems', held), answerTo('TransactWriteItems', held)]);
    expect(await answerTo('TransactWriteItems', held)).toEqual({});
  });

  it('may read the item meanwhile, as it was before', async () => {
    const [, read] = await Promise.all([
      answerTo('TransactWriteItems', held),
      answerTo('GetItem', { TableName, Key: key('held', 1) }),
    ]);
    expect(read).toEqual({});
  });
});

describe('a client token', () => {
  it('stands for its transaction ten minutes, over a restart too', async () => {
    await machine.client.send(increment('token', 'once'));
    machine.place.pass(9 * MINUTE);
    machine = await machine.restart();
    await machine.client.send(increment('token', 'once'));
    expect(await count('token')).toBe('1');
    machine.place.pass(2 * MINUTE);
    await machine.client.send(increment('token', 'once'));
    expect(await count('token')).toBe('2');
  });

  it('of a cancelled transaction may be used again', async () => {
    const put = new TransactWriteItemsCommand({
      ClientRequestToken: 'again',
      TransactItems: [
        { Put: { TableName, Item: key('cancelled', 1), ConditionExpression: 'attribute_exists(pk)' } },
      ],
    });
    expect(await refusal(machine.client.send(put))).toBe('TransactionCanceledException');
    await machine.client.send(new PutItemCommand({ TableName, Item: key('cancelled', 1) }));
    expect(await refusal(machine.client.send(put))).toBe('accepted');
  });

  it('is in progress while its transaction is', async () => {
    const body = {
      ClientRequestToken: 'busy',
      TransactItems: [{ Put: { TableName, Item: key('busy', 1) } }],
    };
    const [, second] = await Promise.all([
      answerTo('TransactWriteItems', body),
      answerTo('TransactWriteItems', body),
    ]);
    expect(second).toEqual(['TransactionInProgressException', undefined]);
  });

  it('repeats a charge for reading what was written', async () => {
    const body = { S: 'x'.repeat(1500) };
    const put = new TransactWriteItemsCommand({
      ClientRequestToken: 'charged',
      ReturnConsumedCapacity: 'TOTAL',
      TransactItems: [{ Put: { TableName, Item: { ...key('charged', 1), body } } }],
    });
    expect((await machine.client.send(put)).ConsumedCapacity).toMatchObject([{ WriteCapacityUnits: 4 }]);
    expect((await machine.client.send(put)).ConsumedCapacity).toMatchObject([{ ReadCapacityUnits: 2 }]);
  });
});

it('names a reason for every action of a cancelled read', async () => {
  const read = new TransactGetItemsCommand({
    TransactItems: [
      { Get: { TableName, Key: key('a', 1) } },
      { Get: { TableName, Key: { pk: { S: 'a' } } } },
    ],
  });
  await expect(machine.client.send(read)).rejects.toThrow(TransactionCanceledException);
  await expect(machine.client.send(read)).rejects.toMatchObject({
    CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
  });
});

it('keeps a batch that was written before a restart', async () => {
  const requests = [1, 2].map((n) => ({ PutRequest: { Item: key('kept', n) } }));
  await machine.client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
  machine = await machine.restart();
  const got = await machine.client.send(new GetItemCommand({ TableName, Key: key('kept', 2) }));
  expect(got.Item).toEqual(key('kept', 2));
});
