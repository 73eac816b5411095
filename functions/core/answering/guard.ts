/**
 * The gate that every text passes before it is sent, whoever wrote it: what looks like a fact stands in the facts.
 *
 * Deterministic, and stricter than kind: what cannot be shown to be true is held. Fixed answers always pass. Each
 * check is one function; the first that holds a text names why.
 */
import type { Audience, Market } from '../domain/channel.ts';
import type { Facts } from '../domain/facts.ts';
import { answeredLanguages, type AnsweredLanguage } from '../domain/language.ts';
import { offensiveWords } from '../policy/tone.ts';
import {
  hidesSomething,
  namesCarrier,
  namesIn,
  promisesSomething,
  saysVagueTime,
  tellsOfOthers,
} from './claims.ts';
import { datesIn, isStated, saysUnstatedDay } from './dates-in-text.ts';
import { givesAway } from './free-of-charge.ts';
import { saysForbidden } from './forbidden-words.ts';
import type { Moment } from './format.ts';
import { contactsIn, linksIn, lint, type Breach, type ChannelRules } from './linter.ts';
import { speaksOfItself } from './machine-talk.ts';
import { tellsPrompt } from './prompt-text.ts';
import { marksIn } from './reply-language.ts';
import { isInside, spansOf, without, type Span } from './spans.ts';
import { statedFacts, type Stated } from './stated-facts.ts';
import { wordsOf } from './text.ts';
import { echoes, isUngrounded } from './grounding.ts';
import { moneyIn } from './written-money.ts';
import { codesIn, isBinding, numbersIn, spellsDigits, type WrittenNumber } from './written-numbers.ts';

export type Held =
  | Breach
  | 'hidden'
  | 'number'
  | 'date'
  | 'amount'
  | 'name'
  | 'promise'
  | 'language'
  | 'slot'
  | 'machine'
  | 'forbidden'
  | 'echo'
  | 'ungrounded';
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
  /** A model may only say in its own words what we or the seller have said; nobody else's words are checked for that. */
  readonly author?: 'model';
  /** The buyer's words that it answers. */
  readonly asked?: string;
  /** Texts that nobody is told: what models are asked. */
  readonly prompts?: readonly string[];
  /** The seller's own list of words that are never said. */
  readonly forbidden?: readonly string[];
};

