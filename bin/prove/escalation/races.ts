/** Ten thousand races of callbacks, people, faults and restarts, by the suite that `npm test` runs at a hundredth. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { exactly, scaled, type Figure, type Scope } from '../figure.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const total = z.object({
  cases: z.number(),
  stuck: z.number(),
  silent: z.number(),
  loops: z.number(),
  repeated: z.number(),
  ratedTwice: z.number(),
  faults: z.array(z.string()),
});

export const races = async (scope: Scope): Promise<readonly Figure[]> => {
  const wanted = scaled(scope, 10_000, 100);
  const report = join(scope.folder, 'races');
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'tests/simulation/escalation.test.ts'],
    {
      cwd: root,
      env: {
        ...process.env,
        RECADO_RACES: String(wanted),
        RECADO_SEED: String(scope.seed),
        RECADO_RACES_REPORT: report,
      },
      stdio: 'ignore',
    },
  );
  await new Promise((resolve) => {
    child.once('close', resolve);
  });
  const files = existsSync(scope.folder)
    ? readdirSync(scope.folder).filter((file) => file.startsWith('races-'))
    : [];
  const totals = files.map((file) => total.parse(JSON.parse(readFileSync(join(scope.folder, file), 'utf8'))));
  const sum = (of: (one: z.output<typeof total>) => number): number =>
    totals.reduce((all, one) => all + of(one), 0);
  return [
    exactly(
      'escalation.races',
      sum(({ cases }) => cases) >= wanted ? wanted : sum(({ cases }) => cases),
      wanted,
    ),
    exactly(
      'escalation.races-stuck',
      sum(({ stuck }) => stuck),
      0,
    ),
    exactly(
      'escalation.races-beyond-their-watch',
      sum(({ faults }) => faults.length),
      0,
    ),
    exactly(
      'escalation.races-silent-hand-overs',
      sum(({ silent }) => silent),
      0,
    ),
    exactly(
      'escalation.races-in-a-circle',
      sum(({ loops }) => loops),
      0,
    ),
    exactly(
      'escalation.races-sentences-told-twice',
      sum(({ repeated }) => repeated),
      0,
    ),
    exactly(
      'escalation.races-rated-twice',
      sum(({ ratedTwice }) => ratedTwice),
      0,
    ),
  ];
};
