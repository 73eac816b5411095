/** Check digits of the identifiers that buyers type. Formulas: the issuers' published rules; each takes compact text without separators. */

const digitsOf = (text: string): number[] => Array.from(text, Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

const allSame = (text: string): boolean => text.length > 0 && text === (text[0] ?? '').repeat(text.length);

const descending = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, at) => from - at);

/** Brazil's rule: the rest of a division by 11, 0 and 1 give 0. */
const brazilianDigit = (sum: number): number => (sum % 11 < 2 ? 0 : 11 - (sum % 11));

/** Brazil, persons (Receita Federal): 11 digits. Repeated digits pass the arithmetic and are no numbers. */
export const isCpf = (text: string): boolean => {
  if (!/^\d{11}$/.test(text) || allSame(text)) return false;
  const digits = digitsOf(text);
  return (
    brazilianDigit(weighted(digits, descending(10, 2))) === digits[9] &&
    brazilianDigit(weighted(digits, descending(11, 2))) === digits[10]
  );
};

const cnpjWeights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

/** Brazil, companies: 14 places; since July 2026 the first 12 may be letters, worth their ASCII code less 48. */
export const isCnpj = (text: string): boolean => {
  if (!/^[0-9A-Z]{12}\d{2}$/.test(text) || allSame(text)) return false;
  const values = Array.from(text, (place) => place.charCodeAt(0) - 48);
  return (
    brazilianDigit(weighted(values, cnpjWeights)) === values[12] &&
    brazilianDigit(weighted(values, [6, ...cnpjWeights])) === values[13]
  );
};

/** Brazil, identity card of São Paulo alone: other states have other rules or none. */
export const isRg = (text: string): boolean => {
  if (!/^\d{8}[\dX]$/.test(text)) return false;
  const rest = 11 - (weighted(digitsOf(text.slice(0, 8)), [2, 3, 4, 5, 6, 7, 8, 9]) % 11);
  const check = rest === 10 ? 'X' : String(rest % 11);
  return text[8] === check;
};

/** Brazil, social number (PIS, PASEP, NIS): 11 digits. */
export const isPis = (text: string): boolean => {
  if (!/^\d{11}$/.test(text) || allSame(text)) return false;
  const digits = digitsOf(text);
  const rest = 11 - (weighted(digits, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest > 9 ? 0 : rest) === digits[10];
};

const isMonthAndDay = (month: string, day: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

const mexicanAlphabet = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ';
const curpShape = /^[A-Z]{4}\d{2}(\d{2})(\d{2})[HMX][A-Z]{5}[0-9A-Z]\d$/;

/** Mexico, persons (RENAPO): 18 places with a real date. */
export const isCurp = (text: string): boolean => {
  const [, month = '', day = ''] = curpShape.exec(text) ?? [];
  if (!isMonthAndDay(month, day)) return false;
  const values = Array.from(text, (place) => mexicanAlphabet.indexOf(place));
  const sum = weighted(values, descending(18, 2));
  return String((10 - (sum % 10)) % 10) === text[17];
};

const rfcShape = /^[A-ZÑ&]{3,4}\d{2}(\d{2})(\d{2})[0-9A-Z]{2}[0-9A]$/;

/** Mexico, taxpayers: shape and a real date. Many live ones fail the check digit, so it decides nothing. */
export const looksLikeRfc = (text: string): boolean => {
  const [, month = '', day = ''] = rfcShape.exec(text) ?? [];
  return isMonthAndDay(month, day);
};

/** Mexico, taxpayers with a right check digit (SAT): 12 places for companies, 13 for persons. */
export const isRfc = (text: string): boolean => {
  if (!looksLikeRfc(text)) return false;
  const alphabet = `${mexicanAlphabet} Ñ`;
  const padded = text.slice(0, -1).padStart(12, ' ');
  const values = Array.from(padded, (place) => alphabet.indexOf(place));
  const check = 11 - (weighted(values, descending(13, 2)) % 11);
  return text.at(-1) === (check === 11 ? '0' : check === 10 ? 'A' : String(check));
};

/** Mexico, bank accounts (ABM): 18 digits. */
export const isClabe = (text: string): boolean => {
  if (!/^\d{18}$/.test(text) || allSame(text)) return false;
  const digits = digitsOf(text);
  const sum = digits
    .slice(0, 17)
    .reduce((total, digit, at) => total + ((digit * ([3, 7, 1][at % 3] ?? 0)) % 10), 0);
  return (10 - (sum % 10)) % 10 === digits[17];
};

/** Argentina, taxpayers (AFIP, now ARCA): 11 digits with a known prefix. */
export const isCuit = (text: string): boolean => {
  if (!/^(?:2[0347]|3[034]|5[015])\d{9}$/.test(text)) return false;
  const digits = digitsOf(text);
  const rest = 11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest === 11 ? 0 : rest === 10 ? 9 : rest) === digits[10];
};

const cbuBlock = (block: string): boolean => {
  const digits = digitsOf(block);
  const data = digits.slice(0, -1).toReversed();
  const sum = data.reduce((total, digit, at) => total + digit * ([3, 1, 7, 9][at % 4] ?? 0), 0);
  return (10 - (sum % 10)) % 10 === digits.at(-1);
};

/** Argentina, bank accounts (BCRA): 22 digits in two blocks. */
export const isCbu = (text: string): boolean =>
  /^\d{22}$/.test(text) && !allSame(text) && cbuBlock(text.slice(0, 8)) && cbuBlock(text.slice(8));

/** Chile (Registro Civil): 7 or 8 digits and a check digit or K. */
export const isRut = (text: string): boolean => {
  if (!/^\d{7,8}[\dK]$/.test(text)) return false;
  const digits = digitsOf(text.slice(0, -1)).toReversed();
  const rest = 11 - (digits.reduce((sum, digit, at) => sum + digit * ((at % 6) + 2), 0) % 11);
  return text.at(-1) === (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest));
};

