/** Update expressions: what they make of an item. */
import { describe, expect, it } from 'vitest';
import { refusal } from '../../place.ts';
import { key } from '../tables.ts';
import type { Item, TestTable } from './test-table.ts';

export const updatesConform = ({ put, get, update }: TestTable): void => {
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
};
