/** What may stand where: the top of the repository, the folders of the core, the files of a Lambda. */

export const topFolders = ['bin', 'console', 'docs', 'functions', 'lib', 'tests', 'widget'] as const;

export const topFiles = [
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'cdk.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  // The runner looks for its settings beside package.json.
  'vitest.config.ts',
] as const;

export const coreFolders = [
  'answering',
  'aws',
  'channels',
  'domain',
  'entry',
  'flows',
  'knowledge',
  'parse',
  'people',
  'policy',
  'ports',
  'prompts',
  'rating',
  'understanding',
  // What several Lambdas wire alike.
  'wiring',
] as const;

/** Folders group by what they are about, never by what kind of thing they hold. */
export const kindsOfThings: ReadonlySet<string> = new Set([
  'common',
  'helpers',
  'interfaces',
  'managers',
  'misc',
  'models',
  'services',
  'shared',
  'types',
  'utils',
]);

/** AWS itself calls what is imitated there a service. */
export const namedByAws: readonly string[] = ['lib/local/services', 'tests/local/services'];

/** Beside `env.ts` and `index.ts`. */
export const alsoInLambda: Readonly<Record<string, readonly string[]>> = {
  // The console imports the contract and nothing else; the route tells which call of the desk a request means.
  'desk-api': ['contract.ts', 'route.ts'],
  // The commands of finance ask it, and read its answers by these schemas.
  'close-hour': ['contract.ts'],
};

/** Folders of a path that are named for a kind of thing. */
export const misnamedFolders = (path: string): readonly string[] => {
  const folders = path.split('/').slice(0, -1);
  return folders
    .map((_, index) => folders.slice(0, index + 1).join('/'))
    .filter((folder) => kindsOfThings.has(folder.split('/').at(-1) ?? '') && !namedByAws.includes(folder));
};

export const longestFile = 300;

/** Tables of words: nothing in them to take apart. */
export const dataTables: readonly string[] = [];
