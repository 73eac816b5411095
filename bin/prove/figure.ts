/** A figure that a check printed, with the bound that it must keep. */

export type Figure = {
  readonly name: string;
  readonly value: number | string;
  readonly unit?: string;
  /** In words, as it is printed: `<= 100 ms`. */
  readonly bound: string;
  readonly ok: boolean;
};

export const atMost = (name: string, value: number, most: number, unit = ''): Figure => ({
  name,
  value,
  unit,
  bound: `<= ${String(most)}`,
  ok: value <= most,
});
export const atLeast = (name: string, value: number, least: number, unit = ''): Figure => ({
  name,
  value,
  unit,
  bound: `>= ${String(least)}`,
  ok: value >= least,
});
export const exactly = (name: string, value: number | string, wanted: number | string): Figure => ({
  name,
  value,
  bound: `= ${String(wanted)}`,
  ok: value === wanted,
});

/** One line: `name figure bound ok|SHORT`. */
export const lineOf = ({ name, value, unit = '', bound, ok }: Figure): string =>
  `${name} ${typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value}${unit === '' ? '' : ` ${unit}`} ${bound} ${ok ? 'ok' : 'SHORT'}`;

/** The value below which the given share of them lies; 0 for none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};

/** What every check is handed. */
export type Scope = {
  /** 1 is full scale; `npm test` runs at a hundredth. */
  readonly scale: number;
  readonly seed: number;
  /** A folder of its own, for data. */
  readonly folder: string;
  readonly assembly: string;
};

/** At least one; a count at the scope's scale. */
export const scaled = (scope: Scope, full: number, least = 1): number =>
  Math.max(least, Math.round(full * scope.scale));

/** Deterministic chance: xorshift of 32 bits. */
export const chanceOf = (seed: number): (() => number) => {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};
