/** Ledger lines read back by tenant and day: what the `ledger` command, closes and finance see. */
import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '../../domain/ids.ts';
import type { StandingLine } from '../../domain/reconciliation.ts';
import type { BookedLine } from '../../domain/usage.ts';
import type { Ledger } from '../../ports/ledger.ts';
import { shardOf } from './keys.ts';
import type { Row } from './table.ts';
import { latePartition, readLate, readUsage, usageKey, usagePartition, usageShards } from './usage-rows.ts';

/** Every row of a partition, in the order of its keys. */
export const partitionRows = async (
  dynamo: DynamoDBDocumentClient,
  table: string,
  pk: string,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
};

const shards = Array.from({ length: usageShards }, (_, shard) => shard);

const dayRows = async (
  dynamo: DynamoDBDocumentClient,
  table: string,
  tenant: TenantId,
  day: string,
): Promise<readonly Row[]> => {
  const all = shards.map(async (shard) => partitionRows(dynamo, table, usagePartition(tenant, day, shard)));
  return (await Promise.all(all)).flat();
};

/** Every line that was accepted on a day (UTC, `YYYY-MM-DD`), in the order of their keys. */
export const linesOfDay = async (
  dynamo: DynamoDBDocumentClient,
  table: string,
  tenant: TenantId,
  day: string,
): Promise<readonly BookedLine[]> => (await dayRows(dynamo, table, tenant, day)).map(readUsage);

const addressOf = ({ pk, sk }: { readonly pk: unknown; readonly sk: unknown }): string =>
  `${String(pk)}\n${String(sk)}`;

/** A row whose content is no line stands there all the same: whoever reconciles names it. */
const standing = (row: Row): StandingLine => {
  const at = addressOf({ pk: row['pk'], sk: row['sk'] });
  try {
    return { at, line: readUsage(row) };
  } catch {
    return { at, line: null };
  }
};

export const dynamoLedger = (dynamo: DynamoDBDocumentClient, table: string): Ledger => {
  const get = async (key: { readonly pk: string; readonly sk: string }): Promise<Row | null> =>
    (await dynamo.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }))).Item ??
    null;
  return {
    placeOf: (line) => addressOf(usageKey(line)),
    async line(line) {
      const row = await get(usageKey(line));
      return row === null ? null : readUsage(row);
    },
    day: async (tenant, day) => (await dayRows(dynamo, table, tenant, day)).map(standing),
    async late(tenant, bookedDay) {
      const leading = await partitionRows(dynamo, table, latePartition(tenant, bookedDay));
      return Promise.all(
        leading.map(async (row): Promise<StandingLine> => {
          const { day, name } = readLate(row);
          const source = name.slice(name.indexOf('#') + 1);
          const key = { pk: usagePartition(tenant, day, shardOf(source, usageShards)), sk: name };
          const found = await get(key);
          return found === null ? { at: addressOf(key), line: null, gone: true } : standing(found);
        }),
      );
    },
  };
};
