/** What the linear models count in a text: words, pairs, letter groups and concepts, hashed into buckets. */
import { conceptsOf } from './concepts.ts';
import { hashOf } from './hashing.ts';
import { isShouted, readable, wordsOf } from './text.ts';

/** How much of each bucket was met: occurrences times what one occurrence of its kind counts. */
export type Counts = Map<number, number>;

/** Buckets of the intent table, a power of two. */
export const intentBuckets = 2 ** 17;
/** Buckets of the language table, a power of two. */
export const languageBuckets = 2 ** 16;

/** The seed of each kind of feature, and what one occurrence counts: chosen on phrases held back from training. */
const kinds = {
  word: { seed: 1, worth: 2 },
  pair: { seed: 2, worth: 1 },
  first: { seed: 3, worth: 1 },
  letters: { seed: 4, worth: 0.3 },
  bias: { seed: 5, worth: 1 },
  style: { seed: 6, worth: 1 },
  concept: { seed: 7, worth: 5 },
  conceptPair: { seed: 8, worth: 5 },
} as const satisfies Readonly<Record<string, Kind>>;
type Kind = { readonly seed: number; readonly worth: number };

/** A longer word is cut: nobody types one, and it would cost. */
const longestWord = 40;

const add = (
  counts: Counts,
  mask: number,
  { seed, worth }: Kind,
  text: string,
  start = 0,
  end = text.length,
): void => {
  const bucket = hashOf(seed, text, start, end) & mask;
  counts.set(bucket, (counts.get(bucket) ?? 0) + worth);
};

type Letters = { readonly from: number; readonly to: number; readonly kind: Kind };

const addLetters = (counts: Counts, mask: number, word: string, { from, to, kind }: Letters): void => {
  const framed = `_${word.slice(0, longestWord)}_`;
  for (let length = from; length <= to; length += 1) {
    for (let start = 0; start + length <= framed.length; start += 1) {
      add(counts, mask, kind, framed, start, start + length);
    }
  }
};

const stylesOf = (text: string, words: readonly string[]): string[] => {
  const styles: string[] = [];
  if (isShouted(text)) styles.push('shouted');
  if (text.includes('!!!')) styles.push('exclaimed');
  if (words.length <= 2) styles.push('short');
  if (words.length > 25) styles.push('long');
  return styles;
};

/** How far apart two concepts may stand to be counted as a pair, in concepts. */
const pairReach = 3;

/** Concepts, and pairs of them in whatever order: languages order words differently. */
const addConcepts = (counts: Counts, mask: number, words: readonly string[]): void => {
  const met = conceptsOf(words);
  met.forEach((concepts, at) => {
    const later = met.slice(at + 1, at + 1 + pairReach).flat();
    for (const concept of concepts) {
      add(counts, mask, kinds.concept, String.fromCharCode(concept));
      for (const other of later) {
        const pair = [Math.min(concept, other), Math.max(concept, other)];
        add(counts, mask, kinds.conceptPair, String.fromCharCode(...pair));
      }
    }
  });
};

const hasLetter = /\p{L}/u;
const meaningLetters: Letters = { from: 3, to: 5, kind: kinds.letters };

/** Features of the intent table and of its smaller heads. Works for any text, also an empty one. */
export const intentFeatures = (text: string): Counts => {
  const mask = intentBuckets - 1;
  const read = readable(text);
  const words = wordsOf(read);
  const counts: Counts = new Map();
  add(counts, mask, kinds.bias, '');
  for (const style of stylesOf(read, words)) add(counts, mask, kinds.style, style);
  const [first] = words;
  if (first !== undefined) add(counts, mask, kinds.first, first);
  words.forEach((word, at) => {
    add(counts, mask, kinds.word, word);
    const before = words[at - 1];
    if (before !== undefined) add(counts, mask, kinds.pair, `${before} ${word}`);
    if (hasLetter.test(word)) addLetters(counts, mask, word, meaningLetters);
  });
  addConcepts(counts, mask, words);
  return counts;
};

const spoken = /\p{L}+(?:'\p{L}+)*/gu;

/** The words of a text for language: lower case with accents, letters only. */
export const spokenWords = (text: string): string[] =>
  [...readable(text).toLowerCase().matchAll(spoken)].map(([word]) => word);

const languageLetters: Letters = { from: 1, to: 4, kind: { ...kinds.letters, worth: 1 } };

/** Features of the language table: words and letter groups of one to four, accents kept. */
export const languageFeatures = (words: readonly string[]): Counts => {
  const mask = languageBuckets - 1;
  const counts: Counts = new Map();
  add(counts, mask, kinds.bias, '');
  for (const word of words) {
    add(counts, mask, { ...kinds.word, worth: 1 }, word);
    addLetters(counts, mask, word, languageLetters);
  }
  return counts;
};

/** A second occurrence says less than the first: in proportion up to 1, logarithmic from there. */
export const dampened = (count: number): number => (count < 1 ? count : 1 + Math.log(count));
