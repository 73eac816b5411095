/** Items: what comes back, what is refused, how large they may be. */
import { DeleteItemCommand, DescribeTableCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { complaint, refusal } from '../../place.ts';
import { itemOfBytes, key } from '../tables.ts';
import type { Item, TestTable } from './test-table.ts';
import { MATCH, TableName } from './test-table.ts';

export const itemsConform = ({ client, put, get, update }: TestTable): void => {
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
      expect((await client().send(remove)).Attributes?.['a']).toEqual({ S: 'x' });
      expect(await get(key('gone', 1))).toBeUndefined();
      expect((await client().send(remove)).Attributes).toBeUndefined();
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
      expect((await client().send(command)).Item).toEqual({
        a: { M: { b: { S: 'b' } } },
        l: { L: [{ N: '0' }, { N: '2' }] },
      });
    });

    it('of a table that is not there are not found', async () => {
      const command = new GetItemCommand({ TableName: 'nowhere', Key: key('a', 1) });
      expect(await complaint(client().send(command))).toBe('Requested resource not found');
      expect(await refusal(client().send(new DescribeTableCommand({ TableName: 'nowhere' })))).toBe(
        'ResourceNotFoundException',
      );
    });
  });
};
