/** Consumed capacity as a call reports it. */
import {
  GetItemCommand,
  PutItemCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { itemOfBytes, key } from '../tables.ts';
import type { Item, TestTable } from './test-table.ts';
import { TableName } from './test-table.ts';

export const capacityConform = ({ client, put, query }: TestTable): void => {
  describe('consumed capacity', () => {
    const ReturnConsumedCapacity = 'INDEXES' as const;
    const putUnits = async (Item: Item) =>
      (await client().send(new PutItemCommand({ TableName, Item, ReturnConsumedCapacity }))).ConsumedCapacity;

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
        return (await client().send(command)).ConsumedCapacity?.CapacityUnits;
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
      const written = await client().send(
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
      const read = await client().send(
        new TransactGetItemsCommand({ ReturnConsumedCapacity, TransactItems: gets }),
      );
      expect(read.ConsumedCapacity?.[0]).toMatchObject({ CapacityUnits: 4, ReadCapacityUnits: 4 });
    });
  });
};
