/** Bundles every Lambda in one esbuild run: the same sources give the same bytes, and one asset each. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Metafile, Plugin } from 'esbuild';

/** ESM has no `require`; some dependencies of the SDK still call it. */
const banner =
  "import{createRequire as recadoRequire}from'node:module';const require=recadoRequire(import.meta.url);";

/** A file that the code opens beside itself: `new URL('./model.bin', import.meta.url)`. */
const besideItself = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+)\1,\s*import\.meta\.url,?\s*\)/g;

/** Where such a file stands in the bundle: under `files/`, at its path in the repository. */
const shippedPath = (root: string, importer: string, target: string): string =>
  relative(root, resolve(dirname(importer), target))
    .split(sep)
    .join('/');

type Opened = ReadonlyMap<string, readonly string[]>;

/** Points each `new URL(…, import.meta.url)` of ours at the copy that ships, and remembers what each source opens. */
const openedFiles = (root: string, opened: Map<string, readonly string[]>): Plugin => ({
  name: 'opened-files',
  setup: (run) => {
    run.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const found = [...source.matchAll(besideItself)].map((match) => match[2] ?? '');
      if (path.includes(`${sep}node_modules${sep}`) || found.length === 0) return undefined;
      opened.set(
        relative(root, path).split(sep).join('/'),
        found.map((target) => shippedPath(root, path, target)),
      );
      const contents = source.replace(
        besideItself,
        (_, _quote: string, target: string) =>
          `new URL('./files/${shippedPath(root, path, target)}', import.meta.url)`,
      );
      return { contents, loader: 'ts' };
    });
  },
});

/** Names of the Lambdas: the folders of `functions/` that say what they need. Throws when one has no handler. */
const lambdasIn = (functions: string): readonly string[] => {
  const names = readdirSync(functions, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(functions, entry.name, 'env.ts')))
    .map((entry) => entry.name)
    .sort();
  const without = names.filter((name) => !existsSync(join(functions, name, 'index.ts')));
  if (without.length > 0)
    throw new Error(`no index.ts in ${without.map((name) => `functions/${name}`).join(', ')}`);
  return names;
};

const copyOpenedFiles = (
  root: string,
  out: string,
  name: string,
  metafile: Metafile,
  opened: Opened,
): void => {
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}/index.mjs`));
  const files = Object.keys(output?.[1].inputs ?? {}).flatMap((source) => opened.get(source) ?? []);
  for (const file of files) {
    const copy = join(out, name, 'files', file);
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(join(root, file), copy, { recursive: true });
  }
};

const moveSourceMap = (out: string, name: string): void => {
  const maps = join(dirname(out), 'maps');
  mkdirSync(maps, { recursive: true });
  cpSync(join(out, name, 'index.mjs.map'), join(maps, `${name}.mjs.map`));
  rmSync(join(out, name, 'index.mjs.map'));
};

/**
 * Writes `<out>/<lambda>/index.mjs` for every folder of `<root>/functions` that has an `env.ts`; source maps go to the
 * `maps` folder beside `out` and are not shipped. Throws when a Lambda has no handler or does not compile.
 */
export const bundleFunctions = async (root: string, out: string): Promise<readonly string[]> => {
  const functions = join(root, 'functions');
  // What our Lambdas use of the SDK is a few calls: its clients would be half of every bundle, and of its start.
  const slim = join(functions, 'core', 'aws', 'slim');
  const names = lambdasIn(functions);
  for (const name of names) rmSync(join(out, name), { recursive: true, force: true });
  const opened = new Map<string, readonly string[]>();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: join(functions, name, 'index.ts'), out: `${name}/index` })),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/client-dynamodb': join(slim, 'dynamodb.ts'),
      '@aws-sdk/lib-dynamodb': join(slim, 'dynamodb.ts'),
      '@aws-sdk/client-bedrock-runtime': join(slim, 'bedrock-runtime.ts'),
    },
    banner: { js: banner },
    sourcemap: 'external',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [openedFiles(root, opened)],
  });
  for (const name of names) {
    copyOpenedFiles(root, out, name, metafile, opened);
    moveSourceMap(out, name);
  }
  return names;
};
