/** A tenant's own layer over the base tables: what its words add to the base scores, and its own intents. */
import { type Intent, intents, isIntent } from '../domain/intent.ts';
import type { TenantLayer } from '../ports/understanding.ts';
import { type Counts, Tally } from './counts.ts';
import { dampened, intentFeatures } from './features.ts';
import { columnsOf, type FirstTier } from './first-tier.ts';
import { type LinearTable, scores, softmax } from './linear-model.ts';

/** The built-in intent whose answers and modes an own intent rides, by the own intent's name. */
export type OwnIntents = TenantLayer['own'];

/** Base tables, which all tenants share, with the layer of one. It may stand wherever a `FirstTier` does. */
export type TenantTier = FirstTier & { readonly layer?: TenantLayer };

/** `like` decides answers and modes; `intent` is `like` itself, or the tenant's own name. Confidence 0 to 1. */
export type TenantMeaning = { readonly intent: string; readonly like: Intent; readonly confidence: number };

/** Buckets of a layer, a power of two. */
export const layerBuckets = 2 ** 14;

/** What the tenant's words are counted by: the base features in fewer buckets. */
export const layerFeatures = (text: string): Counts => {
  const tally = new Tally();
  const { size, buckets, amounts } = intentFeatures(text);
  for (let at = 0; at < size; at += 1) tally.add((buckets[at] ?? 0) & (layerBuckets - 1), amounts[at] ?? 0);
  return tally.taken();
};

/** A row of a layer and how much it counts in a text. */
export type Weighed = { readonly row: number; readonly value: number };

/**
 * Rows and how much each counts. Buckets that the tenant never filled count in the length as the rarest do: of a text
 * with other words the layer says little, and the base decides.
 */
export const weighedByLayer = (
  table: Pick<LinearTable, 'rows' | 'rarity'>,
  { size, buckets, amounts }: Counts,
): Weighed[] => {
  const rarest = table.rarity.reduce((most, rarity) => Math.max(most, rarity), 0);
  const known: { row: number; value: number }[] = [];
  let squares = 0;
  for (let at = 0; at < size; at += 1) {
    const row = (table.rows[buckets[at] ?? 0] ?? 0) - 1;
    const value = dampened(amounts[at] ?? 0) * (table.rarity[row] ?? rarest);
    squares += value * value;
    if (row >= 0) known.push({ row, value });
  }
  const length = Math.sqrt(squares) || 1;
  return known.map(({ row, value }) => ({ row, value: value / length }));
};

export const classesOf = (own: OwnIntents): string[] => [
  ...intents,
  ...Object.keys(own)
    .filter((name) => !isIntent(name))
    .sort(),
];

/** The built-in intent behind a name; null for a name that nobody mapped. */
export const likeOf = (own: OwnIntents, name: string): Intent | null => {
  if (isIntent(name)) return name;
  return Object.hasOwn(own, name) ? (own[name] ?? null) : null;
};

/** An own intent starts behind the one that it is like, so that only the tenant's words bring it up. */
const ownBehind = 1.5;

/**
 * Where each class starts: the calibrated log probability that the base gives to what it is like.
 *
 * @param raw scores of the columns of the intent table
 */
const startingFrom = (tier: FirstTier, own: OwnIntents, raw: Float64Array): Float64Array => {
  const { start, classes } = columnsOf(tier.intent, 'intent');
  const chances = softmax(raw.subarray(start, start + classes.length), tier.temperatures['intent'] ?? 1);
  return Float64Array.from(classesOf(own), (name) => {
    const chance = chances[classes.indexOf(likeOf(own, name) ?? name)] ?? 0;
    return Math.log(Math.max(chance, 1e-9)) - (isIntent(name) ? 0 : ownBehind);
  });
};

/** The same for a text. */
export const baseScores = (tier: FirstTier, own: OwnIntents, text: string): Float64Array =>
  startingFrom(tier, own, scores(tier.intent, intentFeatures(text)));

/** Adds what the tenant's words say. */
const addLayer = (totals: Float64Array, { table }: TenantLayer, text: string): void => {
  for (const { row, value } of weighedByLayer(table, layerFeatures(text))) {
    totals.forEach((total, column) => {
      const weight = table.weights[row * totals.length + column] ?? 0;
      totals[column] = total + value * weight * (table.scales[column] ?? 0);
    });
  }
};

/**
 * How likely each intent is to this tenant, the built-in ones and its own.
 *
 * @param raw scores of the columns of the intent table for the text
 */
export const tenantChances = (
  tier: FirstTier,
  layer: TenantLayer,
  raw: Float64Array,
  text: string,
): { readonly classes: readonly string[]; readonly chances: Float64Array } => {
  const totals = startingFrom(tier, layer.own, raw);
  addLayer(totals, layer, text);
  return { classes: classesOf(layer.own), chances: softmax(totals) };
};

/** What a text means to this tenant. Without a layer: what the base table says. */
export const tenantMeaning = (tier: TenantTier, text: string): TenantMeaning => {
  const { layer } = tier;
  const own = layer?.own ?? {};
  const totals = baseScores(tier, own, text);
  if (layer !== undefined) addLayer(totals, layer, text);
  const chances = softmax(totals);
  const confidence = Math.max(...chances);
  const intent = classesOf(own)[chances.indexOf(confidence)] ?? 'other_out_of_scope';
  return { intent, like: likeOf(own, intent) ?? 'other_out_of_scope', confidence };
};
