/** What the linear models count in a text: words, pairs, letter groups and concepts, hashed into buckets. */
import { conceptsOf } from './concepts.ts';
import { type Counts, Tally } from './counts.ts';
import { hashOf } from './hashing.ts';
import { isShouted, readable, wordsOf } from './text.ts';

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

/** Occurrences count times what one occurrence of their kind is worth. */
const add = (
  tally: Tally,
  mask: number,
  { seed, worth }: Kind,
  text: string,
  start = 0,
  end = text.length,
): void => {
  tally.add(hashOf(seed, text, start, end) & mask, worth);
};

type Letters = { readonly from: number; readonly to: number; readonly kind: Kind };

const addLetters = (tally: Tally, mask: number, word: string, { from, to, kind }: Letters): void => {
  const framed = `_${word.slice(0, longestWord)}_`;
  for (let length = from; length <= to; length += 1) {
    for (let start = 0; start + length <= framed.length; start += 1) {
      add(tally, mask, kind, framed, start, start + length);
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
const addConcepts = (tally: Tally, mask: number, words: readonly string[]): void => {
  const met = conceptsOf(words);
  met.forEach((concepts, at) => {
    const later = met.slice(at + 1, at + 1 + pairReach).flat();
    for (const concept of concepts) {
      add(tally, mask, kinds.concept, String.fromCharCode(concept));
      for (const other of later) {
        const pair = [Math.min(concept, other), Math.max(concept, other)];
        add(tally, mask, kinds.conceptPair, String.fromCharCode(...pair));
      }
    }
  });
};

const hasLetter = /\p{L}/u;
const meaningLetters: Letters = { from: 3, to: 5, kind: kinds.letters };

/**
 * Features of the intent table and of its smaller heads. Works for any text, also an empty one.
 *
 * @param read as `readable` leaves it, `words` the same as `wordsOf` does
 */
export const tallyMeaning = (tally: Tally, read: string, words: readonly string[]): void => {
  const mask = intentBuckets - 1;
  tally.clear();
  add(tally, mask, kinds.bias, '');
  for (const style of stylesOf(read, words)) add(tally, mask, kinds.style, style);
  const [first] = words;
  if (first !== undefined) add(tally, mask, kinds.first, first);
  words.forEach((word, at) => {
    add(tally, mask, kinds.word, word);
    const before = words[at - 1];
    if (before !== undefined) add(tally, mask, kinds.pair, `${before} ${word}`);
    if (hasLetter.test(word)) addLetters(tally, mask, word, meaningLetters);
  });
  addConcepts(tally, mask, words);
};

/** Features of the intent table, to keep: what a table learns from. */
export const intentFeatures = (text: string): Counts => {
  const tally = new Tally();
  const read = readable(text);
  tallyMeaning(tally, read, wordsOf(read));
  return tally.taken();
};

const spoken = /\p{L}+(?:'\p{L}+)*/gu;

/**
 * The words of a text for language: lower case with accents, letters only.
 *
 * @param read as `readable` leaves it
 */
export const spokenWords = (read: string): string[] => read.toLowerCase().match(spoken) ?? [];

const languageLetters: Letters = { from: 1, to: 4, kind: { ...kinds.letters, worth: 1 } };
const languageWord: Kind = { ...kinds.word, worth: 1 };

/** Features of the language table: words and letter groups of one to four, accents kept. */
export const tallyLanguage = (tally: Tally, words: readonly string[]): void => {
  const mask = languageBuckets - 1;
  tally.clear();
  add(tally, mask, kinds.bias, '');
  for (const word of words) {
    add(tally, mask, languageWord, word);
    addLetters(tally, mask, word, languageLetters);
  }
};

/** Features of the language table, to keep: what a table learns from. */
export const languageFeatures = (words: readonly string[]): Counts => {
  const tally = new Tally();
  tallyLanguage(tally, words);
  return tally.taken();
};

/** A second occurrence says less than the first: in proportion up to 1, logarithmic from there. */
export const dampened = (count: number): number => (count < 1 ? count : 1 + Math.log(count));
