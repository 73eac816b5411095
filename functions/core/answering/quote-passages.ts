/** Which of the passages that were found answers, and how much of it is said. */
import type { FoundPassage } from '../domain/article.ts';
import type { AnsweredLanguage } from '../domain/language.ts';
import { shorten } from './linter.ts';
import { plainWords } from './plain-words.ts';
import { policyOf, type Policy, type PolicyKind } from './policy-questions.ts';
import type { Quote } from './quote.ts';
import { wordsOf } from './text.ts';

/** Characters: a passage up to here is said whole, for its conditions stand beside its answer. */
const wholePassage = 420;
/** Letters: a shorter word is no name of a thing. */
const shortestWord = 4;

const isIn = (language: AnsweredLanguage, passage: FoundPassage): boolean =>
  passage.language.split('-')[0] === language;

/** Of the valid promotions the one with this very code; none names it: nothing. `code` is letters and digits. */
export const quoteCoupon = (
  code: string,
  asked: string,
  passages: readonly FoundPassage[],
): readonly Quote[] => {
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${code}(?![\\p{L}\\p{N}])`, 'iu');
  const passage = passages.find(({ text }) => named.test(text));
  return passage === undefined ? [] : [{ article: passage.article, asked, text: passage.text, score: 1 }];
};

/** From the first to the last sentence that says it: they stand together in the passage. */
const sayingOnly = (text: string, say: RegExp): string => {
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
  const first = sentences.findIndex(({ segment }) => say.test(segment));
  const last = sentences.findLastIndex(({ segment }) => say.test(segment));
  if (first < 0) return text;
  return sentences
    .slice(first, last + 1)
    .map(({ segment }) => segment)
    .join('')
    .trim();
};

/** The passage's first whole sentences; a part that proves what was asked is never left out for its length. */
const saidOf = (passage: FoundPassage, { proof, say }: Policy): string => {
  const text = say === undefined ? passage.text.trim() : sayingOnly(passage.text.trim(), say);
  if (text.length <= wholePassage) return text;
  const short = shorten(text, wholePassage);
  if (short !== null && proof.test(plainWords(`${passage.title} ${short}`))) return short;
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
  const proving = sentences.findIndex(({ segment }) => proof.test(plainWords(segment)));
  const from = sentences[Math.max(0, proving)]?.index ?? 0;
  return shorten(text.slice(from), wholePassage) ?? text;
};

export type PolicyAsked = {
  readonly asked: string;
  /** The question with what it is about: of several passages the one that names it is said. */
  readonly about: string;
  readonly language: AnsweredLanguage;
};

/** The first passage in the buyer's language that proves to answer this kind of question; null: none does. */
export const quotePolicy = (
  kind: PolicyKind,
  { asked, about, language }: PolicyAsked,
  passages: readonly FoundPassage[],
): Quote | null => {
  const policy = policyOf(kind);
  const { proof } = policy;
  const names = new Set(wordsOf(about).filter((word) => word.length >= shortestWord));
  const shared = ({ title, text }: FoundPassage): number =>
    new Set(wordsOf(`${title} ${text}`).filter((word) => names.has(word))).size;
  const [best] = passages
    .filter((one) => isIn(language, one) && proof.test(plainWords(`${one.title} ${one.text}`)))
    .map((passage, rank) => ({ passage, worth: shared(passage) - rank }))
    .sort((a, b) => b.worth - a.worth);
  if (best === undefined) return null;
  return { article: best.passage.article, asked, text: saidOf(best.passage, policy), score: 1 };
};
