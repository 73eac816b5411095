/** A second opinion on rating: every single unit is a piece, sorted and priced one by one, in whole numbers. */
import type { AssignedCard } from '../../../functions/core/rating/card/agreement.ts';
import type { Price, RateCard } from '../../../functions/core/rating/card/card.ts';
import type { RatedFact } from '../../../functions/core/rating/fact.ts';
import { compare, none, plus, ratio, rounded, sum, times, written, type Ratio } from './ratios.ts';

const digitsOf = (currency: string): number => ({ CLP: 0, JPY: 0, KWD: 3 })[currency] ?? 2;

type Kind = {
  readonly name: string;
  readonly price: Price | null;
  readonly first: Ratio;
  readonly by: Ratio;
  readonly pack: number;
};

const tier = (names: RateCard['languages'], member: string): string =>
  Object.keys(names.tiers).find((one) => names.tiers[one]?.includes(member) === true) ?? names.rest;

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const kindOf = (fact: RatedFact, { card, agreement }: AssignedCard, rate: Ratio): Kind => {
  const places: Readonly<Record<string, string>> = {
    market: fact.market,
    region: fact.region,
    language: tier(card.languages, fact.language),
    mode: fact.mode,
    module: fact.module,
    channel: tier(card.channels, fact.channel),
    response: agreement.response,
    term: agreement.term,
    security: agreement.security,
    support: agreement.support,
  };
  const price =
    card.prices.find(
      (one) =>
        one.unit === fact.unit &&
        Object.entries(one.when).every(([name, values]) => values.includes(places[name] ?? '')),
    ) ?? null;
  let by = rate;
  for (const factor of card.factors)
    if (
      places[factor.dimension] === factor.value &&
      (factor.units === 'all' || factor.units.some((unit) => unit === fact.unit))
    )
      by = times(by, ratio(factor.factor));
  const bought = agreement.packs.findIndex(
    (one) =>
      card.packs.some(({ id, unit }) => id === one.pack && unit === fact.unit) &&
      one.from <= fact.day &&
      fact.day <= one.to,
  );
  const isTrial =
    agreement.trialFrom !== null &&
    card.trial !== null &&
    agreement.trialFrom <= fact.day &&
    fact.day < daysLater(agreement.trialFrom, card.trial.days);
  const fairly =
    fact.unit === 'verified_resolution' &&
    (['silence', 'hand_over', 'low_rating'].includes(fact.evidence ?? '') ||
      (fact.reverses === null && !['buyer_confirmed', 'answered_from_facts'].includes(fact.evidence ?? '')));
  const free = price === null ? 'unpriced' : isTrial ? 'trial' : fairly ? (fact.evidence ?? 'none') : '';
  const { market, region, language, mode, module, channel } = places;
  const pack = bought === -1 ? '' : String(bought);
  const named = [fact.unit, price?.id, market, region, language, mode, module, channel, pack];
  const single: Ratio = price === null ? none : { n: 1n, d: String(price.per).length - 1 };
  const all = times(by, single);
  return {
    name: [...named, free === 'none' ? 'no_evidence' : free].map((one) => one ?? '').join('|'),
    price: free === '' ? price : null,
    first: times(ratio(price?.tiers[0]?.price ?? '0'), all),
    by: all,
    pack: bought,
  };
};

export type Opinion = {
  /** Amounts of all lines of usage but those of zero, sorted. */
  readonly usage: readonly string[];
  readonly net: string;
  readonly tax: string;
  readonly total: string;
};

type Piece = { readonly kind: Kind; paid: string | null };

const byName = (one: Piece, other: Piece): number =>
  one.kind.name < other.kind.name ? -1 : one.kind.name > other.kind.name ? 1 : 0;

/** Marks what packs and the package cover, then numbers the rest through the tiers; amounts by kind and tier. */
const usageOf = (
  kinds: ReadonlyMap<string, { kind: Kind; quantity: number }>,
  assigned: AssignedCard,
  included: ReadonlyMap<string, number>,
) => {
  const { card, agreement } = assigned;
  const amounts = new Map<string, Ratio>();
  const pay = (kind: Kind, where: string, price: Ratio): void => {
    const name = `${kind.name} ${where}`;
    amounts.set(name, plus(amounts.get(name) ?? none, price));
  };
  const all = [...kinds.values()].filter(({ kind }) => kind.price !== null);
  for (const { kind, quantity } of all)
    for (let back = quantity; back < 0; back += 1) pay(kind, 'back', times(kind.first, { n: -1n, d: 0 }));
  for (const unit of new Set(all.map(({ kind }) => kind.price?.unit ?? ''))) {
    const pieces = all
      .filter(({ kind }) => kind.price?.unit === unit)
      .flatMap(({ kind, quantity }) =>
        Array.from({ length: Math.max(0, quantity) }, (): Piece => ({ kind, paid: null })),
      )
      .toSorted((one, other) => compare(other.kind.first, one.kind.first) || byName(one, other));
    for (const [index, bought] of agreement.packs.entries()) {
      const pack = card.packs.find(({ id }) => id === bought.pack);
      for (let left = (pack?.quantity ?? 0) * bought.count; left > 0; left -= 1) {
        const piece = pieces.find((one) => one.paid === null && one.kind.pack === index);
        if (piece !== undefined) piece.paid = 'pack';
      }
    }
    for (const piece of pieces.filter((one) => one.paid === null).slice(0, included.get(unit) ?? 0))
      piece.paid = 'in';
    for (const price of card.prices.filter((one) => one.unit === unit)) {
      const own = pieces
        .filter((one) => one.paid === null && one.kind.price?.id === price.id)
        .toSorted((one, other) => compare(one.kind.first, other.kind.first) || byName(one, other));
      for (const [index, { kind }] of own.entries()) {
        const at = price.tiering === 'volume' ? own.length : index + 1;
        const step = price.tiers.findIndex(({ from, to }) => from <= at && (to === null || at <= to));
        pay(kind, String(step), times(ratio(price.tiers[step]?.price ?? '0'), kind.by));
      }
    }
  }
  return amounts;
};

