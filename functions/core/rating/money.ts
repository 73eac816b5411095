/** Exact decimals: nothing is rounded but a statement's line, once, half to even. */
import Big from 'big.js';
import { minorUnitsOf } from '../policy/currencies.ts';

/** A decimal string in plain notation with an ISO 4217 currency. */
export type Money = { readonly amount: string; readonly currency: string };

// A constructor of our own: `strict` refuses floats, and no other user of the library changes its settings.
const Exact = Big();
Exact.strict = true;

export type Exact = Big;
/** Of a decimal string or a whole number. Throws on anything else: outside text is checked before. */
export const exact = (value: string | bigint | Big): Big => new Exact(value);
export const whole = (count: number): Big => {
  if (!Number.isSafeInteger(count)) throw new TypeError(`${String(count)} is no whole number`);
  return new Exact(BigInt(count));
};
export const zero: Big = exact('0');

const decimalShape = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** Plain notation, without exponent, plus sign or leading zeros. */
export const isDecimal = (text: string): boolean => decimalShape.test(text) && text.length <= 40;

/** Rounded half to even to the currency's minor unit. Throws on an unknown currency. */
export const rounded = (value: Big, currency: string): Big => {
  const digits = minorUnitsOf(currency);
  if (digits === null) throw new TypeError(`${currency} is no currency of ISO 4217`);
  return value.round(digits, 2);
};

/** In the currency's own digits; the value must be rounded already. Never `-0.00`. */
export const moneyOf = (value: Big, currency: string): Money => {
  const amount = rounded(value, currency);
  return { amount: (amount.eq(zero) ? zero : amount).toFixed(minorUnitsOf(currency) ?? 2), currency };
};

/** Without trailing zeros and exponents. */
export const plain = (value: Big): string => (value.eq(zero) ? '0' : value.toFixed());

export const sumOf = (values: readonly Big[]): Big => values.reduce((sum, value) => sum.plus(value), zero);

/** Of a price for 1, 10, 100 …: for one. A product, because a quotient would be cut after some digits. */
export const forOne = (value: Big, per: number): Big => value.times(`1e-${String(String(per).length - 1)}`);
