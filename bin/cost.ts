/** `npm run -s cost -- --conversations N`: what AWS will charge for them, by region and line, from counted calls. */
import * as z from 'zod';
import { regions } from '../functions/core/policy/regions.ts';
import { awsCost, type AwsCost, type CostLine } from '../functions/core/rating/aws-cost.ts';
import { keptRuns, recount } from './finance/counted-runs.ts';
import { command, readArguments } from './operate/arguments.ts';

/** Enough digits for a single conversation; amounts themselves are not rounded. */
const digits = 6;
const shown = (usd: string | null): string => (usd === null ? 'unknown' : Number(usd).toFixed(digits));
const quantity = (count: string): string => {
  const value = Number(count);
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(4)));
};

const lineText = (region: string, { line, unit, count, usd, assumedUsd }: CostLine): string =>
  [
    region,
    line.padEnd(56),
    quantity(count).padStart(12),
    unit.padEnd(42),
    shown(usd).padStart(12),
    ...(assumedUsd === null ? [] : [`(assumed ${shown(assumedUsd)})`]),
  ].join('  ');

const regionText = (cost: AwsCost): string =>
  [
    ...cost.lines.map((line) => lineText(cost.region, line)),
    `${cost.region}  models ${shown(cost.modelsUsd)} USD`,
    `${cost.region}  known ${shown(cost.knownUsd)} USD`,
    `${cost.region}  unknown ${cost.unknown.length === 0 ? 'nothing' : cost.unknown.join(', ')}: assumed ${shown(cost.assumedUsd)} USD, at 1.6 times us-east-1, not in the figure above`,
  ].join('\n');

await command(async () => {
  const given = readArguments(
    {
      conversations: z.string().regex(/^[1-9]\d{0,8}$/, 'a whole number from 1 is wanted'),
      region: z.enum(regions).optional(),
      json: z.boolean().optional(),
      /** Counts again on this machine, which takes some minutes. */
      recount: z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const runs =
    given.recount === true
      ? await recount(Number.MAX_SAFE_INTEGER, new Date().toISOString().slice(0, 10))
      : keptRuns();
  const wanted = given.region === undefined ? regions : [given.region];
  const costs = wanted.map((region) => awsCost(region, runs.runs[region], Number(given.conversations)));
  console.error(`counted on ${runs.countedOn}: ${runs.how}`);
  if (given.json === true) console.log(JSON.stringify(costs, null, 2));
  else console.log(costs.map(regionText).join('\n\n'));
});
