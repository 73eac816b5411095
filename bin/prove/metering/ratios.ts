/** Exact decimals in whole numbers, for the second opinion: nothing here is shared with the code that it checks. */

/** `n` by ten to the power of `-d`. */
export type Ratio = { readonly n: bigint; readonly d: number };

export const ratio = (text: string): Ratio => {
  const [whole = '0', part = ''] = text.split('.');
  return { n: BigInt(`${whole}${part}`), d: part.length };
};
export const times = (one: Ratio, other: Ratio): Ratio => ({ n: one.n * other.n, d: one.d + other.d });
export const alike = (one: Ratio, other: Ratio): readonly [bigint, bigint, number] => {
  const d = Math.max(one.d, other.d);
  return [one.n * 10n ** BigInt(d - one.d), other.n * 10n ** BigInt(d - other.d), d];
};
export const plus = (one: Ratio, other: Ratio): Ratio => {
  const [left, right, d] = alike(one, other);
  return { n: left + right, d };
};
export const compare = (one: Ratio, other: Ratio): number => {
  const [left, right] = alike(one, other);
  return left < right ? -1 : left > right ? 1 : 0;
};
export const none: Ratio = { n: 0n, d: 0 };
export const sum = (all: readonly Ratio[]): Ratio => all.reduce(plus, none);

/** Half to even, to so many digits. */
export const rounded = ({ n, d }: Ratio, digits: number): Ratio => {
  if (d <= digits) return { n: n * 10n ** BigInt(digits - d), d: digits };
  const step = 10n ** BigInt(d - digits);
  const size = n < 0n ? -n : n;
  const [down, rest] = [size / step, (size % step) * 2n];
  const up = rest > step || (rest === step && down % 2n === 1n);
  const result = up ? down + 1n : down;
  return { n: n < 0n ? -result : result, d: digits };
};

/** With exactly its digits, as a statement writes it. */
export const written = ({ n, d }: Ratio): string => {
  const size = (n < 0n ? -n : n).toString().padStart(d + 1, '0');
  const text = d === 0 ? size : `${size.slice(0, -d)}.${size.slice(-d)}`;
  return n < 0n ? `-${text}` : text;
};
