/** Many items at once: scans and batches. */
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { complaint, refusal } from '../../place.ts';
import { key, notes } from '../tables.ts';
import type { Item, TestTable } from './test-table.ts';
import { TableName } from './test-table.ts';

export const severalConform = ({ client }: TestTable): void => {
  describe('scans', () => {
    it('see every item once, whole or in segments', async () => {
      await client().send(new CreateTableCommand(notes('scanned')));
      for (let n = 0; n < 60; n += 1) {
        await client().send(new PutItemCommand({ TableName: 'scanned', Item: key(`p${n}`, n) }));
      }
      const whole = await client().send(new ScanCommand({ TableName: 'scanned' }));
      const parts = await Promise.all(
        [0, 1, 2].map((Segment) =>
          client().send(new ScanCommand({ TableName: 'scanned', Segment, TotalSegments: 3 })),
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
      await client().send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
      const got = await client().send(
        new BatchGetItemCommand({
          RequestItems: { [TableName]: { Keys: [key('batch', 0), key('batch', 24), key('batch', 99)] } },
        }),
      );
      expect(got.Responses?.[TableName]).toHaveLength(2);
      expect(got.UnprocessedKeys).toEqual({});
    });

    it('are refused when they are too many or name an item twice', async () => {
      const write = (requests: { PutRequest: { Item: Item } }[]) =>
        client().send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
      const one = { PutRequest: { Item: key('batch', 1) } };
      const many = Array.from({ length: 26 }, (_, n) => ({ PutRequest: { Item: key('many', n) } }));
      expect(await refusal(write(many))).toBe('ValidationException');
      expect(await complaint(write([one, one]))).toBe('Provided list of item keys contains duplicates');
      const keys = Array.from({ length: 101 }, (_, n) => key('many', n));
      const read = new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: keys } } });
      expect(await refusal(client().send(read))).toBe('ValidationException');
    });
  });
};
