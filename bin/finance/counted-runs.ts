/** The last counted run of each region, kept as data with its date, so that a cost needs no machine. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { awsLines } from '../../functions/core/policy/aws-prices.ts';
import { regions, type Region } from '../../functions/core/policy/regions.ts';
import type { CountedRun } from '../../functions/core/rating/aws-cost.ts';
import { synthesize } from '../local/synthesize.ts';
import { countRun } from './count.ts';

const file = join(import.meta.dirname, 'counted-run.json');
const decimal = z.string().regex(/^\d+(\.\d+)?$/);

const run = z.strictObject({
  conversations: z.int().min(1),
  messages: z.int().min(1),
  counts: z.record(z.enum(awsLines), decimal),
  models: z.array(
    z.strictObject({
      model: z.string(),
      use: z.enum(['intent', 'reply', 'embedding']),
      calls: z.int(),
      tokensIn: z.int(),
      tokensOut: z.int(),
    }),
  ),
  tables: z.array(z.strictObject({ table: z.string(), read: z.number(), write: z.number() })),
  lambdas: z.array(
    z.strictObject({
      lambda: z.string(),
      invocations: z.int(),
      milliseconds: z.number(),
      memoryMb: z.int(),
    }),
  ),
});
const document = z.strictObject({
  countedOn: z.iso.date(),
  how: z.string(),
  runs: z.record(z.enum(regions), run),
});
export type CountedRuns = {
  readonly countedOn: string;
  readonly how: string;
  readonly runs: Readonly<Record<Region, CountedRun>>;
};

const how =
  'the private web shop conversations of tests/evaluation/answers through the deployed bundles on the local machine: ' +
  'capacity units as its table counts them by the rules of AWS, calls at its gateway, duration by its own clock, ' +
  'tokens as its stand-in for Bedrock estimates them (four characters each)';

/** Throws when the kept file is not what it should be. */
export const keptRuns = (): CountedRuns => document.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Counts again, both regions, and keeps it. */
export const recount = async (conversations: number, on: string): Promise<CountedRuns> => {
  const folder = mkdtempSync(join(tmpdir(), 'recado-count-'));
  const assembly = join(folder, 'assembly');
  await synthesize(join(import.meta.dirname, '..', '..'), assembly, 'demo');
  const count = async (region: Region): Promise<CountedRun> =>
    countRun({ region, data: join(folder, region), assembly, conversations });
  const counted: CountedRuns = {
    countedOn: on,
    how,
    runs: { 'sa-east-1': await count('sa-east-1'), 'us-east-1': await count('us-east-1') },
  };
  writeFileSync(file, `${JSON.stringify(counted, null, 2)}\n`);
  return counted;
};
