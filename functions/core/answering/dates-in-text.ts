/** Days that a text names, in any way our languages write them, and whether the facts hold them. */
import { answeredLanguages } from '../domain/language.ts';
import { dayAt, daysFromToday, monthNames, nearDays, type Moment } from './format.ts';
import type { Span } from './spans.ts';

const months = answeredLanguages.map((language) => monthNames[language].join('|'));
const [spanish, portuguese, english] = months;
const dayThenMonth = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.?[º°o])? (?:de )?(${String(spanish)}|${String(portuguese)})(?: (?:de |del )?(\\d{4}))?`,
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

export type WrittenDay = Span & {
  readonly month: number;
  readonly date: number;
  readonly year: string | undefined;
};

const written = (
  pattern: RegExp,
  text: string,
  place: { readonly date: number; readonly month: number },
): readonly WrittenDay[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    month: monthNumber(match[place.month] ?? ''),
    date: Number(match[place.date]),
    year: match[3],
  }));

/** Dates written with a month's name. */
export const datesIn = (text: string): readonly WrittenDay[] => [
  ...written(dayThenMonth, text, { date: 1, month: 2 }),
  ...written(monthThenDay, text, { date: 2, month: 1 }),
];

/** A date without its year means the one of this year. */
export const isStated = (
  { month, date, year }: WrittenDay,
  days: ReadonlySet<string>,
  moment: Moment,
): boolean =>
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
export const saysUnstatedDay = (text: string, days: ReadonlySet<string>, moment: Moment): boolean =>
  Object.values(weekdays).some((pattern) => pattern.test(text)) ||
  answeredLanguages.some((language) =>
    nearDays[language].some(
      (word, index) =>
        new RegExp(`(?<![\\p{L}\\p{N}])(?<!(?:la|por la|de la) )${word}(?![\\p{L}\\p{N}])`, 'iu').test(
          text,
        ) && ![...days].some((day) => daysFromToday(day, moment) === index - 1),
    ),
  );