/** What the facts cost in the month. Quantities are small: each unit is walked over. */
export const secondOpinion = (
  facts: readonly RatedFact[],
  assigned: AssignedCard,
  month: string,
): Opinion => {
  const { card, agreement } = assigned;
  const booked = agreement.rates.find((one) => one.month === month && one.to === agreement.currency);
  const rate = card.currency === agreement.currency ? ratio('1') : ratio(booked?.rate ?? '0');
  const digits = digitsOf(agreement.currency);
  const line = (amount: Ratio): Ratio => rounded(amount, digits);
  const agreed = (when: Readonly<Record<string, readonly string[] | undefined>>): boolean =>
    (['response', 'term', 'security', 'support'] as const).every(
      (name) => when[name] === undefined || when[name].includes(agreement[name]),
    );
  const inTrial =
    agreement.trialFrom !== null &&
    card.trial !== null &&
    agreement.trialFrom.slice(0, 7) <= month &&
    month <= daysLater(agreement.trialFrom, card.trial.days - 1).slice(0, 7);

  const kinds = new Map<string, { kind: Kind; quantity: number }>();
  for (const fact of facts) {
    const kind = kindOf(fact, assigned, rate);
    const known = kinds.get(kind.name) ?? { kind, quantity: 0 };
    kinds.set(kind.name, { kind, quantity: known.quantity + fact.quantity });
  }
  const own = inTrial ? undefined : card.packages.find(({ id }) => id === agreement.package);
  const included = new Map(own?.included.map(({ unit, quantity }) => [unit, quantity]) ?? []);
  const usage = [...usageOf(kinds, assigned, included).values()].map(line);
  const sums = new Map<string, Ratio>();
  sums.set('usage', sum(usage));
  sums.set('base', own === undefined ? none : line(times(ratio(own.monthly), rate)));
  const fees = card.fees.map((fee) => {
    const counts = { language: agreement.languages, market: agreement.markets, channel: agreement.channels };
    const each = fee.each === null ? 1 : Math.max(0, counts[fee.each.of].length - fee.each.beyond);
    const wanted = agreed(fee.when) && (!fee.addOn || agreement.addOns.includes(fee.id)) && !inTrial;
    return wanted ? line(times(times(ratio(fee.monthly), rate), { n: BigInt(each), d: 0 })) : none;
  });
  sums.set('fee', sum(fees));
  const packs = agreement.packs.map(({ pack, count, from }) => {
    const price = card.packs.find(({ id }) => id === pack)?.price ?? '0';
    return from.startsWith(month) ? line(times(times(ratio(price), rate), { n: BigInt(count), d: 0 })) : none;
  });
  sums.set('pack', sum(packs));
  const before = sum([...sums.values()]);
  const reduced = (id: string): Ratio => {
    const known = sums.get(id);
    if (known !== undefined) return known;
    const discount = card.discounts.find((one) => one.id === id);
    if (discount === undefined || !agreed(discount.when)) return none;
    const result = line(times(sum(discount.of.map(reduced)), times(ratio(discount.share), { n: -1n, d: 0 })));
    sums.set(id, result);
    return result;
  };
  const discounted = plus(before, sum(card.discounts.map(({ id }) => reduced(id))));
  const least = card.commitments
    .filter(({ when }) => agreed(when) && !inTrial)
    .map(({ monthly }) => times(ratio(monthly), rate))
    .reduce<Ratio | null>((most, one) => (most === null || compare(one, most) > 0 ? one : most), null);
  const committed =
    least === null || compare(least, discounted) <= 0
      ? discounted
      : plus(discounted, line(plus(least, times(discounted, { n: -1n, d: 0 }))));
  const promise = card.promises.find(({ id }) => id === agreement.response);
  const answered = facts.filter(({ responseSeconds }) => responseSeconds !== null && promise !== undefined);
  const inTime = answered.filter(({ responseSeconds }) => (responseSeconds ?? 0) <= (promise?.seconds ?? 0));
  const credits = (promise?.credits ?? []).filter(
    ({ below }) =>
      compare({ n: BigInt(inTime.length), d: 0 }, times(ratio(below), { n: BigInt(answered.length), d: 0 })) <
      0,
  );
  const credit = before.n > 0n && answered.length > 0 ? ratio(credits.at(-1)?.credit ?? '0') : none;
  const net = plus(committed, line(times(before, times(credit, { n: -1n, d: 0 }))));
  const taxes = card.taxes
    .filter(({ countries }) => countries.includes(agreement.country))
    .map(({ share }) => line(times(net, ratio(share))));
  const tax = line(sum(taxes));
  return {
    usage: usage
      .map(written)
      .filter((one) => /[1-9]/.test(one))
      .toSorted(),
    net: written(line(net)),
    tax: written(tax),
    total: written(line(plus(net, tax))),
  };
};
