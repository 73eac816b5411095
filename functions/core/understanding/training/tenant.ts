/** What a tenant taught us: its own intents and phrases and its agents' corrections, learned as a layer over the base. */
import type { Counts } from '../counts.ts';
import type { FirstTier } from '../first-tier.ts';
import { hashOf } from '../hashing.ts';
import type { LinearTable } from '../linear-model.ts';
import { softmax } from '../linear-model.ts';
import {
  baseScores,
  classesOf,
  layerBuckets,
  layerFeatures,
  likeOf,
  type OwnIntents,
  tenantMeaning,
  type TenantTier,
  weighedByLayer,
} from '../tenant-layer.ts';
import { plain, readable } from '../text.ts';
import { chanceOf, shuffle } from './chance.ts';
import { quantised } from './quantise.ts';

/** A text and what it means: a built-in intent, or one of the tenant's own by its name. Masked before it comes here. */
export type TenantExample = { readonly text: string; readonly language: string; readonly intent: string };

/** What a tenant brings. Names of built-in intents keep their meaning, whatever `own` says of them. */
export type TenantPhrases = { readonly own: OwnIntents; readonly phrases: readonly TenantExample[] };

/** Shares of the reserved cases of one language, before and after, from 0 to 1. */
export type TenantFigures = {
  readonly language: string;
  readonly cases: number;
  /** The intent by its own name. */
  readonly named: { readonly before: number; readonly after: number };
  /** The built-in intent behind it, which decides answers and modes. */
  readonly served: { readonly before: number; readonly after: number };
};

export type TenantVerdict = {
  /** In every language: more is named right than before (or all still is), and no less is served right. */
  readonly better: boolean;
  readonly languages: readonly TenantFigures[];
  /** Languages with too few reserved cases to be judged: then nothing is better. */
  readonly unjudged: readonly string[];
  /** How many examples named an intent that is neither built-in nor the tenant's own. */
  readonly leftOut: number;
};

/** Case, accents and marks folded: what is the same text for us. */
const foldedText = (text: string): string =>
  plain(readable(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const reservedShare = 5;
/** A language with fewer reserved cases is not judged. */
export const fewestCases = 5;

/** About a fifth, by the text alone: what was reserved once stays so, however much the tenant adds later. */
export const isReserved = (text: string): boolean => hashOf(71, foldedText(text)) % reservedShare === 0;

/** One example for each text: a correction over a phrase, a later one over an earlier one. */
const distinct = (examples: readonly TenantExample[]): TenantExample[] => [
  ...new Map(
    examples.map((example) => [`${example.language} ${foldedText(example.text)}`, example]),
  ).values(),
];

/**
 * Learns the layer of one tenant and judges it on the tenant's own reserved cases, which it never learned from. Pure and
 * repeatable: the same base and examples give the same weights.
 *
 * @param base the tables in use, with the tenant's present layer if it has one: the verdict compares with that
 */
export const trainTenant = (
  base: TenantTier,
  { own, phrases }: TenantPhrases,
  corrections: readonly TenantExample[],
): { readonly tier: TenantTier; readonly verdict: TenantVerdict } => {
  const all = [...phrases, ...corrections];
  const known = all.filter(({ intent }) => likeOf(own, intent) !== null);
  const examples = distinct(known);
  const table = learnLayer(
    base,
    own,
    examples.filter(({ text }) => !isReserved(text)),
  );
  const tier: TenantTier = { ...base, layer: { table, own } };
  const languages = [...new Set(examples.map(({ language }) => language))].sort();
  const figures = languages.map((language) => {
    const cases = examples.filter((one) => one.language === language && isReserved(one.text));
    return figuresOf(language, cases, base, tier);
  });
  const unjudged = figures.filter(({ cases }) => cases < fewestCases).map(({ language }) => language);
  const better = figures.length > 0 && unjudged.length === 0 && figures.every(isBetter);
  return { tier, verdict: { better, languages: figures, unjudged, leftOut: all.length - known.length } };
};

const isBetter = ({ named, served }: TenantFigures): boolean =>
  (named.after > named.before || (named.before === 1 && named.after === 1)) && served.after >= served.before;

const figuresOf = (
  language: string,
  cases: readonly TenantExample[],
  before: TenantTier,
  after: TenantTier,
): TenantFigures => {
  const own = after.layer?.own ?? {};
  const shares = (tier: TenantTier): { readonly named: number; readonly served: number } => {
    const answers = cases.map(({ text, intent }) => ({ intent, answer: tenantMeaning(tier, text) }));
    const share = (right: number): number => (cases.length === 0 ? 0 : right / cases.length);
    return {
      named: share(answers.filter(({ intent, answer }) => answer.intent === intent).length),
      served: share(answers.filter(({ intent, answer }) => answer.like === likeOf(own, intent)).length),
    };
  };
  const [was, is] = [shares(before), shares(after)];
  return {
    language,
    cases: cases.length,
    named: { before: was.named, after: is.named },
    served: { before: was.served, after: is.served },
  };
};

const epochs = 20;
const rate = 0.2;
/** Pull of every weight towards 0, where the base decides alone. */
const decay = 1e-4;

/** Softmax regression by AdaGrad that starts from the base scores and learns only what to add to them. */
const learnLayer = (base: FirstTier, own: OwnIntents, examples: readonly TenantExample[]): LinearTable => {
  const classes = classesOf(own);
  const width = classes.length;
  const counted = examples.map(({ text }) => layerFeatures(text));
  const vocabulary = vocabularyOf(counted);
  const texts = counted.map((counts, at) => ({
    rows: weighedByLayer(vocabulary, counts),
    start: baseScores(base, own, examples[at]?.text ?? ''),
    target: classes.indexOf(examples[at]?.intent ?? ''),
  }));
  const weights = new Float32Array(vocabulary.rarity.length * width);
  const squares = new Float32Array(weights.length).fill(1e-8);
  const order = Uint32Array.from(texts, (_, at) => at);
  const chance = chanceOf(20_261_122);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const at of order) {
      const text = texts[at];
      if (text === undefined) continue;
      const totals = Float64Array.from(text.start);
      for (const { row, value } of text.rows) {
        for (let column = 0; column < width; column += 1) {
          totals[column] = (totals[column] ?? 0) + value * (weights[row * width + column] ?? 0);
        }
      }
      const errors = softmax(totals);
      errors[text.target] = (errors[text.target] ?? 0) - 1;
      for (const { row, value } of text.rows) {
        errors.forEach((error, column) => {
          const place = row * width + column;
          const weight = weights[place] ?? 0;
          const slope = error * value + decay * weight;
          const seen = (squares[place] ?? 0) + slope * slope;
          squares[place] = seen;
          weights[place] = weight - (rate * slope) / Math.sqrt(seen);
        });
      }
    }
  }
  const heads = [{ name: 'tenant', classes }];
  return quantised({ buckets: layerBuckets, heads, ...vocabulary, weights });
};

const vocabularyOf = (counted: readonly Counts[]): Pick<LinearTable, 'rows' | 'rarity'> => {
  const met = new Uint32Array(layerBuckets);
  for (const counts of counted) {
    for (const bucket of counts.buckets) met[bucket] = (met[bucket] ?? 0) + 1;
  }
  const rows = new Uint32Array(layerBuckets);
  const rarity: number[] = [];
  met.forEach((count, bucket) => {
    if (count === 0) return;
    rarity.push(Math.log((1 + counted.length) / (1 + count)) + 1);
    rows[bucket] = rarity.length;
  });
  return { rows, rarity: Float32Array.from(rarity) };
};
