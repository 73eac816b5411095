/** Condition expressions: what they hold for, what stops a write. */
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { complaint, refusal } from '../../place.ts';
import { key } from '../tables.ts';
import type { Item, TestTable } from './test-table.ts';
import { caught, TableName } from './test-table.ts';

export const conditionsConform = ({ client, put, get, holds }: TestTable): void => {
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
      const plain = await caught(client().send(new PutItemCommand(again)));
      const asked = await caught(
        client().send(new PutItemCommand({ ...again, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })),
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
        expect(await refusal(client().send(command))).toBe('ValidationException');
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
      expect(await complaint(client().send(command))).toContain(
        'Invalid ConditionExpression: Expression size has exceeded the maximum allowed size',
      );
    });
  });
};
