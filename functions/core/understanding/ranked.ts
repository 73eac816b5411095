/** The classes of one head of a table, likeliest first. */
import { columnsOf, type FirstTier } from './first-tier.ts';
import { softmax } from './linear-model.ts';

export type Ranked = { readonly name: string; readonly chance: number };

/** @param raw scores of all columns of the intent table */
export const ranked = (tier: FirstTier, raw: Float64Array, head: string): Ranked[] => {
  const { start, classes } = columnsOf(tier.intent, head);
  const chances = softmax(raw.slice(start, start + classes.length), tier.temperatures[head] ?? 1);
  return classes
    .map((name, at) => ({ name, chance: chances[at] ?? 0 }))
    .sort((one, other) => other.chance - one.chance);
};

export const chanceOf = (all: readonly Ranked[], name: string): number =>
  all.find((entry) => entry.name === name)?.chance ?? 0;
