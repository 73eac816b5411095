/** Scoring of a hashed text by a table of small integers: one row of weights for each live bucket. */
import { type Counts, dampened } from './features.ts';

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

/** A row of a table and how much it counts in a text. Length 1 over the rows known to the table. */
export type Weighed = { readonly row: number; readonly value: number };

/** Dampened count × rarity, scaled to length 1. */
export const weigh = (table: Pick<LinearTable, 'rows' | 'rarity'>, counts: Counts): Weighed[] => {
  const weighed: { row: number; value: number }[] = [];
  let squares = 0;
  for (const [bucket, count] of counts) {
    const row = (table.rows[bucket] ?? 0) - 1;
    if (row < 0) continue;
    const value = dampened(count) * (table.rarity[row] ?? 0);
    squares += value * value;
    weighed.push({ row, value });
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (const entry of weighed) entry.value /= length;
  return weighed;
};

/** One raw score for each column. */
export const scores = (table: LinearTable, counts: Counts): Float64Array => {
  const width = table.scales.length;
  const totals = new Float64Array(width);
  for (const { row, value } of weigh(table, counts)) {
    const start = row * width;
    for (let column = 0; column < width; column += 1) {
      totals[column] = (totals[column] ?? 0) + value * (table.weights[start + column] ?? 0);
    }
  }
  for (let column = 0; column < width; column += 1) {
    totals[column] = (totals[column] ?? 0) * (table.scales[column] ?? 0);
  }
  return totals;
};

/** Scores as probabilities that sum to 1. Higher temperature, flatter answer. */
export const softmax = (raw: ArrayLike<number>, temperature = 1): Float64Array => {
  const values = Float64Array.from(raw, (value) => value / temperature);
  const highest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  let total = 0;
  for (let at = 0; at < values.length; at += 1) {
    const power = Math.exp((values[at] ?? 0) - highest);
    values[at] = power;
    total += power;
  }
  return values.map((value) => value / total);
};
