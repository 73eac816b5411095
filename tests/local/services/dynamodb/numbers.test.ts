/** DynamoDB's decimals: their order as bytes, their sums and their sizes. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedBytes } from '../../../../lib/local/services/dynamodb/key-order.ts';
import { addNumbers, compareNumbers, numberSize } from '../../../../lib/local/services/dynamodb/numbers.ts';

const SEED = 11;

/** A decimal with its exact value in units of 10^-20. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 20 }))
  .map(([coefficient, places]) => {
    const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const fraction = digits.slice(digits.length - places);
    const text = `${coefficient < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
    return { text, exact: coefficient * 10n ** BigInt(20 - places) };
  });

const sign = (value: bigint): number => {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
};

describe('numbers', () => {
  it('are ordered by value, as they are and as the bytes of a key', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        const expected = sign(left.exact - right.exact);
        const bytes = ({ text }: { text: string }) => orderedBytes({ type: 'N', text });
        expect(compareNumbers(left.text, right.text)).toBe(expected);
        expect(Buffer.compare(bytes(left), bytes(right))).toBe(expected);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it.each([
    ['-1', '-1.05', 1],
    ['-1.5', '-1', -1],
    ['0', '-1e-130', 1],
    ['1e-130', '0', 1],
    ['9.9e125', '1e125', 1],
    ['100', '99.99', 1],
  ])('%s against %s is %s', (left, right, expected) => {
    const bytes = (text: string) => orderedBytes({ type: 'N', text });
    expect(Buffer.compare(bytes(left), bytes(right))).toBe(expected);
  });

  it('add up and subtract exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        const sum = addNumbers(left.text, right.text, 1);
        const difference = addNumbers(left.text, right.text, -1);
        const same = (text: unknown, exact: bigint) => {
          expect(typeof text === 'string' && compareNumbers(text, `${exact}e-20`)).toBe(0);
        };
        same(sum, left.exact + right.exact);
        same(difference, left.exact - right.exact);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  // Measured on AWS by filling items up to the 400 KB limit.
  it.each([
    ['0', 1],
    ['1', 2],
    ['-1', 3],
    ['12', 2],
    ['123', 3],
    ['123456', 4],
    ['3.14159', 5],
    ['1200', 2],
    ['0.001', 2],
    ['100.5', 4],
    ['1E125', 2],
    ['-12.34', 4],
  ])('%s counts %s bytes', (text, bytes) => {
    expect(numberSize(text)).toBe(bytes);
  });
});
