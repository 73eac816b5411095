/** DynamoDB's exact decimals: 38 significant digits, exponents from -130 to 125, kept as text. */

/** `coefficient × 10^exponent`, the coefficient without trailing zeros (zero is 0 × 10^0). */
type Decimal = { readonly coefficient: bigint; readonly exponent: number };

const parse = (text: string): Decimal => {
  const [mantissa = '0', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return reduced(
    BigInt(`${whole === '-' || whole === '+' ? `${whole}0` : whole}${fraction}` || '0'),
    Number(power) - fraction.length,
  );
};

const reduced = (coefficient: bigint, exponent: number): Decimal => {
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  const digits = coefficient.toString();
  const zeros = digits.length - digits.replace(/0+$/u, '').length;
  return { coefficient: coefficient / 10n ** BigInt(zeros), exponent: exponent + zeros };
};

const digitsOf = ({ coefficient }: Decimal): string => coefficient.toString().replace('-', '');

/** Power of ten of the first digit: 1 for 42, -3 for 0.005. */
const magnitude = (decimal: Decimal): number => digitsOf(decimal).length - 1 + decimal.exponent;

const format = (decimal: Decimal): string => {
  const digits = digitsOf(decimal);
  const sign = decimal.coefficient < 0n ? '-' : '';
  if (decimal.exponent >= 0) return sign + digits + '0'.repeat(decimal.exponent);
  const padded = digits.padStart(1 - decimal.exponent, '0');
  return `${sign}${padded.slice(0, decimal.exponent)}.${padded.slice(decimal.exponent)}`;
};

const aligned = (left: Decimal, right: Decimal): readonly [bigint, bigint, number] => {
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (value: Decimal): bigint => value.coefficient * 10n ** BigInt(value.exponent - exponent);
  return [scaled(left), scaled(right), exponent];
};

/** Negative, zero or positive, as `left` is below, equal to or above `right`. */
export const compareNumbers = (left: string, right: string): number => {
  const [a, b] = aligned(parse(left), parse(right));
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** What keeps a number from being stored, in AWS's words. */
export type NumberProblem = { readonly problem: string };

const checked = (decimal: Decimal): string | NumberProblem => {
  if (decimal.coefficient === 0n) return '0';
  if (magnitude(decimal) > 125) {
    return {
      problem: 'Number overflow. Attempting to store a number with magnitude larger than supported range',
    };
  }
  if (magnitude(decimal) < -130) {
    return {
      problem: 'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    };
  }
  if (digitsOf(decimal).length > 38) {
    return { problem: 'Attempting to store more than 38 significant digits in a Number' };
  }
  return format(decimal);
};

/** Exact sum (`sign` 1) or difference (`sign` -1), refused when DynamoDB could not store it. */
export const addNumbers = (left: string, right: string, sign: 1 | -1): string | NumberProblem => {
  const [a, b, exponent] = aligned(parse(left), parse(right));
  return checked(reduced(a + BigInt(sign) * b, exponent));
};

/**
 * Bytes a number counts for in an item: one, plus one for each pair of significant digits before and after the
 * point, plus one for a minus sign (as measured on AWS; the developer guide's formula is an approximation).
 */
export const numberSize = (text: string): number => {
  const decimal = parse(text);
  if (decimal.coefficient === 0n) return 1;
  const digits = digitsOf(decimal);
  const wholeDigits = Math.min(digits.length, Math.max(0, digits.length + decimal.exponent));
  const pairs = Math.ceil(wholeDigits / 2) + Math.ceil((digits.length - wholeDigits) / 2);
  return 1 + pairs + (decimal.coefficient < 0n ? 1 : 0);
};

/** Bytes whose unsigned order is the order of the numbers: sign, exponent, digits, all inverted below zero. */
export const orderedNumber = (text: string): Buffer => {
  const decimal = parse(text);
  if (decimal.coefficient === 0n) return Buffer.from([2]);
  const exponent = magnitude(decimal) + 130;
  const digits = Array.from(digitsOf(decimal), Number);
  if (decimal.coefficient > 0n) return Buffer.from([3, exponent, ...digits]);
  // The closing 255 lets -1 (no further digits) come after -1.5.
  return Buffer.from([1, 255 - exponent, ...digits.map((digit) => 254 - digit), 255]);
};
