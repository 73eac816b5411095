/** Asks the seller's articles what the buyer asks us, and takes the words of the one that clearly says it. */
import { questionsIn } from '../answering/parts.ts';
import { quoteCoupon, type Quote } from '../answering/quote.ts';
import { couponIn } from '../answering/situations/price.ts';
import { buyerTimeZone } from '../answering/voice.ts';
import { answerFromPassage } from '../knowledge/answer-from-passage.ts';
import type { Intent } from '../domain/intent.ts';
import type { Knowledge } from '../ports/knowledge.ts';
import type { Clock } from '../ports/tools.ts';
import type { Turn } from './turn.ts';

/** Characters: a question longer than this asks more than one article says. */
const longestQuestion = 600;
/** Passages that are looked through for the code of a promotion. */
const passagesForCodes = 12;

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
  /** What it was taken for. */
  readonly intent: Intent | null;
};

/** Null: no article says it, or none in the buyer's language clearly enough. */
export const lookUpArticle = async (
  deps: { readonly knowledge: Knowledge; readonly clock: Clock },
  turn: Turn,
  { asked, earlier, intent }: ArticleQuestion,
): Promise<Quote | null> => {
  const { tenant, market, language: conversationLanguage } = turn.view.conversation;
  const text = `${earlier} ${masked(turn, asked)}`.trim().slice(0, longestQuestion);
  const language = turn.message.understanding?.language ?? conversationLanguage ?? 'unknown';
  const code = couponIn(`${earlier} ${asked}`);
  const passages = await deps.knowledge.find({
    tenant,
    text,
    language,
    market,
    reader: 'buyers',
    intent,
    day: dayIn(buyerTimeZone(market), deps.clock()),
    ...(code === null ? {} : { atMost: passagesForCodes }),
  });
  // A promotion is known by its code, and by nothing that merely sounds like it.
  if (code !== null) return quoteCoupon(code, asked, passages);
  const answer = answerFromPassage(passages, text, language);
  if (answer === null) return null;
  const { article, score } = answer.passage;
  return { article, asked, text: answer.text, score };
};
