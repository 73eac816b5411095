/** An answer in the seller's own words: sentences of one passage, letter by letter, or nothing. */
import type { FoundPassage, QuotedPassage } from '../domain/article.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { wordsOf, type Word } from './terms.ts';
import { baseLanguage } from './text.ts';

export type PassageAnswer = {
  /** One or two sentences that stand together in the passage, word for word. */
  readonly text: string;
  readonly passage: FoundPassage;
};

/** How sure one must be before a seller's words are said without anybody looking. Chosen on questions of our own. */
export const sureness = {
  /** Of what is asked, so much stands in the passage: see `FoundPassage.score`. */
  least: 0.3,
  /** And so much more than in any other passage, of the same article too. */
  ahead: 0.08,
  /** Of the things asked, so many are in the quoted words, their headings or the title. */
  spoken: 0.6,
  /** And so many in the quoted words themselves. */
  quoted: 0.34,
} as const;

/** Characters: two sentences longer than this are a lecture, and the first alone is said. */
const longest = 400;

/** What the guard may hold a reply against: the words of the passages that were found. */
export const evidenceOf = (passages: readonly FoundPassage[]): readonly QuotedPassage[] =>
  passages.map(({ article, text }) => ({ article, text }));

const isSame = (one: Word, other: Word): boolean =>
  (one.stem !== '' && one.stem === other.stem) ||
  one.meanings.some((meaning) => other.meanings.includes(meaning)) ||
  (one.cognate !== null && one.cognate === other.cognate);

type Asked = readonly Word[];

/** The things asked that a text speaks of. */
const spokenOf = (asked: Asked, text: string, language: string): Asked => {
  const said = wordsOf(text, language);
  return asked.filter((word) => said.some((one) => isSame(word, one)));
};

/** The sentence that says most of what was asked, with the neighbour that says more; the first of them on a tie. */
const bestSentences = (
  sentences: readonly Sentence[],
  asked: Asked,
  language: string,
): readonly Sentence[] => {
  const scores = sentences.map(({ text }) => spokenOf(asked, text, language).length);
  const best = scores.indexOf(Math.max(...scores));
  const main = sentences[best];
  if (main === undefined) return [];
  const before = scores[best - 1] ?? 0;
  const after = scores[best + 1] ?? 0;
  // What follows a sentence is more often its condition than what stands before it.
  const pair = before > after ? [sentences[best - 1], main] : [main, sentences[best + 1]];
  const both = pair.filter((one) => one !== undefined);
  const length = (both.at(-1)?.end ?? 0) - (both[0]?.start ?? 0);
  return length <= longest ? both : [main];
};

/** A clear winner in the buyer's language. */
const chosen = (passages: readonly FoundPassage[], language: string): FoundPassage | null => {
  const [best, ...others] = passages;
  if (best === undefined || baseLanguage(best.language) !== baseLanguage(language)) return null;
  const rival = Math.max(0, ...others.map(({ score }) => score));
  return best.score >= sureness.least && best.score - rival >= sureness.ahead ? best : null;
};

/** Whether the quoted words are about what was asked, and not the heading above them alone. */
const isAnswer = (text: string, { title, heading, language }: FoundPassage, asked: Asked): boolean => {
  const quoted = spokenOf(asked, text, language).length;
  const spoken = spokenOf(asked, `${title}\n${heading}\n${text}`, language).length;
  return quoted >= sureness.quoted * asked.length && spoken >= sureness.spoken * asked.length;
};

/**
 * Quotes the best passage when it is clearly the one that was asked for and in the buyer's language; null otherwise.
 *
 * @param passages as `find` gives them, best first; those of another market were never found
 * @param language the buyer's, `es` or `pt-BR`
 */
export const answerFromPassage = (
  passages: readonly FoundPassage[],
  question: string,
  language: string,
): PassageAnswer | null => {
  const passage = chosen(passages, language);
  if (passage === null) return null;
  const asked = wordsOf(question, language);
  const sentences = bestSentences(sentencesOf(passage.text), asked, passage.language);
  const [first] = sentences;
  const last = sentences.at(-1);
  if (first === undefined || last === undefined) return null;
  const text = passage.text.slice(first.start, last.end).trim();
  return isAnswer(text, passage, asked) ? { text, passage } : null;
};
