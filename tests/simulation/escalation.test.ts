/** Cases come to an end however callbacks, people, faults and restarts race: none stuck, silent, told twice or in a circle. */
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { race, type RaceReport } from './escalation-races.ts';

const wanted = Number(process.env['RECADO_RACES'] ?? 100);
const fresh = Number(process.env['RECADO_SEED'] ?? Math.trunc(Date.now() % 2 ** 31));
const report = process.env['RECADO_RACES_REPORT'];
const beside = 25;

it.each([
  ['a fixed seed', 20_261_120],
  ['a fresh seed', fresh],
])('races from %s all end', { timeout: 7_200_000 }, async (_, seed) => {
  const reports: RaceReport[] = [];
  for (let round = 0; round * beside < wanted / 2; round += 1) reports.push(await race(seed + round, beside));
  const sum = (of: (one: RaceReport) => number): number => reports.reduce((total, one) => total + of(one), 0);
  const total = {
    cases: sum(({ cases }) => cases),
    stuck: sum(({ stuck }) => stuck),
    silent: sum(({ silent }) => silent),
    loops: sum(({ loops }) => loops),
    repeated: sum(({ repeated }) => repeated),
    ratedTwice: sum(({ ratedTwice }) => ratedTwice),
    faults: reports.flatMap(({ faults }) => faults).slice(0, 10),
  };
  if (report !== undefined) writeFileSync(`${report}-${String(seed)}`, JSON.stringify(total));
  expect({ seed, ...total }).toEqual({
    seed,
    cases: total.cases,
    stuck: 0,
    silent: 0,
    loops: 0,
    repeated: 0,
    ratedTwice: 0,
    faults: [],
  });
});
