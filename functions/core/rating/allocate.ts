/**
 * Who pays for what was used: bought packs first, then what the package includes, then the tiers.
 *
 * A pool covers the dearest usage first, and tiers are filled from the cheapest on: both to the seller's good where
 * prices differ by market or language, and both independent of the order in which lines came.
 */
import { whole, type Exact } from './money.ts';
import type { Priced, Pricing } from './pricing.ts';
import type { BucketCount, Coverage } from './rated.ts';
import type { RatedUnit } from './fact.ts';

/** A part of a bucket and how it is paid for; `tier` is a place in the price's tiers. */
export type Share = {
  readonly count: BucketCount;
  readonly priced: Priced | null;
  readonly coverage: Coverage;
  readonly tier: number | null;
  readonly quantity: number;
  /** For one of `per`, exact. */
  readonly unitPrice: Exact | null;
};

type Rest = { readonly count: BucketCount; readonly priced: Priced; quantity: number };

const byKey = (one: Rest, other: Rest): number => (one.count.bucket.key < other.count.bucket.key ? -1 : 1);
/** For one, so that prices for 1 and for 1,000 compare. */
const compare = (one: Rest, other: Rest): number =>
  one.priced.first
    .times(whole(other.priced.price.per))
    .cmp(other.priced.first.times(whole(one.priced.price.per)));
const dearestFirst = (one: Rest, other: Rest): number => compare(other, one) || byKey(one, other);
const cheapestFirst = (one: Rest, other: Rest): number => compare(one, other) || byKey(one, other);

/** Takes what the pool still holds out of the rests, dearest first. */
const cover = (rests: readonly Rest[], pool: number, coverage: Coverage): readonly Share[] => {
  let left = pool;
  return rests.toSorted(dearestFirst).flatMap((rest) => {
    const quantity = Math.min(left, rest.quantity);
    if (quantity <= 0) return [];
    left -= quantity;
    rest.quantity -= quantity;
    return [{ count: rest.count, priced: rest.priced, coverage, tier: null, quantity, unitPrice: null }];
  });
};

const packCover = (pricing: Pricing, rests: readonly Rest[], unit: RatedUnit): readonly Share[] =>
  pricing.agreement.packs.flatMap((bought, index) => {
    const pack = pricing.card.packs.find(({ id }) => id === bought.pack);
    if (pack?.unit !== unit) return [];
    const own = rests.filter(({ count }) => count.bucket.pack === index);
    return cover(own, pack.quantity * bought.count, 'pack');
  });

const graduated = (pricing: Pricing, rests: readonly Rest[]): readonly Share[] => {
  let used = 0;
  return rests.toSorted(cheapestFirst).flatMap((rest) => {
    const shares: Share[] = [];
    for (const [tier, { from, to }] of rest.priced.price.tiers.entries()) {
      const room = to === null ? Infinity : to - Math.max(used, from - 1);
      const quantity = Math.min(room, rest.quantity);
      if (quantity <= 0) continue;
      used += quantity;
      rest.quantity -= quantity;
      const unitPrice = pricing.at(rest.priced, tier);
      shares.push({ count: rest.count, priced: rest.priced, coverage: 'tier', tier, quantity, unitPrice });
    }
    return shares;
  });
};

const byVolume = (pricing: Pricing, rests: readonly Rest[]): readonly Share[] => {
  const total = rests.reduce((sum, { quantity }) => sum + quantity, 0);
  return rests.toSorted(cheapestFirst).flatMap(({ count, priced, quantity }) => {
    const tier = priced.price.tiers.findIndex(({ to }) => to === null || total <= to);
    if (quantity <= 0) return [];
    return [{ count, priced, coverage: 'tier', tier, quantity, unitPrice: pricing.at(priced, tier) }];
  });
};

/** More taken back than used: the price of the first tier goes back. */
const takenBack = (count: BucketCount, priced: Priced): Share => ({
  count,
  priced,
  coverage: 'taken-back',
  tier: 0,
  quantity: count.quantity,
  unitPrice: priced.first,
});

const free = (count: BucketCount): Share => ({
  count,
  priced: null,
  coverage: 'free',
  tier: null,
  quantity: count.quantity,
  unitPrice: null,
});

/** What the card sets no price for is counted beside the lines, not among them. */
const isShownFree = ({ bucket, quantity }: BucketCount): boolean =>
  bucket.free !== null && bucket.free !== 'unpriced' && quantity !== 0;

/** Every part of every bucket of one unit, each once; their quantities add up to the buckets'. */
export const allocate = (
  pricing: Pricing,
  unit: RatedUnit,
  counts: readonly BucketCount[],
  included: number,
): readonly Share[] => {
  const billed = counts.flatMap((count) => {
    const priced = count.bucket.free === null ? pricing.of(count.bucket) : null;
    return priced === null ? [] : [{ count, priced }];
  });
  const rests: readonly Rest[] = billed
    .filter(({ count }) => count.quantity > 0)
    .map(({ count, priced }) => ({ count, priced, quantity: count.quantity }));
  const packed = packCover(pricing, rests, unit);
  const inside = cover(rests, included, 'included');
  const tiers = pricing.card.prices
    .filter((price) => price.unit === unit)
    .flatMap((price) => {
      const own = rests.filter(({ priced }) => priced.price.id === price.id);
      return price.tiering === 'graduated' ? graduated(pricing, own) : byVolume(pricing, own);
    });
  return [
    ...counts.filter(isShownFree).map(free),
    ...packed,
    ...inside,
    ...tiers,
    ...billed.filter(({ count }) => count.quantity < 0).map(({ count, priced }) => takenBack(count, priced)),
  ];
};
