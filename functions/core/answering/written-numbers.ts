/** Numbers as our languages write them: their value, whatever the separators, and what they count. */
import type { Span } from './spans.ts';

export type WrittenNumber = Span & {
  /** Canonical: `1234.5` for "1.234,50" and "1,234.50". */
  readonly value: string;
  /** The unit's name in this file; null: a bare number, or one of things that we know no unit for. */
  readonly unit: string | null;
  /** The things that a bare number counts, by the start of their name; null: it counts none. */
  readonly noun: string | null;
};

/** Each unit and how it is written, folded; the kinds that must never be confused with a bare count. */
const unitWords: Readonly<Record<string, string>> = {
  '%': '%|por ciento|por cento|percent|porciento',
  minute: 'min|mins|minuto|minutos|minute|minutes',
  second: 's|seg|segundo|segundos|second|seconds',
  hour: 'h|hr|hrs|hs|hora|horas|hour|hours',
  businessHour: 'horas habiles|horas uteis|business hours|h habiles|h uteis',
  day: 'd|dia|dias|day|days|dias corridos|dias calendario|dias naturales|calendar days',
  businessDay:
    'dia habil|dias habiles|dia util|dias uteis|business day|business days|working days|working day',
  week: 'semana|semanas|week|weeks',
  month: 'mes|meses|month|months',
  year: 'ano|anos|year|years',
  statement: 'fatura|faturas|resumen|resumenes|statement|statements|ciclos',
  cent: 'centavos|centavo|cents|cent|centimos',
  times:
    'x|vez|vezes|veces|cuota|cuotas|parcela|parcelas|mensualidad|mensualidades|instalments|installments|installment|payments|pagos',
  cm: 'cm|centimetros|centimeters|centimetres',
  mm: 'mm|milimetros',
  m: 'm|metro|metros|meter|meters|metres',
  km: 'km|kilometros|quilometros|miles|mi',
  inch: 'in|inch|inches|pulgada|pulgadas|polegada|polegadas',
  foot: 'ft|feet|foot|pies|pes',
  g: 'g|gr|gramo|gramos|grama|gramas|gram|grams',
  kg: 'kg|kilo|kilos|quilo|quilos',
  ounce: 'oz|ounce|ounces',
  pound: 'lb|lbs|pound|pounds|libras',
  ml: 'ml|mililitros',
  l: 'l|litro|litros|liter|liters|litre|litres',
  watt: 'w|watt|watts|vatios',
  volt: 'v|volt|volts|voltios',
  celsius: '°c|ºc|oc|grados|graus|c',
  fahrenheit: '°f|ºf|f|degrees',
  atm: 'atm',
  mah: 'mah',
};
const unitOf: ReadonlyMap<string, string> = new Map(
  Object.entries(unitWords).flatMap(([unit, words]) => words.split('|').map((word) => [word, unit] as const)),
);
/** A count of these is a promise or a discount: a bare number of the facts is none. */
const binding: ReadonlySet<string> = new Set([
  '%',
  'minute',
  'second',
  'hour',
  'businessHour',
  'day',
  'businessDay',
  'week',
  'month',
  'year',
  'statement',
  'cent',
  'times',
]);
export const isBinding = (unit: string): boolean => binding.has(unit);

