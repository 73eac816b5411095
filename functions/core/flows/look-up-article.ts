/** Asks the seller's articles what the buyer asks us, and takes the words of the one that clearly says it. */
import type { FoundPassage } from '../domain/article.ts';
import { questionsIn } from '../answering/parts.ts';
import { forPrice } from '../answering/free-freight.ts';
import { policyKindsIn, policyOf } from '../answering/policy-questions.ts';
import { quoteCoupon, quotePolicy } from '../answering/quote-passages.ts';
import type { Quote } from '../answering/quote.ts';
import { couponIn } from '../answering/situations/price.ts';
import { wordsOf } from '../answering/text.ts';
import { buyerTimeZone } from '../answering/voice.ts';
import { answerFromPassage } from '../knowledge/answer-from-passage.ts';
import type { Item } from '../domain/facts.ts';
import { isAnsweredLanguage } from '../domain/language.ts';
import type { Intent } from '../domain/intent.ts';
import type { Knowledge } from '../ports/knowledge.ts';
import type { Clock } from '../ports/tools.ts';
import type { Turn } from './turn.ts';

/** Characters: a question longer than this asks more than one article says. */
const longestQuestion = 600;
/** Passages that are looked through for the code of a promotion. */
const passagesForCodes = 12;

/** One word alone is found in articles about anything. */
const fewestWords = 2;
const shortestWord = 4;

/** `YYYY-MM-DD` where the buyer is: an article is valid by days. */
const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);

const joined = (texts: readonly string[]): string => texts.join('\n');

/** The same question in the masked words: what is looked up may be read by the embedding model. */
const masked = ({ burst }: Turn, asked: string): string => {
  const open = questionsIn(joined(burst.map(({ text }) => text)));
  const whole = joined(burst.map(({ maskedText }) => maskedText));
  const hidden = questionsIn(whole);
  return (open.length === hidden.length ? hidden[open.indexOf(asked)] : undefined) ?? whole;
};

export type ArticleQuestion = {
  /** One question of the buyer's, as it was written. */
  readonly asked: string;
  /** What was asked before, where this goes on with it; empty otherwise. */
  readonly earlier: string;
  /** The product in question, if any. */
  readonly item: Item | null;
  /** What it was taken for. */
  readonly intent: Intent | null;
};

/** Every passage that a kind of question finds is looked through for what proves it. */
const passagesForPolicies = 8;

/** What the seller's articles say to one question, in their own words; none: no article says it clearly enough. */
export const lookUpArticle = async (
  deps: { readonly knowledge: Knowledge; readonly clock: Clock },
  turn: Turn,
  { asked, earlier, item, intent }: ArticleQuestion,
): Promise<readonly Quote[]> => {
  const { tenant, market, language: conversationLanguage } = turn.view.conversation;
  const text = `${earlier} ${masked(turn, asked)}`.trim().slice(0, longestQuestion);
  const language = turn.message.understanding?.language ?? conversationLanguage ?? 'unknown';
  const find = async (query: string, atMost?: number): Promise<readonly FoundPassage[]> =>
    deps.knowledge.find({
      tenant,
      text: query,
      language,
      market,
      reader: 'buyers',
      intent: query === text ? intent : null,
      day: dayIn(buyerTimeZone(market), deps.clock()),
      ...(atMost === undefined ? {} : { atMost }),
    });
  // A promotion is known by its code, and by nothing that merely sounds like it.
  const code = couponIn(`${earlier} ${asked}`);
  if (code !== null) return quoteCoupon(code, asked, await find(text, passagesForCodes));
  const [spoken] = language.split('-');
  if (spoken !== undefined && isAnsweredLanguage(spoken)) {
    // What the product's own page says of its freight holds for it, and the shop's table does not.
    const kinds = policyKindsIn(`${earlier} ${asked}`).filter(
      (kind) => kind !== 'freight' || item?.freight === undefined,
    );
    const quotes = await Promise.all(
      kinds.map(async (kind) => {
        const found = await find(policyOf(kind).query[spoken], passagesForPolicies);
        return quotePolicy(kind, { asked, about: `${text} ${item?.title ?? ''}`, language: spoken }, found);
      }),
    );
    const proven = quotes
      .filter((quote) => quote !== null)
      .map((quote) => (item === null ? quote : { ...quote, text: forPrice(quote.text, item.price) }));
    if (proven.length > 0) return proven;
  }
  if (wordsOf(text).filter((word) => word.length >= shortestWord).length < fewestWords) return [];
  const answer = answerFromPassage(await find(text), text, language);
  if (answer === null) return [];
  const { article, score } = answer.passage;
  return [{ article, asked, text: answer.text, score }];
};
