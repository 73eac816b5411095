/** A ledger line as a row: partition by tenant, accepted day and shard; sort by unit and source fact. */
import * as z from 'zod/mini';
import { channelIds, markets } from '../../domain/channel.ts';
import { conversationId, tenantId } from '../../domain/ids.ts';
import { intents } from '../../domain/intent.ts';
import { usageUnits, type UsageLine } from '../../domain/usage.ts';
import { shardOf, type Key } from './keys.ts';

export const usageShards = 8;

export const usagePartition = (tenant: string, day: string, shard: number): string =>
  `${tenant}#${day}#${String(shard)}`;

export const usageKey = (line: Pick<UsageLine, 'tenant' | 'acceptedAt' | 'unit' | 'source'>): Key => ({
  pk: usagePartition(
    line.tenant,
    line.acceptedAt.toISOString().slice(0, 10),
    shardOf(line.source, usageShards),
  ),
  sk: `${line.unit}#${line.source}`,
});

export const usageItem = (line: UsageLine): Readonly<Record<string, unknown>> => ({
  ...usageKey(line),
  ...line,
  occurredAt: line.occurredAt.toISOString(),
  acceptedAt: line.acceptedAt.toISOString(),
});

const date = z.pipe(
  z.string(),
  z.transform((text: string) => new Date(text)),
);
const usageRow = z.object({
  tenant: z.pipe(z.string(), z.transform(tenantId)),
  region: z.string(),
  unit: z.enum(usageUnits),
  source: z.string(),
  quantity: z.number(),
  channel: z.enum(channelIds),
  market: z.enum(markets),
  language: z.string(),
  intent: z.nullable(z.enum(intents)),
  mode: z.enum(['automatic', 'review', 'human']),
  module: z.enum(['conversation', 'understanding', 'answering', 'escalation']),
  conversation: z.pipe(z.string(), z.transform(conversationId)),
  occurredAt: date,
  acceptedAt: date,
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

export const readUsage = (row: unknown): UsageLine => {
  const { detail, ...line } = z.parse(usageRow, row);
  return detail === undefined ? line : { ...line, detail };
};
