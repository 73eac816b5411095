/** What one answer costs, how many fit into a second of one core, and what a fresh process pays to load the table. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { understand } from '../../../functions/core/understanding/understand.ts';
import { tableFile, understandingFolder } from '../../training-files.ts';
import { atLeast, atMost, percentile, scaled, type Figure, type Scope } from '../figure.ts';
import { reservedCases, trainedTier } from './cases.ts';

/** Of many runs the quickest tenth: what the work costs, not what else the machine did. */
const quick = 0.1;

export const answering = (scope: Scope): readonly Figure[] => {
  const tier = trainedTier();
  const texts = reservedCases().map(({ text }) => text);
  /** Milliseconds of processor time: what else runs on the machine does not count, the collector does. */
  const round = (): number => {
    const began = process.cpuUsage();
    for (const text of texts) understand(tier, { text });
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  for (let warm = 0; warm < 5; warm += 1) round();
  const rounds = Array.from({ length: scaled(scope, 40, 5) }, round);
  /** The quickest of seven by the clock: the processor's own count is too coarse for one message. */
  const single = texts.map((text) => {
    const times = Array.from({ length: 7 }, () => {
      const began = performance.now();
      understand(tier, { text });
      return performance.now() - began;
    });
    return 1000 * Math.min(...times);
  });
  const perSecond = (1000 * texts.length) / percentile(rounds, quick);
  return [
    atMost('understanding.one-answer', percentile(single, 0.5), 100, 'µs'),
    atLeast('understanding.messages-per-cpu-second', perSecond, 10_000, '/s'),
  ];
};

/**
 * Loads code and table as a Lambda does, after Node's own loader has woken up on something empty. Milliseconds of
 * processor time, all threads together: what else runs on the machine does not count.
 */
const script = (empty: string, code: string, table: string): string => `
  import { readFileSync } from 'node:fs';
  const resident = () => { gc(); return process.memoryUsage().rss; };
  await import(${JSON.stringify(pathToFileURL(empty).href)});
  readFileSync(${JSON.stringify(empty)});
  const before = resident();
  const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const began = spent();
  const { createFirstTier, understand } = await import(${JSON.stringify(pathToFileURL(code).href)});
  const tier = createFirstTier(readFileSync(${JSON.stringify(table)}));
  const loaded = spent() - began;
  const after = resident();
  const asked = spent();
  understand(tier, { text: 'cadê meu pedido?' });
  console.log(JSON.stringify({ loaded, first: spent() - asked, bytes: after - before }));
`;

const numberIn = (record: unknown, name: string): number => {
  if (typeof record !== 'object' || record === null) return Number.NaN;
  return Number(new Map(Object.entries(record)).get(name));
};

/** Bundled as it is deployed, so that no type is stripped while the clock runs. */
export const loading = (scope: Scope): readonly Figure[] => {
  const code = join(scope.folder, 'first-tier.mjs');
  const empty = join(scope.folder, 'empty.mjs');
  writeFileSync(empty, 'export {};\n');
  buildSync({
    stdin: {
      contents: `export { createFirstTier } from './first-tier.ts'; export { understand } from './understand.ts';`,
      resolveDir: join(understandingFolder.pathname),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    outfile: code,
  });
  const runs = Array.from({ length: scaled(scope, 21, 5) }, (): unknown => {
    const { stdout } = spawnSync(
      process.execPath,
      ['--expose-gc', '--input-type=module', '-e', script(empty, code, tableFile.pathname)],
      { encoding: 'utf8' },
    );
    return JSON.parse(stdout);
  });
  const quickest = (name: string): number =>
    percentile(
      runs.map((run) => numberIn(run, name)),
      quick,
    );
  return [
    atMost('understanding.load-cpu', quickest('loaded'), 10, 'ms'),
    atMost('understanding.load-memory', quickest('bytes') / 1e6, 25, 'MB'),
    atMost('understanding.first-answer-cpu', quickest('first'), 50, 'ms'),
  ];
};
