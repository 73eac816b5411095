/** The figures that `npm run prove -- metering` claims of the ledger, at a hundredth of their scale. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { corruptionFigures } from '../../../bin/prove/metering/chain.ts';
import { ledgerFigures } from '../../../bin/prove/metering/ledger.ts';
import { parquetFigures } from '../../../bin/prove/metering/parquet.ts';

const seeds = [20_261_120, Date.now() % 1_000_000];
const short = (
  figures: readonly { readonly name: string; readonly ok: boolean; readonly value: unknown }[],
) => figures.filter(({ ok }) => !ok).map(({ name, value }) => `${name} ${String(value)}`);
const scopeOf = (seed: number, scale: number, folder = '') => ({ scale, seed, folder, assembly: '' });

it.each(seeds)(
  'bills what happened, nothing else, in the right month: histories of seed %i',
  async (seed) => {
    expect(short(await ledgerFigures(scopeOf(seed, 0.005)))).toEqual([]);
  },
  120_000,
);

it.each(seeds)(
  'names whatever somebody did to the ledger: tampering of seed %i',
  async (seed) => {
    expect(short(await corruptionFigures(scopeOf(seed, 0.005)))).toEqual([]);
  },
  120_000,
);

it('writes files that another engine reads as the very ledger, and queries that come to its totals', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recado-files-'));
  expect(short(await parquetFigures(scopeOf(7, 0.01, folder)))).toEqual([]);
  rmSync(folder, { recursive: true });
}, 120_000);
