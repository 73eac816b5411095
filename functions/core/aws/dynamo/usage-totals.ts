/** Totals of booked days: rows small enough for the table's promise, put in place of the ones before in one transaction. */
import { QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TenantId } from '../../domain/ids.ts';
import type { Total } from '../../domain/totals.ts';
import type { BookedTotals, TotalsStore } from '../../ports/totals.ts';
import { partitionRows } from './usage-ledger.ts';
import type { Row } from './table.ts';

const totalsPartition = (tenant: TenantId, day: string): string => `${tenant}#totals#${day.slice(0, 7)}`;
/** A row of this many stays under 20 KB. */
const totalsInRow = 60;
/** DynamoDB takes this many actions in one transaction. */
const mostActions = 100;

const total = z.object({
  day: z.string(),
  hour: z.string(),
  unit: z.string(),
  region: z.string(),
  market: z.string(),
  channel: z.string(),
  language: z.string(),
  mode: z.string(),
  module: z.string(),
  intent: z.string(),
  model: z.string(),
  quantity: z.number(),
  lines: z.number(),
  reversals: z.number(),
  late: z.number(),
  tokensIn: z.number(),
  tokensOut: z.number(),
});
const totalsRow = z.object({ sk: z.string(), madeAt: z.string(), totals: z.array(total) });

const rowsOf = (pk: string, { day, madeAt, totals }: BookedTotals): readonly Row[] => {
  const parts: (readonly Total[])[] = [];
  for (let start = 0; start < totals.length; start += totalsInRow)
    parts.push(totals.slice(start, start + totalsInRow));
  return (parts.length === 0 ? [[]] : parts).map((part, index) => ({
    pk,
    sk: `${day}#${String(index).padStart(4, '0')}`,
    madeAt: madeAt.toISOString(),
    totals: part,
  }));
};

const monthsOf = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  for (
    let at = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
    at.toISOString().slice(0, 7) <= to.slice(0, 7);
  ) {
    months.push(at.toISOString().slice(0, 7));
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
  }
  return months;
};

export const dynamoTotals = (dynamo: DynamoDBDocumentClient, table: string): TotalsStore => {
  const standing = async (pk: string, day: string): Promise<readonly string[]> => {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :day)',
        ExpressionAttributeValues: { ':pk': pk, ':day': `${day}#` },
        ProjectionExpression: 'sk',
        ConsistentRead: true,
      }),
    );
    return (Items ?? []).map((row) => String(row['sk']));
  };
  return {
    async booked(tenant, from, to) {
      const partitions = monthsOf(from, to).map((month) => totalsPartition(tenant, `${month}-01`));
      const rows = (await Promise.all(partitions.map(async (pk) => partitionRows(dynamo, table, pk)))).flat();
      const parsed = rows.map((row) => z.parse(totalsRow, row));
      const days = Map.groupBy(parsed, ({ sk }) => sk.slice(0, 10));
      return [...days]
        .filter(([day]) => day >= from && day <= to)
        .map(([day, parts]): BookedTotals => ({
          day,
          madeAt: new Date(parts[0]?.madeAt ?? 0),
          totals: parts.flatMap(({ totals }) => totals),
        }));
    },

    async replace(tenant, booked) {
      const pk = totalsPartition(tenant, booked.day);
      const rows = rowsOf(pk, booked);
      const kept = new Set(rows.map((row) => row['sk']));
      const gone = (await standing(pk, booked.day)).filter((sk) => !kept.has(sk));
      const actions = [
        ...rows.map((row) => ({ Put: { TableName: table, Item: { ...row } } })),
        ...gone.map((sk) => ({ Delete: { TableName: table, Key: { pk, sk } } })),
      ];
      for (let start = 0; start < actions.length; start += mostActions)
        await dynamo.send(
          new TransactWriteCommand({ TransactItems: actions.slice(start, start + mostActions) }),
        );
    },
  };
};
