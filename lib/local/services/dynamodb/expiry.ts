/** Time to live: switching it on and off, and removing what has expired. */
import { z } from 'zod';
import { textIn } from './database.ts';
import type { Engine } from './engine.ts';
import { change } from './engine.ts';
import { invalid, tableMissing } from './problems.ts';
import type { Table } from './table.ts';
import type { Item } from './values.ts';

/** AWS takes a time more than five years ago for a mistake, and keeps the item. */
const FIVE_YEARS = 5 * 365 * 24 * 60 * 60;

/** Items removed in one database transaction. */
const SWEEP = 500;

const specification = z.object({
  TableName: z.string(),
  TimeToLiveSpecification: z.object({ Enabled: z.boolean(), AttributeName: z.string().min(1).max(255) }),
});

const named = (engine: Engine, name: string): Table => {
  const table = engine.tables.find(name);
  if (table === undefined) throw tableMissing(`Requested resource not found: Table: ${name} not found`);
  return table;
};

export const updateTimeToLive = (engine: Engine, body: unknown) => {
  const parsed = specification.safeParse(body);
  if (!parsed.success) throw invalid(`1 validation error detected: ${parsed.error.issues[0]?.message}`);
  const { TimeToLiveSpecification: wanted } = parsed.data;
  const { expiryAttribute, ...table } = named(engine, parsed.data.TableName);
  if (wanted.Enabled && expiryAttribute !== undefined) throw invalid('TimeToLive is already enabled');
  if (!wanted.Enabled && expiryAttribute === undefined) throw invalid('TimeToLive is already disabled');
  if (!wanted.Enabled && expiryAttribute !== wanted.AttributeName) {
    throw invalid('TimeToLive is active on a different AttributeName');
  }
  engine.tables.replace(wanted.Enabled ? { ...table, expiryAttribute: wanted.AttributeName } : table);
  return { TimeToLiveSpecification: wanted };
};

export const describeTimeToLive = (engine: Engine, name: string) => {
  const { expiryAttribute } = named(engine, name);
  return {
    TimeToLiveDescription:
      expiryAttribute === undefined
        ? { TimeToLiveStatus: 'DISABLED' }
        : { TimeToLiveStatus: 'ENABLED', AttributeName: expiryAttribute },
  };
};

const expiredItems = (engine: Engine, table: Table, now: number): Item[] => {
  const rows = engine.database.each(
    'SELECT item FROM items WHERE owner = ? AND expires <= ? AND expires > ? ORDER BY expires LIMIT ?',
    table.id,
    now,
    now - FIVE_YEARS,
    SWEEP,
  );
  return [...rows].map((row): Item => JSON.parse(textIn(row, 'item')));
};

/** Removes every item that has expired by the clock; answers how many. Costs no capacity, as on AWS. */
export const sweepExpired = (engine: Engine): number => {
  const now = Math.floor(engine.place.clock() / 1000);
  let swept = 0;
  for (const table of engine.tables.all().filter((each) => each.expiryAttribute !== undefined)) {
    for (
      let found = expiredItems(engine, table, now);
      found.length > 0;
      found = expiredItems(engine, table, now)
    ) {
      engine.database.transaction(() => {
        for (const item of found) change(engine, table, item, undefined, true);
      });
      swept += found.length;
    }
  }
  engine.streams.notify();
  return swept;
};
