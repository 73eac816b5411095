/** Generated days with everything that goes wrong: nothing is lost, said twice, billed twice or left to nobody. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './invariants.ts';
import { schedules } from './schedule.ts';
import { lived } from './shop-day.ts';

const days = Number(process.env['RECADO_SCHEDULES'] ?? 100);
const fresh = Number(process.env['RECADO_SEED'] ?? Math.trunc(Date.now() % 2 ** 31));

describe.each([
  ['a fixed seed', 20_261_120],
  ['a fresh seed', fresh],
])('days from %s', (_, seed) => {
  it(`end well, every one (seed ${String(seed)})`, async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        expect(faultsOf(await lived(schedule))).toEqual([]);
      }),
      { seed, numRuns: days },
    );
  });
});
