/** What a file of ours imports, calls and claims, read from its syntax tree: words in strings and comments do not count. */
import { parseAst } from 'vitest/node';
import type { SourceFile } from './files.ts';

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node of a tree, parents first. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesOf(one);
  } else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child);
  }
}

const textOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;
const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;

/** `a.b`, also written `a['b']`; null for anything else. */
const memberOf = (node: Node): { readonly of: unknown; readonly name: string } | null => {
  if (node.type !== 'MemberExpression') return null;
  const name = node['computed'] === true ? textOf(node['property']) : nameOf(node['property']);
  return name === null ? null : { of: node['object'], name };
};

/** What stands at the left of a chain of members and calls: `it` in `it.concurrent.each([])`. */
const rootName = (node: unknown): string | null => {
  if (!isNode(node)) return null;
  if (node.type === 'MemberExpression') return rootName(node['object']);
  return node.type === 'CallExpression' ? rootName(node['callee']) : nameOf(node);
};

export const constructs = [
  'any',
  'as',
  '!',
  'process.env',
  'console.log',
  'module mock',
  'skipped test',
  'computed import',
] as const;
export type Construct = (typeof constructs)[number];
export type Finding = { readonly what: Construct; readonly line: number };

const isConst = (type: unknown): boolean => isNode(type) && nameOf(type['typeName']) === 'const';
const testRoots = new Set(['it', 'test', 'describe', 'suite', 'bench']);

const memberFinding = (of: unknown, name: string): Construct | null => {
  if (name === 'env' && nameOf(of) === 'process') return 'process.env';
  if (name === 'log' && nameOf(of) === 'console') return 'console.log';
  if (nameOf(of) === 'vi' && ['mock', 'doMock', 'hoisted'].includes(name)) return 'module mock';
  return ['skip', 'only', 'todo'].includes(name) && testRoots.has(rootName(of) ?? '') ? 'skipped test' : null;
};

const findingOf = (node: Node): Construct | null => {
  switch (node.type) {
    case 'TSAnyKeyword':
      return 'any';
    case 'TSAsExpression':
      return isConst(node['typeAnnotation']) ? null : 'as';
    case 'TSTypeAssertion':
      return 'as';
    case 'TSNonNullExpression':
      return '!';
    case 'ImportExpression':
      return textOf(node['source']) === null ? 'computed import' : null;
    case 'CallExpression':
      return ['xit', 'xtest', 'xdescribe'].includes(nameOf(node['callee']) ?? '') ? 'skipped test' : null;
    default: {
      if (node['definite'] === true) return '!';
      const member = memberOf(node);
      return member === null ? null : memberFinding(member.of, member.name);
    }
  }
};

/** The specifier of `import`, `export … from`, `import('…')`, `import('…').Type` and `require('…')`. */
const importOf = (node: Node): string | null => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node['source']);
    case 'CallExpression': {
      const [first] = Array.isArray(node['arguments']) ? node['arguments'] : [];
      return nameOf(node['callee']) === 'require' ? textOf(first) : null;
    }
    default:
      return null;
  }
};

/** Texts that stand beside each other as a list: of an array, of a union of types, or as the keys of an object. */
const listOf = (node: Node): readonly string[] => {
  const items = (key: string): readonly unknown[] => (Array.isArray(node[key]) ? node[key] : []);
  switch (node.type) {
    case 'ArrayExpression':
      return items('elements').flatMap((item) => textOf(item) ?? []);
    case 'TSUnionType':
      return items('types').flatMap((item) => (isNode(item) ? (textOf(item['literal']) ?? []) : []));
    case 'ObjectExpression':
      return items('properties').flatMap((item) => (isNode(item) ? (textOf(item['key']) ?? []) : []));
    default:
      return [];
  }
};

/** The first argument, where it is a text, of calls like `log('…')` and `deps.log('…')`. */
const loggedBy = (node: Node): string | null => {
  if (node.type !== 'CallExpression' || !isNode(node['callee'])) return null;
  const { callee } = node;
  const [first] = Array.isArray(node['arguments']) ? node['arguments'] : [];
  const called = nameOf(callee) ?? memberOf(callee)?.name;
  const byLogger = rootName(callee) === 'logger';
  return called === 'log' || byLogger ? textOf(first) : null;
};

export type Syntax = {
  readonly path: string;
  readonly imports: readonly string[];
  readonly findings: readonly Finding[];
  readonly lists: readonly (readonly string[])[];
  readonly logged: readonly string[];
};

/** Throws where the file does not parse. */
export const syntaxOf = ({ path, text }: SourceFile): Syntax => {
  const imports: string[] = [];
  const findings: Finding[] = [];
  const lists: (readonly string[])[] = [];
  const logged: string[] = [];
  for (const node of nodesOf(parseAst(text, { lang: 'ts' }, path))) {
    const specifier = importOf(node);
    if (specifier !== null) imports.push(specifier);
    const what = findingOf(node);
    const start = typeof node['start'] === 'number' ? node['start'] : 0;
    if (what !== null) findings.push({ what, line: text.slice(0, start).split('\n').length });
    const list = listOf(node);
    if (list.length > 1) lists.push(list);
    const name = loggedBy(node);
    if (name !== null) logged.push(name);
  }
  return { path, imports, findings, lists, logged };
};
