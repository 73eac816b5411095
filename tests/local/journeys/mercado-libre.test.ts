/** Mercado Libre on the local machine, as `npm run prove -- mercado-libre` shows it, at a hundredth of its scale and without its clocks. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../../bin/local/synthesize.ts';
import type { Figure } from '../../../bin/prove/figure.ts';
import { proveMercadoLibre } from '../../../bin/prove/mercado-libre/area.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Figures of time belong to `prove`: a busy machine is no bug. */
const timed = /p95|median|a-minute/;

describe('the buyers of a Mercado Libre seller on the local machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recado-mercado-libre-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.for([Date.now() % 1_000_000])(
    'every promise of the channel holds with seed %d',
    { timeout: 600_000 },
    async (seed) => {
      const made = join(root, 'cdk.out');
      const assembly = existsSync(join(made, 'manifest.json')) ? made : join(folder, 'assembly');
      if (assembly !== made) await synthesize(root, assembly, 'demo');
      const figures: Figure[] = [];
      await proveMercadoLibre({ scale: 0.01, seed, folder: join(folder, String(seed)), assembly }, (some) =>
        figures.push(...some),
      );
      expect(figures.filter((figure) => !figure.ok && !timed.test(figure.name))).toEqual([]);
      expect(figures.length).toBeGreaterThan(50);
    },
  );
});
