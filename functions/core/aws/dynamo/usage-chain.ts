/** The chain of closed hours beside the lines: an entry for each hour that has lines, and one head that moves by condition. */
import {
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ChainEntry, ChainHead } from '../../domain/chain.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Chain } from '../../ports/evidence.ts';
import { cancellationReasons, type Row } from './table.ts';

const chainPartition = (tenant: TenantId): string => `${tenant}#chain`;
const headSort = 'HEAD';
const entrySort = (hour: string): string => `HOUR#${hour}`;

export const entryRow = z.object({
  tenant: z.string(),
  sequence: z.number(),
  hour: z.string(),
  lines: z.number(),
  linesHash: z.string(),
  file: z.string(),
  fileHash: z.string(),
  previous: z.string(),
  hash: z.string(),
});
const headRow = z.object({ sequence: z.number(), hash: z.string(), closedThrough: z.nullable(z.string()) });

const readEntry = (row: unknown): ChainEntry => z.parse(entryRow, row);

export const dynamoChain = (dynamo: DynamoDBDocumentClient, table: string): Chain => ({
  async head(tenant) {
    const Key = { pk: chainPartition(tenant), sk: headSort };
    const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item === undefined ? null : z.parse(headRow, Item);
  },

  async entries(tenant, from, through) {
    const rows: Row[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :through',
          ExpressionAttributeValues: {
            ':pk': chainPartition(tenant),
            ':from': entrySort(from),
            ':through': entrySort(through),
          },
          ConsistentRead: true,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      rows.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return rows.map(readEntry);
  },

  async advance(tenant, seen, { entry, closedThrough }) {
    const pk = chainPartition(tenant);
    const head: ChainHead = {
      sequence: entry?.sequence ?? seen?.sequence ?? 0,
      hash: entry?.hash ?? seen?.hash ?? '0'.repeat(64),
      closedThrough,
    };
    const condition =
      seen === null
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#hash = :hash AND closedThrough = :closed',
            ExpressionAttributeNames: { '#hash': 'hash' },
            ExpressionAttributeValues: { ':hash': seen.hash, ':closed': seen.closedThrough },
          };
    const added =
      entry === null
        ? []
        : [
            {
              Put: {
                TableName: table,
                Item: { pk, sk: entrySort(entry.hour), ...entry },
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          ];
    try {
      await dynamo.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: table, Item: { pk, sk: headSort, ...head }, ...condition } },
            ...added,
          ],
        }),
      );
      return 'done';
    } catch (error) {
      if (cancellationReasons(error) === null) throw error;
      return 'stale';
    }
  },
});
