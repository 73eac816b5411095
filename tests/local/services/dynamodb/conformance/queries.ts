/** Queries of a table and of an index: order, bounds, pages, filters. */
import { beforeAll, describe, expect, it } from 'vitest';
import { complaint, refusal } from '../../place.ts';
import { itemOfBytes, key } from '../tables.ts';
import type { Item, TestTable } from './test-table.ts';

export const queriesConform = ({ put, update, query }: TestTable): void => {
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
};
