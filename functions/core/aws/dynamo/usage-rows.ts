/** A ledger line as a row: partition by tenant, accepted day and shard; sort by unit and source fact. */
import * as z from 'zod/mini';
import { channelIds, markets } from '../../domain/channel.ts';
import { conversationId, tenantId } from '../../domain/ids.ts';
import { intents } from '../../domain/intent.ts';
import {
  hourOf,
  lineName,
  usageModules,
  usageUnits,
  type BookedLine,
  type UsageLine,
} from '../../domain/usage.ts';
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
  sk: lineName(line),
});

/** What was written in another hour than it was accepted in, by the day and hour of writing: how a close finds it. */
export const latePartition = (tenant: string, day: string): string => `${tenant}#late#${day}`;
const lateKey = (line: UsageLine, bookedAt: Date): Key => ({
  pk: latePartition(line.tenant, bookedAt.toISOString().slice(0, 10)),
  sk: `${hourOf(bookedAt)}#${line.acceptedAt.toISOString().slice(0, 10)}#${lineName(line)}`,
});

export const usageItem = (
  line: UsageLine,
  bookedAt: Date = line.acceptedAt,
): Readonly<Record<string, unknown>> => ({
  ...usageKey(line),
  ...line,
  occurredAt: line.occurredAt.toISOString(),
  acceptedAt: line.acceptedAt.toISOString(),
  bookedAt: bookedAt.toISOString(),
  ...(line.reverses === undefined
    ? {}
    : {
        reverses: { source: line.reverses.source, acceptedAt: line.reverses.acceptedAt.toISOString() },
      }),
});

/** All rows that a line is written as, all new or none: itself, and what leads a close to it when it comes late. */
export const usageItems = (line: UsageLine, bookedAt: Date): readonly Readonly<Record<string, unknown>>[] => [
  usageItem(line, bookedAt),
  ...(hourOf(line.acceptedAt) === hourOf(bookedAt) ? [] : [lateKey(line, bookedAt)]),
];

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
  channel: z.nullable(z.enum(channelIds)),
  market: z.nullable(z.enum(markets)),
  language: z.string(),
  intent: z.nullable(z.enum(intents)),
  mode: z.enum(['automatic', 'review', 'human']),
  module: z.enum(usageModules),
  conversation: z.nullable(z.pipe(z.string(), z.transform(conversationId))),
  occurredAt: date,
  acceptedAt: date,
  /** Lines of before this was written were booked when they were accepted. */
  bookedAt: z.optional(date),
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  reverses: z.optional(z.object({ source: z.string(), acceptedAt: date })),
});

export const readUsage = (row: unknown): BookedLine => {
  const { detail, reverses, bookedAt, ...line } = z.parse(usageRow, row);
  return {
    ...line,
    bookedAt: bookedAt ?? line.acceptedAt,
    ...(detail === undefined ? {} : { detail }),
    ...(reverses === undefined ? {} : { reverses }),
  };
};

const lateRow = z.object({ sk: z.string() });

/** Where a late line stands: its own day, and its name. */
export const readLate = (row: unknown): { readonly day: string; readonly name: string } => {
  const [, day = '', ...name] = z.parse(lateRow, row).sk.split('#');
  return { day, name: name.join('#') };
};
