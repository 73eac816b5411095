/**
 * Vectors of passages, kept small: the sign of each number for a quick look over all of them, and one byte for each
 * number to put the nearest in order.
 */
import { ranking } from './ranking.ts';

export type VectorIndex = {
  /** Numbers in a vector; 0: the passages have none. */
  readonly dimensions: number;
  /** 32 signs in each number. */
  readonly signs: Uint32Array;
  readonly values: Int8Array;
};

export const noVectors: VectorIndex = { dimensions: 0, signs: new Uint32Array(), values: new Int8Array() };

const wordsFor = (dimensions: number): number => Math.ceil(dimensions / 32);

const signsOf = (vector: readonly number[]): Uint32Array => {
  const signs = new Uint32Array(wordsFor(vector.length));
  vector.forEach((value, at) => {
    if (value > 0) signs[at >> 5] = ((signs[at >> 5] ?? 0) | (1 << (at & 31))) >>> 0;
  });
  return signs;
};

/** Lengths are made one before, so that bytes of different vectors can be compared. */
const bytesOf = (vector: readonly number[]): Int8Array => {
  const length = Math.hypot(...vector) || 1;
  const scale = 127 * Math.sqrt(vector.length / 16);
  return Int8Array.from(vector, (value) =>
    Math.max(-127, Math.min(127, Math.round((value / length) * scale))),
  );
};

/** Vectors of one length; with any other the passages have none, and words alone find them. */
export const indexVectors = (vectors: readonly (readonly number[])[]): VectorIndex => {
  const dimensions = vectors[0]?.length ?? 0;
  if (dimensions === 0 || vectors.some((vector) => vector.length !== dimensions)) return noVectors;
  const signs = new Uint32Array(vectors.length * wordsFor(dimensions));
  const values = new Int8Array(vectors.length * dimensions);
  vectors.forEach((vector, at) => {
    signs.set(signsOf(vector), at * wordsFor(dimensions));
    values.set(bytesOf(vector), at * dimensions);
  });
  return { dimensions, signs, values };
};

/** Bits that are set; https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** Looked at closely: this many times as many as are wanted. */
const closely = 4;

/** The nearest passages, best first, of those that may be shown. */
export const nearest = (
  { dimensions, signs, values }: VectorIndex,
  question: readonly number[],
  allowed: (passage: number) => boolean,
  atMost: number,
): readonly number[] => {
  if (dimensions === 0 || question.length !== dimensions) return [];
  const asked = signsOf(question);
  const width = asked.length;
  const near = ranking(closely * atMost);
  for (let passage = 0; passage * dimensions < values.length; passage += 1) {
    if (!allowed(passage)) continue;
    let apart = 0;
    for (let at = 0; at < width; at += 1)
      apart += bitsIn((signs[passage * width + at] ?? 0) ^ (asked[at] ?? 0));
    near.offer(passage, dimensions - apart);
  }
  const likeness = (passage: number): number => {
    let sum = 0;
    for (let at = 0; at < dimensions; at += 1)
      sum += (values[passage * dimensions + at] ?? 0) * (question[at] ?? 0);
    return sum;
  };
  const nearer = ranking(atMost);
  for (const passage of near.best()) nearer.offer(passage, likeness(passage));
  return nearer.best();
};
