/** Days that a text names, in any way our languages write them, and whether what is known holds them. */
import { answeredLanguages, type AnsweredLanguage } from '../domain/language.ts';
import { daysFromToday, monthNames, nearDays, type Moment } from './format.ts';
import type { Span } from './spans.ts';

export type WrittenDay = Span & {
  /** 0 is January; null: only the day of the month is told ("the 23rd"). */
  readonly month: number | null;
  readonly date: number;
  readonly year: number | null;
};

/** Full names first: an abbreviation is the start of one. */
const nameList = answeredLanguages
  .flatMap((language) => monthNames[language])
  .flatMap((name) => [
    name,
    `${name.slice(0, 3)}\\.?`,
    ...(name.startsWith('Sept') ? ['Sept\\.?', 'set\\.?'] : []),
  ]);
const months = [...new Set(nameList)].sort((one, other) => other.length - one.length).join('|');
const ending = '(?![\\p{L}\\p{N}])';
const dayThenMonth = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:\\.?[º°o]|er|st|nd|rd|th)? (?:de |of )?(${months})${ending}(?:,? (?:de |del )?(\\d{4}))?`,
  'giu',
);
const monthThenDay = new RegExp(
  `(?<![\\p{L}\\p{N}])(${months}) (\\d{1,2})(?:st|nd|rd|th)?${ending}(?:,? (\\d{4}))?`,
  'giu',
);
const numeric =
  /(?<![\p{L}\p{N}.,/-])(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{2}|\d{4}))?|[.-](\d{1,2})[.-](\d{4}))(?![\p{L}\p{N}/-]|[.,]\d)/gu;
const iso = /(?<!\p{N})(\d{4})-(\d{2})-(\d{2})(?!\p{N})/gu;
const ordinal =
  /(?<![\p{L}\p{N}])(?:the |el día |el dia |o dia |no dia |dia )(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}%/.,]|[.,]\d)/giu;

const monthNumber = (written: string): number => {
  const name = written.toLowerCase().replace('.', '');
  const start = name === 'set' ? 'sep' : name.slice(0, 3);
  return Math.max(
    ...answeredLanguages.map((language) =>
      monthNames[language].findIndex((month) => month.toLowerCase() === name),
    ),
    ...answeredLanguages.map((language) =>
      name.length > 4 ? -1 : monthNames[language].findIndex((month) => month.toLowerCase().startsWith(start)),
    ),
  );
};

const yearOf = (written: string | undefined): number | null => {
  if (written === undefined) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
};

const place = (match: RegExpExecArray): Span => ({
  start: match.index,
  end: match.index + match[0].length,
});

/** English writes the month first where both could be one. */
const numericDay = (match: RegExpExecArray, language: AnsweredLanguage): readonly WrittenDay[] => {
  const [, one = '', slashed, year, dotted, longYear] = match;
  const [first, second] = [Number(one), Number(slashed ?? dotted)];
  const [date, month] = language === 'en' ? [second, first] : [first, second];
  if (month < 1 || month > 12 || date < 1 || date > 31) return [];
  return [{ ...place(match), month: month - 1, date, year: yearOf(year ?? longYear) }];
};

/** Days in a text; those that stand inside a longer one are part of it. */
export const datesIn = (text: string, language: AnsweredLanguage): readonly WrittenDay[] => {
  const found: readonly WrittenDay[] = [
    ...[...text.matchAll(dayThenMonth)].map((match) => ({
      ...place(match),
      month: monthNumber(match[2] ?? ''),
      date: Number(match[1]),
      year: yearOf(match[3]),
    })),
    ...[...text.matchAll(monthThenDay)].map((match) => ({
      ...place(match),
      month: monthNumber(match[1] ?? ''),
      date: Number(match[2]),
      year: yearOf(match[3]),
    })),
    ...[...text.matchAll(iso)].map((match) => ({
      ...place(match),
      month: Number(match[2]) - 1,
      date: Number(match[3]),
      year: Number(match[1]),
    })),
    ...[...text.matchAll(numeric)].flatMap((match) => numericDay(match, language)),
    ...[...text.matchAll(ordinal)].map((match) => ({
      ...place(match),
      month: null,
      date: Number(match[1]),
      year: null,
    })),
  ];
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.month !== null &&
          other.end - other.start > one.end - one.start,
      ),
  );
};

/** Days: a date without its year means the nearest one. */
const nearest = 200;

/** Whether one of the days (`YYYY-MM-DD`), or one that an article writes, is the one that was written. */
export const isStated = (
  { month, date, year }: WrittenDay,
  days: ReadonlySet<string>,
  articles: readonly WrittenDay[],
  moment: Moment,
): boolean =>
  articles.some(
    (one) =>
      one.date === date &&
      (month === null || one.month === month) &&
      (year === null || one.year === null || one.year === year),
  ) ||
  [...days].some((day) => {
    const [ofYear, ofMonth, ofDate] = day.split('-').map(Number);
    const isNear = Math.abs(daysFromToday(day, moment)) <= nearest;
    return (
      ofDate === date &&
      (month === null || ofMonth === month + 1) &&
      (year === null ? isNear : ofYear === year)
    );
  });

const weekdayNames = [
  /(?<!\p{L})(?:domingo|sunday)(?!\p{L})/iu,
  /(?<!\p{L})(?:lunes|segunda-feira|monday)(?!\p{L})/iu,
  /(?<!\p{L})(?:martes|terça-feira|tuesday)(?!\p{L})/iu,
  /(?<!\p{L})(?:miércoles|miercoles|quarta-feira|wednesday)(?!\p{L})/iu,
  /(?<!\p{L})(?:jueves|quinta-feira|thursday)(?!\p{L})/iu,
  /(?<!\p{L})(?:viernes|sexta-feira|friday)(?!\p{L})/iu,
  /(?<!\p{L})(?:sábado|sabado|saturday)(?!\p{L})/iu,
] as const;
/** "Segunda" is also the second one: a day only after a word of time, or before a date. */
const shortWeekday =
  /(?<=(?:^|[\s,(])(?:na|nesta|desta|até|próxima|toda|para|pra) )(segunda|terça|quarta|quinta|sexta)(?!\p{L}|-feira| (?:em diante|vez|troca|compra|parcela|opção|devolução))|(?<!\p{L})(segunda|terça|quarta|quinta|sexta)(?=,? (?:dia )?\d)/giu;

const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();
/** Days ahead or back that a weekday without a date can mean. */
const withinWeek = 8;

const saysOtherWeekday = (
  text: string,
  days: ReadonlySet<string>,
  articles: string,
  moment: Moment,
): boolean => {
  const spoken = text.replaceAll(shortWeekday, '$&-feira');
  return weekdayNames.some(
    (name, weekday) =>
      name.test(spoken) &&
      !name.test(articles) &&
      ![...days].some(
        (day) => weekdayOf(day) === weekday && Math.abs(daysFromToday(day, moment)) <= withinWeek + 7,
      ),
  );
};

/** Times that are promised without a date. */
const soon =
  /(?<!\p{L})(?:tonight|esta noche|hoje à noite|pasado mañana|depois de amanhã|day after tomorrow|(?:this|next) (?:week|month|weekend)|(?:esta|la próxima|próxima) semana|(?:essa|esta|nesta|próxima) semana|semana que (?:vem|viene)|m[eê]s que (?:vem|viene)|fin de semana|fim de semana|within the hour|in no time|hoy mismo|ahora mismo|ya mismo|de inmediato|imediatamente|immediately|right away|overnight)(?!\p{L})/iu;
/** "How can I help you today" tells no date. */
const courtesy =
  /(?:ayudar(?:te|le|lo|la)?|ajudar|help(?: you)?(?: with)?|puedo hacer por (?:ti|vos)) (?:hoy|hoje|today)/giu;

/** "Today", "tomorrow", "on Monday": a date like any other, and what is known must fall on it. `articles` is folded to one text. */
export const saysUnstatedDay = (
  text: string,
  days: ReadonlySet<string>,
  articles: string,
  moment: Moment,
): boolean => {
  const spoken = text.replaceAll(courtesy, '');
  const near = answeredLanguages.some((language) =>
    nearDays[language].some((word, index) => {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])(?<!(?:la|por la|de la) )${word}(?![\\p{L}\\p{N}])`,
        'iu',
      );
      return (
        pattern.test(spoken) &&
        !pattern.test(articles) &&
        ![...days].some((day) => daysFromToday(day, moment) === index - 1)
      );
    }),
  );
  const hurried = soon.exec(spoken)?.[0];
  return (
    near ||
    saysOtherWeekday(spoken, days, articles, moment) ||
    (hurried !== undefined && !articles.toLowerCase().includes(hurried.toLowerCase()))
  );
};
