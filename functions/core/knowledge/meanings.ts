/** What the words of a text mean to a seller, so that a question finds an article that says it in other words. */
import { afterSale } from './meanings/after-sale.ts';
import { buying } from './meanings/buying.ts';
import { goods } from './meanings/goods.ts';
import type { Meanings } from './meanings/meaning.ts';
import { products } from './meanings/products.ts';

const all: Meanings = { ...afterSale, ...buying, ...products, ...goods };

type Run = { readonly rest: readonly string[]; readonly meaning: string };
type Lexicon = {
  readonly whole: Map<string, string[]>;
  readonly beginnings: Map<string, string[]>;
  /** Words that stand together, by the first of them. */
  readonly runs: Map<string, Run[]>;
};

const added = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
};

const file = (lexicon: Lexicon, meaning: string, entry: string): void => {
  const [first = '', ...rest] = entry.split('_');
  if (rest.length > 0) added(lexicon.runs, first, { rest, meaning });
  else if (entry.endsWith('*')) added(lexicon.beginnings, entry.slice(0, -1), meaning);
  else added(lexicon.whole, entry, meaning);
};

const fileAll = (language: 'es' | 'pt' | 'en'): Lexicon => {
  const lexicon: Lexicon = { whole: new Map(), beginnings: new Map(), runs: new Map() };
  for (const [meaning, words] of Object.entries(all))
    for (const entry of words[language].split(' ')) file(lexicon, meaning, entry);
  for (const runs of lexicon.runs.values()) runs.sort((one, other) => other.rest.length - one.rest.length);
  return lexicon;
};

/** Filed when a text of the language first asks, not while a process starts. */
const filed = new Map<string, Lexicon>();
const lexiconOf = (language: string): Lexicon | null => {
  if (language !== 'es' && language !== 'pt' && language !== 'en') return null;
  const lexicon = filed.get(language) ?? fileAll(language);
  filed.set(language, lexicon);
  return lexicon;
};

const shortestBeginning = 3;

/** Little things: `pecinhas` are `pecas`, `cajita` is a `caja`. */
const diminutives: Readonly<Record<string, RegExp>> = {
  es: /(?<=^\p{L}{3,})(?:c?it)([oa]s?)$/u,
  pt: /(?<=^\p{L}{3,})(?:z?inh)([oa]s?)$/u,
};

const listed = ({ whole, beginnings }: Lexicon, word: string): readonly string[] => {
  const found = [...(whole.get(word) ?? [])];
  for (let length = shortestBeginning; length <= word.length; length += 1)
    found.push(...(beginnings.get(word.slice(0, length)) ?? []));
  return found;
};

const wordMeanings = (lexicon: Lexicon, word: string, language: string): readonly string[] => {
  const found = listed(lexicon, word);
  const little = diminutives[language];
  return found.length > 0 || little === undefined || !little.test(word)
    ? found
    : listed(lexicon, word.replace(little, '$1'));
};

const fits = (pattern: string, word: string | undefined): boolean =>
  word !== undefined && (pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : pattern === word);

export type Meant = { readonly at: number; readonly words: number; readonly meanings: readonly string[] };

/** The longest runs that begin at a word: several where they are of one length. */
const runsAt = (lexicon: Lexicon, words: readonly string[], at: number): readonly Run[] => {
  const standing = (lexicon.runs.get(words[at] ?? '') ?? []).filter(({ rest }) =>
    rest.every((pattern, offset) => fits(pattern, words[at + 1 + offset])),
  );
  return standing.filter(({ rest }) => rest.length === standing[0]?.rest.length);
};

/**
 * What the words mean, in order. A run of words means something together and uses its words up where one of them is
 * silent by itself (`how long` asks for no length); otherwise its words keep what they mean alone (`gift card`).
 *
 * @param words folded, stop words among them
 */
export const meaningsOf = (
  words: readonly string[],
  language: string,
  silent: ReadonlySet<string>,
): readonly Meant[] => {
  const lexicon = lexiconOf(language);
  if (lexicon === null) return [];
  const found: Meant[] = [];
  let usedUpTo = 0;
  words.forEach((word, at) => {
    const runs = at < usedUpTo ? [] : runsAt(lexicon, words, at);
    const [first] = runs;
    if (first !== undefined) {
      const length = first.rest.length + 1;
      found.push({ at, words: length, meanings: [...new Set(runs.map(({ meaning }) => meaning))] });
      if (words.slice(at, at + length).some((one) => silent.has(one))) usedUpTo = at + length;
    }
    const meanings = at < usedUpTo ? [] : wordMeanings(lexicon, word, language);
    if (meanings.length > 0) found.push({ at, words: 1, meanings: [...new Set(meanings)] });
  });
  return found;
};

/** Every name of the table, for tests of what refers to it. */
export const meaningNames: readonly string[] = Object.keys(all);
