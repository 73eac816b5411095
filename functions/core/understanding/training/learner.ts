/** Softmax regression by AdaGrad over hashed features, several heads at once (Duchi et al. 2011). */
import type { Counts } from '../counts.ts';
import { dampened } from '../features.ts';
import type { Head } from '../linear-model.ts';
import { chanceOf, shuffle } from './chance.ts';

/** One text to learn from. */
export type Example = {
  readonly counts: Counts;
  /** By head, in the order of the heads: the share of each class, or null where the text says nothing. */
  readonly targets: readonly (ReadonlyMap<number, number> | null)[];
  /** How much it counts; 1 for a phrase as written. */
  readonly weight: number;
};

export type LearnerSettings = {
  readonly buckets: number;
  readonly heads: readonly Head[];
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every weight towards 0, per step. */
  readonly decay: number;
  /** Buckets met in fewer texts of full weight are left out: made-up copies add no vocabulary. */
  readonly fewest: number;
  readonly seed: number;
};

/** Weights before they are made small integers. */
export type Learned = {
  readonly buckets: number;
  readonly heads: readonly Head[];
  readonly rows: Uint16Array | Uint32Array;
  readonly rarity: Float32Array;
  readonly weights: Float32Array;
};

type Packed = { readonly rows: Uint32Array; readonly values: Float32Array };

const documentFrequency = (examples: readonly Example[], buckets: number): Uint32Array => {
  const frequency = new Uint32Array(buckets);
  for (const { counts, weight } of examples) {
    if (weight < 1) continue;
    for (const bucket of counts.buckets) frequency[bucket] = (frequency[bucket] ?? 0) + 1;
  }
  return frequency;
};

const numbered = (
  frequency: Uint32Array,
  examples: number,
  fewest: number,
): Pick<Learned, 'rows' | 'rarity'> => {
  const rows = new Uint32Array(frequency.length);
  const rarity: number[] = [];
  frequency.forEach((count, bucket) => {
    if (count < fewest) return;
    rarity.push(Math.log((1 + examples) / (1 + count)) + 1);
    rows[bucket] = rarity.length;
  });
  return { rows, rarity: Float32Array.from(rarity) };
};

const packed = ({ rows, rarity }: Pick<Learned, 'rows' | 'rarity'>, counts: Counts): Packed => {
  const known = new Uint32Array(counts.size);
  const values = new Float32Array(counts.size);
  let size = 0;
  let squares = 0;
  for (let at = 0; at < counts.size; at += 1) {
    const row = (rows[counts.buckets[at] ?? 0] ?? 0) - 1;
    if (row < 0) continue;
    const value = dampened(counts.amounts[at] ?? 0) * (rarity[row] ?? 0);
    squares += value * value;
    known[size] = row;
    values[size] = value;
    size += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < size; at += 1) values[at] = (values[at] ?? 0) / length;
  return { rows: known.slice(0, size), values: values.slice(0, size) };
};

/** A class whose error is smaller than this is not worth a step. */
const tooSmall = 0.002;

/**
 * Learns all heads in one pass over the texts. The same examples and settings give the same weights, bit by bit.
 */
export const learn = (examples: readonly Example[], settings: LearnerSettings): Learned => {
  const { heads, buckets, epochs, rate, decay } = settings;
  const written = examples.filter(({ weight }) => weight >= 1).length;
  const vocabulary = numbered(documentFrequency(examples, buckets), written, settings.fewest);
  const texts = examples.map(({ counts }) => packed(vocabulary, counts));
  const width = heads.reduce((total, head) => total + head.classes.length, 0);
  const size = vocabulary.rarity.length * width;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-8);
  const errors = new Float64Array(width);
  const order = Uint32Array.from(examples, (_, at) => at);
  const chance = chanceOf(settings.seed);

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const at of order) {
      const text = texts[at];
      const example = examples[at];
      if (text === undefined || example === undefined) continue;
      scoreInto(errors, weights, width, text);
      turnIntoErrors(errors, heads, example);
      step(weights, squares, width, text, errors, rate, decay);
    }
  }
  return { buckets, heads, ...vocabulary, weights };
};

const scoreInto = (totals: Float64Array, weights: Float32Array, width: number, text: Packed): void => {
  totals.fill(0);
  for (let at = 0; at < text.rows.length; at += 1) {
    const start = (text.rows[at] ?? 0) * width;
    const value = text.values[at] ?? 0;
    for (let column = 0; column < width; column += 1) {
      totals[column] = (totals[column] ?? 0) + value * (weights[start + column] ?? 0);
    }
  }
};

/** Raw scores become probability minus target, head by head, in place. */
const turnIntoErrors = (totals: Float64Array, heads: readonly Head[], example: Example): void => {
  let start = 0;
  heads.forEach((head, index) => {
    const end = start + head.classes.length;
    const targets = example.targets[index] ?? null;
    if (targets === null) {
      totals.fill(0, start, end);
    } else {
      let highest = -Infinity;
      for (let column = start; column < end; column += 1) highest = Math.max(highest, totals[column] ?? 0);
      let total = 0;
      for (let column = start; column < end; column += 1) {
        const power = Math.exp((totals[column] ?? 0) - highest);
        totals[column] = power;
        total += power;
      }
      for (let column = start; column < end; column += 1) {
        const target = targets.get(column - start) ?? 0;
        totals[column] = ((totals[column] ?? 0) / total - target) * example.weight;
      }
    }
    start = end;
  });
};

const step = (
  weights: Float32Array,
  squares: Float32Array,
  width: number,
  text: Packed,
  errors: Float64Array,
  rate: number,
  decay: number,
): void => {
  const moving: number[] = [];
  for (let column = 0; column < width; column += 1) {
    if (Math.abs(errors[column] ?? 0) > tooSmall) moving.push(column);
  }
  for (let at = 0; at < text.rows.length; at += 1) {
    const start = (text.rows[at] ?? 0) * width;
    const value = text.values[at] ?? 0;
    for (const column of moving) {
      const place = start + column;
      const weight = weights[place] ?? 0;
      const slope = (errors[column] ?? 0) * value + decay * weight;
      const seen = (squares[place] ?? 0) + slope * slope;
      squares[place] = seen;
      weights[place] = weight - (rate * slope) / Math.sqrt(seen);
    }
  }
};
