/** `npm test`: format, lint, types, tests and the synthesis of every stage, each told in a line; the first fault does not hide the others. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

// Tools that npm did not start would run on the system's own Node.
if (Number(process.versions.node.split('.')[0]) < 24) {
  const again = spawnSync(join(bin, 'node'), [import.meta.filename, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(again.status ?? 1);
}

const steps: readonly (readonly [name: string, command: string, ...rest: string[]])[] = [
  ['format', 'prettier', '--check', '.', '--log-level', 'warn'],
  ['types', 'tsc', '-p', 'tsconfig.json'],
  ['lint', 'oxlint', '--type-aware'],
  ['synth', 'cdk', 'synth', '-q', '--no-notices'],
  ['tests', 'vitest', 'run', ...process.argv.slice(2)],
];

const failed: string[] = [];
for (const [name, command, ...rest] of steps) {
  const began = performance.now();
  const { status } = spawnSync(join(bin, command), rest, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, CDK_DISABLE_CLI_TELEMETRY: 'true' },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exit(1);
}
