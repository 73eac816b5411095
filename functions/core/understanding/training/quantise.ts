/** Learned weights made small integers, one scale for each class. */
import type { LinearTable } from '../linear-model.ts';
import type { Learned } from './learner.ts';

const most = 127;

/** Rows whose weights all round to 0 stay: their length still counts in the norm of a text. */
export const quantised = (learned: Learned): LinearTable => {
  const { buckets, heads, rows, rarity } = learned;
  const width = heads.reduce((total, head) => total + head.classes.length, 0);
  const scales = new Float32Array(width);
  learned.weights.forEach((weight, place) => {
    const column = place % width;
    scales[column] = Math.max(scales[column] ?? 0, Math.abs(weight));
  });
  for (let column = 0; column < width; column += 1) scales[column] = (scales[column] ?? 0) / most;
  const weights = Int8Array.from(learned.weights, (weight, place) => {
    const scale = scales[place % width] ?? 0;
    return scale === 0 ? 0 : Math.round(weight / scale);
  });
  return { buckets, heads, scales, rarity, rows, weights };
};
