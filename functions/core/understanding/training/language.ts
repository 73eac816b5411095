/** Learns languages from the same phrases, from sentences of other languages and from short words. */
import { commonWords } from '../language/common-words.ts';
import { languageBuckets, languageFeatures, spokenWords } from '../features.ts';
import type { LinearTable } from '../linear-model.ts';
import { plain } from '../text.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Example, learn } from './learner.ts';
import type { Sentence } from './phrase.ts';
import { quantised } from './quantise.ts';

/** Pieces of one, two and three words, because buyers write those. */
const pieces = (words: readonly string[], chance: Chance): string[][] =>
  [1, 2, 3].flatMap((length) => {
    if (words.length <= length) return [];
    const start = chance.below(words.length - length + 1);
    return [words.slice(start, start + length)];
  });

const examplesOf = (sentences: readonly Sentence[], classes: readonly string[]): Example[] => {
  const chance = chanceOf(20_261_121);
  const examples: Example[] = [];
  for (const { text, language } of sentences) {
    const words = spokenWords(text);
    if (words.length === 0) continue;
    const targets = [new Map([[classes.indexOf(language), 1]])];
    const add = (some: readonly string[], weight: number): number =>
      examples.push({ counts: languageFeatures(some), targets, weight });
    add(words, 1);
    const bare = words.map(plain);
    if (bare.join(' ') !== words.join(' ')) add(bare, 0.7);
    for (const piece of pieces(chance.next() < 0.6 ? bare : words, chance)) add(piece, 0.5);
  }
  return examples;
};

/** Classes are the languages of the sentences, those that are answered first. */
export const learnLanguages = (sentences: readonly Sentence[]): LinearTable => {
  const words = Object.entries(commonWords).flatMap(([language, list]) =>
    list
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((text) => ({ text: text.replaceAll('_', ' '), language })),
  );
  const all = [...sentences, ...words];
  const classes = [...new Set(['es', 'pt', 'en', ...all.map(({ language }) => language).sort()])];
  return quantised(
    learn(examplesOf(all, classes), {
      buckets: languageBuckets,
      heads: [{ name: 'language', classes }],
      epochs: 8,
      rate: 0.1,
      decay: 1e-6,
      fewest: 1,
      seed: 11,
    }),
  );
};
