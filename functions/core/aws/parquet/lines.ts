/** Ledger lines as a Parquet file, and back: one row for each line, with the month and day that it counts in. */
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import * as z from 'zod/mini';
import { channelIds, markets } from '../../domain/channel.ts';
import { conversationId, tenantId } from '../../domain/ids.ts';
import { intents } from '../../domain/intent.ts';
import { inLineOrder, usageModules, usageUnits, type BookedLine } from '../../domain/usage.ts';
import type { PlacedLine } from '../../ports/evidence.ts';

type Cell = string | bigint | Date | null;
type Kind = 'STRING' | 'INT64' | 'TIMESTAMP';

const whole = (value: string | number | undefined): bigint | null =>
  typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : null;
const word = (value: string | number | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** Every column: its name, how it is stored, and what stands in it. Athena's table and the views name them too. */
export const lineColumns: readonly {
  readonly name: string;
  readonly kind: Kind;
  readonly of: (placed: PlacedLine) => Cell;
}[] = [
  { name: 'tenant', kind: 'STRING', of: ({ line }) => line.tenant },
  { name: 'region', kind: 'STRING', of: ({ line }) => line.region },
  { name: 'unit', kind: 'STRING', of: ({ line }) => line.unit },
  { name: 'source', kind: 'STRING', of: ({ line }) => line.source },
  { name: 'quantity', kind: 'INT64', of: ({ line }) => BigInt(line.quantity) },
  { name: 'channel', kind: 'STRING', of: ({ line }) => line.channel },
  { name: 'market', kind: 'STRING', of: ({ line }) => line.market },
  { name: 'language', kind: 'STRING', of: ({ line }) => line.language },
  { name: 'intent', kind: 'STRING', of: ({ line }) => line.intent },
  { name: 'mode', kind: 'STRING', of: ({ line }) => line.mode },
  { name: 'module', kind: 'STRING', of: ({ line }) => line.module },
  { name: 'conversation', kind: 'STRING', of: ({ line }) => line.conversation },
  { name: 'occurred_at', kind: 'TIMESTAMP', of: ({ line }) => line.occurredAt },
  { name: 'accepted_at', kind: 'TIMESTAMP', of: ({ line }) => line.acceptedAt },
  { name: 'booked_at', kind: 'TIMESTAMP', of: ({ line }) => line.bookedAt },
  { name: 'billing_month', kind: 'STRING', of: ({ month }) => month },
  { name: 'billing_day', kind: 'STRING', of: ({ day }) => day },
  { name: 'model', kind: 'STRING', of: ({ line }) => word(line.detail?.['model']) },
  { name: 'tokens_in', kind: 'INT64', of: ({ line }) => whole(line.detail?.['in']) },
  { name: 'tokens_out', kind: 'INT64', of: ({ line }) => whole(line.detail?.['out']) },
  { name: 'evidence', kind: 'STRING', of: ({ line }) => word(line.detail?.['evidence']) },
  {
    name: 'detail',
    kind: 'STRING',
    of: ({ line }) => (line.detail === undefined ? null : JSON.stringify(line.detail)),
  },
  { name: 'reverses', kind: 'STRING', of: ({ line }) => line.reverses?.source ?? null },
  { name: 'reverses_accepted_at', kind: 'TIMESTAMP', of: ({ line }) => line.reverses?.acceptedAt ?? null },
];

/** The same lines give the same bytes, in whatever order they come. */
export const linesToParquet = (placed: readonly PlacedLine[]): Uint8Array => {
  const places = new Map(placed.map((one) => [one.line, one]));
  const ordered = inLineOrder(placed.map(({ line }) => line)).flatMap((line) => places.get(line) ?? []);
  const columnData = lineColumns.map(({ name, kind, of }): ColumnSource => ({
    name,
    type: kind,
    nullable: true,
    data: ordered.map(of),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'recado' }));
};

const integer = z.pipe(z.bigint(), z.transform(Number));
const lineRow = z.object({
  tenant: z.pipe(z.string(), z.transform(tenantId)),
  region: z.string(),
  unit: z.enum(usageUnits),
  source: z.string(),
  quantity: integer,
  channel: z.nullable(z.enum(channelIds)),
  market: z.nullable(z.enum(markets)),
  language: z.string(),
  intent: z.nullable(z.enum(intents)),
  mode: z.enum(['automatic', 'review', 'human']),
  module: z.enum(usageModules),
  conversation: z.nullable(z.pipe(z.string(), z.transform(conversationId))),
  occurred_at: z.date(),
  accepted_at: z.date(),
  booked_at: z.date(),
  detail: z.nullable(z.string()),
  reverses: z.nullable(z.string()),
  reverses_accepted_at: z.nullable(z.date()),
});
const detailOf = z.record(z.string(), z.union([z.string(), z.number()]));

const lineOfRow = (row: unknown): BookedLine => {
  const read = z.parse(lineRow, row);
  const { occurred_at, accepted_at, booked_at, detail, reverses, reverses_accepted_at, ...line } = read;
  return {
    ...line,
    occurredAt: occurred_at,
    acceptedAt: accepted_at,
    bookedAt: booked_at,
    ...(detail === null ? {} : { detail: z.parse(detailOf, JSON.parse(detail)) }),
    ...(reverses === null || reverses_accepted_at === null
      ? {}
      : { reverses: { source: reverses, acceptedAt: reverses_accepted_at } }),
  };
};

/** Null: the bytes are no file of lines. */
export const linesFromParquet = async (bytes: Uint8Array): Promise<readonly BookedLine[] | null> => {
  try {
    // A copy: the bytes of a Buffer share memory with others.
    const rows: readonly unknown[] = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    return rows.map(lineOfRow);
  } catch {
    return null;
  }
};
