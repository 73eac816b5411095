/** `npm run prove [-- AREA]`: every figure that a document claims, at full scale; exit 1 when one is short. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineOf, type Figure, type Scope } from './prove/figure.ts';
import { proveEscalation } from './prove/escalation/area.ts';
import { proveAnswering } from './prove/answering/area.ts';
import { proveMain } from './prove/main/area.ts';
import { proveMercadoLibre } from './prove/mercado-libre/area.ts';
import { proveMetering } from './prove/metering/area.ts';
import { proveUnderstanding } from './prove/understanding/area.ts';
import { synthesize } from './local/synthesize.ts';

const root = join(import.meta.dirname, '..');
type Area = {
  readonly prove: (scope: Scope, tell: (figures: readonly Figure[]) => void) => Promise<void>;
  /** It runs what was synthesized. */
  readonly synthesized: boolean;
};
const areas: Readonly<Record<string, Area>> = {
  escalation: { prove: proveEscalation, synthesized: true },
  main: { prove: proveMain, synthesized: true },
  'mercado-libre': { prove: proveMercadoLibre, synthesized: true },
  metering: { prove: proveMetering, synthesized: false },
  answering: { prove: proveAnswering, synthesized: false },
  understanding: { prove: proveUnderstanding, synthesized: false },
};

const [wanted, ...rest] = process.argv.slice(2);
const given = (name: string): string | undefined =>
  rest.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
if (wanted !== undefined && !(wanted in areas)) {
  console.error(`there is no area ${wanted}: ${Object.keys(areas).join(', ')}`);
  process.exit(1);
}

const seed = Number(given('seed') ?? String(Date.now() % 1_000_000));
const folder = mkdtempSync(join(tmpdir(), 'recado-prove-'));
const assembly = join(folder, 'assembly');
console.error(`seed ${String(seed)}, data in ${folder}`);
const chosen = Object.entries(areas).filter(([name]) => wanted === undefined || wanted === name);
if (chosen.some(([, { synthesized }]) => synthesized)) await synthesize(root, assembly, 'demo');

let short = 0;
for (const [name, { prove }] of chosen) {
  const figures: Figure[] = [];
  await prove({ scale: Number(given('scale') ?? '1'), seed, folder, assembly }, (some) => {
    figures.push(...some);
    for (const figure of some) console.log(lineOf(figure));
  });
  short += figures.filter((figure) => !figure.ok).length;
  mkdirSync(join(root, 'prove-results'), { recursive: true });
  writeFileSync(join(root, 'prove-results', `${name}.json`), JSON.stringify({ seed, figures }, null, 2));
}
process.exit(short > 0 ? 1 : 0);
