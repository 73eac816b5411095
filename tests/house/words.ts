/** Words that a repository for everybody does not hold: where it was made, from what, and by which way of working. */
import type { SourceFile } from './files.ts';

export type WordRule = { readonly what: string; readonly pattern: RegExp };

/** Anywhere in a file. */
export const neverWritten: readonly WordRule[] = [
  { what: 'a path of one machine', pattern: /(?<![\w.:-])\/(?:home|Users|root|work|tmp)\/\w/ },
  {
    what: 'a registry host',
    pattern: /https?:\/\/[^\s"'/]*(?:registry|artifactory|nexus|npm)|"resolved":|npmmirror|npmjs\.org/i,
  },
];

/** In prose: documents, comments and the subjects of commits. Code may well speak of the issues of a schema. */
export const neverSaid: readonly WordRule[] = [
  { what: 'an issue', pattern: /\bissues?\b/i },
  { what: 'a way of working', pattern: /\b(?:sub-?agents?|helper sessions?|the brief)\b/i },
  { what: 'unfinished work', pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/ },
];

/** Comments of TypeScript; `//` inside an address is none. */
const comment = /\/\*[\s\S]*?\*\/|(?<![:\w'"`/])\/\/[^\n]*/g;

export const proseOf = ({ path, text }: SourceFile): string => {
  if (path.endsWith('.md')) return text;
  return path.endsWith('.ts') ? [...text.matchAll(comment)].map(([words]) => words).join('\n') : '';
};

/** Documents that a text sends its readers to, by file name; what has an address of its own is not looked at. */
export const documentsIn = (text: string): readonly string[] =>
  [...text.replaceAll(/https?:\/\/\S+/g, '').matchAll(/[\w./-]*?([\w-][\w.-]*\.md)\b/g)].map(
    ([, name]) => name ?? '',
  );

/** `path: what it names`, once for each rule that the text breaks. */
export const wordFaults = (where: string, text: string, rules: readonly WordRule[]): readonly string[] =>
  rules.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `${where}: ${what}`);
