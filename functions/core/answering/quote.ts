/** Sentences of a seller's article as an answer: when they may be said, and which fixed answers they stand in for. */
import type { Decision } from '../domain/decision.ts';
import type { Intent } from '../domain/intent.ts';
import type { AnswerKey } from './fixed-answers/catalogue.ts';
import { contactsIn, linksIn, shorten } from './linter.ts';
import { madeSlot, situation, type Situation } from './situations/situation.ts';

/** Words that stand in an article letter by letter, in the buyer's language. */
export type Quote = {
  readonly article: string;
  readonly text: string;
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

export const quoteSituation = ({ article, text }: Quote): Situation =>
  situation('article.says', {
    slots: madeSlot('quote', text, `articles.${article}`),
    basis: [`articles.${article}`],
  });

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

const isWeak = ({ key }: Situation): boolean => weak.has(key);

/** The same situations with the quote in place of what says nothing; as they were when none does. */
export const withQuote = (
  intent: Intent,
  situations: readonly Situation[],
  quote: Quote | null,
): readonly Situation[] =>
  quote === null || !byArticle.has(intent) || !situations.some(isWeak)
    ? situations
    : [...situations.filter((one) => !isWeak(one)), quoteSituation(quote)];

/** Enough to answer with, although the message itself was not understood. */
export const speaksAlone = (quote: Quote | null): quote is Quote =>
  quote !== null && quote.score >= sureAlone;

const mayChange: ReadonlySet<string> = new Set(['intent_needs_person', 'low_confidence', 'missing_fact']);

/** Whether an article could make a better decision of this one: only then is one looked for. */
export const wantsQuote = (decision: Decision): boolean => {
  switch (decision.kind) {
    case 'ignore':
      return false;
    case 'escalate':
      return mayChange.has(decision.because);
    case 'draft':
    case 'reply':
      return (
        mayChange.has(decision.because) ||
        decision.because.split('+').some((key) => [...weak].some((one) => one === key))
      );
  }
};
