/** Scoring of a hashed text by a table of small integers: one row of weights for each live bucket. */
import type { Counts } from './counts.ts';
import { dampened } from './features.ts';

/** Classes that compete with each other: one softmax. */
export type Head = { readonly name: string; readonly classes: readonly string[] };

/** A trained table. Columns are the classes of all heads, one head after the other. */
export type LinearTable = {
  readonly buckets: number;
  readonly heads: readonly Head[];
  /** What one unit of an integer weight is worth, by column. */
  readonly scales: Float32Array;
  /** Inverse document frequency, by row. */
  readonly rarity: Float32Array;
  /** Row of a bucket plus one; 0 where training never saw it. By bucket. */
  readonly rows: Uint16Array | Uint32Array;
  /** Row by row. */
  readonly weights: Int8Array;
};

/** How many of the buckets the table knows. */
export const knownIn = ({ rows }: Pick<LinearTable, 'rows'>, { size, buckets }: Counts): number => {
  let known = 0;
  for (let at = 0; at < size; at += 1) if ((rows[buckets[at] ?? 0] ?? 0) > 0) known += 1;
  return known;
};

/** Starts and values of the known rows of one text, filled up to a multiple of four by rows that count nothing. */
type Known = { readonly starts: Int32Array; readonly values: Float64Array; readonly size: number };

/** Four rows at a step: the totals are read and written a quarter as often. */
const addRows = (totals: Float64Array, weights: Int8Array, { starts, values, size }: Known): void => {
  for (let at = 0; at < size; at += 4) {
    const first = starts[at] ?? 0;
    const second = starts[at + 1] ?? 0;
    const third = starts[at + 2] ?? 0;
    const fourth = starts[at + 3] ?? 0;
    const one = values[at] ?? 0;
    const two = values[at + 1] ?? 0;
    const three = values[at + 2] ?? 0;
    const four = values[at + 3] ?? 0;
    for (let column = 0; column < totals.length; column += 1) {
      totals[column] =
        (totals[column] ?? 0) +
        one * (weights[first + column] ?? 0) +
        two * (weights[second + column] ?? 0) +
        three * (weights[third + column] ?? 0) +
        four * (weights[fourth + column] ?? 0);
    }
  }
};

/**
 * One raw score for each column: weights times dampened count times rarity, as if the text were scaled to length 1
 * over the rows that the table knows.
 *
 * @param columns only so many of the first ones
 */
export const scores = (
  table: LinearTable,
  { size, buckets, amounts }: Counts,
  columns = table.scales.length,
): Float64Array => {
  const { rows, rarity, weights, scales } = table;
  const starts = new Int32Array(size + 3);
  const values = new Float64Array(size + 3);
  let known = 0;
  let squares = 0;
  for (let at = 0; at < size; at += 1) {
    const row = (rows[buckets[at] ?? 0] ?? 0) - 1;
    if (row < 0) continue;
    const value = dampened(amounts[at] ?? 0) * (rarity[row] ?? 0);
    squares += value * value;
    starts[known] = row * scales.length;
    values[known] = value;
    known += 1;
  }
  const totals = new Float64Array(columns);
  addRows(totals, weights, { starts, values, size: known });
  const length = Math.sqrt(squares) || 1;
  for (let column = 0; column < columns; column += 1) {
    totals[column] = ((totals[column] ?? 0) / length) * (scales[column] ?? 0);
  }
  return totals;
};

/** Scores as probabilities that sum to 1. Higher temperature, flatter answer. */
export const softmax = (raw: Float64Array, temperature = 1): Float64Array => {
  let highest = -Infinity;
  for (let at = 0; at < raw.length; at += 1) highest = Math.max(highest, raw[at] ?? 0);
  const chances = new Float64Array(raw.length);
  let total = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const power = Math.exp(((raw[at] ?? 0) - highest) / temperature);
    chances[at] = power;
    total += power;
  }
  for (let at = 0; at < raw.length; at += 1) chances[at] = (chances[at] ?? 0) / total;
  return chances;
};