const nitWeights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/** Colombia (DIAN): 8 to 15 digits and a check digit. */
export const isNit = (text: string): boolean => {
  if (!/^\d{9,16}$/.test(text)) return false;
  const digits = digitsOf(text);
  const rest = weighted(digits.slice(0, -1).toReversed(), nitWeights) % 11;
  return (rest < 2 ? rest : 11 - rest) === digits.at(-1);
};

/** Peru (SUNAT): 11 digits with a known prefix. */
export const isRuc = (text: string): boolean => {
  if (!/^(?:10|15|17|20)\d{9}$/.test(text)) return false;
  const digits = digitsOf(text);
  return (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digits[10];
};

const advertisedSsn = new Set(['078051120', '219099999', '457555462']);

/** United States (SSA): no check digit, but some areas, groups and serials are never given. */
export const isSsn = (text: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(text) && !advertisedSsn.has(text);

/** United States, taxpayers without a social number (IRS). */
export const isItin = (text: string): boolean => /^9\d{2}(?:7\d|8[0-8]|9[0-24-9])\d{4}$/.test(text);

/** United States, bank routing number (ABA): 9 digits. */
export const isRouting = (text: string): boolean =>
  /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(text) &&
  weighted(digitsOf(text), [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;

/** Visa; Mastercard; American Express; Diners; Discover; Elo; Hipercard; JCB; UnionPay; Naranja, Cabal. */
const issuers =
  /^(?:4\d{12}(?:\d{3}){0,2}$|5[1-5]\d{14}$|2(?:2(?:2[1-9]|[3-9]\d)|[3-6]\d\d|7(?:[01]\d|20))\d{12}$|3[47]\d{13}$|3(?:0[0-5]|[68]\d)\d{11}$|(?:6011|65\d\d|64[4-9]\d)\d{12}$|(?:401178|401179|431274|438935|451416|457393|457631|457632|504175|506[67]\d\d|509\d{3}|627780|636297|636368|65\d{4})\d{10}$|(?:606282|3841\d\d)\d{10}(?:\d{3})?$|35(?:2[89]|[3-8]\d)\d{12}$|62\d{14,17}$|589562\d{10}$|(?:6042|6043|5896)\d{12}$)/;

/** Luhn's sum alone takes one random number in ten: an issuer's range must hold too. */
export const isCard = (text: string): boolean => {
  if (!issuers.test(text)) return false;
  const sum = digitsOf(text)
    .toReversed()
    .reduce((total, digit, at) => {
      const value = at % 2 === 0 ? digit : digit * 2;
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
};

/** Places of an IBAN by country (SWIFT registry), those that buyers of our markets may hold. */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AT: 20,
  BE: 16,
  BG: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SV: 28,
  TR: 26,
  UA: 29,
};

/** International bank account number (ISO 13616): the number, first four places moved to the end, is 1 modulo 97. */
export const isIban = (text: string): boolean => {
  if (ibanLengths[text.slice(0, 2)] !== text.length || !/^[A-Z]{2}\d{2}[0-9A-Z]+$/.test(text)) return false;
  let rest = 0;
  for (const place of `${text.slice(4)}${text.slice(0, 4)}`) {
    const value = Number.parseInt(place, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};
