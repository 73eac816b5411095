/** Transactions: all or nothing, and why nothing. */
import { TransactGetItemsCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { complaint, refusal } from '../../place.ts';
import { itemOfBytes, key } from '../tables.ts';
import type { TestTable } from './test-table.ts';
import { caught, MATCH, reasonsOf, TableName } from './test-table.ts';

export const transactionsConform = ({ client, put, get, query, transact }: TestTable): void => {
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
        client().send(
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
      const read = await client().send(new TransactGetItemsCommand({ TransactItems: gets }));
      expect(read.Responses?.map((response) => response.Item)).toEqual([
        { ...key('read', 1), a: { S: 'x' } },
        undefined,
      ]);
    });
  });
};
