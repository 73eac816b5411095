/** Learns languages from the same phrases, from sentences of other languages and from short words. */
import { answeredLanguages } from '../../domain/language.ts';
import { commonWords } from '../language/common-words.ts';
import { languageBuckets, languageFeatures, spokenWords } from '../features.ts';
import type { LinearTable } from '../linear-model.ts';
import { plain, readable } from '../text.ts';
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
    const words = spokenWords(readable(text));
    if (words.length === 0) continue;
    const targets = [new Map([[classes.indexOf(language), 1]])];
    const worth = answered.has(language) ? 1 : otherWorth;
    const add = (some: readonly string[], weight: number): number =>
      examples.push({ counts: languageFeatures(some), targets, weight: weight * worth });
    add(words, 1);
    const bare = words.map(plain);
    if (bare.join(' ') !== words.join(' ')) add(bare, 0.7);
    for (const piece of pieces(chance.next() < 0.6 ? bare : words, chance)) add(piece, 0.5);
  }
  return examples;
};

/** Languages that are answered have thousands of phrases; each text of another one counts for several. */
const otherWorth = 3;
const answered: ReadonlySet<string> = new Set(answeredLanguages);

/** Words that buyers use this often in an answered language say nothing for another one. */
const common = 3;
const usedWords = (sentences: readonly Sentence[]): ReadonlyMap<string, number> => {
  const used = new Map<string, number>();
  for (const { text, language } of sentences) {
    if (!answered.has(language)) continue;
    for (const word of new Set(spokenWords(readable(text)))) used.set(word, (used.get(word) ?? 0) + 1);
  }
  return used;
};

/** Sentences made of a language's common words, because few real ones are at hand. */
const madeSentences = 150;
const madeLength = 5;

const fromCommonWords = (sentences: readonly Sentence[]): Sentence[] => {
  const used = usedWords(sentences);
  const chance = chanceOf(20_261_122);
  return Object.entries(commonWords).flatMap(([language, list]) => {
    const words = list
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.replaceAll('_', ' '));
    const telling = words.filter((word) => answered.has(language) || (used.get(word) ?? 0) < common);
    const made = Array.from({ length: answered.has(language) ? 0 : madeSentences }, () =>
      Array.from({ length: madeLength }, () => words[chance.below(words.length)] ?? '').join(' '),
    );
    return [...telling, ...made].map((text) => ({ text, language }));
  });
};

/** Classes are the languages of the sentences, those that are answered first. */
export const learnLanguages = (sentences: readonly Sentence[]): LinearTable => {
  const all = [...sentences, ...fromCommonWords(sentences)];
  const classes = [...new Set([...answeredLanguages, ...all.map(({ language }) => language).sort()])];
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
