/** What a text states, in a plain spelling that all languages share: `date:05-12`, `number:150`, `time:15:00`. */
import { writtenDates } from './written-dates.ts';

export type PlainFacts = {
  readonly facts: readonly string[];
  /** Currencies that are named beside a number, as codes; `$` alone is any dollar or peso. */
  readonly currencies: ReadonlySet<string>;
};

const two = (number: number | string): string => String(number).padStart(2, '0');

/** The last of two separators is the decimal one; a single one before three digits groups thousands. */
export const plainNumber = (written: string): string => {
  const separators = written.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  const at = last === undefined ? -1 : written.lastIndexOf(last);
  const behind = written.length - at - 1;
  const mixed = new Set(separators).size > 1;
  const groups = last === undefined || (!mixed && (separators.length > 1 || behind === 3));
  const digits = written.replace(/[.,]/g, '');
  const whole = groups ? digits : digits.slice(0, -behind);
  const fraction = groups ? '' : digits.slice(-behind).replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`;
};

const currencyWords: readonly (readonly [string, string])[] = [
  ['BRL', 'R\\$|BRL|reais|real|雷亚尔'],
  ['USD', 'US\\$|USD|d[oó]lares|d[oó]lar|dollars?|bucks|美元'],
  ['PESO', 'MX\\$|AR\\$|MXN|ARS|CLP|COP|pesos?|比索'],
  ['CNY', '[¥￥]|CNY|RMB|yuan(?:es)?|元|人民币'],
  ['EUR', '€|EUR|euros?|欧元'],
];
const besideNumber = (words: string): RegExp =>
  new RegExp(`(?:(?<!\\p{Script=Latin})(?:${words}) ?)\\d|\\d ?(?:${words})(?![\\p{Script=Latin}])`, 'iu');

const currenciesIn = (text: string): ReadonlySet<string> =>
  new Set([
    ...currencyWords.filter(([, words]) => besideNumber(words).test(text)).map(([code]) => code),
    ...(/(?<!\p{Script=Latin})\$ ?\d/u.test(text) ? ['$'] : []),
  ]);

type Reader = { readonly pattern: RegExp; readonly read: (match: RegExpMatchArray) => string };

const halfDay = (hour: number, mark: string): number => {
  const afternoon = /^p|下午|晚上|傍晚/iu.test(mark);
  if (afternoon) return hour < 12 ? hour + 12 : hour;
  return hour === 12 && mark !== '' && !/中午/u.test(mark) ? 0 : hour;
};

/** Tried in order; what one has read is gone for the next. */
const readers: readonly Reader[] = [
  { pattern: /\[[A-Z][A-Z0-9_]{1,24}\]/gu, read: ([whole]) => `mark:${whole}` },
  {
    pattern: /(?:https?:\/\/|www\.)[^\s<>"'，。；！？、（）()]+[^\s<>"'，。；！？、（）().,;:!?]/giu,
    read: ([whole]) => `link:${whole}`,
  },
  { pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, read: ([whole]) => `email:${whole.toLowerCase()}` },
];
const afterDates: readonly Reader[] = [
  {
    pattern: /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})(?![\d/-])/gu,
    // Day or month first: nobody can tell, so the two are put in order.
    read: ([, one = '', , other = '', year = '']) =>
      `date:${year.length === 2 ? `20${year}` : year}-${[two(one), two(other)].toSorted().join('/')}`,
  },
  {
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/gu,
    read: ([, one = '', other = '']) => `date:${[two(one), two(other)].toSorted().join('/')}`,
  },
  {
    pattern: /(上午|早上|中午|下午|晚上|傍晚)? ?(\d{1,2}) ?[点點时](?: ?(\d{1,2}) ?分|(半))?/gu,
    read: ([, mark = '', hour = '', minute, half]) =>
      `time:${two(halfDay(Number(hour), mark))}:${two(minute ?? (half === undefined ? 0 : 30))}`,
  },
  {
    pattern:
      /(上午|早上|中午|下午|晚上|傍晚)? ?(?<![\d:])(\d{1,2}):(\d{2})(?: ?([ap])\.? ?m\.?(?!\p{Script=Latin}))?/giu,
    read: ([, before = '', hour = '', minute = '', mark = '']) =>
      `time:${two(halfDay(Number(hour), mark === '' ? before : mark))}:${minute}`,
  },
  {
    pattern: /(?<![\d.,])(\d{1,2}) ?([ap])\.? ?m\.?(?!\p{Script=Latin})/giu,
    read: ([, hour = '', mark = '']) => `time:${two(halfDay(Number(hour), mark))}:00`,
  },
  {
    pattern: /(?<![\p{Script=Latin}\d])(\d{1,2})h(\d{2})?(?![\p{Script=Latin}\d])/giu,
    read: ([, hour = '', minute = '00']) => `time:${two(hour)}:${minute}`,
  },
  {
    pattern:
      /(?<![A-Za-z0-9])(?=[A-Za-z0-9_/-]*\d)(?=[A-Za-z0-9_/-]*[A-Za-z])[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+)*(?![A-Za-z0-9])/gu,
    read: ([whole]) => `code:${whole.toUpperCase()}`,
  },
  { pattern: /(?<![A-Za-z0-9])(?:X{1,3}[SL]|PP|GG|XG)(?![A-Za-z0-9])/gu, read: ([whole]) => `size:${whole}` },
  // Noughts in front belong to a number of an order, not to a quantity.
  { pattern: /(?<![\d.,])0\d{4,}(?![\d.,]*\d)/gu, read: ([whole]) => `code:${whole}` },
  { pattern: /\d[\d.,]*(?<![.,])/gu, read: ([whole]) => `number:${plainNumber(whole)}` },
];

/** Marks that stand for what was read: no letter and no digit. */
const gap = ' ▯ ';

export const plainFacts = (text: string): PlainFacts => {
  let rest = text.normalize('NFKC');
  const currencies = currenciesIn(rest);
  // Signs that would stick to a number as a code.
  rest = rest.replace(/(?:R|US|MX|AR)\$/g, '$');
  const facts: string[] = [];
  const take = ({ pattern, read }: Reader): void => {
    for (const match of rest.matchAll(pattern)) facts.push(read(match));
    rest = rest.replace(pattern, gap);
  };
  readers.forEach(take);
  for (const { start, end, year, month, day } of writtenDates(rest).toSorted((a, b) => b.start - a.start)) {
    facts.push(`date:${year === null ? '' : `${String(year)}-`}${two(month)}-${two(day)}`);
    rest = rest.slice(0, start) + gap + rest.slice(end);
  }
  // Codes of currencies and letters behind a number are no part of it.
  rest = rest.replace(/(\d)(?=(?:USD|BRL|MXN|ARS|CLP|COP|CNY|RMB)(?!\p{Script=Latin}))/gu, '$1 ');
  afterDates.forEach(take);
  return { facts, currencies };
};