/** "1.234,50" and "1,234.50" are 1234.5; a single mark before three digits parts thousands. */
export const valueOf = (digits: string): string => {
  const marks = digits.replace(/\d/g, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return digits;
  const isMixed = marks.includes('.') && marks.includes(',');
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits);
  if (!isMixed && (isGrouped || marks.length > 1)) return digits.replace(/[.,]/g, '');
  const whole = digits
    .slice(0, last)
    .replace(/[.,]/g, '')
    .replace(/^0+(?=\d)/, '');
  const fraction = digits.slice(last + 1).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

const wordValues: Readonly<Record<string, string>> = Object.fromEntries(
  `1 un una uno um uma a an one; 2 dos dois duas two; 3 tres three; 4 cuatro quatro four; 5 cinco five; 6 seis six; 7 siete sete seven;
   8 ocho oito eight; 9 nueve nove nine; 10 diez dez ten; 11 once onze eleven; 12 doce doze twelve; 14 catorce quatorze catorze fourteen;
   15 quince quinze fifteen; 20 veinte vinte twenty; 24 veinticuatro; 30 treinta trinta thirty; 40 cuarenta quarenta forty;
   45 forty-five; 48 cuarenta-y-ocho; 50 cincuenta cinquenta fifty; 60 sesenta sessenta sixty; 72 setenta-y-dos; 90 noventa ninety;
   100 cien cem hundred; 1000 mil thousand; few pocos pocas poucos poucas algumas alguns algunos algunas unos unas several few couple par half`
    .split(';')
    .flatMap((row) => {
      const [value = '', ...words] = row.trim().split(/\s+/);
      return words.map((word) => [word, value] as const);
    }),
);

const digitsPattern = /(?<![\p{L}\p{N}]|\p{N}[.,])\p{Nd}+(?:[.,]\p{Nd}+)*(?!\p{N})/gu;
const wordPattern = new RegExp(`(?<![\\p{L}\\p{N}])(${Object.keys(wordValues).join('|')})(?= \\p{L})`, 'giu');
const afterNumber = /^[ -]?(%|[°º]?\p{L}+)(?: (\p{L}+))?/u;
const between = /^[ -](?:de|of|interest-free|free|easy|full|whole)(?= )/u;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The unit right after a number: two words first ("días hábiles"), then one. */
const unitAfter = (rest: string): string | null => {
  const [, first, second = ''] = afterNumber.exec(rest) ?? [];
  if (first === undefined) return null;
  const known = unitOf.get(`${first} ${second}`) ?? unitOf.get(first);
  if (known !== undefined) return known;
  const skipped = between.exec(rest)?.[0];
  return skipped === undefined ? null : unitAfter(rest.slice(skipped.length));
};

/** Longer than any unit with the words before it. */
const reach = 40;
/** Enough of a noun to know it again in another form. */
const nounLetters = 4;
const joint = /^ ?(?:-|–|a|to|e|y|and|x|×|ou|o|or|\/|até|hasta|through) ?$/iu;

/** In "2 a 4 días" the first number counts days too. */
const unitOfNext = (numbers: readonly WrittenNumber[], index: number, text: string): string | null => {
  const [here, next] = [numbers[index], numbers[index + 1]];
  if (here === undefined) return null;
  if (here.unit !== null || next === undefined) return here.unit;
  return joint.test(text.slice(here.end, next.start)) ? unitOfNext(numbers, index + 1, text) : null;
};

/** Numbers in digits, and those in words that count something binding ("dos días"). */
export const numbersIn = (text: string): readonly WrittenNumber[] => {
  const found = (match: RegExpExecArray, value: string): WrittenNumber => {
    const end = match.index + match[0].length;
    const rest = plain(text.slice(end, end + reach));
    const unit = unitAfter(rest);
    const noun =
      unit === null ? (/^ (\p{L}{4,}s)(?!\p{L})/u.exec(rest)?.[1]?.slice(0, nounLetters) ?? null) : null;
    return { start: match.index, end, value, unit, noun };
  };
  const digits = [...text.matchAll(digitsPattern)].map((match) => found(match, valueOf(match[0])));
  const words = [...text.matchAll(wordPattern)]
    .map((match) => found(match, wordValues[match[0].toLowerCase()] ?? ''))
    .filter(({ value, unit }) => unit !== null && isBinding(unit) && !(value === '1' && unit === 'times'));
  const all = [...digits, ...words].sort((one, other) => one.start - other.start);
  return all.map((number, index) => ({ ...number, unit: unitOfNext(all, index, text) }));
};

const closes = /^\s*(?:[.;,)]|$)/u;

/** As `numbersIn`; and in a list ("2 a 4 días; Patagonia: 7 a 10.") a number without a unit has the one before it. */
export const listedNumbersIn = (text: string): readonly WrittenNumber[] => {
  const numbers = numbersIn(text);
  return numbers.map((number, index) => {
    const next = numbers[index + 1];
    const isRange =
      next !== undefined && next.unit === null && joint.test(text.slice(number.end, next.start));
    const end = isRange ? next.end : number.end;
    if (number.unit !== null || !closes.test(text.slice(end))) return number;
    const before = numbers.slice(0, index).findLast(({ unit }) => unit !== null);
    return { ...number, unit: before?.unit ?? null };
  });
};

const gluedUnit = /^\p{N}+-?(\p{L}+)$/u;

/** Words of letters and digits together: codes, sizes, models ("IPX5", "LEAF15"); "40h" is a number. */
export const codesIn = (text: string): readonly (Span & { readonly code: string })[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-_/][\p{L}\p{N}]+)*/gu)].flatMap((match) => {
    const code = plain(match[0]);
    if (!/\p{L}/u.test(code) || !/\p{N}/u.test(code)) return [];
    if (unitOf.has(gluedUnit.exec(code)?.[1] ?? '')) return [];
    return [{ start: match.index, end: match.index + match[0].length, code }];
  });

/** Three digits spelled in a row are a telephone number read aloud. */
const digitWords =
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zero|um|dois|três|quatro|sete|oito|nove|one|two|three|four|five|six|seven|eight|nine';
const spelledDigits = new RegExp(
  `(?<!\\p{L})(?:${digitWords})(?:[ ,.-]+(?:${digitWords})){2,}(?!\\p{L})`,
  'iu',
);
export const spellsDigits = (text: string): boolean => spelledDigits.test(text);
