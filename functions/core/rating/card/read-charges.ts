/** What a card charges or gives beside prices: packages, fees, packs, commitments, discounts, promises, trial, taxes. */
import { exact } from '../money.ts';
import {
  agreedDimensions,
  chargeGroups,
  type BasePackage,
  type CapacityPack,
  type Commitment,
  type Discount,
  type Fee,
  type ResponsePromise,
  type Tax,
  type Trial,
} from './card.ts';
import { readCondition, readIncluded, readUnit, type CardNames } from './read-prices.ts';
import * as read from './reading.ts';
import type { Spot } from './reading.ts';

const listOf = <One extends { readonly id: string }>(
  spot: Spot,
  readOne: (place: Spot) => One,
  what: string,
  atLeast = 0,
): readonly One[] => {
  const places = read.items(spot, atLeast);
  const all = places.map(readOne);
  read.unique(
    places,
    all.map(({ id }) => id),
    what,
  );
  return all;
};

export const readPackages = (spot: Spot): readonly BasePackage[] =>
  listOf(
    spot,
    (place) => {
      const at = read.fields(place, ['id', 'title', 'monthly'], ['included']);
      return {
        id: read.name(at('id')),
        title: read.text(at('title')),
        monthly: read.decimal(at('monthly')),
        included: readIncluded(at('included')),
      };
    },
    'package',
    1,
  );

const readEach = (spot: Spot): Fee['each'] => {
  if (read.isNothing(spot)) return null;
  const at = read.fields(spot, ['of', 'beyond']);
  return {
    of: read.oneOf(at('of'), ['language', 'market', 'channel'] as const, 'thing to count') ?? 'language',
    beyond: read.wholeNumber(at('beyond'), 0),
  };
};

export const readFees = (spot: Spot, names: CardNames): readonly Fee[] =>
  listOf(
    spot,
    (place) => {
      const at = read.fields(place, ['id', 'title', 'monthly'], ['when', 'addOn', 'each']);
      const addOn = at('addOn');
      return {
        id: read.name(at('id')),
        title: read.text(at('title')),
        monthly: read.decimal(at('monthly')),
        when: readCondition(at('when'), agreedDimensions, names),
        addOn: read.isGiven(addOn) && read.truth(addOn),
        each: readEach(at('each')),
      };
    },
    'fee',
  );

export const readPacks = (spot: Spot): readonly CapacityPack[] =>
  listOf(
    spot,
    (place) => {
      const at = read.fields(place, ['id', 'title', 'unit', 'quantity', 'price']);
      return {
        id: read.name(at('id')),
        title: read.text(at('title')),
        unit: readUnit(at('unit')),
        quantity: read.wholeNumber(at('quantity'), 1),
        price: read.decimal(at('price')),
      };
    },
    'pack',
  );

export const readCommitments = (spot: Spot, names: CardNames): readonly Commitment[] =>
  listOf(
    spot,
    (place) => {
      const at = read.fields(place, ['id', 'monthly'], ['when']);
      return {
        id: read.name(at('id')),
        monthly: read.decimal(at('monthly')),
        when: readCondition(at('when'), agreedDimensions, names),
      };
    },
    'commitment',
  );

/** The way from a discount back to itself, or null. */
const circleFrom = (start: string, discounts: readonly Discount[]): readonly string[] | null => {
  const seen = new Set<string>();
  const walk = (id: string, way: readonly string[]): readonly string[] | null => {
    for (const next of discounts.find((one) => one.id === id)?.of ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = walk(next, [...way, next]);
      if (circle !== null) return circle;
    }
    return null;
  };
  return walk(start, [start]);
};

export const readDiscounts = (spot: Spot, names: CardNames): readonly Discount[] => {
  const places = read.items(spot);
  const discounts = listOf(
    spot,
    (place): Discount => {
      const at = read.fields(place, ['id', 'title', 'of', 'share'], ['when']);
      return {
        id: read.name(at('id')),
        title: read.text(at('title')),
        of: read.items(at('of'), 1).map((one) => read.text(one)),
        share: read.share(at('share')),
        when: readCondition(at('when'), agreedDimensions, names),
      };
    },
    'discount',
  );
  const known = new Set<string>([...chargeGroups, ...discounts.map(({ id }) => id)]);
  for (const [index, discount] of discounts.entries()) {
    const place = places[index] ?? spot;
    if (chargeGroups.some((group) => group === discount.id))
      read.blame(place, `"${discount.id}" is the name of a group of charges`);
    for (const of of discount.of)
      if (of !== '' && !known.has(of))
        read.blame(
          place,
          `is of "${of}", which is no group of charges (${chargeGroups.join(', ')}) and no discount`,
        );
    read.unique(
      discount.of.map(() => place),
      discount.of,
      'what it is of:',
    );
    const circle = circleFrom(discount.id, discounts);
    if (circle !== null) read.blame(place, `goes round in a circle: ${circle.join(' → ')}`);
  }
  return discounts;
};

export const readPromises = (spot: Spot): readonly ResponsePromise[] =>
  listOf(
    spot,
    (place) => {
      const at = read.fields(place, ['id', 'seconds', 'share'], ['credits']);
      const promise = {
        id: read.name(at('id')),
        seconds: read.wholeNumber(at('seconds'), 1),
        share: read.share(at('share')),
        credits: [] as const,
      };
      const steps = read.items(at('credits'));
      const credits = steps.map((step) => {
        const of = read.fields(step, ['below', 'credit']);
        return { below: read.share(of('below')), credit: read.share(of('credit')) };
      });
      for (const [index, { below, credit }] of credits.entries()) {
        const step = steps[index] ?? place;
        const before = credits[index - 1];
        if (exact(below).gt(promise.share)) read.blame(step, 'gives a credit although the promise was kept');
        if (before !== undefined && (exact(below).gte(before.below) || exact(credit).lte(before.credit)))
          read.blame(step, 'each step must lie lower and give more than the one before');
      }
      return { ...promise, credits };
    },
    'promise',
  );

export const readTrial = (spot: Spot): Trial | null => {
  if (read.isNothing(spot)) return null;
  const at = read.fields(spot, ['days']);
  return { days: read.wholeNumber(at('days'), 1, 31) };
};

export const readTaxes = (spot: Spot): readonly Tax[] =>
  listOf(
    spot,
    (place) => {
      const at = read.fields(place, ['id', 'title', 'countries', 'share']);
      return {
        id: read.name(at('id')),
        title: read.text(at('title')),
        countries: read.items(at('countries'), 1).map(read.country),
        share: read.share(at('share')),
      };
    },
    'tax',
  );
