/** What the linear models count in a text: words, pairs and letter groups, hashed into buckets. */
import { hashOf } from './hashing.ts';
import { isShouted, readable, wordsOf } from './text.ts';

/** How often each bucket was met. */
export type Counts = Map<number, number>;

/** Buckets of the intent table, a power of two. */
export const intentBuckets = 2 ** 17;
/** Buckets of the language table, a power of two. */
export const languageBuckets = 2 ** 16;

const kinds = { word: 1, pair: 2, first: 3, letters: 4, bias: 5, style: 6, gap: 7, last: 8 } as const;

/** A longer word is cut: nobody types one, and it would cost. */
const longestWord = 40;

const add = (counts: Counts, bucket: number): void => {
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
};

const addLetters = (counts: Counts, word: string, from: number, to: number, mask: number): void => {
  const framed = `_${word.slice(0, longestWord)}_`;
  for (let length = from; length <= to; length += 1) {
    for (let start = 0; start + length <= framed.length; start += 1) {
      add(counts, hashOf(kinds.letters, framed, start, start + length) & mask);
    }
  }
};

const styleOf = (text: string, words: readonly string[]): string[] => {
  const styles: string[] = [];
  if (isShouted(text)) styles.push('shouted');
  if (text.includes('!!!')) styles.push('exclaimed');
  if (words.length <= 2) styles.push('short');
  if (words.length > 25) styles.push('long');
  return styles;
};

const hasLetter = /[\p{L}]/u;

/** Features of the intent table and of its smaller heads. Works for any text, also an empty one. */
export const intentFeatures = (text: string): Counts => {
  const mask = intentBuckets - 1;
  const read = readable(text);
  const words = wordsOf(read);
  const counts: Counts = new Map();
  add(counts, hashOf(kinds.bias, '') & mask);
  for (const style of styleOf(read, words)) add(counts, hashOf(kinds.style, style) & mask);
  const [first] = words;
  if (first !== undefined) add(counts, hashOf(kinds.first, first) & mask);
  let before: string | undefined;
  for (const word of words) {
    add(counts, hashOf(kinds.word, word) & mask);
    if (before !== undefined) add(counts, hashOf(kinds.pair, `${before} ${word}`) & mask);
    if (hasLetter.test(word)) addLetters(counts, word, 3, 5, mask);
    before = word;
  }
  return counts;
};

const spoken = /\p{L}+(?:'\p{L}+)*/gu;

/** The words of a text for language: lower case with accents, letters only. */
export const spokenWords = (text: string): string[] =>
  [...readable(text).toLowerCase().matchAll(spoken)].map(([word]) => word);

/** Features of the language table: words and letter groups of one to four, accents kept. */
export const languageFeatures = (words: readonly string[]): Counts => {
  const mask = languageBuckets - 1;
  const counts: Counts = new Map();
  add(counts, hashOf(kinds.bias, '') & mask);
  for (const word of words) {
    add(counts, hashOf(kinds.word, word) & mask);
    addLetters(counts, word, 1, 4, mask);
  }
  return counts;
};
