/** Rates a month of ledger lines with a card: pure, streaming, the same result whatever the order of the lines. */
import { failed, found, type Outcome } from '../domain/outcome.ts';
import { allocate, type Share } from './allocate.ts';
import { openCounts, openSorter, refusalOf } from './bucket.ts';
import type { RateCard } from './card/card.ts';
import {
  commitmentLines,
  creditLines,
  discountLines,
  fixedCharges,
  isTrialMonth,
  packCharges,
  sumOfLines,
  taxLines,
  type Draft,
} from './charges.ts';
import { isCost, isRatedUnit, ratedUnits, type RatedFact } from './fact.ts';
import { exact, forOne, moneyOf, plain, rounded, sumOf, whole, zero } from './money.ts';
import { pricingOf, type Pricing } from './pricing.ts';
import type { BucketCount, RatedMonth, RatingContext, Refused } from './rated.ts';

/** The statement's currency differs from the card's, and nobody booked a rate for the month. */
export type NoRate = {
  readonly kind: 'no-rate';
  readonly from: string;
  readonly to: string;
  readonly month: string;
};

export type Rating = {
  add(fact: RatedFact): void;
  /** What has been added so far, rated. */
  rated(): RatedMonth;
};

const shownRefusals = 100;

/** Keeps the first by name, so that neither order nor number of lines changes memory or result. */
const openRefusals = () => {
  let first: readonly Refused[] = [];
  let count = 0;
  const nameOf = ({ unit, source }: Refused): string => `${unit}#${source}`;
  return {
    add(refused: Refused): void {
      count += 1;
      const last = first.at(-1);
      if (first.length === shownRefusals && last !== undefined && nameOf(refused) > nameOf(last)) return;
      first = [...first, refused]
        .toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
        .slice(0, shownRefusals);
    },
    all: () => ({ refused: first, refusedCount: count }),
  };
};

const usageLine = (
  { count, priced, coverage, tier, quantity, unitPrice }: Share,
  currency: string,
): Draft => {
  const { bucket } = count;
  const step = tier === null ? undefined : priced?.price.tiers[tier];
  const per = priced?.price.per ?? 1;
  const amount = unitPrice === null ? zero : forOne(unitPrice.times(whole(quantity)), per);
  return {
    group: 'usage',
    of: bucket.price ?? bucket.unit,
    title: null,
    bucket,
    coverage,
    tier: step === undefined ? null : { from: step.from, to: step.to },
    quantity: String(quantity),
    unitPrice: unitPrice === null ? '0' : plain(unitPrice),
    per,
    factors: unitPrice === null ? [] : (priced?.factors ?? []).map(({ id, factor }) => ({ id, factor })),
    amount: plain(rounded(amount, currency)),
  };
};

const usageLines = (
  pricing: Pricing,
  context: RatingContext,
  counts: readonly BucketCount[],
): readonly Draft[] => {
  const own = isTrialMonth(pricing, context.month)
    ? undefined
    : pricing.card.packages.find(({ id }) => id === pricing.agreement.package);
  return ratedUnits.flatMap((unit) => {
    const included = own?.included.find((one) => one.unit === unit)?.quantity ?? 0;
    const shares = allocate(
      pricing,
      unit,
      counts.filter((count) => count.bucket.unit === unit),
      included,
    );
    return shares.map((share) => usageLine(share, context.agreement.currency));
  });
};

const rateIn = (card: RateCard, { agreement, month }: RatingContext) => {
  if (card.currency === agreement.currency) return { rate: exact('1'), booked: null };
  const booked = agreement.rates.find((rate) => rate.to === agreement.currency && rate.month === month);
  return booked === undefined
    ? null
    : { rate: exact(booked.rate), booked: { rate: booked.rate, source: booked.source } };
};

/** Opens the rating of one tenant's month. */
export const openRating = (card: RateCard, context: RatingContext): Outcome<Rating, NoRate> => {
  const exchange = rateIn(card, context);
  if (exchange === null)
    return failed({
      kind: 'no-rate',
      from: card.currency,
      to: context.agreement.currency,
      month: context.month,
    });
  const pricing = pricingOf(card, context.agreement, exchange.rate);
  const sorter = openSorter(card, context);
  const counts = openCounts();
  const refusals = openRefusals();
  const notBilled = new Map<string, number>();
  const priced = new Set(card.prices.map((price) => price.unit));
  const promised = card.promises.find(({ id }) => id === context.agreement.response)?.seconds ?? null;
  let [answers, inTime] = [0, 0];

  const add = (fact: RatedFact): void => {
    const because = refusalOf(fact, context.month);
    if (because !== null) return refusals.add({ unit: fact.unit, source: fact.source, because });
    const { unit } = fact;
    if (!isRatedUnit(unit) || (isCost(unit) && !priced.has(unit))) {
      notBilled.set(unit, (notBilled.get(unit) ?? 0) + fact.quantity);
      return;
    }
    if (fact.responseSeconds !== null && promised !== null) {
      answers += 1;
      if (fact.responseSeconds <= promised) inTime += 1;
    }
    counts.add(sorter.of(fact, unit), fact);
  };

  const rated = (): RatedMonth => {
    const buckets = counts.all();
    const charges = [
      ...fixedCharges(pricing, context),
      ...packCharges(pricing, context),
      ...usageLines(pricing, context, buckets),
    ];
    const discounted = [...charges, ...discountLines(pricing, charges)];
    const committed = [...discounted, ...commitmentLines(pricing, context, discounted)];
    const net = [...committed, ...creditLines(pricing, charges, { answers, inTime })];
    const netSum = sumOf(net.map(({ amount }) => exact(amount)));
    const lines = [...net, ...taxLines(pricing, netSum)];
    const tax = sumOfLines(lines, 'tax');
    const { currency } = context.agreement;
    const inDigits = (value: typeof netSum): string => moneyOf(value, currency).amount;
    return {
      context,
      card,
      rate: exchange.booked,
      lines: lines.map((line, index) => ({
        id: `L${String(index + 1)}`,
        ...line,
        amount: inDigits(exact(line.amount)),
      })),
      buckets,
      notBilled: Object.fromEntries([...notBilled].toSorted(([one], [other]) => (one < other ? -1 : 1))),
      measured: { answers, inTime },
      ...refusals.all(),
      totals: { net: inDigits(netSum), tax: inDigits(tax), total: inDigits(netSum.plus(tax)) },
    };
  };
  return found({ add, rated });
};

/** All lines of a month at once; for long ledgers `openRating` takes them as they are read. */
export const rate = (
  facts: Iterable<RatedFact>,
  card: RateCard,
  context: RatingContext,
): Outcome<RatedMonth, NoRate> => {
  const rating = openRating(card, context);
  if (!rating.ok) return rating;
  for (const fact of facts) rating.value.add(fact);
  return found(rating.value.rated());
};
