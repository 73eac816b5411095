/**
 * The gate that every text passes before it is sent, whoever wrote it: what looks like a fact stands in the facts.
 *
 * Deterministic, and stricter than kind: what cannot be shown to be true is held. Fixed answers always pass.
 */
import type { Audience, Market } from '../domain/channel.ts';
import type { Facts } from '../domain/facts.ts';
import { answeredLanguages, type AnsweredLanguage } from '../domain/language.ts';
import {
  countsInWords,
  hidesSomething,
  looksLikeMoney,
  namesCarrier,
  namesSomebody,
  promisesSomething,
  saysFree,
} from './claims.ts';
import { datesIn, isStated, saysUnstatedDay } from './dates-in-text.ts';
import type { Moment } from './format.ts';
import { contactsIn, linksIn, lint, type Breach, type ChannelRules } from './linter.ts';
import { marksIn } from './reply-language.ts';
import { isInside, spansOf, without } from './spans.ts';
import { statedFacts, writtenAmounts } from './stated-facts.ts';

export type Held = Breach | 'hidden' | 'number' | 'date' | 'amount' | 'name' | 'promise' | 'language';
export type Checked = { readonly ok: true } | { readonly ok: false; readonly because: Held };

export type ReplyContext = Moment & {
  readonly facts: Facts;
  /** Words of the seller's articles that this reply was made from: they may stand in it letter by letter. */
  readonly quotes: readonly string[];
  /** The buyer's language: the reply's must be the same. */
  readonly language: AnsweredLanguage;
  readonly market: Market;
  readonly audience: Audience;
  readonly rules: ChannelRules;
};

/** Texts of fewer words may have none that only one language has. */
const shortestText = 7;

const speaks = (text: string, language: AnsweredLanguage): boolean => {
  const counts = marksIn(text);
  const most = Math.max(...answeredLanguages.filter((one) => one !== language).map((one) => counts[one]));
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return words <= shortestText ? counts[language] >= most : counts[language] > most;
};

/** Of a purchase nothing may stand in a public thread: those facts count as unknown. */
const factsFor = ({ audience, facts }: ReplyContext): Facts => {
  if (audience === 'private') return facts;
  return facts.item === undefined ? {} : { item: facts.item };
};

const heldBecause = (text: string, context: ReplyContext): Held | null => {
  const stated = statedFacts(factsFor(context), context.language, context.timeZone);
  const [breach] = lint(text, context.rules, stated.codes);
  if (breach !== undefined) return breach;
  const spoken = text.normalize('NFKC').replace(/\s+/g, ' ');
  const articles = context.quotes.map((one) => one.normalize('NFKC').replace(/\s+/g, ' ').trim());
  const quoted = spansOf(spoken, [...stated.texts, ...articles]);
  const amounts = spansOf(spoken, writtenAmounts(stated, context));
  const dates = datesIn(spoken);
  if (dates.some((date) => !isInside(date, quoted) && !isStated(date, stated.days, context))) return 'date';
  /** What is left is our own words, or somebody's invention. */
  const rest = without(spoken, [...quoted, ...amounts, ...dates]);
  if (hidesSomething(rest)) return 'hidden';
  if (linksIn(rest).length > 0) return 'link';
  if (looksLikeMoney(rest)) return 'amount';
  if (contactsIn(rest).length > 0) return 'contact';
  if (saysUnstatedDay(rest, stated.days, context)) return 'date';
  const numbers = rest.match(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}.,:/-]*/gu) ?? [];
  if (numbers.some((number) => !stated.counts.has(number.replace(/[.,:]+$/, ''))) || countsInWords(rest))
    return 'number';
  if (namesCarrier(rest) || namesSomebody(rest)) return 'name';
  if (promisesSomething(rest) || (saysFree(rest) && !stated.freeFreight)) return 'promise';
  return speaks(rest, context.language) ? null : 'language';
};

/** Whether a text may be sent to a buyer, or the first reason why it is held. */
export const checkReply = (text: string, context: ReplyContext): Checked => {
  const because = heldBecause(text, context);
  return because === null ? { ok: true } : { ok: false, because };
};
