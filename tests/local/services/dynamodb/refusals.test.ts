/** What DynamoDB refuses, in its own words, where the second engine words it differently or lets it pass. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaint, refusal } from '../place.ts';
import type { StandIn } from './stand-in.ts';
import { standIn } from './stand-in.ts';
import { itemOfBytes, key, notes } from './tables.ts';

const TableName = 'notes';

let machine: StandIn;

beforeAll(async () => {
  machine = await standIn();
  await machine.client.send(new CreateTableCommand(notes(TableName)));
});

afterAll(() => machine.close());

const put = (Item: Record<string, AttributeValue>) =>
  machine.client.send(new PutItemCommand({ TableName, Item }));

const update = (UpdateExpression: string, values?: Record<string, AttributeValue>) =>
  machine.client.send(
    new UpdateItemCommand({
      TableName,
      Key: key('a', 1),
      UpdateExpression,
      ExpressionAttributeValues: values,
      ReturnValues: 'ALL_NEW',
    }),
  );

const nested = (levels: number): AttributeValue =>
  levels === 0 ? { S: 'leaf' } : { M: { n: nested(levels - 1) } };

describe('an update', () => {
  const one = { ':v': { N: '1' } };

  it.each([
    ['SET x.y = :v', 'The document path provided in the update expression is invalid for update'],
    ['SET x = t + :v', 'An operand in the update expression has an incorrect data type'],
    ['ADD t :v', 'An operand in the update expression has an incorrect data type'],
    ['SET pk = :v', 'Cannot update attribute pk. This attribute is part of the key'],
    ['SET x = :v SET y = :v', 'The "SET" section can only be used once in an update expression'],
    ['SET x = :v, x.y = :v', 'Two document paths overlap with each other'],
    [
      'SET x = :v, y = nope',
      'The provided expression refers to an attribute that does not exist in the item',
    ],
    ['SET x = :v, y = #n', 'expression attribute name used in the document path is not defined'],
  ])('is refused: %s', async (expression, words) => {
    await put({ ...key('a', 1), t: { S: 'text' } });
    expect(await complaint(update(expression, one))).toContain(words);
  });

  it('changes nothing when it is refused', async () => {
    await put({ ...key('a', 1), n: { N: '1' }, t: { S: 'text' } });
    await refusal(update('SET n = n + :v, x = t + :v', one));
    const got = await machine.client.send(new GetItemCommand({ TableName, Key: key('a', 1) }));
    expect(got.Item).toEqual({ ...key('a', 1), n: { N: '1' }, t: { S: 'text' } });
  });

  it('takes list places as they were before it', async () => {
    const l = { L: ['a', 'b', 'c', 'd'].map((S) => ({ S })) };
    const texts = async (expression: string, values?: Record<string, AttributeValue>) => {
      await put({ ...key('a', 1), l });
      return (await update(expression, values)).Attributes?.['l']?.L?.map((each) => each.S);
    };
    expect(await texts('REMOVE l[0], l[2]')).toEqual(['b', 'd']);
    expect(await texts('SET l[9] = :v, l[1] = :v', { ':v': { S: 'z' } })).toEqual(['a', 'z', 'c', 'd', 'z']);
    expect(await texts('SET l[1] = :v REMOVE l[0]', { ':v': { S: 'z' } })).toEqual(['z', 'c', 'd']);
  });

  it('may not make a number that DynamoDB can not keep', async () => {
    await put({ ...key('a', 1), n: { N: '9'.repeat(38) } });
    expect(await complaint(update('SET n = n + :v', { ':v': { N: '0.1' } }))).toContain(
      '38 significant digits',
    );
    await put({ ...key('a', 1), n: { N: '9e125' } });
    expect(await complaint(update('SET n = n + n'))).toContain('Number overflow');
  });

  it('returns nothing for an item that was not there', async () => {
    const fresh = new UpdateItemCommand({ TableName, Key: key('fresh', 1), ReturnValues: 'ALL_OLD' });
    expect((await machine.client.send(fresh)).Attributes).toBeUndefined();
  });
});

describe('a query', () => {
  const query = (KeyConditionExpression: string, extra: Record<string, unknown> = {}) =>
    machine.client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression,
        ExpressionAttributeValues: { ':p': { S: 'q' } },
        ...extra,
      }),
    );
  const byOwner = { IndexName: 'by-owner', ExpressionAttributeNames: { '#o': 'owner' } };

  it.each([
    ['sk = :p', 'Query condition missed key schema element: pk'],
    ['pk > :p', 'Query key condition not supported'],
    ['pk = :p AND note = :p', 'Query condition missed key schema element: sk'],
    ['pk = :p OR pk = :p', 'Invalid operator used in KeyConditionExpression: OR'],
    ['pk = :p AND sk = :p', 'Condition parameter type does not match schema type'],
  ])('is refused: %s', async (condition, words) => {
    expect(await complaint(query(condition))).toContain(words);
  });

  it('may not filter by its own key, nor ask an index for what it does not keep', async () => {
    expect(await complaint(query('pk = :p', { FilterExpression: 'sk = :p' }))).toContain(
      'Filter Expression can only contain non-primary key attributes: Primary key attribute: sk',
    );
    expect(await complaint(query('#o = :p', { ...byOwner, ProjectionExpression: 'pk, body' }))).toContain(
      'Global secondary index by-owner does not project [body]',
    );
    expect(await complaint(query('#o = :p', { ...byOwner, Select: 'ALL_ATTRIBUTES' }))).toContain(
      'Select type ALL_ATTRIBUTES is not supported for global secondary index by-owner',
    );
  });

  it.each([
    [{ Select: 'COUNT', ProjectionExpression: 'pk' }, 'when choosing to get only the Count'],
    [{ Select: 'ALL_ATTRIBUTES', ProjectionExpression: 'pk' }, 'when choosing to get ALL_ATTRIBUTES'],
    [{ Select: 'SPECIFIC_ATTRIBUTES' }, 'when choosing to get SPECIFIC_ATTRIBUTES'],
    [{ Select: 'ALL_PROJECTED_ATTRIBUTES' }, 'can be used only when Querying using an IndexName'],
  ])('may not contradict itself: %o', async (extra, words) => {
    expect(await complaint(query('pk = :p', extra))).toContain(words);
  });

  it('may not start at a key that no page ended with', async () => {
    expect(await complaint(query('pk = :p', { ExclusiveStartKey: { pk: { S: 'q' } } }))).toContain(
      'The provided starting key is invalid',
    );
    expect(await complaint(query('#o = :p', { ...byOwner, ExclusiveStartKey: key('q', 1) }))).toContain(
      'The provided starting key is invalid',
    );
  });

  it('takes the item that crosses a megabyte into the page, then stops', async () => {
    for (const sk of [1, 2, 3, 4, 5]) await put({ ...itemOfBytes('q', 300 * 1024), sk: { N: String(sk) } });
    expect(await query('pk = :p')).toMatchObject({ Count: 4, LastEvaluatedKey: key('q', 4) });
  });
});

describe('a condition', () => {
  const check = (ConditionExpression: string, ExpressionAttributeValues: Record<string, AttributeValue>) =>
    complaint(
      machine.client.send(
        new PutItemCommand({
          TableName,
          Item: key('c', 1),
          ConditionExpression,
          ExpressionAttributeValues,
        }),
      ),
    );

  it.each<[string, AttributeValue, string]>([
    ['a < :v', { BOOL: true }, 'operator or function: <, operand type: BOOL'],
    ['NOT (a = :v OR a >= :v)', { SS: ['x'] }, 'operator or function: >=, operand type: SS'],
    ['a BETWEEN :v AND :v', { L: [] }, 'operator or function: BETWEEN, operand type: L'],
  ])('orders only what has an order: %s', async (condition, value, words) => {
    expect(await check(condition, { ':v': value })).toContain(words);
  });

  it('lists at most 100 values and holds at most 300 operators', async () => {
    const values = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`:v${n}`, { N: String(n) }]));
    const list = (count: number) => `a IN (${Object.keys(values(count)).join(', ')})`;
    expect(await check(list(100), values(100))).toBe('The conditional request failed');
    expect(await check(list(101), values(101))).toContain('operator or function: IN');
    const chain = (count: number) => Array.from({ length: count }, () => 'a=:v').join(' OR ');
    expect(await check(chain(150), { ':v': { S: 'x' } })).toBe('The conditional request failed');
    expect(await check(chain(151), { ':v': { S: 'x' } })).toContain('operator count: 301');
  });
});

describe('documents', () => {
  it('may be 32 levels deep and no deeper', async () => {
    const deep = 'Nesting Levels have exceeded supported limits';
    await put({ ...key('deep', 1), a: nested(31) });
    expect(await complaint(put({ ...key('deep', 1), a: nested(32) }))).toContain(deep);
    expect(await complaint(update('SET a = :v', { ':v': nested(32) }))).toContain(deep);
  });
});

describe('keys', () => {
  it('are measured in bytes, 2048 for a partition and 1024 for a sort key', async () => {
    await put(key('ü'.repeat(1024), 1));
    expect(await complaint(put(key('ü'.repeat(1025), 1)))).toContain('maximum size limit of2048 bytes');
    const entry = { ...key('k', 1), owner: { S: 'o' } };
    expect(await complaint(put({ ...entry, at: { S: 'x'.repeat(1025) } }))).toContain(
      'size limit of 1024 bytes',
    );
  });
});

describe('batches and transactions', () => {
  it('are refused over 25 requests in all tables together', async () => {
    await machine.client.send(new CreateTableCommand(notes('others')));
    const some = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ PutRequest: { Item: key('b', n) } }));
    const batch = new BatchWriteItemCommand({ RequestItems: { [TableName]: some(13), others: some(13) } });
    expect(await complaint(machine.client.send(batch))).toBe(
      'Too many items requested for the BatchWriteItem call',
    );
  });

  it('are refused over 4 MB together', async () => {
    const puts = Array.from({ length: 11 }, (_, n) => ({
      Put: { TableName, Item: { ...itemOfBytes('large', 399 * 1024), sk: { N: String(n) } } },
    }));
    expect(await refusal(machine.client.send(new TransactWriteItemsCommand({ TransactItems: puts })))).toBe(
      'ValidationException',
    );
  });

  it('need exactly one operation in an action', async () => {
    const both = { Put: { TableName, Item: key('x', 1) }, Delete: { TableName, Key: key('x', 1) } };
    for (const action of [{}, both]) {
      const command = new TransactWriteItemsCommand({ TransactItems: [action] });
      expect(await complaint(machine.client.send(command))).toBe(
        'TransactItems can only contain one of Check, Put, Update or Delete',
      );
    }
  });

  it('read only what a projection names', async () => {
    await put({ ...key('read', 1), a: { S: 'x' } });
    const Get = { TableName, Key: key('read', 1), ProjectionExpression: 'a' };
    const read = await machine.client.send(new TransactGetItemsCommand({ TransactItems: [{ Get }] }));
    expect(read.Responses).toEqual([{ Item: { a: { S: 'x' } } }]);
  });
});

describe('what this machine does not play', () => {
  it('is refused, never ignored', async () => {
    const legacy = new PutItemCommand({ TableName, Item: key('a', 1), Expected: { pk: { Exists: false } } });
    expect(await complaint(machine.client.send(legacy))).toContain('legacy parameter Expected');
    const local = {
      ...notes('with-local'),
      LocalSecondaryIndexes: [
        {
          IndexName: 'local',
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' as const },
            { AttributeName: 'at', KeyType: 'RANGE' as const },
          ],
          Projection: { ProjectionType: 'ALL' as const },
        },
      ],
    };
    expect(await complaint(machine.client.send(new CreateTableCommand(local)))).toContain(
      'does not play LocalSecondaryIndexes',
    );
  });
});
