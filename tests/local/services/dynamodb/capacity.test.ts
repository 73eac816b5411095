/** Capacity as it is counted since the start, for the command that prices a run. */
import {
  BatchGetItemCommand,
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusal } from '../place.ts';
import type { StandIn } from './stand-in.ts';
import { standIn } from './stand-in.ts';
import { itemOfBytes, key, notes } from './tables.ts';

const TableName = 'notes';

let machine: StandIn;

beforeEach(async () => {
  machine = await standIn();
  await machine.client.send(new CreateTableCommand(notes(TableName)));
});

afterEach(() => machine.close());

it('adds up for each table, indexes included, whether or not a call asks for it', async () => {
  await machine.client.send(new CreateTableCommand(notes('others')));
  const indexed = { owner: { S: 'o' }, at: { S: '1' } };
  await machine.client.send(new PutItemCommand({ TableName, Item: { ...key('a', 1), ...indexed } }));
  await machine.client.send(new GetItemCommand({ TableName, Key: key('a', 1), ConsistentRead: true }));
  await machine.client.send(new GetItemCommand({ TableName: 'others', Key: key('a', 1) }));
  expect(machine.service.capacity()).toEqual([
    { table: 'notes', read: 1, write: 2 },
    { table: 'others', read: 0.5, write: 0 },
  ]);
});

it('counts what was refused by a condition, as AWS charges it', async () => {
  await machine.client.send(new PutItemCommand({ TableName, Item: itemOfBytes('big', 2500) }));
  const again = { TableName, Item: key('big', 1), ConditionExpression: 'attribute_not_exists(pk)' };
  await refusal(machine.client.send(new PutItemCommand(again)));
  expect(machine.service.capacity()).toEqual([{ table: 'notes', read: 0, write: 3 + 3 }]);
  await refusal(machine.client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: again }] })));
  expect(machine.service.capacity()).toEqual([{ table: 'notes', read: 0, write: 3 + 3 + 6 }]);
});

it('rounds each item of a batch, but a query only once', async () => {
  for (const sk of ['1', '2']) {
    await machine.client.send(
      new PutItemCommand({ TableName, Item: { ...itemOfBytes('q', 4200), sk: { N: sk } } }),
    );
  }
  const reads = () => machine.service.capacity()[0]?.read;
  await machine.client.send(
    new BatchGetItemCommand({
      RequestItems: { [TableName]: { Keys: [key('q', 1), key('q', 2)], ConsistentRead: true } },
    }),
  );
  expect(reads()).toBe(2 + 2);
  await machine.client.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'q' } },
    }),
  );
  expect(reads()).toBe(4 + 3);
});

it('charges a query of an index for what the index keeps, and a filter saves nothing', async () => {
  const item = { ...itemOfBytes('q', 9000), owner: { S: 'o' }, at: { S: '1' } };
  await machine.client.send(new PutItemCommand({ TableName, Item: item }));
  const page = await machine.client.send(
    new QueryCommand({
      TableName,
      IndexName: 'by-owner',
      KeyConditionExpression: '#o = :o',
      FilterExpression: 'note = :o',
      ExpressionAttributeNames: { '#o': 'owner' },
      ExpressionAttributeValues: { ':o': { S: 'o' } },
      ReturnConsumedCapacity: 'INDEXES',
    }),
  );
  expect(page).toMatchObject({ Count: 0, ScannedCount: 1 });
  expect(page.ConsumedCapacity).toEqual({
    TableName,
    CapacityUnits: 0.5,
    Table: { CapacityUnits: 0 },
    GlobalSecondaryIndexes: { 'by-owner': { CapacityUnits: 0.5 } },
  });
});

it('begins anew after a restart', async () => {
  await machine.client.send(new PutItemCommand({ TableName, Item: key('a', 1) }));
  machine = await machine.restart();
  expect(machine.service.capacity()).toEqual([]);
});
