/** Bundles run as they would be deployed: alone in their folder, the same bytes each time, with the files they open. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../lib/constructs/bundle.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'recado-bundle-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

/** A Lambda that greets with a file that a shared module opens beside itself, and calls a package that wants `require`. */
const greeter = {
  'functions/core/words/words.txt': 'bom dia',
  'functions/core/words/read.ts': `import { readFileSync } from 'node:fs';
    export const words = (): string => readFileSync(new URL('./words.txt', import.meta.url), 'utf8');`,
  'functions/greet/env.ts': `export type GreetEnv = Record<string, never>;`,
  'functions/greet/index.ts': `import { words } from '../core/words/read.ts';
    import { sep } from 'old-fashioned';
    export const handler = (): string => words() + sep;`,
  'functions/sweep/env.ts': `export type SweepEnv = Record<string, never>;`,
  'functions/sweep/index.ts': `export const handler = (): string => 'swept';`,
  'node_modules/old-fashioned/package.json': `{"name":"old-fashioned","version":"1.0.0","main":"index.js"}`,
  'node_modules/old-fashioned/index.js': `exports.sep = require('path').posix.sep;`,
};

const out = (...path: readonly string[]): string => join(root, '.build', 'functions', ...path);
const bundle = (): Promise<readonly string[]> => bundleFunctions(root, out());

const everyFile = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(out(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'base64')]),
  );

describe('a bundle', () => {
  it('runs without the sources, with the file it opens and a package of the old kind', async () => {
    write(greeter);
    await bundle();
    for (const gone of ['functions', 'node_modules']) rmSync(join(root, gone), { recursive: true });
    const script = `import { handler } from ${JSON.stringify(pathToFileURL(out('greet', 'index.mjs')).href)}; process.stdout.write(handler());`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })).toBe(
      'bom dia/',
    );
  });

  it('is made for every folder that says what it needs, and for no other', async () => {
    write(greeter);
    expect(await bundle()).toEqual(['greet', 'sweep']);
    expect(readdirSync(out()).sort()).toEqual(['greet', 'sweep']);
  });

  it('ships neither its source map nor the files of others', async () => {
    write(greeter);
    await bundle();
    expect(readdirSync(out('sweep'))).toEqual(['index.mjs']);
    expect(readdirSync(out('greet')).sort()).toEqual(['files', 'index.mjs']);
    expect(readdirSync(join(root, '.build', 'maps')).sort()).toEqual(['greet.mjs.map', 'sweep.mjs.map']);
  });

  it('has the same bytes each time, wherever the repository stands', async () => {
    write(greeter);
    await bundle();
    const first = [...everyFile().values()];
    await bundle();
    expect([...everyFile().values()]).toEqual(first);
    const text = readFileSync(out('greet', 'index.mjs'), 'utf8');
    expect(text).not.toContain(root);
  });

  it('leaves behind no file of an older build', async () => {
    write(greeter);
    await bundle();
    write({ 'functions/greet/index.ts': `export const handler = (): string => 'hello';` });
    await bundle();
    expect(readdirSync(out('greet'))).toEqual(['index.mjs']);
  });
});

describe('a build', () => {
  it('stops when a Lambda has no handler, and names each', async () => {
    write({ ...greeter, 'functions/a/env.ts': '', 'functions/b/env.ts': '' });
    await expect(bundle()).rejects.toThrow('no index.ts in functions/a, functions/b');
  });
});
