/** The rules themselves, each held against a small case that breaks it. */
import { describe, expect, it } from 'vitest';
import { circlesOf } from './circles.ts';
import { faultOf, targetOf } from './import-table.ts';
import { misnamedFolders } from './layout.ts';
import { alarmAnchors, anchorOf, anchorsIn, sectionsIn } from './runbook.ts';
import { syntaxOf, type Construct } from './syntax.ts';
import { documentsIn, neverSaid, neverWritten, proseOf, wordFaults } from './words.ts';

const syntax = (text: string) => syntaxOf({ path: 'a.ts', text });
const found = (text: string): readonly Construct[] => syntax(text).findings.map(({ what }) => what);
const core = (path: string) => `functions/core/${path}`;

describe('an import', () => {
  it.each([
    ['the domain of anything', core('domain/a.ts'), core('ports/b.ts')],
    ['the domain of a package', core('domain/a.ts'), 'zod/mini'],
    ['a flow of an adapter', core('flows/a.ts'), core('aws/sqs/b.ts')],
    ['a flow of a channel', core('flows/a.ts'), core('channels/rest/send.ts')],
    ['a flow of node', core('flows/a.ts'), 'node:crypto'],
    ['one channel of another', core('channels/rest/a.ts'), core('channels/whatsapp/b.ts')],
    ['a channel of the list of channels', core('channels/rest/a.ts'), core('channels/manifests.ts')],
    ['an adapter of a flow', core('aws/a.ts'), core('flows/b.ts')],
    ['an entry of a flow', core('entry/a.ts'), core('flows/b.ts')],
    ['the SDK from a channel', core('channels/rest/a.ts'), '@aws-sdk/client-sqs'],
    ['one Lambda of another', 'functions/sweep/index.ts', 'functions/send-reply/env.ts'],
    ['an environment of its wiring', 'functions/sweep/env.ts', 'functions/sweep/index.ts'],
    ['the core of a Lambda', core('wiring/a.ts'), 'functions/sweep/env.ts'],
    ['the stacks of what runs', 'lib/stacks/a.ts', 'functions/sweep/index.ts'],
    ['the local machine of the house', 'lib/local/a.ts', core('policy/regions.ts')],
    ['the stacks of the local machine', 'lib/stacks/a.ts', 'lib/local/machine.ts'],
    ['what runs of a sandbox', core('channels/rest/channel.ts'), core('channels/rest/sandbox.ts')],
    ['a file without a place', core('helpers/a.ts'), core('domain/b.ts')],
    ['shipped code of a test', 'bin/a.ts', 'tests/fakes/tools.ts'],
  ])('is refused: %s', (_, from, to) => {
    expect(faultOf({ from, to })).not.toBeNull();
  });

  it.each([
    [core('flows/a.ts'), core('channels/manifests.ts')],
    [core('flows/a.ts'), core('flows/b.ts')],
    [core('channels/rest/a.ts'), core('channels/rest/b.ts')],
    [core('channels/rest/sandbox-push.ts'), core('channels/rest/sandbox.ts')],
    [core('channels/registry.ts'), core('channels/rest/channel.ts')],
    [core('wiring/a.ts'), core('flows/b.ts')],
    ['functions/sweep/index.ts', 'functions/sweep/env.ts'],
    ['functions/sweep/index.ts', core('aws/stores.ts')],
    ['lib/stacks/a.ts', 'functions/sweep/env.ts'],
    ['lib/stacks/a.ts', 'aws-cdk-lib/aws-sqs'],
    ['lib/local/a.ts', 'dynalite'],
    ['bin/a.ts', 'functions/desk-api/contract.ts'],
  ])('is let pass: %s of %s', (from, to) => {
    expect(faultOf({ from, to })).toBeNull();
  });

  it('is found however it is written', () => {
    const text = `
      import a from './a.ts'; import type { B } from './b.ts'; import './c.ts';
      export * from './d.ts'; export type { E } from './e.ts';
      type F = import('./f.ts').F; const g = await import('./g.ts'); const h = require('./h.ts');
      // import i from './i.ts'
      const words = "import j from './j.ts'";`;
    expect(syntax(text).imports).toEqual('abcdefgh'.split('').map((letter) => `./${letter}.ts`));
  });

  it('leads to a file from the root, and a package stays as it is', () => {
    expect(targetOf(core('flows/a.ts'), '../domain/b.ts')).toBe(core('domain/b.ts'));
    expect(targetOf(core('flows/a.ts'), 'zod/mini')).toBe('zod/mini');
  });
});

describe('a circle', () => {
  it('is found whatever hangs on it, and a diamond is none', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', ['e']],
      ['e', ['f', 'zod']],
      ['f', ['d']],
    ]);
    expect(circlesOf(graph)).toEqual([['d', 'e', 'f']]);
  });

  it('may be one file that imports itself', () => {
    expect(circlesOf(new Map([['a', ['a']]]))).toEqual([['a']]);
  });
});

