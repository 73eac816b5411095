/** What the table makes of a message, head by head: how likely each class is, and which is likeliest. */
import { Tally } from './counts.ts';
import { tallyMeaning } from './features.ts';
import { columnsOf, type FirstTier } from './first-tier.ts';
import { scores, softmax } from './linear-model.ts';

/** One for all messages: filled and read before the next one comes. */
const tally = new Tally();

/**
 * Raw scores of all columns of the intent table, or of the first ones only: the intents are the first.
 *
 * @param read as `readable` leaves it, `words` the same as `wordsOf` does
 */
export const meaningScores = (
  tier: FirstTier,
  read: string,
  words: readonly string[],
  columns?: number,
): Float64Array => {
  tallyMeaning(tally, read, words);
  return scores(tier.intent, tally, columns);
};

/** The classes of one head and how likely each is; the chances sum to 1. */
export type Chances = { readonly classes: readonly string[]; readonly chances: Float64Array };

/** @param raw scores of the columns of the intent table, at least up to the end of the head */
export const chancesOf = (tier: FirstTier, raw: Float64Array, head: string): Chances => {
  const { start, classes } = columnsOf(tier.intent, head);
  return {
    classes,
    chances: softmax(raw.subarray(start, start + classes.length), tier.temperatures[head] ?? 1),
  };
};

export const chanceOf = ({ classes, chances }: Chances, name: string): number =>
  chances[classes.indexOf(name)] ?? 0;

export type Likeliest = { readonly name: string; readonly chance: number };

/** The likeliest class, or the likeliest apart from one. */
export const likeliest = ({ classes, chances }: Chances, except?: string): Likeliest => {
  let name = '';
  let chance = -1;
  for (let at = 0; at < classes.length; at += 1) {
    const here = chances[at] ?? 0;
    if (here > chance && classes[at] !== except) [name, chance] = [classes[at] ?? '', here];
  }
  return { name, chance };
};
