/** The rules of the house: what is a rule is a test. Each fault is told with its file and what it breaks. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelIds } from '../functions/core/domain/channel.ts';
import { regions } from '../functions/core/policy/regions.ts';
import { logNames } from '../functions/core/ports/tools.ts';
import { circlesOf } from './house/circles.ts';
import { exceptions } from './house/exceptions.ts';
import { entriesOf, filesBelow, linesOf, read, root } from './house/files.ts';
import { faultOf, targetOf, type Import } from './house/import-table.ts';
import {
  alsoInLambda,
  coreFolders,
  dataTables,
  longestFile,
  misnamedFolders,
  topFiles,
  topFolders,
} from './house/layout.ts';
import { alarmAnchors, anchorsIn, sectionsIn } from './house/runbook.ts';
import { syntaxOf, type Construct } from './house/syntax.ts';
import { documentsIn, neverSaid, neverWritten, proseOf, wordFaults } from './house/words.ts';

const typeScript = (folder: string): readonly string[] =>
  filesBelow(folder).filter((path) => path.endsWith('.ts'));
const shipped = ['functions', 'lib', 'bin'].flatMap(typeScript).map(read);
const tested = typeScript('tests').map(read);
const shippedSyntax = shipped.map(syntaxOf);
const syntax = [...shippedSyntax, ...tested.map(syntaxOf)];

const imports: readonly Import[] = shippedSyntax.flatMap(({ path, imports: specifiers }) =>
  specifiers.map((specifier) => ({ from: path, to: targetOf(path, specifier) })),
);
const isExcepted = ({ from, to }: Import): boolean =>
  exceptions.imports.some((exception) => exception.from === from && exception.to === to);

/** Where a construct stands although nobody allowed it there. */
const placesOf = (construct: Construct, allowed: (path: string) => boolean): readonly string[] =>
  syntax
    .filter(({ path }) => !allowed(path))
    .flatMap(({ path, findings }) =>
      findings.filter(({ what }) => what === construct).map(({ line }) => `${path}:${String(line)}`),
    );
const nowhere = (): boolean => false;

describe('imports', () => {
  it('point down the table of the house', () => {
    const faults = imports.flatMap((one) => {
      const because = isExcepted(one) ? null : faultOf(one);
      return because === null ? [] : [`${one.from} → ${one.to}: ${because}`];
    });
    expect(faults).toEqual([]);
  });

  it('never come back to where they began, types included', () => {
    const graph = new Map(
      syntax.map(({ path, imports: specifiers }) => [path, specifiers.map((one) => targetOf(path, one))]),
    );
    expect(circlesOf(graph).map((circle) => circle.join(' → '))).toEqual([]);
  });

  it('are written out, but where a folder is loaded by its path', () => {
    const loads = (path: string) => path.startsWith('lib/local/') || path.startsWith('bin/');
    expect(placesOf('computed import', (path) => loads(path) || path.startsWith('tests/'))).toEqual([]);
  });
});

describe('folders', () => {
  it('at the top are those of the layout', () => {
    const known = (names: readonly string[]) => (name: string) =>
      !name.startsWith('.') && !names.includes(name);
    expect(entriesOf('', 'folders').filter(known(topFolders))).toEqual([]);
    expect(entriesOf('', 'files').filter(known(topFiles))).toEqual([]);
    expect(topFiles.filter((name) => !entriesOf('', 'files').includes(name))).toEqual([]);
  });

  it('of the core are known, and hold its every file', () => {
    expect(
      entriesOf('functions/core', 'folders').filter((name) => !new Set<string>(coreFolders).has(name)),
    ).toEqual([]);
    expect(entriesOf('functions/core', 'files')).toEqual([]);
  });

  it('of a Lambda hold its environment and its wiring, and no logic', () => {
    const lambdas = entriesOf('functions', 'folders').filter((name) => name !== 'core');
    expect(lambdas.length).toBeGreaterThan(0);
    expect(lambdas.map((name) => [name, entriesOf(`functions/${name}`, 'files')])).toEqual(
      lambdas.map((name) => [name, [...(alsoInLambda[name] ?? []), 'env.ts', 'index.ts'].toSorted()]),
    );
    expect(lambdas.flatMap((name) => entriesOf(`functions/${name}`, 'folders'))).toEqual([]);
    expect(entriesOf('functions', 'files')).toEqual([]);
  });

  it('of channels are the channels, with their kit and their template', () => {
    expect(entriesOf('functions/core/channels', 'folders')).toEqual(
      [...channelIds, 'kit', 'template'].toSorted(),
    );
  });

  it('are named for what they are about', () => {
    expect([...new Set(filesBelow('').flatMap(misnamedFolders))]).toEqual([]);
  });
});