/** A text as the checks see it. */
type Judged = {
  readonly text: string;
  /** In NFKC, blanks single. */
  readonly spoken: string;
  readonly stated: Stated;
  /** Where a fact or an article stands letter by letter. */
  readonly quoted: readonly Span[];
  /** What is our own words, or somebody's invention: without known texts, days and amounts. */
  readonly rest: string;
  readonly context: ReplyContext;
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

const hasRefund = (context: ReplyContext): boolean => factsFor(context).order?.refund !== undefined;

const isCounted = (stated: Stated, value: string, unit: string): boolean =>
  stated.numbers.get(value)?.has(unit) === true;

/** A bare number of the facts counts only what it counts there: size 42 is no 42 things. */
const isStatedNumber = (stated: Stated, { value, unit, noun }: WrittenNumber): boolean => {
  if (unit !== null && isBinding(unit)) return isCounted(stated, value, unit);
  const isOfIt =
    noun === null || isCounted(stated, value, `of ${noun}`) || isCounted(stated, value, 'of anything');
  return isOfIt && isCounted(stated, value, '');
};

/** "Con 100 cm de pecho": the buyer's own measure, taken up as the case that is answered. */
const asCase =
  /(?<!\p{L})(?:con|para|com|for|with|at)(?: (?:un|una|um|uma|a|tu|tus|seu|seus|sus|your|unos|uns))? $/iu;
const bodyUnits: ReadonlySet<string> = new Set(['cm', 'inch', 'kg', 'pound']);

const saysUnknownNumber = ({ rest, stated, context }: Judged): boolean => {
  const codes = codesIn(rest);
  if (codes.some(({ code }) => !stated.letterCodes.has(code))) return true;
  const own = without(rest, codes);
  const numbers = numbersIn(own);
  const units = new Set(numbers.flatMap(({ unit }) => unit ?? []));
  const asked = numbersIn(context.asked ?? '');
  return numbers.some((number) => {
    const { value, unit, start } = number;
    if (isStatedNumber(stated, number)) return false;
    // "3 cuotas, y 6 desde…": six of the same.
    if (unit === null && [...units].some((one) => isCounted(stated, value, one))) return false;
    const isCase = unit !== null && bodyUnits.has(unit) && asCase.test(own.slice(0, start));
    return !(isCase && asked.some((one) => one.value === value && one.unit === unit));
  });
};

const saysPercent = ({ rest, stated }: Judged): boolean =>
  numbersIn(rest).some(({ value, unit }) => unit === '%' && stated.numbers.get(value)?.has('%') !== true);

/** What may hold a text, in the order in which it is named. */
export const checks: readonly { readonly because: Held; readonly holds: (judged: Judged) => boolean }[] = [
  { because: 'slot', holds: ({ text }) => /\{\{|\}\}|[⟦⟧]/u.test(text) },
  { because: 'hidden', holds: ({ rest }) => hidesSomething(rest) },
  { because: 'link', holds: ({ rest }) => linksIn(rest).length > 0 },
  {
    because: 'date',
    holds: ({ spoken, quoted, stated, context }) =>
      datesIn(spoken, context.language).some(
        (date) => !isInside(date, quoted) && !isStated(date, stated.days, stated.articleDays, context),
      ),
  },
  {
    because: 'amount',
    holds: (judged) =>
      saysPercent(judged) ||
      moneyIn(judged.spoken, judged.context.market).some(
        (money) =>
          !isInside(money, judged.quoted) &&
          !judged.stated.amounts.has(`${money.currency} ${money.value ?? ''}`),
      ),
  },
  { because: 'contact', holds: ({ rest }) => contactsIn(rest).length > 0 },
  {
    because: 'date',
    holds: ({ rest, stated, context }) => saysUnstatedDay(rest, stated.days, stated.articles, context),
  },
  {
    because: 'number',
    holds: (judged) => saysUnknownNumber(judged) || saysVagueTime(judged.rest) || spellsDigits(judged.rest),
  },
  {
    because: 'name',
    holds: ({ rest, stated }) =>
      namesCarrier(rest) ||
      tellsOfOthers(rest) ||
      namesIn(rest).some((name) => !wordsOf(name).every((word) => stated.words.has(word))),
  },
  {
    because: 'promise',
    holds: ({ rest, stated, context }) =>
      promisesSomething(rest, hasRefund(context)) || givesAway(rest, stated.free),
  },
  {
    because: 'machine',
    holds: ({ rest, context }) => speaksOfItself(rest) || tellsPrompt(rest, context.prompts ?? []),
  },
  {
    because: 'forbidden',
    holds: ({ text, rest, context: { market, language, forbidden } }) =>
      saysForbidden(rest, offensiveWords(market, language)) || saysForbidden(text, forbidden),
  },
  {
    because: 'echo',
    holds: ({ rest, stated, context }) =>
      context.author === 'model' && echoes(rest, context.asked ?? '', stated.words),
  },
  {
    because: 'ungrounded',
    holds: ({ rest, stated, context }) =>
      context.author === 'model' && isUngrounded(rest, stated.words, context.language),
  },
  { because: 'language', holds: ({ rest, context }) => !speaks(rest, context.language) },
];

const judgedOf = (text: string, context: ReplyContext): Judged => {
  const stated = statedFacts(factsFor(context), context.quotes, context);
  const spoken = text.normalize('NFKC').replace(/\s+/g, ' ');
  const quoted = spansOf(spoken, stated.texts);
  const known = [...quoted, ...datesIn(spoken, context.language), ...moneyIn(spoken, context.market)];
  return { text, spoken, stated, quoted, rest: without(spoken, known), context };
};

/** Whether a text may be sent to a buyer, or the first reason why it is held. `using`: for tests, which leave one out. */
export const checkReply = (text: string, context: ReplyContext, using = checks): Checked => {
  const judged = judgedOf(text, context);
  const [breach] = lint(text, context.rules, judged.stated.codes);
  const because = breach ?? using.find(({ holds }) => holds(judged))?.because;
  return because === undefined ? { ok: true } : { ok: false, because };
};
