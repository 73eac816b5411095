/** Finds passages for a question: by words, and by vectors where there are any, both put into one order. */
import type { FoundPassage } from '../domain/article.ts';
import type { KnowledgeQuestion } from '../ports/knowledge.ts';
import { nearest } from './index-vectors.ts';
import type { KnowledgeIndex, OpenArticle } from './open-index.ts';
import { ranking } from './ranking.ts';
import { scoreWords, type WordScores } from './search-words.ts';
import { baseLanguage } from './text.ts';

export type Asked = Omit<KnowledgeQuestion, 'tenant'> & {
  /** The question as the region's model put it, or null: words alone. */
  readonly vector: readonly number[] | null;
};

const usualCount = 3;
/** How deep both orders are read. */
const depth = 50;
/** Of ranks that are put together: https://dl.acm.org/doi/10.1145/1571941.1572114. */
const rankConstant = 60;
/** An article in the buyer's language, or written for the market, before one that says the same elsewhere. */
const ownLanguage = 1.3;
const ownMarket = 1.05;
/** Words that say less of the question than this found it by chance. */
const leastShare = 0.03;

/** Whether a buyer, or a person of the seller, may be shown the article today in this market. */
export const mayBeShown = (
  { audience, market, validFrom, validTo }: OpenArticle,
  asked: Pick<Asked, 'reader' | 'market' | 'day'>,
): boolean =>
  (asked.reader === 'people' || audience === 'buyers') &&
  (market === null || asked.market === null || market === asked.market) &&
  (validFrom === null || validFrom <= asked.day) &&
  (validTo === null || asked.day <= validTo);

const preference = ({ language, market }: OpenArticle, asked: Asked): number =>
  (baseLanguage(language) === baseLanguage(asked.language) ? ownLanguage : 1) *
  (market !== null && market === asked.market ? ownMarket : 1);

const byWords = (
  { order, shareOf }: WordScores,
  weightOf: (passage: number) => number,
): readonly number[] => {
  const found = ranking(depth);
  for (let passage = 0; passage < order.length; passage += 1) {
    const value = order[passage] ?? 0;
    if (value > 0 && shareOf(passage) >= leastShare) {
      const weight = weightOf(passage);
      if (weight > 0) found.offer(passage, value * weight);
    }
  }
  return found.best();
};

/** What a rank by likeness counts beside one by words. */
const likenessWorth = 0.7;

const fused = (words: readonly number[], near: readonly number[]): readonly number[] => {
  const scores = new Map<number, number>();
  const add = (order: readonly number[], worth: number): void => {
    order.forEach((passage, rank) => {
      scores.set(passage, (scores.get(passage) ?? 0) + worth / (rankConstant + rank + 1));
    });
  };
  add(words, 1);
  add(near, likenessWorth);
  return [...scores].sort(([, one], [, other]) => other - one).map(([passage]) => passage);
};

/** What the words clearly say is not outvoted by what lies near. */
const clear = { least: 0.4, ahead: 0.1 };

const clearBest = (
  index: KnowledgeIndex,
  words: readonly number[],
  shareOf: WordScores['shareOf'],
): readonly number[] => {
  const [best] = words;
  if (best === undefined) return [];
  const own = shareOf(best);
  const other = words.find((passage) => index.articleOf[passage] !== index.articleOf[best]);
  return own >= clear.least && own - (other === undefined ? 0 : shareOf(other)) >= clear.ahead ? [best] : [];
};

/** Best first. What expired, is of another market, or is internal where buyers ask, is never among them. */
export const retrieve = (index: KnowledgeIndex, asked: Asked): readonly FoundPassage[] => {
  const weights = index.articles.map((article) =>
    mayBeShown(article, asked) ? preference(article, asked) : 0,
  );
  const weightOf = (passage: number): number => weights[index.articleOf[passage] ?? -1] ?? 0;
  const scores = scoreWords(index, asked.text, asked.language, asked.intent);
  const words = byWords(scores, weightOf);
  const near =
    asked.vector === null
      ? []
      : nearest(index.vectors, asked.vector, (passage) => weightOf(passage) > 0, depth);
  const best =
    near.length === 0
      ? words
      : [...new Set([...clearBest(index, words, scores.shareOf), ...fused(words, near)])];
  return best.slice(0, asked.atMost ?? usualCount).flatMap((passage): readonly FoundPassage[] => {
    const article = index.articles[index.articleOf[passage] ?? -1];
    if (article === undefined) return [];
    const { id, title, language, market, category } = article;
    return [
      {
        article: id,
        title,
        language,
        market,
        category,
        ...index.textOf(passage),
        score: scores.shareOf(passage),
      },
    ];
  });
};