describe('files', () => {
  it('can be read in one sitting', () => {
    const long = shipped.filter((file) => linesOf(file) > longestFile && !dataTables.includes(file.path));
    expect(long.map((file) => `${file.path}: ${String(linesOf(file))} lines`)).toEqual([]);
  });

  it('open with a sentence that says what they are for', () => {
    expect(shipped.filter(({ text }) => !text.startsWith('/**')).map(({ path }) => path)).toEqual([]);
  });

  it('make ids in one place, and claim a type nowhere', () => {
    expect(placesOf('as', (path) => path === 'functions/core/domain/ids.ts')).toEqual([]);
    expect(placesOf('any', nowhere)).toEqual([]);
    expect(placesOf('!', nowhere)).toEqual([]);
  });

  it('silence neither the compiler nor the linter', () => {
    const silencing = /(?:\/\/|\/\*)\s*(?:@ts-|oxlint-disable|eslint-disable|prettier-ignore)/;
    const silent = [...shipped, ...tested].filter(({ text }) => silencing.test(text)).map(({ path }) => path);
    expect(silent).toEqual(['functions/core/domain/ids.ts']);
  });

  it('read the environment where a process begins', () => {
    const begins = (path: string) =>
      /^functions\/[^/]+\/index\.ts$/.test(path) ||
      /^(bin|tests)\//.test(path) ||
      exceptions.environment.some((exception) => exception.path === path);
    expect(placesOf('process.env', begins)).toEqual([]);
  });

  it('print from commands only', () => {
    expect(placesOf('console.log', (path) => path.startsWith('bin/'))).toEqual([]);
  });
});

describe('exceptions', () => {
  it('are all needed', () => {
    const broken = imports.filter((one) => faultOf(one) !== null);
    const isNeeded = (exception: Import) =>
      broken.some(({ from, to }) => from === exception.from && to === exception.to);
    expect(exceptions.imports.filter((one) => !isNeeded(one))).toEqual([]);
    const reading = placesOf('process.env', nowhere).map((place) => place.split(':')[0]);
    expect(exceptions.environment.filter(({ path }) => !reading.includes(path))).toEqual([]);
    expect(dataTables.filter((path) => linesOf(read(path)) <= longestFile)).toEqual([]);
  });
});

describe('tests', () => {
  it('replace no module, and none is left out', () => {
    expect(placesOf('module mock', nowhere)).toEqual([]);
    expect(placesOf('skipped test', nowhere)).toEqual([]);
  });
});

describe('alarms', () => {
  const runbook = (): string => read('docs/runbook.md').text;
  const named = alarmAnchors(shipped.filter(({ path }) => path.startsWith('lib/')));

  it('each have a page in the runbook, and every page has its alarm', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(anchorsIn(runbook(), 2).toSorted()).toEqual(named.toSorted());
  });

  it('are told who is hurt, what to look at, what to do, and when it is over', () => {
    const parts = ['**Hurt:**', '**Look:**', '**Do:**', '**Over:**'];
    const thin = [...sectionsIn(runbook(), 2)].filter(([, text]) =>
      parts.some((part) => !text.includes(part)),
    );
    expect(thin.map(([anchor]) => anchor)).toEqual([]);
  });
});

describe('lists', () => {
  it('of regions are the same everywhere', () => {
    // The local machine states where AWS has which service, and imports nothing of ours.
    const ours = shippedSyntax.filter(({ path }) => !path.startsWith('lib/local/'));
    const isRegion = (text: string) => /^[a-z]{2}(-[a-z]+)+-\d$/.test(text);
    const other = ours.flatMap(({ path, lists }) =>
      lists
        .filter((list) => list.every(isRegion) && list.toSorted().join() !== [...regions].toSorted().join())
        .map((list) => `${path}: ${list.join(', ')}`),
    );
    expect(other).toEqual([]);
  });

  it('of log names hold each name that is logged, and the guide for operators explains each', () => {
    const logged = new Set(
      shippedSyntax.filter(({ path }) => path.startsWith('functions/')).flatMap((file) => file.logged),
    );
    expect([...logged].toSorted()).toEqual([...logNames].toSorted());
    const rows = [...read('docs/operate.md').text.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    expect(logNames.filter((name) => !rows.includes(name))).toEqual([]);
  });
});

describe('words', () => {
  // The rules on words have to write them, and so do their tests.
  const rules = ['tests/house/words.ts', 'tests/house/rules.test.ts'];
  const texts = filesBelow('')
    .filter((path) => !/\.(bin|png|ico|zip)$/.test(path) && path !== 'LICENSE' && !rules.includes(path))
    .map(read);

  it('name no machine and no registry', () => {
    expect(texts.flatMap(({ path, text }) => wordFaults(path, text, neverWritten))).toEqual([]);
    expect(texts.filter(({ text }) => text.includes(root)).map(({ path }) => path)).toEqual([]);
  });

  it('send readers only to documents that are there', () => {
    const there = new Set(filesBelow('').map((path) => path.split('/').at(-1)));
    const missing = texts.flatMap(({ path, text }) =>
      documentsIn(text)
        .filter((name) => !there.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('tell what is, not how it came about', () => {
    expect(texts.flatMap((file) => wordFaults(file.path, proseOf(file), neverSaid))).toEqual([]);
  });

  it('of commits do so too', () => {
    // An unpacked archive has no history.
    const history = existsSync(join(root, '.git'));
    const log = history ? execFileSync('git', ['log', '--format=%s'], { cwd: root, encoding: 'utf8' }) : '';
    const subjects = log.split('\n');
    expect(subjects.flatMap((subject) => wordFaults(subject, subject, neverSaid))).toEqual([]);
  });
});
