/** The phrases closest to a message, by the features of the first tier: what the second tier is shown as examples. */
import { type Intent, isIntent } from '../../domain/intent.ts';
import type { Counts } from '../counts.ts';
import { dampened, intentBuckets, intentFeatures } from '../features.ts';
import { examplePhrases } from './phrases.ts';

type Example = { readonly text: string; readonly intent: Intent; readonly counts: Counts };
type Examples = {
  readonly all: readonly Example[];
  /** How often each bucket stands in one of them. */
  readonly met: Uint16Array;
};

/** Each shown phrase costs a dozen tokens. */
const mostShown = 6;
/** No more of one label: the model must be able to choose. */
const mostOfOne = 2;

const read = new Map<string, Examples>();

/** Counted when a first unsure message of that language comes. */
const examplesOf = (language: string): Examples => {
  const known = read.get(language);
  if (known !== undefined) return known;
  const all = Object.entries(examplePhrases[language] ?? {}).flatMap(([intent, phrases]) =>
    isIntent(intent)
      ? phrases.split('|').map((text) => ({ text, intent, counts: intentFeatures(text) }))
      : [],
  );
  const met = new Uint16Array(intentBuckets);
  for (const { counts } of all) for (const bucket of counts.buckets) met[bucket] = (met[bucket] ?? 0) + 1;
  const fresh = { all, met };
  read.set(language, fresh);
  return fresh;
};

/** How much each bucket of a text counts: what stands in most phrases says little. */
const weightsOf = ({ all, met }: Examples, { size, buckets, amounts }: Counts): Map<number, number> => {
  const weights = new Map<number, number>();
  for (let at = 0; at < size; at += 1) {
    const bucket = buckets[at] ?? 0;
    const rarity = Math.log((1 + all.length) / (1 + (met[bucket] ?? 0)));
    weights.set(bucket, dampened(amounts[at] ?? 0) * rarity * rarity);
  }
  return weights;
};

/** Shared weight, as a share of the phrase's own: a short phrase that is all there beats a long one. */
const closeness = (weights: ReadonlyMap<number, number>, { size, buckets, amounts }: Counts): number => {
  let shared = 0;
  let own = 0;
  for (let at = 0; at < size; at += 1) {
    const amount = dampened(amounts[at] ?? 0);
    shared += (weights.get(buckets[at] ?? 0) ?? 0) * amount;
    own += amount * amount;
  }
  return own === 0 ? 0 : shared / Math.sqrt(own);
};

/**
 * At most six labelled phrases of the message's language, the closest first, at most two of one label; none for a
 * language that is not answered.
 */
export const closestPhrases = (
  maskedText: string,
  language: string,
): readonly { readonly text: string; readonly intent: Intent }[] => {
  const examples = examplesOf(language);
  const weights = weightsOf(examples, intentFeatures(maskedText));
  const ranked = examples.all
    .map(({ text, intent, counts }) => ({ text, intent, near: closeness(weights, counts) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near);
  const shown: { readonly text: string; readonly intent: Intent }[] = [];
  for (const { text, intent } of ranked) {
    if (shown.length === mostShown) break;
    if (shown.filter((one) => one.intent === intent).length < mostOfOne) shown.push({ text, intent });
  }
  return shown;
};
