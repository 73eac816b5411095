/** Who may import what: the table of the house, and the verdict on one import. */
import { posix } from 'node:path';

/** A part of the code with its own row. `channel` and `lambda` stand for each folder of their kind. */
export type Zone =
  | 'domain'
  | 'policy'
  | 'ports'
  | 'parse'
  | 'understanding'
  | 'answering'
  | 'knowledge'
  | 'rating'
  | 'people'
  | 'prompts'
  | 'flows'
  | 'channel kit'
  | 'manifests'
  | 'registry'
  | 'channel'
  | 'aws'
  | 'entry'
  | 'wiring'
  | 'env'
  | 'contract'
  | 'lambda'
  | 'lib'
  | 'lib/asl'
  | 'lib/local'
  | 'bin';

type Row = {
  /** Besides its own folder. */
  readonly ours: readonly Zone[];
  readonly packages: RegExp;
};

const none = /^$/;
const anything = /^/;
const node = /^node:/;
const zod = /^zod(\/mini)?$/;
const zodAndNode = /^(zod(\/mini)?$|node:)/;
const pure: Row = { ours: ['domain', 'policy', 'ports'], packages: none };
const core: readonly Zone[] = [
  'domain',
  'policy',
  'ports',
  'parse',
  'understanding',
  'answering',
  'knowledge',
  'rating',
  'people',
  'prompts',
  'flows',
  'channel kit',
  'manifests',
  'registry',
  'channel',
  'aws',
  'entry',
  'wiring',
];

export const importTable: Readonly<Record<Zone, Row>> = {
  domain: { ours: [], packages: none },
  policy: { ours: ['domain'], packages: none },
  ports: { ours: ['domain'], packages: none },
  parse: { ours: ['domain'], packages: zod },
  understanding: pure,
  answering: pure,
  knowledge: { ...pure, packages: /^@orama\/stemmers(\/|$)/ },
  rating: { ...pure, packages: /^big\.js$/ },
  people: { ...pure, packages: /^luxon$/ },
  prompts: pure,
  flows: {
    ours: [
      'domain',
      'policy',
      'ports',
      'parse',
      'understanding',
      'answering',
      'knowledge',
      'rating',
      'people',
      'prompts',
      'manifests',
    ],
    packages: none,
  },
  'channel kit': { ours: ['domain', 'ports', 'parse'], packages: zodAndNode },
  manifests: { ours: ['domain', 'channel kit', 'channel'], packages: none },
  registry: { ours: ['domain', 'ports', 'channel kit', 'channel', 'manifests'], packages: none },
  channel: { ours: ['domain', 'ports', 'parse', 'channel kit'], packages: zodAndNode },
  aws: {
    ours: ['domain', 'policy', 'ports', 'prompts', 'parse'],
    packages: /^(@aws-sdk\/|@smithy\/|aws4fetch$|hyparquet(-writer)?$|node:|zod(\/mini)?$)/,
  },
  entry: {
    ours: ['domain', 'ports', 'parse'],
    packages: /^(@middy\/|@aws-lambda-powertools\/|aws-lambda$|node:|zod(\/mini)?$)/,
  },
  wiring: { ours: core, packages: node },
  env: { ours: ['domain', 'policy', 'parse', 'manifests'], packages: zod },
  contract: { ours: [], packages: zod },
  lambda: { ours: core, packages: /^(@aws-sdk\/|aws-lambda$|zod(\/mini)?$)/ },
  lib: {
    ours: ['env', 'policy', 'manifests', 'lib/asl'],
    packages: /^(aws-cdk-lib(\/|$)|constructs$|cdk-nag$|esbuild$|zod$|node:)/,
  },
  // The language of state machines, as AWS defines it: for what writes them and for what runs them.
  'lib/asl': { ours: [], packages: /^(zod|jsonata|asl-validator)$/ },
  'lib/local': { ours: ['lib/asl'], packages: anything },
  bin: { ours: [...core, 'contract', 'lib', 'lib/local'], packages: anything },
};

const coreZones: ReadonlyMap<string, Zone> = new Map(
  core.filter((zone) => !/channel|manifests|registry/.test(zone)).map((zone) => [zone, zone]),
);

const channelPlace = (rest: readonly string[]): readonly [zone: Zone, folder: string] | null => {
  const [first = '', ...below] = rest;
  if (below.length > 0) return [first === 'kit' ? 'channel kit' : 'channel', `channels/${first}`];
  if (first === 'manifests.ts') return ['manifests', 'channels'];
  return /^registry(-\w+)?\.ts$/.test(first) ? ['registry', 'channels'] : null;
};

/** The zone of a file and the folder that is its own; null for a file that has no place in the layout. */
export const placeOf = (path: string): readonly [zone: Zone, folder: string] | null => {
  const [top = '', second = '', third = '', ...rest] = path.split('/');
  if (top === 'bin') return ['bin', 'bin'];
  if (top === 'lib') {
    if (second === 'local') return ['lib/local', 'lib/local'];
    return second === 'asl' ? ['lib/asl', 'lib/asl'] : ['lib', 'lib'];
  }
  if (top !== 'functions' || third === '') return null;
  if (second === 'core') {
    if (third === 'channels') return channelPlace(rest);
    const zone = coreZones.get(third);
    return zone === undefined || rest.length === 0 ? null : [zone, `core/${third}`];
  }
  if (third === 'env.ts') return ['env', second];
  if (third === 'contract.ts') return ['contract', second];
  return ['lambda', second];
};

export type Import = { readonly from: string; readonly to: string };

/** Where a relative specifier leads, from the root; a package is left as it is. */
export const targetOf = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;

/** A Lambda's own env.ts and contract.ts are shared outward, and lean on nothing of the Lambda. */
const isOwn = (from: readonly [Zone, string], to: readonly [Zone, string]): boolean =>
  from[1] === to[1] && !(['env', 'contract'].includes(from[0]) && to[0] === 'lambda');

/** Why the import is against the table, or null. */
export const faultOf = ({ from, to }: Import): string | null => {
  const here = placeOf(from);
  if (here === null) return 'the file has no place in the layout';
  const row = importTable[here[0]];
  if (!/\.(ts|json)$/.test(to) || !/^(bin|lib|functions|tests|console|widget)\//.test(to))
    return row.packages.test(to) ? null : `${here[0]} may not import this package`;
  const there = placeOf(to);
  if (there === null) return 'what is imported has no place in the layout';
  if (/\/sandbox[^/]*$/.test(to) && from.startsWith('functions/') && !/\/sandbox[^/]*$/.test(from))
    return 'a sandbox is never bundled: only sandboxes import it';
  // A list of channels is no door to their folders, and a channel knows no list.
  if (isOwn(here, there) && there[1] !== 'channels') return null;
  return row.ours.includes(there[0]) && (here[0] !== 'channel' || there[0] !== 'channel')
    ? null
    : `${here[0]} may not import ${there[0]}`;
};
