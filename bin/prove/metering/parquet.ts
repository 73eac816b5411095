/** The files of a closed day read back by an independent engine: they are the ledger, and finance's queries come to its totals. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { conversationId } from '../../../functions/core/domain/ids.ts';
import { calendarOf } from '../../../functions/core/domain/billing-month.ts';
import { summed, totalsOf } from '../../../functions/core/domain/totals.ts';
import { canonicalLine, type BookedLine, type UsageLine } from '../../../functions/core/domain/usage.ts';
import { closeHoursOf } from '../../../functions/core/flows/close-hour.ts';
import { lineOf } from '../../../functions/core/flows/kit.ts';
import { reversalLine } from '../../../functions/core/flows/ledger-lines.ts';
import { makeTotals, totalsOfMonth } from '../../../functions/core/flows/totals.ts';
import { savedQueries } from '../../../functions/core/policy/ledger-queries.ts';
import { atMost, chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { tenantOf } from './ledger-histories.ts';
import {
  digest,
  ledgerWitness,
  memoryArchive,
  memoryChain,
  memoryLedger,
  memoryObjects,
  memoryTotals,
} from './memory-books.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const tenant = tenantOf('parquet000', 'America/Sao_Paulo');
const intents = ['order_status', 'refund_status', null] as const;
const units = [
  'message',
  'session',
  'intent_call',
  'generated_reply',
  'model_tokens',
  'verified_resolution',
] as const;

/** Lines of a month so far, of every kind, some of them taken back. */
const linesOf = (count: number, chance: () => number, from: number): readonly UsageLine[] =>
  Array.from({ length: count }, (_, index): readonly UsageLine[] => {
    const acceptedAt = new Date(from + Math.floor(chance() * 4 * day));
    const unit = units[Math.floor(chance() * units.length)] ?? 'message';
    const detail: UsageLine['detail'] =
      unit === 'model_tokens'
        ? { model: 'mistral.ministral-3-8b-instruct', in: 500, out: 40 }
        : unit === 'verified_resolution'
          ? { evidence: 'answered_from_facts' }
          : { tier: 1 };
    const line = lineOf(
      { region: 'sa-east-1' },
      {
        tenant: tenant.id,
        id: conversationId(String.fromCharCode(97 + Math.floor(chance() * 26)).repeat(26)),
        channel: 'mercado-libre',
        market: 'BR',
      },
      {
        unit,
        source: `fact-${String(index)}`,
        quantity: unit === 'model_tokens' ? 540 : 1,
        language: chance() < 0.5 ? 'pt' : 'es',
        intent: intents[Math.floor(chance() * intents.length)] ?? null,
        mode: 'automatic',
        module: 'answering',
        occurredAt: new Date(acceptedAt.getTime() - 500),
        acceptedAt,
        detail,
      },
    );
    const back = new Date(acceptedAt.getTime() + minute);
    return unit === 'verified_resolution' && chance() < 0.3
      ? [
          line,
          reversalLine(line, { fact: 'back', because: 'buyer_returned', occurredAt: back, acceptedAt: back }),
        ]
      : [line];
  }).flat();

/** A row of the file as the engine gives it, as the text that the ledger hashes. */
const rowSql = `SELECT tenant, region, unit, source, quantity::DOUBLE AS quantity, channel, market, language, intent, mode, module,
  conversation, epoch_ms(occurred_at)::DOUBLE AS occurred, epoch_ms(accepted_at)::DOUBLE AS accepted,
  epoch_ms(booked_at)::DOUBLE AS booked, detail, reverses, epoch_ms(reverses_accepted_at)::DOUBLE AS reversed FROM lines`;

const plainRow = (line: BookedLine): Readonly<Record<string, unknown>> => ({
  tenant: line.tenant,
  region: line.region,
  unit: line.unit,
  source: line.source,
  quantity: line.quantity,
  channel: line.channel,
  market: line.market,
  language: line.language,
  intent: line.intent,
  mode: line.mode,
  module: line.module,
  conversation: line.conversation,
  occurred: line.occurredAt.getTime(),
  accepted: line.acceptedAt.getTime(),
  booked: line.bookedAt.getTime(),
  detail: line.detail === undefined ? null : JSON.stringify(line.detail),
  reverses: line.reverses?.source ?? null,
  reversed: line.reverses?.acceptedAt.getTime() ?? null,
});

