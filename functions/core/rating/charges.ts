/** The lines of a statement beside usage: package, fees, packs, commitment, discounts, credits and taxes. */
import { trialDays } from './bucket.ts';
import type { Discount, Fee, ResponsePromise } from './card/card.ts';
import { exact, plain, rounded, sumOf, whole, zero, type Exact } from './money.ts';
import { isAgreed, type Pricing } from './pricing.ts';
import type { Measured, RatedGroup, RatedLine, RatingContext } from './rated.ts';

export type Draft = Omit<RatedLine, 'id'>;

/** Money of a draft as it stands in the statement: rounded. */
export const sumOfLines = (lines: readonly Draft[], ...groups: readonly RatedGroup[]): Exact =>
  sumOf(lines.filter(({ group }) => groups.includes(group)).map(({ amount }) => exact(amount)));

type Simple = {
  readonly group: RatedGroup;
  readonly of: string;
  readonly title: string | null;
  readonly quantity: Exact;
  readonly unitPrice: Exact;
};

/** Quantity by unit price, rounded once. */
export const simpleLine = ({ group, of, title, quantity, unitPrice }: Simple, currency: string): Draft => ({
  group,
  of,
  title,
  bucket: null,
  coverage: null,
  tier: null,
  quantity: plain(quantity),
  unitPrice: plain(unitPrice),
  per: 1,
  factors: [],
  amount: plain(rounded(quantity.times(unitPrice), currency)),
});

const one = whole(1);

/** Whether the free trial touches the month: then package, fees and commitment have not begun. */
export const isTrialMonth = ({ card, agreement }: Pricing, month: string): boolean => {
  const days = trialDays(card, agreement);
  return days !== null && days.first.slice(0, 7) <= month && month <= days.last.slice(0, 7);
};

const timesOf = ({ addOn, each, id, when }: Fee, { agreement }: Pricing): number => {
  if (!isAgreed(when, agreement) || (addOn && !agreement.addOns.includes(id))) return 0;
  if (each === null) return 1;
  const lists = { language: agreement.languages, market: agreement.markets, channel: agreement.channels };
  return Math.max(0, lists[each.of].length - each.beyond);
};

/** Package and fees; none in a month of the trial. */
export const fixedCharges = (pricing: Pricing, { month }: RatingContext): readonly Draft[] => {
  const { card, agreement, rate } = pricing;
  if (isTrialMonth(pricing, month)) return [];
  const base = card.packages
    .filter(({ id }) => id === agreement.package)
    .map(({ id, title, monthly }) =>
      simpleLine(
        { group: 'base', of: id, title, quantity: one, unitPrice: exact(monthly).times(rate) },
        agreement.currency,
      ),
    );
  const fees = card.fees.flatMap((fee) => {
    const times = timesOf(fee, pricing);
    if (times === 0) return [];
    const { id, title, monthly } = fee;
    const unitPrice = exact(monthly).times(rate);
    return [
      simpleLine({ group: 'fee', of: id, title, quantity: whole(times), unitPrice }, agreement.currency),
    ];
  });
  return [...base, ...fees];
};

/** Bought packs, in the month of their days. */
export const packCharges = ({ card, agreement, rate }: Pricing, { month }: RatingContext): readonly Draft[] =>
  agreement.packs
    .filter(({ from }) => from.startsWith(month))
    .flatMap(({ pack, count }) =>
      card.packs
        .filter(({ id }) => id === pack)
        .map(({ id, title, price }) => {
          const unitPrice = exact(price).times(rate);
          return simpleLine(
            { group: 'pack', of: id, title, quantity: whole(count), unitPrice },
            agreement.currency,
          );
        }),
    );

/** Each after those that it is a share of; the card's order otherwise. There are no circles: the card was refused. */
const inOrder = (discounts: readonly Discount[]): readonly Discount[] => {
  const placed: Discount[] = [];
  const place = (discount: Discount): void => {
    if (placed.includes(discount)) return;
    for (const of of discounts.filter(({ id }) => discount.of.includes(id))) place(of);
    placed.push(discount);
  };
  for (const discount of discounts) place(discount);
  return placed;
};

export const discountLines = ({ card, agreement }: Pricing, charges: readonly Draft[]): readonly Draft[] => {
  const lines: Draft[] = [];
  for (const discount of inOrder(card.discounts.filter(({ when }) => isAgreed(when, agreement)))) {
    const { id, title, of, share } = discount;
    const base = sumOf(
      [...charges, ...lines]
        .filter((line) => (line.group === 'discount' ? of.includes(line.of) : of.includes(line.group)))
        .map(({ amount }) => exact(amount)),
    );
    if (base.eq(zero)) continue;
    const unitPrice = exact(share).times('-1');
    lines.push(
      simpleLine({ group: 'discount', of: id, title, quantity: base, unitPrice }, agreement.currency),
    );
  }
  return lines;
};

/** Tops the month up to the greatest commitment that was agreed. */
export const commitmentLines = (
  pricing: Pricing,
  { month }: RatingContext,
  charges: readonly Draft[],
): readonly Draft[] => {
  const { card, agreement, rate } = pricing;
  if (isTrialMonth(pricing, month)) return [];
  const [greatest] = card.commitments
    .filter(({ when }) => isAgreed(when, agreement))
    .map(({ id, monthly }) => ({ id, least: exact(monthly).times(rate) }))
    .toSorted((left, right) => right.least.cmp(left.least) || (left.id < right.id ? -1 : 1));
  if (greatest === undefined) return [];
  const missing = greatest.least.minus(sumOf(charges.map(({ amount }) => exact(amount))));
  if (missing.lte(zero)) return [];
  const line = {
    group: 'commitment',
    of: greatest.id,
    title: null,
    quantity: one,
    unitPrice: missing,
  } as const;
  return [simpleLine(line, agreement.currency)];
};

/** The step that the measured share has fallen to; compared without dividing. */
export const creditShare = (promise: ResponsePromise, { answers, inTime }: Measured): string | null =>
  answers === 0
    ? null
    : (promise.credits.filter(({ below }) => whole(inTime).lt(exact(below).times(whole(answers)))).at(-1)
        ?.credit ?? null);

export const creditLines = (
  { card, agreement }: Pricing,
  charges: readonly Draft[],
  measured: Measured,
): readonly Draft[] => {
  const promise = card.promises.find(({ id }) => id === agreement.response);
  const credit = promise === undefined ? null : creditShare(promise, measured);
  const base = sumOfLines(charges, 'base', 'fee', 'pack', 'usage');
  if (promise === undefined || credit === null || base.lte(zero)) return [];
  const unitPrice = exact(credit).times('-1');
  const line = { group: 'credit', of: promise.id, title: null, quantity: base, unitPrice } as const;
  return [simpleLine(line, agreement.currency)];
};

export const taxLines = ({ card, agreement }: Pricing, net: Exact): readonly Draft[] =>
  net.eq(zero)
    ? []
    : card.taxes
        .filter(({ countries }) => countries.includes(agreement.country))
        .map(({ id, title, share }) =>
          simpleLine(
            { group: 'tax', of: id, title, quantity: net, unitPrice: exact(share) },
            agreement.currency,
          ),
        );
