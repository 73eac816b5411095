/** What every DynamoDB does, told through the real client; it runs over our stand-in and over a second engine. */
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaint, refusal } from '../place.ts';
import { itemOfBytes, key, notes } from './tables.ts';

export type Connection = { readonly client: DynamoDBClient; close(): Promise<void> };

type Item = Record<string, AttributeValue>;

const TableName = 'notes';
const MATCH = 'The provided key element does not match the schema';

const caught = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call;
  } catch (error) {
    return error;
  }
};

const reasonsOf = (error: unknown) =>
  error instanceof TransactionCanceledException ? error.CancellationReasons : undefined;

export const conformance = (name: string, connect: () => Promise<Connection>): void => {
  describe(`DynamoDB as ${name} plays it`, () => {
    let connection: Connection;
    let client: DynamoDBClient;

    beforeAll(async () => {
      connection = await connect();
      client = connection.client;
      await client.send(new CreateTableCommand(notes(TableName)));
    });

    afterAll(() => connection.close());

    const put = (Item: Item) => client.send(new PutItemCommand({ TableName, Item }));
    const get = async (Key: Item): Promise<Item | undefined> =>
      (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
    const update = (
      Key: Item,
      UpdateExpression: string,
      values: Item = {},
      extra: Record<string, unknown> = {},
    ) =>
      client.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression,
          ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
          ...extra,
        }),
      );
    const query = (KeyConditionExpression: string, values: Item, extra: Record<string, unknown> = {}) =>
      client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression,
          ExpressionAttributeValues: values,
          ...extra,
        }),
      );
    const transact = (...TransactItems: Record<string, Record<string, unknown>>[]) =>
      client.send(
        new TransactWriteItemsCommand({
          TransactItems: TransactItems.map((action) =>
            Object.fromEntries(Object.entries(action).map(([kind, body]) => [kind, { TableName, ...body }])),
          ),
        }),
      );
    const holds = async (Item: Item, ConditionExpression: string, values: Item = {}): Promise<boolean> => {
      await put({ ...key('condition', 1), ...Item });
      const check = {
        Key: key('condition', 1),
        ConditionExpression,
        ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
      };
      return (await refusal(transact({ ConditionCheck: check }))) === 'accepted';
    };

    describe('items', () => {
      it('come back as they were put, whatever their types', async () => {
        const item: Item = {
          ...key('types', '-1.5'),
          text: { S: 'olá ☂ 你好' },
          empty: { S: '' },
          number: { N: '12345678901234567890.123456789' },
          bytes: { B: new Uint8Array([0, 255, 7]) },
          yes: { BOOL: true },
          nothing: { NULL: true },
          words: { SS: ['a', 'b'] },
          list: { L: [{ N: '1' }, { M: { deep: { L: [] } } }] },
          map: { M: { 'odd name': { S: 'x' } } },
        };
        await put(item);
        expect(await get(key('types', '-1.50'))).toEqual(item);
      });

      it('keep numbers in one form', async () => {
        await put({ ...key('numbers', '1e2'), n: { N: '0042.1200' }, tiny: { N: '1E-5' } });
        expect(await get(key('numbers', 100))).toEqual({
          ...key('numbers', 100),
          n: { N: '42.12' },
          tiny: { N: '0.00001' },
        });
      });

      it('are gone after a delete, which returns what was there', async () => {
        await put({ ...key('gone', 1), a: { S: 'x' } });
        const remove = new DeleteItemCommand({
          TableName,
          Key: key('gone', 1),
          ReturnValues: 'ALL_OLD',
        });
        expect((await client.send(remove)).Attributes?.['a']).toEqual({ S: 'x' });
        expect(await get(key('gone', 1))).toBeUndefined();
        expect((await client.send(remove)).Attributes).toBeUndefined();
      });

      it('are refused without their key, with a wrong type and with an empty key', async () => {
        const empty = 'The AttributeValue for a key attribute cannot contain an empty string value. Key: pk';
        expect(await complaint(put({ pk: { S: 'a' } }))).toBe(
          'One or more parameter values were invalid: Missing the key sk in the item',
        );
        expect(await complaint(put({ pk: { N: '1' }, sk: { N: '1' } }))).toBe(
          'One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N',
        );
        expect(await complaint(put(key('', 1)))).toContain(empty);
        expect(await complaint(get(key('', 1)))).toContain(empty);
        expect(await complaint(get({ pk: { S: 'a' } }))).toBe(MATCH);
        expect(await complaint(get({ ...key('a', 1), more: { S: 'x' } }))).toBe(MATCH);
      });

      it('may not carry an empty or mistyped index key', async () => {
        const bad = { ...key('index-key', 1), at: { S: '1' } };
        expect(await complaint(put({ ...bad, owner: { S: '' } }))).toContain(
          'cannot contain an empty string value. IndexName: by-owner, IndexKey: owner',
        );
        expect(await complaint(put({ ...bad, owner: { N: '1' } }))).toContain(
          'Type mismatch for Index Key owner Expected: S Actual: N IndexName: by-owner',
        );
        expect(
          await refusal(
            update(
              key('index-key', 1),
              'SET #o = :e',
              { ':e': { S: '' } },
              {
                ExpressionAttributeNames: { '#o': 'owner' },
              },
            ),
          ),
        ).toBe('ValidationException');
      });

      it('may be 400 KB and not a byte more', async () => {
        const limit = 400 * 1024;
        await put(itemOfBytes('big', limit));
        expect(await complaint(put(itemOfBytes('big', limit + 1)))).toContain(
          'Item size has exceeded the maximum allowed size',
        );
        expect(await complaint(update(key('big', 1), 'SET more = :m', { ':m': { S: 'xxxxx' } }))).toBe(
          'Item size to update has exceeded the maximum allowed size',
        );
      });

      it('count an umlaut as the two bytes that it is', async () => {
        const item = itemOfBytes('big', 400 * 1024);
        const text = item['body']?.S ?? '';
        expect(await complaint(put({ ...item, body: { S: `${text.slice(1)}ü` } }))).toContain(
          'Item size has exceeded',
        );
      });

      it('are answered in the parts that a projection names', async () => {
        await put({
          ...key('part', 1),
          a: { M: { b: { S: 'b' }, c: { S: 'c' } } },
          l: { L: [{ N: '0' }, { N: '1' }, { N: '2' }] },
        });
        const command = new GetItemCommand({
          TableName,
          Key: key('part', 1),
          ProjectionExpression: 'a.b, l[2], l[0], nope.x',
        });
        expect((await client.send(command)).Item).toEqual({
          a: { M: { b: { S: 'b' } } },
          l: { L: [{ N: '0' }, { N: '2' }] },
        });
      });

      it('of a table that is not there are not found', async () => {
        const command = new GetItemCommand({ TableName: 'nowhere', Key: key('a', 1) });
        expect(await complaint(client.send(command))).toBe('Requested resource not found');
        expect(await refusal(client.send(new DescribeTableCommand({ TableName: 'nowhere' })))).toBe(
          'ResourceNotFoundException',
        );
      });
    });

    describe('conditions', () => {
      const item: Item = {
        n: { N: '9' },
        s: { S: 'banana' },
        ls: { L: [{ S: 'x' }, { M: { k: { N: '1' } } }] },
        words: { SS: ['b', 'a'] },
        mp: { M: { into: { S: 'side' } } },
        yes: { BOOL: true },
      };

      const cases: readonly (readonly [string, Item, boolean])[] = [
        ['n < :v', { ':v': { N: '10' } }, true],
        ['n > :v', { ':v': { N: '10' } }, false],
        ['n = :v', { ':v': { N: '9.0' } }, true],
        ['n = :v', { ':v': { S: '9' } }, false],
        ['n <> :v', { ':v': { S: '9' } }, true],
        ['nope <> :v', { ':v': { S: '9' } }, true],
        ['nope = :v', { ':v': { S: '9' } }, false],
        ['s BETWEEN :a AND :b', { ':a': { S: 'b' }, ':b': { S: 'c' } }, true],
        ['s IN (:a, :b)', { ':a': { S: 'apple' }, ':b': { S: 'banana' } }, true],
        ['begins_with(s, :v)', { ':v': { S: 'ban' } }, true],
        ['begins_with(s, :v)', { ':v': { S: 'nan' } }, false],
        ['contains(s, :v)', { ':v': { S: 'nan' } }, true],
        ['contains(words, :v)', { ':v': { S: 'a' } }, true],
        ['contains(ls, :v)', { ':v': { S: 'x' } }, true],
        ['contains(ls, :v)', { ':v': { S: 'k' } }, false],
        ['words = :v', { ':v': { SS: ['a', 'b'] } }, true],
        ['mp = :v', { ':v': { M: { into: { S: 'side' } } } }, true],
        ['mp = :v', { ':v': { M: { into: { S: 'out' } } } }, false],
        ['ls[1].k = :v', { ':v': { N: '1' } }, true],
        ['size(s) = :v', { ':v': { N: '6' } }, true],
        ['size(words) > :v', { ':v': { N: '1' } }, true],
        ['attribute_type(yes, :v)', { ':v': { S: 'BOOL' } }, true],
        ['attribute_exists(constructor)', {}, false],
        ['attribute_not_exists(mp.nowhere)', {}, true],
        ['NOT (n = :v OR attribute_exists(s)) OR yes = :t', { ':v': { N: '1' }, ':t': { BOOL: true } }, true],
      ];

      it.each(cases.map(([expression, values, expected]) => ({ expression, values, expected })))(
        '$expression with $values is $expected',
        async ({ expression, values, expected }) => {
          expect(await holds(item, expression, values)).toBe(expected);
        },
      );

      it('stop a write and, if asked, return the item that is there', async () => {
        await put({ ...key('once', 1), a: { S: 'first' } });
        const again = {
          TableName,
          Item: key('once', 1),
          ConditionExpression: 'attribute_not_exists(pk)',
        };
        const plain = await caught(client.send(new PutItemCommand(again)));
        const asked = await caught(
          client.send(new PutItemCommand({ ...again, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })),
        );
        expect(plain).toBeInstanceOf(ConditionalCheckFailedException);
        expect(plain).toMatchObject({ message: 'The conditional request failed' });
        expect(plain).not.toHaveProperty('Item.a');
        expect(asked).toMatchObject({ Item: { ...key('once', 1), a: { S: 'first' } } });
        expect((await get(key('once', 1)))?.['a']).toEqual({ S: 'first' });
      });

      it.each(['status = :v', 'a = :v AND', 'a = :other', 'a = :v OR (a = :v'])(
        'are refused when they are no expressions: %s',
        async (ConditionExpression) => {
          const command = new PutItemCommand({
            TableName,
            Item: key('syntax', 1),
            ConditionExpression,
            ExpressionAttributeValues: { ':v': { S: 'x' } },
          });
          expect(await refusal(client.send(command))).toBe('ValidationException');
        },
      );

      it('are refused beyond 4 KB', async () => {
        const long = Array.from({ length: 300 }, (_, n) => `attribute${n} = :v`).join(' OR ');
        const command = new PutItemCommand({
          TableName,
          Item: key('long', 1),
          ConditionExpression: long,
          ExpressionAttributeValues: { ':v': { S: 'x' } },
        });
        expect(await complaint(client.send(command))).toContain(
          'Invalid ConditionExpression: Expression size has exceeded the maximum allowed size',
        );
      });
    });

    describe('updates', () => {
      const updated = async (before: Item, expression: string, values: Item = {}): Promise<Item> => {
        await put({ ...key('update', 1), ...before });
        await update(key('update', 1), expression, values);
        const { pk: _, sk: __, ...rest } = (await get(key('update', 1))) ?? {};
        return rest;
      };

      it('make an item that is not there', async () => {
        await update(key('fresh', 1), 'SET a = if_not_exists(a, :zero) + :one', {
          ':zero': { N: '0' },
          ':one': { N: '1' },
        });
        expect(await get(key('fresh', 1))).toEqual({ ...key('fresh', 1), a: { N: '1' } });
      });

      it('read every value from the item as it was', async () => {
        expect(await updated({ a: { N: '1' }, b: { N: '2' } }, 'SET a = b, b = a')).toEqual({
          a: { N: '2' },
          b: { N: '1' },
        });
      });

      it('calculate exactly', async () => {
        const a = { N: '0.1' };
        expect(await updated({ a }, 'SET a = a + :v', { ':v': { N: '0.2' } })).toEqual({ a: { N: '0.3' } });
        expect(await updated({ a }, 'ADD a :v', { ':v': { N: '-0.1' } })).toEqual({ a: { N: '0' } });
        expect(
          await updated({ a: { N: '99999999999999999999' } }, 'SET a = a - :v', { ':v': { N: '0.5' } }),
        ).toEqual({ a: { N: '99999999999999999998.5' } });
      });

      it('append to lists, at either end', async () => {
        const l = { L: ['a', 'b', 'c', 'd'].map((S) => ({ S })) };
        const texts = (item: Item): unknown => item['l']?.L?.map((each) => each.S);
        expect(
          texts(await updated({ l }, 'SET l = list_append(:v, l)', { ':v': { L: [{ S: '0' }] } })),
        ).toEqual(['0', 'a', 'b', 'c', 'd']);
      });

      it('add to sets and take from them; an empty set vanishes', async () => {
        const s = { SS: ['a', 'b'] };
        const more = await updated({ s }, 'ADD s :v', { ':v': { SS: ['b', 'c'] } });
        expect(more['s']?.SS?.toSorted()).toEqual(['a', 'b', 'c']);
        expect(await updated({ s }, 'DELETE s :v', { ':v': { SS: ['a', 'x'] } })).toEqual({
          s: { SS: ['b'] },
        });
        expect(await updated({ s }, 'DELETE s :v', { ':v': s })).toEqual({});
      });

      it('reach into maps', async () => {
        const m = { M: { a: { S: 'a' }, b: { S: 'b' } } };
        expect(await updated({ m }, 'SET m.c = :v REMOVE m.a', { ':v': { S: 'c' } })).toEqual({
          m: { M: { b: { S: 'b' }, c: { S: 'c' } } },
        });
      });

      it.each([
        'SET x.y = :v',
        'SET x = nope, y = :v',
        'SET x = t + :v',
        'ADD t :v',
        'SET pk = :v',
        'SET x = :v SET y = :v',
        'SET x = :v, x.y = :v',
        'REMOVE x = :v',
      ])('are refused: %s', async (expression) => {
        await put({ ...key('refused', 1), t: { S: 'text' } });
        expect(await refusal(update(key('refused', 1), expression, { ':v': { N: '1' } }))).toBe(
          'ValidationException',
        );
      });

      it('return what was asked for', async () => {
        await put({ ...key('return', 1), a: { N: '1' }, b: { N: '2' } });
        const returning = async (ReturnValues: string) =>
          (await update(key('return', 1), 'SET a = a + :one', { ':one': { N: '1' } }, { ReturnValues }))
            .Attributes;
        expect(await returning('NONE')).toBeUndefined();
        expect(await returning('UPDATED_NEW')).toEqual({ a: { N: '3' } });
        expect(await returning('UPDATED_OLD')).toEqual({ a: { N: '3' } });
        expect(await returning('ALL_OLD')).toEqual({ ...key('return', 1), a: { N: '4' }, b: { N: '2' } });
        expect(await returning('ALL_NEW')).toEqual({ ...key('return', 1), a: { N: '6' }, b: { N: '2' } });
      });
    });

    describe('queries', () => {
      const numbers = ['-100', '-1.05', '-1', '0', '0.5', '2', '10', '1000'];

      beforeAll(async () => {
        for (const [place, n] of numbers.entries()) {
          await put({
            ...key('q', n),
            owner: { S: place % 2 === 0 ? 'ann' : 'bob' },
            at: { S: `t${place}` },
            note: { S: `n${place}` },
            secret: { S: 's' },
          });
        }
      });

      const found = async (condition: string, values: Item = {}, extra: Record<string, unknown> = {}) => {
        const page = await query(`pk = :p${condition}`, { ':p': { S: 'q' }, ...values }, extra);
        return page.Items?.map((item) => item['sk']?.N);
      };

      it('answer in the order of the numbers, or backwards', async () => {
        expect(await found('')).toEqual(numbers);
        expect(await found('', {}, { ScanIndexForward: false })).toEqual(numbers.toReversed());
      });

      it.each([
        ['sk < :v', ['-100', '-1.05']],
        ['sk <= :v', ['-100', '-1.05', '-1']],
        ['sk > :v', ['0', '0.5', '2', '10', '1000']],
        ['sk >= :v', ['-1', '0', '0.5', '2', '10', '1000']],
        ['sk = :v', ['-1']],
      ])('keep to the sort key: %s -1', async (condition, expected) => {
        expect(await found(` AND ${condition}`, { ':v': { N: '-1' } })).toEqual(expected);
      });

      it('take a range, and a prefix of text', async () => {
        expect(await found(' AND sk BETWEEN :a AND :b', { ':a': { N: '0' }, ':b': { N: '2' } })).toEqual([
          '0',
          '0.5',
          '2',
        ]);
        const page = await query(
          '#o = :o AND begins_with(#a, :t)',
          { ':o': { S: 'ann' }, ':t': { S: 't' } },
          { IndexName: 'by-owner', ExpressionAttributeNames: { '#o': 'owner', '#a': 'at' } },
        );
        expect(page.Count).toBe(4);
      });

      it('of an index answer what it keeps', async () => {
        const byOwner = { IndexName: 'by-owner', ExpressionAttributeNames: { '#o': 'owner' } };
        const page = await query('#o = :o', { ':o': { S: 'bob' } }, byOwner);
        expect(page.Items?.[0]).toEqual({
          ...key('q', '-1.05'),
          owner: { S: 'bob' },
          at: { S: 't1' },
          note: { S: 'n1' },
        });
        await update(key('q', '-1.05'), 'REMOVE note, #a', {}, { ExpressionAttributeNames: { '#a': 'at' } });
        expect((await query('#o = :o', { ':o': { S: 'bob' } }, byOwner)).Count).toBe(3);
      });

      it('go on where a page ended, in both directions', async () => {
        for (const ScanIndexForward of [true, false]) {
          const seen: (string | undefined)[] = [];
          let ExclusiveStartKey: Item | undefined;
          do {
            const page: { Items?: Item[] | undefined; LastEvaluatedKey?: Item | undefined } = await query(
              'pk = :p',
              { ':p': { S: 'q' } },
              { Limit: 3, ScanIndexForward, ExclusiveStartKey },
            );
            seen.push(...(page.Items ?? []).map((item) => item['sk']?.N));
            ExclusiveStartKey = page.LastEvaluatedKey;
          } while (ExclusiveStartKey !== undefined);
          expect(seen).toEqual(ScanIndexForward ? numbers : numbers.toReversed());
        }
      });

      it('filter after they have counted', async () => {
        const page = await query(
          'pk = :p',
          { ':p': { S: 'q' }, ':o': { S: 'ann' } },
          { FilterExpression: '#o = :o', ExpressionAttributeNames: { '#o': 'owner' }, Limit: 4 },
        );
        expect(page).toMatchObject({ Count: 2, ScannedCount: 4 });
        const counted = await query('pk = :p', { ':p': { S: 'q' } }, { Select: 'COUNT' });
        expect(counted).toMatchObject({ Count: numbers.length, ScannedCount: numbers.length });
        expect(counted.Items).toBeUndefined();
      });

      it.each(['sk = :n', 'pk > :p', 'pk = :p AND note = :p', 'pk = :p OR pk = :p', 'pk <> :p'])(
        'are refused: %s',
        async (condition) => {
          const values = { ':p': { S: 'q' }, ':n': { N: '1' } };
          const used = Object.entries(values).filter(([name]) => condition.includes(name));
          expect(await refusal(query(condition, Object.fromEntries(used)))).toBe('ValidationException');
        },
      );

      it('are refused on an index that is not there, and consistently on one that is', async () => {
        const values = { ':p': { S: 'q' } };
        expect(await complaint(query('pk = :p', values, { IndexName: 'nope' }))).toBe(
          'The table does not have the specified index: nope',
        );
        const consistent = {
          IndexName: 'by-owner',
          ConsistentRead: true,
          ExpressionAttributeNames: { '#o': 'owner' },
        };
        expect(await complaint(query('#o = :p', values, consistent))).toBe(
          'Consistent reads are not supported on global secondary indexes',
        );
      });

      it('end a page after a megabyte', async () => {
        for (const sk of [1, 2, 3, 4, 5]) {
          await put({ ...itemOfBytes('mega', 300 * 1024), sk: { N: String(sk) } });
        }
        const first = await query('pk = :p', { ':p': { S: 'mega' } });
        const rest = await query(
          'pk = :p',
          { ':p': { S: 'mega' } },
          { ExclusiveStartKey: first.LastEvaluatedKey },
        );
        expect(first.Count).toBeLessThan(5);
        expect((first.Count ?? 0) + (rest.Count ?? 0)).toBe(5);
        expect(rest.LastEvaluatedKey).toBeUndefined();
      });
    });

    describe('scans', () => {
      it('see every item once, whole or in segments', async () => {
        await client.send(new CreateTableCommand(notes('scanned')));
        for (let n = 0; n < 60; n += 1) {
          await client.send(new PutItemCommand({ TableName: 'scanned', Item: key(`p${n}`, n) }));
        }
        const whole = await client.send(new ScanCommand({ TableName: 'scanned' }));
        const parts = await Promise.all(
          [0, 1, 2].map((Segment) =>
            client.send(new ScanCommand({ TableName: 'scanned', Segment, TotalSegments: 3 })),
          ),
        );
        const keys = parts.flatMap((part) => part.Items ?? []).map((item) => item['pk']?.S);
        expect(whole.Count).toBe(60);
        expect(new Set(keys).size).toBe(60);
        expect(keys).toHaveLength(60);
        expect(parts.every((part) => (part.Count ?? 0) > 0)).toBe(true);
      });
    });

    describe('batches', () => {
      it('write and read many items', async () => {
        const requests = Array.from({ length: 25 }, (_, n) => ({ PutRequest: { Item: key('batch', n) } }));
        await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
        const got = await client.send(
          new BatchGetItemCommand({
            RequestItems: { [TableName]: { Keys: [key('batch', 0), key('batch', 24), key('batch', 99)] } },
          }),
        );
        expect(got.Responses?.[TableName]).toHaveLength(2);
        expect(got.UnprocessedKeys).toEqual({});
      });

      it('are refused when they are too many or name an item twice', async () => {
        const write = (requests: { PutRequest: { Item: Item } }[]) =>
          client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
        const one = { PutRequest: { Item: key('batch', 1) } };
        const many = Array.from({ length: 26 }, (_, n) => ({ PutRequest: { Item: key('many', n) } }));
        expect(await refusal(write(many))).toBe('ValidationException');
        expect(await complaint(write([one, one]))).toBe('Provided list of item keys contains duplicates');
        const keys = Array.from({ length: 101 }, (_, n) => key('many', n));
        const read = new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: keys } } });
        expect(await refusal(client.send(read))).toBe('ValidationException');
      });
    });

    describe('transactions', () => {
      it('write all of it or nothing, and say which action was to blame', async () => {
        await put({ ...key('tx', 1), a: { S: 'old' } });
        const error = await caught(
          transact(
            { Put: { Item: key('tx', 2) } },
            {
              Update: {
                Key: key('tx', 1),
                UpdateExpression: 'SET a = :v',
                ConditionExpression: 'a = :w',
                ExpressionAttributeValues: { ':v': { S: 'new' }, ':w': { S: 'other' } },
                ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              },
            },
          ),
        );
        expect(error).toMatchObject({
          message:
            'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
        });
        expect(reasonsOf(error)).toEqual([
          { Code: 'None' },
          {
            Code: 'ConditionalCheckFailed',
            Message: 'The conditional request failed',
            Item: { ...key('tx', 1), a: { S: 'old' } },
          },
        ]);
        expect(await get(key('tx', 2))).toBeUndefined();
      });

      it('put, update, delete and check together', async () => {
        await put({ ...key('four', 1), n: { N: '1' } });
        await put(key('four', 2));
        await put(key('four', 3));
        await transact(
          {
            Update: {
              Key: key('four', 1),
              UpdateExpression: 'ADD n :v',
              ExpressionAttributeValues: { ':v': { N: '1' } },
            },
          },
          { Delete: { Key: key('four', 2) } },
          { ConditionCheck: { Key: key('four', 3), ConditionExpression: 'attribute_exists(pk)' } },
          { Put: { Item: key('four', 4), ConditionExpression: 'attribute_not_exists(pk)' } },
        );
        const page = await query('pk = :p', { ':p': { S: 'four' } });
        expect(page.Items).toEqual([{ ...key('four', 1), n: { N: '2' } }, key('four', 3), key('four', 4)]);
      });

      it('cancel for what only an item or a schema shows, and refuse what the request shows', async () => {
        const reason = async (...actions: Parameters<typeof transact>) =>
          reasonsOf(await caught(transact(...actions)))?.[0];
        expect(await reason({ Put: { Item: { pk: { S: 'x' } } } })).toEqual({
          Code: 'ValidationError',
          Message: 'One or more parameter values were invalid: Missing the key sk in the item',
        });
        expect(await reason({ Delete: { Key: { pk: { S: 'x' } } } })).toEqual({
          Code: 'ValidationError',
          Message: MATCH,
        });
        expect(await reason({ Update: { Key: key('absent', 1), UpdateExpression: 'SET a = b' } })).toEqual({
          Code: 'ValidationError',
          Message: 'The provided expression refers to an attribute that does not exist in the item',
        });
        expect(await refusal(transact({ Put: { Item: itemOfBytes('big', 400 * 1024 + 1) } }))).toBe(
          'ValidationException',
        );
        expect(await refusal(transact({ Put: { Item: key('', 1) } }))).toBe('ValidationException');
      });

      it('may hold 100 actions, and no item twice', async () => {
        const puts = Array.from({ length: 101 }, (_, n) => ({ Put: { Item: key('hundred', n) } }));
        await transact(...puts.slice(0, 100));
        expect(await complaint(transact(...puts))).toContain(
          'Member must have length less than or equal to 100',
        );
        expect(await complaint(transact(...puts.slice(0, 1), { Delete: { Key: key('hundred', 0) } }))).toBe(
          'Transaction request cannot include multiple operations on one item',
        );
      });

      it('happen once for a token, whose request may not change', async () => {
        const send = (ClientRequestToken: string, by: string) =>
          client.send(
            new TransactWriteItemsCommand({
              ClientRequestToken,
              TransactItems: [
                {
                  Update: {
                    TableName,
                    Key: key('token', 1),
                    UpdateExpression: 'ADD n :v',
                    ExpressionAttributeValues: { ':v': { N: by } },
                  },
                },
              ],
            }),
          );
        await send('first', '1');
        await send('first', '1');
        await send('second', '1');
        expect((await get(key('token', 1)))?.['n']).toEqual({ N: '2' });
        expect(await refusal(send('first', '5'))).toBe('IdempotentParameterMismatchException');
      });

      it('read several items at once', async () => {
        await put({ ...key('read', 1), a: { S: 'x' } });
        const gets = [1, 2].map((n) => ({
          Get: { TableName, Key: key('read', n) },
        }));
        const read = await client.send(new TransactGetItemsCommand({ TransactItems: gets }));
        expect(read.Responses?.map((response) => response.Item)).toEqual([
          { ...key('read', 1), a: { S: 'x' } },
          undefined,
        ]);
      });
    });

    describe('consumed capacity', () => {
      const ReturnConsumedCapacity = 'INDEXES' as const;
      const putUnits = async (Item: Item) =>
        (await client.send(new PutItemCommand({ TableName, Item, ReturnConsumedCapacity }))).ConsumedCapacity;

      it('counts a write by the kilobyte, and each index that it changes', async () => {
        const item = { ...itemOfBytes('units', 1025), owner: { S: 'o' }, at: { S: '1' } };
        expect(await putUnits(item)).toMatchObject({
          CapacityUnits: 3,
          Table: { CapacityUnits: 2 },
          GlobalSecondaryIndexes: { 'by-owner': { CapacityUnits: 1 } },
        });
        expect(await putUnits({ ...item, unseen: { S: 'by the index' } })).not.toHaveProperty(
          'GlobalSecondaryIndexes',
        );
        expect(await putUnits({ ...item, at: { S: '2' } })).toMatchObject({
          GlobalSecondaryIndexes: { 'by-owner': { CapacityUnits: 2 } },
        });
        expect(await putUnits(itemOfBytes('units', 100))).toMatchObject({
          Table: { CapacityUnits: 2 },
          GlobalSecondaryIndexes: { 'by-owner': { CapacityUnits: 1 } },
        });
      });

      it('counts a read by four kilobytes, half of it when it need not be consistent', async () => {
        await put(itemOfBytes('read-units', 4097));
        const units = async (ConsistentRead: boolean, pk: string) => {
          const command = new GetItemCommand({
            TableName,
            Key: key(pk, 1),
            ConsistentRead,
            ReturnConsumedCapacity,
          });
          return (await client.send(command)).ConsumedCapacity?.CapacityUnits;
        };
        expect(await units(true, 'read-units')).toBe(2);
        expect(await units(false, 'read-units')).toBe(1);
        expect(await units(false, 'never-written')).toBe(0.5);
      });

      it('adds the sizes of a query up before it rounds', async () => {
        for (const sk of [1, 2, 3]) await put({ ...itemOfBytes('sum', 1500), sk: { N: String(sk) } });
        const page = await query('pk = :p', { ':p': { S: 'sum' } }, { ReturnConsumedCapacity });
        expect(page.ConsumedCapacity?.CapacityUnits).toBe(1);
      });

      it('doubles in a transaction, but not for its indexes', async () => {
        const written = await client.send(
          new TransactWriteItemsCommand({
            ReturnConsumedCapacity,
            TransactItems: [
              { Put: { TableName, Item: { ...key('double', 1), owner: { S: 'o' }, at: { S: '1' } } } },
              {
                ConditionCheck: {
                  TableName,
                  Key: key('double', 2),
                  ConditionExpression: 'attribute_not_exists(pk)',
                },
              },
            ],
          }),
        );
        expect(written.ConsumedCapacity?.[0]).toMatchObject({
          CapacityUnits: 5,
          WriteCapacityUnits: 5,
          Table: { WriteCapacityUnits: 4 },
          GlobalSecondaryIndexes: { 'by-owner': { WriteCapacityUnits: 1 } },
        });
        const gets = [1, 2].map((n) => ({ Get: { TableName, Key: key('double', n) } }));
        const read = await client.send(
          new TransactGetItemsCommand({ ReturnConsumedCapacity, TransactItems: gets }),
        );
        expect(read.ConsumedCapacity?.[0]).toMatchObject({ CapacityUnits: 4, ReadCapacityUnits: 4 });
      });
    });
  });
};
