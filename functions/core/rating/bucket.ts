/** Sorts ledger lines into what is priced alike: memory grows with the kinds of lines, not with their number. */
import { dayAfter } from './calendar.ts';
import type { Agreement } from './card/agreement.ts';
import {
  lineDimensions,
  type Condition,
  type LineDimension,
  type Price,
  type RateCard,
  type TierNames,
} from './card/card.ts';
import { billableEvidence, type RatedFact, type RatedUnit } from './fact.ts';
import type { Bucket, BucketCount, FreeReason, RatingContext } from './rated.ts';

const tierOf = (names: TierNames): ((member: string) => string) => {
  const known = new Map(
    Object.entries(names.tiers).flatMap(([tier, members]) => members.map((member) => [member, tier])),
  );
  return (member) => known.get(member) ?? names.rest;
};

type Places = Readonly<Record<LineDimension, string>>;

const holds = (condition: Condition<LineDimension>, places: Places): boolean =>
  lineDimensions.every((name) => condition[name]?.includes(places[name]) ?? true);

/** The fairness rule: what nobody may be charged for, with the name of the reason. */
const unproven = (fact: RatedFact): FreeReason | null => {
  if (fact.unit !== 'verified_resolution') return null;
  const { evidence } = fact;
  if (evidence === 'silence' || evidence === 'hand_over' || evidence === 'low_rating') return evidence;
  // A reversal names why it takes back, not what had proved the line.
  if (fact.reverses !== null || billableEvidence.some((named) => named === evidence)) return null;
  return 'no_evidence';
};

export type Sorter = {
  /** The bucket of a line of this month. */
  of(fact: RatedFact, unit: RatedUnit): Bucket;
};

/** Days as text compare as days. */
type Days = { readonly first: string; readonly last: string };
const isOn = (day: string, days: Days): boolean => day >= days.first && day <= days.last;

/** The days of the free trial; null without one. */
export const trialDays = (card: RateCard, { trialFrom }: Agreement): Days | null =>
  trialFrom === null || card.trial === null
    ? null
    : { first: trialFrom, last: dayAfter(trialFrom, card.trial.days - 1) };

export const openSorter = (card: RateCard, context: RatingContext): Sorter => {
  const languageTier = tierOf(card.languages);
  const channelTier = tierOf(card.channels);
  const packs = context.agreement.packs.map(({ pack, from, to }) => ({
    unit: card.packs.find(({ id }) => id === pack)?.unit ?? null,
    days: { first: from, last: to },
  }));
  const trial = trialDays(card, context.agreement);
  const known = new Map<string, Bucket>();

  const priceOf = (unit: RatedUnit, places: Places): Price | null =>
    card.prices.find((price) => price.unit === unit && holds(price.when, places)) ?? null;

  return {
    of(fact, unit) {
      const { day } = fact;
      const found = packs.findIndex((pack) => pack.unit === unit && isOn(day, pack.days));
      const pack = found === -1 ? null : found;
      const reason = trial !== null && isOn(day, trial) ? 'trial' : unproven(fact);
      const exactKey = `${unit}|${fact.market}|${fact.region}|${fact.language}|${fact.mode}|${fact.module}|${fact.channel}|${String(pack)}|${String(reason)}`;
      const cached = known.get(exactKey);
      if (cached !== undefined) return cached;
      const places: Places = {
        market: fact.market,
        region: fact.region,
        language: languageTier(fact.language),
        mode: fact.mode,
        module: fact.module,
        channel: channelTier(fact.channel),
      };
      const price = priceOf(unit, places);
      const free = price === null ? 'unpriced' : reason;
      const key = [
        unit,
        price?.id ?? '',
        ...lineDimensions.map((name) => places[name]),
        pack ?? '',
        free ?? '',
      ].join('|');
      const bucket: Bucket = {
        key,
        unit,
        price: price?.id ?? null,
        market: places.market,
        region: places.region,
        languageTier: places.language,
        mode: places.mode,
        module: places.module,
        channelTier: places.channel,
        pack,
        free,
      };
      known.set(exactKey, bucket);
      return bucket;
    },
  };
};

/** What stands against rating a line in this month, or null. */
export const refusalOf = (fact: RatedFact, month: string): string | null => {
  if (!Number.isSafeInteger(fact.quantity)) return 'its quantity is no whole number';
  if (fact.reverses === null ? fact.quantity < 0 : fact.quantity > 0)
    return fact.reverses === null ? 'usage below zero' : 'a reversal that adds';
  return fact.month === month ? null : 'it is not of this month';
};

type Counting = { -readonly [Name in keyof BucketCount]: BucketCount[Name] };

/** Adds lines up by bucket. */
export const openCounts = () => {
  const counts = new Map<string, Counting>();
  return {
    add(bucket: Bucket, fact: RatedFact): void {
      let count = counts.get(bucket.key);
      if (count === undefined) {
        count = { bucket, quantity: 0, lines: 0, reversals: 0, late: 0 };
        counts.set(bucket.key, count);
      }
      count.quantity += fact.quantity;
      count.lines += 1;
      if (fact.reverses !== null) count.reversals += 1;
      if (fact.lateFor !== null) count.late += 1;
    },
    /** By key, so that the order in which lines came leaves no trace. */
    all: (): readonly BucketCount[] =>
      [...counts.values()].toSorted((one, other) => (one.bucket.key < other.bucket.key ? -1 : 1)),
  };
};