describe('a construct', () => {
  it.each<[Construct, string]>([
    ['any', 'const a = (b: any) => b;'],
    ['as', 'const a = b as string;'],
    ['as', 'const a = <string>b;'],
    ['!', 'a!.b();'],
    ['!', 'let a!: string;'],
    ['process.env', 'const a = process.env;'],
    ['process.env', "const a = process['env'];"],
    ['console.log', 'console.log(a);'],
    ['module mock', "vi.mock('./a.ts');"],
    ['skipped test', "it.skip('a', () => {});"],
    ['skipped test', "describe.concurrent.only('a', () => {});"],
    ['skipped test', "test.each([1]).skip('a', () => {});"],
    ['skipped test', "xit('a', () => {});"],
    ['computed import', 'await import(a);'],
  ])('%s is seen', (what, text) => {
    expect(found(text)).toEqual([what]);
  });

  it('is not seen where its word stands in a string, a comment or a name', () => {
    const text = `
      // any, as string, console.log(a)
      const anything = 'as any'; const skip = list.only; const env = process.cwd();
      const b = [1] as const satisfies readonly number[];`;
    expect(found(text)).toEqual([]);
  });

  it('tells its line', () => {
    expect(syntax('\n\na!.b();').findings).toEqual([{ what: '!', line: 3 }]);
  });

  it('is a list, however it is written', () => {
    const text = "const a = ['x', 'y']; type B = 'x' | 'y'; const c = { 'x-1': 1, 'y-1': 2 };";
    expect(syntax(text).lists).toEqual([
      ['x', 'y'],
      ['x', 'y'],
      ['x-1', 'y-1'],
    ]);
  });

  it('is a log name, whoever logs it', () => {
    const text = "deps.log('a', {}); log('b'); logger.error('c', {}); Math.log(2); deps.count('d');";
    expect(syntax(text).logged).toEqual(['a', 'b', 'c']);
  });
});

describe('a folder', () => {
  it('is misnamed for a kind of thing, but where AWS says so', () => {
    expect(misnamedFolders('functions/core/utils/a.ts')).toEqual(['functions/core/utils']);
    expect(misnamedFolders('functions/types/deep/a.ts')).toEqual(['functions/types']);
    expect(misnamedFolders('lib/local/services/sqs/queue.ts')).toEqual([]);
    expect(misnamedFolders('lib/types.ts')).toEqual([]);
  });
});

describe('a runbook', () => {
  const page =
    '# Runbook\n\n## Sweep fails\n\nFirst.\n\n```\n## no heading\n```\n\n### Deeper\n\n## unreadable\n\nSecond.\n';

  it('has an anchor for each heading, as GitHub makes them', () => {
    expect(anchorOf('It fails: `sweep`, (again)')).toBe('it-fails-sweep-again');
    expect(anchorsIn(page, 2)).toEqual(['sweep-fails', 'unreadable']);
    expect(
      alarmAnchors([{ path: 'a', text: "x: 'docs/runbook.md#sweep-fails', y: 'docs/words.md#z'" }]),
    ).toEqual(['sweep-fails']);
  });

  it('has sections', () => {
    expect([...sectionsIn(page, 2).keys()]).toContain('sweep-fails');
    expect(sectionsIn(page, 2).get('unreadable')).toContain('Second.');
    expect(sectionsIn(page, 2).get('unreadable')).not.toContain('First.');
  });
});

describe('a word', () => {
  it.each([
    'see /home/somebody/recado',
    "open('/tmp/work/a')",
    'https://registry.example.com/zod',
    '"resolved": "https://a.example/z.tgz"',
  ])('is never written: %s', (text) => {
    expect(wordFaults('a', text, neverWritten)).toHaveLength(1);
  });

  it.each(['closes issue 12', 'made by a subagent', 'TODO: later'])('is never said: %s', (text) => {
    expect(wordFaults('a', text, neverSaid)).toHaveLength(1);
  });

  it.each(['../channels/registry.ts', 'https://shop.example/home/lamp', 'var/task'])('may be: %s', (text) => {
    expect(wordFaults('a', text, neverWritten)).toEqual([]);
  });

  it('that sends readers to a document is seen, but where it has an address of its own', () => {
    const text = 'see docs/operate.md#log-lines, [words](words.md) and https://shop.example/read/me.md';
    expect(documentsIn(text)).toEqual(['operate.md', 'words.md']);
  });

  it('of code is not prose, of a comment it is', () => {
    const prose = proseOf({
      path: 'a.ts',
      text: "const a = error.issues; // one\nfetch('https://a.example'); /* two\nthree */",
    });
    expect(prose).toBe('// one\n/* two\nthree */');
  });
});
