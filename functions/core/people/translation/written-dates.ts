/** Dates that are written with a month's name, or in Chinese, in the four languages of desks: read and written. */

/** `year` null: not written. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
};

const months = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
  en: 'january february march april may june july august september october november december'.split(' '),
} as const;
const shortMonths =
  'jan:1 ene:1 feb:2 fev:2 mar:3 apr:4 abr:4 may:5 mai:5 jun:6 jul:7 aug:8 ago:8 sep:9 set:9 sept:9 oct:10 out:10 nov:11 dec:12 dic:12 dez:12'
    .split(' ')
    .map((pair) => pair.split(':'));

/** Longer names first: `mayo` before `may`. */
const monthNumbers: ReadonlyMap<string, number> = new Map([
  ...Object.values(months).flatMap((names) => names.map((name, index) => [name, index + 1] as const)),
  ...shortMonths.map(([name = '', number]) => [name, Number(number)] as const),
]);
const anyMonth = [...monthNumbers.keys()].toSorted((a, b) => b.length - a.length).join('|');
const edge = '(?<![\\p{Script=Latin}\\p{N}])';
const ends = '(?![\\p{Script=Latin}\\p{N}])';

type Order = { readonly year: number; readonly month: number; readonly day: number };
const patterns: readonly (readonly [RegExp, Order])[] = [
  [/(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/gu, { year: 1, month: 2, day: 3 }],
  [
    new RegExp(`${edge}(\\d{1,2})[º°]? (?:de )?(${anyMonth})\\.?(?:,? (?:de |del )?(\\d{4}))?${ends}`, 'giu'),
    { day: 1, month: 2, year: 3 },
  ],
  [
    new RegExp(`${edge}(${anyMonth})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?${ends}`, 'giu'),
    { month: 1, day: 2, year: 3 },
  ],
  [/(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu, { year: 1, month: 2, day: 3 }],
];

const isReal = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** In order of the patterns; two never cover the same words. */
export const writtenDates = (text: string): readonly WrittenDate[] => {
  const found: WrittenDate[] = [];
  for (const [pattern, order] of patterns)
    for (const match of text.matchAll(pattern)) {
      const [whole] = match;
      const name = match[order.month]?.toLowerCase() ?? '';
      const month = monthNumbers.get(name) ?? Number(name);
      const day = Number(match[order.day]);
      const start = match.index;
      const end = start + whole.length;
      const covered = found.some((one) => one.start < end && start < one.end);
      const year = match[order.year];
      if (isReal(month, day) && !covered)
        found.push({ start, end, month, day, year: year === undefined ? null : Number(year) });
    }
  return found;
};

/** As the language writes it; null for one that we do not write. */
export const dateIn = (
  language: string,
  { year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>,
): string | null => {
  const number = String(day);
  const full = year === null ? '' : String(year);
  switch ((language.split('-')[0] ?? '').toLowerCase()) {
    case 'zh':
      return `${full === '' ? '' : `${full}年`}${String(month)}月${number}日`;
    case 'es':
      return `${number} de ${months.es[month - 1] ?? ''}${full === '' ? '' : ` de ${full}`}`;
    case 'pt':
      return `${day === 1 ? '1º' : number} de ${months.pt[month - 1] ?? ''}${full === '' ? '' : ` de ${full}`}`;
    case 'en': {
      const name = months.en[month - 1] ?? '';
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number}${full === '' ? '' : `, ${full}`}`;
    }
    default:
      return null;
  }
};
