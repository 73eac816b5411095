/** `npm run -s ledger -- --tenant T`: the ledger lines of a tenant as JSONL, by accepted day. */
import * as z from 'zod';
import { linesOfDay } from '../functions/core/aws/dynamo/usage-ledger.ts';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect, isAlive, readRunning, type Target } from './operate/connection.ts';
import { openStoppedTables } from './operate/stopped-tables.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;
const longestDays = 400;

/** Days from the first to the last, both in, as `YYYY-MM-DD`. */
const days = (from: string, to: string): readonly string[] => {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = Math.floor((Date.parse(`${to}T00:00:00Z`) - first) / dayMilliseconds) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) =>
    new Date(first + index * dayMilliseconds).toISOString().slice(0, 10),
  );
};

/** The usage table of a stage, of a machine that runs, or of one that is stopped. */
const openUsage = async (target: Target) => {
  if (target.stage === undefined) {
    const local = readRunning(target.data);
    if (!(await isAlive(local)))
      return { ...openStoppedTables(target.data, local.region), table: local.usageTable };
  }
  const connection = connect(target);
  const { USAGE_TABLE: table } = await connection.environment('detect-language');
  if (table === undefined) throw new CommandFault('the deployed Lambda names no usage table');
  return { dynamo: connection.dynamo, table, close: async () => undefined };
};

await command(async () => {
  const given = readArguments(
    { ...targetArguments, tenant: z.string(), from: z.iso.date().optional(), to: z.iso.date().optional() },
    process.argv.slice(2),
  );
  const { tenant } = given;
  if (!isTenantId(tenant)) throw new CommandFault('--tenant: a tenant id is 10 characters of a-z and 0-9');
  const { dynamo, table, close } = await openUsage(targetOf(given));
  const today = Date.now();
  const from = given.from ?? new Date(today - (longestDays - 1) * dayMilliseconds).toISOString().slice(0, 10);
  const to = given.to ?? new Date(today + dayMilliseconds).toISOString().slice(0, 10);
  const all = days(from, to);
  const together = 16;
  for (let start = 0; start < all.length; start += together) {
    const pages = await Promise.all(
      all.slice(start, start + together).map(async (day) => linesOfDay(dynamo, table, tenant, day)),
    );
    for (const line of pages.flat()) console.log(JSON.stringify(line));
  }
  await close();
});
