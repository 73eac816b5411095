/** Sentences of a seller's article as an answer: when they may be said, and which fixed answers they stand in for. */
import type { Intent } from '../domain/intent.ts';
import type { AnswerKey } from './fixed-answers/catalogue.ts';
import { contactsIn, linksIn, shorten } from './linter.ts';
import { madeSlot, situation, type Situation } from './situations/situation.ts';

/** Words that stand in an article letter by letter, in the buyer's language. */
export type Quote = {
  readonly article: string;
  readonly text: string;
  /** The buyer's question that it answers. */
  readonly asked: string;
  /** 0 to 1: how much of what was asked the passage speaks of. */
  readonly score: number;
};

/** What an article must speak of before it answers words that nobody understood. */
const sureAlone = 0.5;
/** Characters around a quote: a greeting, or what else is answered. */
const roomBeside = 40;

/** Articles are data. One that talks to a machine was not written for buyers, and none of it is said. */
const toMachine =
  /\b(?:ignor[ae]|instru[cç]|system|sistema prompt|prompt|assistant|asistente|assistente|jailbreak|language model|modelo de lenguaje|modelo de linguagem|chatbot|override|developer mode)/iu;

/** The quote as it may be said on a channel; null: not a word of it. */
export const quotable = (quote: Quote | null, maximumCharacters: number): Quote | null => {
  if (quote === null || toMachine.test(quote.text.normalize('NFKC'))) return null;
  if (linksIn(quote.text).length > 0 || contactsIn(quote.text).length > 0) return null;
  const text = shorten(quote.text.replaceAll(/\s+/g, ' ').trim(), maximumCharacters - roomBeside);
  // The answer sets the last full stop itself: a row of a table has none.
  return text === null ? null : { ...quote, text: text.replace(/[\s.!…]+$/u, '') };
};

/** Quotes as one thing that is said, each article named as its fact. */
export const quoteSituation = (quotes: readonly Quote[]): Situation => {
  const own = quotes.filter(
    ({ text }, index) => quotes.findIndex((other) => other.text.includes(text)) === index,
  );
  const facts = own.map(({ article }) => `articles.${article}`);
  return situation('article.says', {
    slots: madeSlot(
      'quote',
      own.map(({ text }) => text).join('. '),
      facts.length === 1 ? (facts[0] ?? null) : null,
    ),
    basis: facts,
  });
};

/** What a seller's own word settles; a loss, a damage or anger wants a person whatever an article says. */
const byArticle: ReadonlySet<Intent> = new Set<Intent>([
  'product_question',
  'stock_availability',
  'price_objection',
  'discount_coupon',
  'payment_issue',
  'invoice_request',
  'warranty_repair',
  'customs_tax',
  'return_request',
  'exchange_request',
  'order_status',
  'delivery_address_change',
  'order_cancel',
  'greeting_thanks',
  'other_out_of_scope',
]);

/** Answers that say no more than that we know nothing. */
const weak: ReadonlySet<AnswerKey> = new Set<AnswerKey>([
  'coupon.none',
  'coupon.fails',
  'coupon.unlisted',
  'price.freight',
  'price.firm',
  'payment.means',
  'product.unknown',
  'product.which',
  'customs.unknown',
  'order.ask',
  'invoice.none',
  'return.unknown',
  'exchange.unknown',
  'public.private',
  'public.start',
  'other.scope',
]);

export const isWeak = ({ key }: Situation): boolean => weak.has(key);

/** Whether an article may say what answers such a matter. */
export const isByArticle = (intent: Intent): boolean => byArticle.has(intent);

/** The same situations with the quotes in place of what says nothing, and beside what leaves a question open. */
export const withQuotes = (
  situations: readonly Situation[],
  quotes: readonly Quote[],
  open: readonly string[],
): readonly Situation[] => {
  const wanted = situations.some(isWeak) ? quotes : quotes.filter(({ asked }) => open.includes(asked));
  return wanted.length === 0
    ? situations
    : [...situations.filter((one) => !isWeak(one)), quoteSituation(wanted)];
};

/** Enough to answer with, although the message itself was not understood. */
export const speaksAlone = (quotes: readonly Quote[]): boolean =>
  quotes.some(({ score }) => score >= sureAlone);
