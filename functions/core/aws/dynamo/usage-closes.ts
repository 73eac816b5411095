/** Signed closes of months: kept beside the lines, published in the bucket for whoever checks them. */
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { tenantId, type TenantId } from '../../domain/ids.ts';
import { closeFileOf } from '../../policy/ledger-files.ts';
import type { MonthCloses } from '../../ports/evidence.ts';
import type { Objects } from '../s3/objects.ts';
import { entryRow } from './usage-chain.ts';

const closePartition = (tenant: TenantId): string => `${tenant}#close`;

const signedDocument = z.object({
  document: z.string(),
  algorithm: z.literal('ECDSA_SHA_256'),
  key: z.string(),
  publicKey: z.string(),
  signature: z.string(),
});
const closeRow = z.object({ file: z.string() });
const closeDocument = z.object({
  format: z.literal('recado-month-close-1'),
  tenant: z.pipe(z.string(), z.transform(tenantId)),
  region: z.string(),
  month: z.string(),
  timeZone: z.string(),
  from: z.string(),
  cut: z.string(),
  closedAt: z.string(),
  kind: z.enum(['interim', 'final']),
  lines: z.number(),
  linesHash: z.string(),
  openLines: z.number(),
  totals: z.record(z.string(), z.number()),
  chain: z.array(entryRow),
});

/** A close lists hundreds of hours: too long for a row, so that the row leads to its file. */
export const dynamoCloses = (
  dynamo: DynamoDBDocumentClient,
  table: string,
  objects: Objects,
): MonthCloses => ({
  async read(tenant, month) {
    const Key = { pk: closePartition(tenant), sk: month };
    const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    if (Item === undefined) return null;
    const bytes = await objects.get(z.parse(closeRow, Item).file);
    if (bytes === null) return null;
    const signed = z.parse(signedDocument, JSON.parse(Buffer.from(bytes).toString('utf8')));
    return { close: z.parse(closeDocument, JSON.parse(signed.document)), signed };
  },

  async write(close, signed) {
    const file = closeFileOf(close);
    await objects.put(file, Buffer.from(JSON.stringify(signed, null, 1)));
    const { kind, closedAt, month, tenant } = close;
    const { signature, key } = signed;
    try {
      await dynamo.send(
        new PutCommand({
          TableName: table,
          Item: { pk: closePartition(tenant), sk: month, kind, closedAt, file, signature, key },
          ConditionExpression: 'attribute_not_exists(pk) OR #kind = :interim',
          ExpressionAttributeNames: { '#kind': 'kind' },
          ExpressionAttributeValues: { ':interim': 'interim' },
        }),
      );
      return 'done';
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'standing';
      throw error;
    }
  },
});
