/**
 * The gate that every text passes before it is sent, whoever wrote it: what looks like a fact stands in the facts.
 *
 * Deterministic, and stricter than kind: what cannot be shown to be true is held. Fixed answers always pass.
 */
import type { Audience, Market } from '../domain/channel.ts';
import type { Facts } from '../domain/facts.ts';
import { answeredLanguages, type AnsweredLanguage } from '../domain/language.ts';
import { dayAt, daysFromToday, monthNames, nearDays, type Moment, type Reader } from './format.ts';
import { contactsIn, linksIn, lint, type Breach, type ChannelRules } from './linter.ts';
import { countsInWords, promisesSomething } from './promises.ts';
import { marksIn } from './reply-language.ts';
import { statedFacts, writtenAmounts, type Stated } from './stated-facts.ts';

export type Held = Breach | 'number' | 'date' | 'amount' | 'name' | 'promise' | 'language';
export type Checked = { readonly ok: true } | { readonly ok: false; readonly because: Held };

export type ReplyContext = Moment & {
  readonly facts: Facts;
  /** The buyer's language: the reply's must be the same. */
  readonly language: AnsweredLanguage;
  readonly market: Market;
  readonly audience: Audience;
  readonly rules: ChannelRules;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
/** Stands where something known was taken out: no letter, no digit. */
const gap = ' ▯ ';

type Span = { readonly start: number; readonly end: number };

/** Where one of the known texts stands, as a whole. */
const spansOf = (text: string, known: Iterable<string>): readonly Span[] =>
  [...known].flatMap((one) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(one)}(?![\\p{L}\\p{N}])`, 'giu'))].map(
      ({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
      }),
    ),
  );

const inside = (inner: Span, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => start <= inner.start && inner.end <= end);

/** The text without the spans, however they overlap. */
const without = (text: string, spans: readonly Span[]): string => {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of sorted) {
    if (start > at) rest += text.slice(at, start);
    if (end > at) rest += gap;
    at = Math.max(at, end);
  }
  return rest + text.slice(at);
};

const months = answeredLanguages.map((language) => monthNames[language].join('|'));
const [spanish, portuguese, english] = months;
const dayThenMonth = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:º|°|\\.º)? (?:de )?(${String(spanish)}|${String(portuguese)})(?: (?:de |del )?(\\d{4}))?`,
  'giu',
);
const monthThenDay = new RegExp(
  `\\b(${String(english)}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?!\\d)`,
  'giu',
);

const monthNumber = (name: string): number =>
  answeredLanguages
    .map((language) => monthNames[language].findIndex((month) => month.toLowerCase() === name.toLowerCase()))
    .find((index) => index >= 0) ?? -1;

type Written = Span & { readonly month: number; readonly date: number; readonly year: string | undefined };

const written = (
  pattern: RegExp,
  text: string,
  place: { readonly date: number; readonly month: number },
): readonly Written[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    month: monthNumber(match[place.month] ?? ''),
    date: Number(match[place.date]),
    year: match[3],
  }));

const datesIn = (text: string): readonly Written[] => [
  ...written(dayThenMonth, text, { date: 1, month: 2 }),
  ...written(monthThenDay, text, { date: 2, month: 1 }),
];

/** A date without its year means the one of this year. */
const isStated = ({ month, date, year }: Written, { days }: Stated, moment: Moment): boolean =>
  [...days].some((day) => {
    const [ofYear, ofMonth, ofDate] = day.split('-');
    return (
      Number(ofMonth) === month + 1 &&
      Number(ofDate) === date &&
      ofYear === (year ?? dayAt(moment.now, moment.timeZone).slice(0, 4))
    );
  });

const weekdays = {
  es: /\b(?:el|este|próximo) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b/iu,
  pt: /\b(?:segunda|terça|quarta|quinta|sexta)-feira\b|\b(?:no|neste|próximo) (?:sábado|domingo)\b/iu,
  en: /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u,
} as const;

/** "Today", "tomorrow": a date like any other, and a fact must fall on it. */
const saysUnstatedDay = (text: string, { days }: Stated, moment: Moment): boolean =>
  Object.values(weekdays).some((pattern) => pattern.test(text)) ||
  answeredLanguages.some((language) =>
    nearDays[language].some(
      (word, index) =>
        new RegExp(`(?<![\\p{L}\\p{N}])(?<!(?:la|por la|de la) )${word}(?![\\p{L}\\p{N}])`, 'iu').test(
          text,
        ) && ![...days].some((day) => daysFromToday(day, moment) === index - 1),
    ),
  );

/** Well-known carriers: naming one that the facts do not name is inventing. */
const carriers =
  /(?<![\p{L}\p{N}])(?:correios|jadlog|loggi|total express|fedex|dhl|ups|usps|estafeta|redpack|99minutos|paquetexpress|andreani|oca|correo argentino|ocasa|servientrega|coordinadora|interrapid[ií]simo|deprisa|chilexpress|starken|blue express|correos de chile|mercado env[ií]os|amazon logistics|sf express|yanwen|cainiao|4px|yunexpress)(?![\p{L}\p{N}])/iu;

const moneyLike =
  /(?:R\$|US\$|\$|€|£|(?<![\p{L}])[A-Z]{3}) ?-?\d|\d ?(?:pesos|reais|reales|d[oó]lares|dollars|bucks|usd|brl|mxn|ars|clp|cop)\b|\d ?%|\d por (?:ciento|cento)/iu;
const shortestText = 7;

const speaks = (text: string, language: AnsweredLanguage): boolean => {
  const counts = marksIn(text);
  const others = answeredLanguages.filter((one) => one !== language).map((one) => counts[one]);
  const most = Math.max(...others);
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return words <= shortestText ? counts[language] >= most : counts[language] > most;
};

const heldBecause = (text: string, context: ReplyContext): Held | null => {
  const [breach] = lint(text, context.rules);
  if (breach !== undefined) return breach;
  // Of a purchase nothing may stand in a public thread: those facts count as unknown.
  const facts =
    context.audience === 'public'
      ? context.facts.item === undefined
        ? {}
        : { item: context.facts.item }
      : context.facts;
  const stated = statedFacts(facts, context.timeZone);
  const reader: Reader = context;
  const spoken = text.replace(/\s+/g, ' ');
  const quoted = spansOf(spoken, stated.texts);
  const amounts = spansOf(spoken, writtenAmounts(stated, reader));
  const dates = datesIn(spoken);
  if (dates.some((date) => !inside(date, quoted) && !isStated(date, stated, context))) return 'date';
  const undated = without(spoken, [...quoted, ...amounts, ...dates]);
  if (linksIn(undated).length > 0) return 'link';
  if (moneyLike.test(undated)) return 'amount';
  if (contactsIn(undated).length > 0) return 'contact';
  if (saysUnstatedDay(undated, stated, context)) return 'date';
  const numbers = undated.match(/[\p{L}\p{N}]*\d[\p{L}\p{N}.,:/-]*/gu) ?? [];
  if (numbers.some((number) => !stated.counts.has(number.replace(/[.,:]+$/, '')))) return 'number';
  if (carriers.test(undated)) return 'name';
  if (countsInWords(undated)) return 'number';
  if (promisesSomething(undated)) return 'promise';
  return speaks(undated, context.language) ? null : 'language';
};

/** Whether a text may be sent to a buyer, or the first reason why it is held. */
export const checkReply = (text: string, context: ReplyContext): Checked => {
  const because = heldBecause(text, context);
  return because === null ? { ok: true } : { ok: false, because };
};
