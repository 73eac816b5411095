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
  /** Of what is asked, so much stands in the passage. */
  least: 0.4,
  /** And so much more than in the best passage of another article. */
  ahead: 0.08,
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

/** How many of the things asked a sentence speaks of. */
const speaksOf = (asked: readonly Word[], sentence: Sentence, language: string): number => {
  const said = wordsOf(sentence.text, language);
  return asked.filter((word) => said.some((one) => isSame(word, one))).length;
};

/** The sentence that says most of what was asked, and its neighbour that says more; the first of them on a tie. */
const quoted = (
  sentences: readonly Sentence[],
  asked: readonly Word[],
  language: string,
): readonly Sentence[] => {
  const scores = sentences.map((sentence) => speaksOf(asked, sentence, language));
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
  const [best] = passages;
  if (best === undefined || baseLanguage(best.language) !== baseLanguage(language)) return null;
  const rival = Math.max(
    0,
    ...passages.filter(({ article }) => article !== best.article).map(({ score }) => score),
  );
  return best.score >= sureness.least && best.score - rival >= sureness.ahead ? best : null;
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
  const sentences = quoted(sentencesOf(passage.text), asked, passage.language);
  const [first] = sentences;
  const last = sentences.at(-1);
  return first === undefined || last === undefined
    ? null
    : { text: passage.text.slice(first.start, last.end).trim(), passage };
};
