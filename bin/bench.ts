/** `npm run bench [-- --data DIR --only NAME]`: our learner beside node-nlp and natural on public sets, in one run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { contestants, rivalPackages, type ContestantName } from './bench/contestant.ts';
import { benchmarkSets, isThere, type SetName } from './bench/data.ts';
import { atLeast, lineOf } from './prove/figure.ts';

const root = join(import.meta.dirname, '..');
/** What one contestant may take for one set. */
const longestMilliseconds = 10 * 60_000;
const installMilliseconds = 5 * 60_000;

const measured = z.object({
  accuracy: z.number(),
  auroc: z.number().nullable(),
  microseconds: z.number(),
  learnedSeconds: z.number(),
  peakMegabytes: z.number(),
  sizeMegabytes: z.number(),
});
type Measured = z.output<typeof measured>;

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
const data = resolve(root, values.data ?? join('..', 'shared', 'data'));

/** True when the rivals can be asked. They are no dependency: they come for this run and go with it. */
const install = (folder: string): boolean => {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...rivalPackages],
    { cwd: folder, encoding: 'utf8', timeout: installMilliseconds },
  );
  if (status !== 0) console.error(`npm could not install the rivals, ours runs alone: ${stderr}`);
  return status === 0;
};

const measure = (name: ContestantName, set: SetName, rivals: string): Measured | null => {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'bench', 'measure.ts'), name, set, data, rivals],
    { encoding: 'utf8', timeout: longestMilliseconds },
  );
  const line = stdout.split('\n').findLast((one) => one.startsWith('{'));
  if (status === 0 && line !== undefined) return measured.parse(JSON.parse(line));
  const ended = signal === null ? `ended with ${String(status)}` : `was ended by ${signal}`;
  console.error(`${set} ${name} gave no figures, it ${ended}: ${stderr.slice(-500)}`);
  return null;
};

const told = (set: string, name: string, { auroc, ...all }: Measured, own: Measured): string =>
  [
    `${set} ${name}`,
    `accuracy ${all.accuracy.toFixed(1)} %`,
    ...(auroc === null ? [] : [`out-of-scope AUROC ${auroc.toFixed(1)} %`]),
    `${all.microseconds.toFixed(0)} µs a message`,
    `learned in ${all.learnedSeconds.toFixed(1)} s`,
    `peak ${all.peakMegabytes.toFixed(0)} MB`,
    `size ${all.sizeMegabytes.toFixed(1)} MB`,
    ...(name === 'ours'
      ? []
      : [
          `errors × ${((100 - all.accuracy) / (100 - own.accuracy)).toFixed(2)} of ours`,
          `time × ${(all.microseconds / own.microseconds).toFixed(2)} of ours`,
        ]),
  ].join('  ');

const run = (sets: readonly SetName[], chosen: readonly ContestantName[], rivals: string): boolean => {
  const figures: Record<string, Record<string, Measured>> = {};
  let ok = true;
  for (const set of sets) {
    const own = measure('ours', set, rivals);
    if (own === null) return false;
    console.log(told(set, 'ours', own, own));
    figures[set] = { ours: own };
    for (const name of chosen.filter((one) => one !== 'ours')) {
      const rival = measure(name, set, rivals);
      if (rival === null) continue;
      figures[set][name] = rival;
      console.log(told(set, name, rival, own));
    }
    const figure = atLeast(`bench.${set}`, own.accuracy, benchmarkSets[set].least, '%');
    console.log(lineOf(figure));
    ok &&= figure.ok;
  }
  mkdirSync(join(root, 'prove-results'), { recursive: true });
  writeFileSync(join(root, 'prove-results', 'bench.json'), JSON.stringify(figures, null, 2));
  return ok;
};

const isSet = (name: string): name is SetName => Object.hasOwn(benchmarkSets, name);
const sets = Object.keys(benchmarkSets)
  .filter(isSet)
  .filter((name) => isThere(data, name));
if (sets.length === 0) {
  console.log(`no benchmark data in ${data}: nothing to compare (--data DIR says where they are)`);
} else {
  const rivals = mkdtempSync(join(tmpdir(), 'recado-bench-'));
  try {
    const wanted = contestants.filter((name) => values.only === undefined || values.only === name);
    const chosen = wanted.some((name) => name !== 'ours') && install(rivals) ? wanted : ['ours' as const];
    if (!run(sets, chosen, rivals)) process.exitCode = 1;
  } finally {
    rmSync(rivals, { recursive: true, force: true });
  }
}
