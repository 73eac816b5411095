/** Money, days and lists as a buyer of a market reads them. Amounts stay decimal strings: no number rounds them. */
import type { Market } from '../domain/channel.ts';
import type { AnsweredLanguage } from '../domain/language.ts';

/** Who reads: the language of the reply, and the market whose currency signs and separators apply. */
export type Reader = { readonly language: AnsweredLanguage; readonly market: Market };
/** Now, and the IANA zone whose days count. */
export type Moment = { readonly now: Date; readonly timeZone: string };

export const ownCurrency = {
  AR: 'ARS',
  BR: 'BRL',
  CL: 'CLP',
  CO: 'COP',
  MX: 'MXN',
  US: 'USD',
} as const satisfies Record<Market, string>;
/** Nobody says cents in these: prices are whole unless the amount has some. */
const wholeCurrencies: ReadonlySet<string> = new Set(['CLP', 'COP']);

const sign = (currency: string, market: Market): string => {
  if (currency === 'BRL') return 'R$ ';
  if (currency === ownCurrency[market]) return '$';
  return currency === 'USD' ? 'US$ ' : `${currency} `;
};

const pointIsDecimal = ({ language, market }: Reader): boolean =>
  language === 'en' || (language === 'es' && (market === 'MX' || market === 'US'));

/** A decimal string and its ISO 4217 currency, like `R$ 1.234,50` or `$1,234.50`; null when it is no decimal. */
export const money = (amount: string, currency: string, reader: Reader): string | null => {
  const [, minus, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim()) ?? [];
  if (whole === undefined) return null;
  const [thousands, point] = pointIsDecimal(reader) ? [',', '.'] : ['.', ','];
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, thousands);
  const cents = (fraction ?? '').replace(/0+$/, '').padEnd(2, '0');
  const spoken = wholeCurrencies.has(currency) && /^0*$/.test(cents) ? '' : `${point}${cents}`;
  return `${minus ?? ''}${sign(currency, reader.market)}${grouped}${spoken}`;
};

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/**
 * The calendar day (`YYYY-MM-DD`) of a day or an ISO 8601 time, or null. A time that names its own offset happened
 * on the day that it writes; a UTC time is seen from `timeZone`.
 */
export const dayOf = (written: string, timeZone: string): string | null => {
  const [, day, rest] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(written.trim()) ?? [];
  if (day === undefined || !isDay(day)) return null;
  if (rest === undefined || !/Z$|[+-]00:?00$/.test(rest)) return day;
  const instant = new Date(written);
  return Number.isNaN(instant.getTime()) ? null : dayAt(instant, timeZone);
};

/** The calendar day of an instant in a zone. */
export const dayAt = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );

/** Days from today to `day`: 0 today, 1 tomorrow, -1 yesterday. */
export const daysFromToday = (day: string, moment: Moment): number =>
  Math.round((Date.parse(day) - Date.parse(dayAt(moment.now, moment.timeZone))) / 86_400_000);

export const monthNames = {
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  pt: [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const satisfies Record<AnsweredLanguage, readonly string[]>;

/** Words for yesterday, today and tomorrow. */
export const nearDays = {
  es: ['ayer', 'hoy', 'mañana'],
  pt: ['ontem', 'hoje', 'amanhã'],
  en: ['yesterday', 'today', 'tomorrow'],
} as const satisfies Record<AnsweredLanguage, readonly string[]>;

const plainDay = (day: string, language: AnsweredLanguage, withYear: boolean): string => {
  const [year, month, number] = day.split('-');
  const name = monthNames[language][Number(month) - 1] ?? '';
  const date = Number(number);
  if (language === 'en') return `${name} ${String(date)}${withYear ? `, ${String(year)}` : ''}`;
  const first = language === 'pt' && date === 1 ? 'º' : '';
  return `${String(date)}${first} de ${name}${withYear ? ` de ${String(year)}` : ''}`;
};

/** A day in two forms: as a thing ("el 12 de mayo", "May 12") and as a when ("el 12 de mayo", "on May 12"). */
export type SpokenDay = { readonly thing: string; readonly when: string };

const before = { es: ['el ', 'el '], pt: ['', 'em '], en: ['', 'on '] } as const satisfies Record<
  AnsweredLanguage,
  readonly [string, string]
>;

/** Says a calendar day: "mañana (13 de mayo)", "em 2 de junho", "on May 12"; the year where it is not this one. */
export const spokenDay = (day: string, language: AnsweredLanguage, moment: Moment): SpokenDay => {
  const withYear = day.slice(0, 4) !== dayAt(moment.now, moment.timeZone).slice(0, 4);
  const plain = plainDay(day, language, withYear);
  const near = nearDays[language][daysFromToday(day, moment) + 1];
  if (near !== undefined) return { thing: `${near} (${plain})`, when: `${near} (${plain})` };
  const [thing, when] = before[language];
  return { thing: `${thing}${plain}`, when: `${when}${plain}` };
};

/** "S, M y L", "S, M e L", "S, M and L". */
export const list = (parts: readonly string[], language: AnsweredLanguage): string =>
  new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(parts);