const asText = (rows: readonly unknown[]): ReadonlySet<string> =>
  new Set(rows.map((row) => JSON.stringify(row)));
const without = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((text) => !other.has(text)).length;

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Opens the files of a folder as the table that Athena has. */
const openFiles = async (folder: string) => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("SET TimeZone='UTC'");
  await connection.run(
    `CREATE VIEW lines AS SELECT * FROM read_parquet('${join(folder, 'lines', '**', '*.parquet')}', hive_partitioning = true)`,
  );
  return {
    rows: async (sql: string): Promise<Rows> => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

export const parquetFigures = async (scope: Scope): Promise<readonly Figure[]> => {
  const chance = chanceOf(scope.seed + 2);
  const from = Date.parse('2026-11-03T02:00:00Z');
  let now = new Date(from + 5 * day);
  const ledger = memoryLedger();
  const objects = memoryObjects();
  for (const line of linesOf(scaled(scope, 100_000, 500), chance, from))
    ledger.write(line, new Date(line.acceptedAt.getTime() + Math.floor(chance() * 20 * minute)));
  const totals = memoryTotals();
  const deps = {
    clock: () => now,
    digest,
    ledger,
    witness: ledgerWitness(ledger),
    chain: memoryChain(),
    archive: memoryArchive(objects),
    totals,
    tenants: { tenants: async () => [tenant] },
    signMonth: async () => 'stood' as const,
    log: () => undefined,
    count: () => undefined,
  };
  await closeHoursOf(deps, tenant);
  await makeTotals(deps, tenant, new Date(from));
  const folder = join(scope.folder, `files-${String(scope.seed)}`);
  for (const [key, bytes] of objects.files) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), bytes);
  }
  const engine = await openFiles(folder);
  const lines = ledger.all();
  const read = asText(await engine.rows(rowSql));
  const kept = asText(lines.map(plainRow));

  // A tenant-month after one more line: today's lines are read again, and the month is summed.
  now = new Date(from + 5 * day + minute);
  const began = performance.now();
  await makeTotals(deps, tenant, new Date(from + 4 * day));
  const byUnitAndDay = await totalsOfMonth(deps, tenant, '2026-11', ['day', 'unit']);
  const milliseconds = performance.now() - began;

  const queried = new Map<string, Rows>();
  for (const { name, sql } of savedQueries) queried.set(name, await engine.rows(sql));
  engine.close();
  const usage = asText(
    (queried.get('usage-by-tenant-day-region') ?? []).map((row) => [
      row['billing_day'],
      row['unit'],
      Number(row['quantity']),
      Number(row['lines']),
    ]),
  );
  const ours = asText(
    byUnitAndDay.map(({ day: on, unit, quantity, lines: count }) => [on, unit, quantity, count]),
  );
  const sum = (name: string, column: string): number =>
    (queried.get(name) ?? []).reduce((whole, row) => whole + Number(row[column]), 0);
  const all = summed(totalsOf(lines, calendarOf(tenant.timeZone)), ['unit']);
  const quantity = (unit: string): number => all.find((total) => total.unit === unit)?.quantity ?? 0;
  return [
    exactly('metering.parquet.lines', read.size, lines.length),
    exactly('metering.parquet.rows-unlike-the-ledger', without(read, kept) + without(kept, read), 0),
    exactly('metering.parquet.texts-unlike', lines.length - new Set(lines.map(canonicalLine)).size, 0),
    exactly('metering.finance.usage-by-day-unlike', without(usage, ours) + without(ours, usage), 0),
    exactly(
      'metering.finance.margin-tokens-unlike',
      sum('margin-by-tenant-intent', 'cost_tokens_in') +
        sum('margin-by-tenant-intent', 'cost_tokens_out') -
        quantity('model_tokens'),
      0,
    ),
    exactly(
      'metering.finance.resolutions-unlike',
      sum('resolutions-with-evidence', 'billed') - quantity('verified_resolution'),
      0,
    ),
    atMost('metering.totals.tenant-month', milliseconds / 1000, 1, 's'),
  ];
};
