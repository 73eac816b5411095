/** The prices of a card: tiers without gaps, one price that takes the rest of each unit, factors by dimension. */
import { markets } from '../../domain/channel.ts';
import { usageModules } from '../../domain/usage.ts';
import { regions } from '../../policy/regions.ts';
import { ratedUnits, type RatedUnit } from '../fact.ts';
import { securityLevels, supportLevels, terms } from './agreement.ts';
import {
  agreedDimensions,
  lineDimensions,
  type Condition,
  type Dimension,
  type Factor,
  type Included,
  type Price,
  type Tier,
} from './card.ts';
import * as read from './reading.ts';
import type { Spot } from './reading.ts';

/** Names that the card itself gives, and others must keep to. */
export type CardNames = {
  readonly languages: readonly string[];
  readonly channels: readonly string[];
  readonly promises: readonly string[];
};

const valuesOf = (dimension: Dimension, names: CardNames): readonly string[] =>
  ({
    market: markets,
    region: regions,
    language: names.languages,
    mode: ['automatic', 'review', 'human'],
    module: usageModules,
    channel: names.channels,
    response: names.promises,
    term: terms,
    security: securityLevels,
    support: supportLevels,
  })[dimension];

export const readUnit = (spot: Spot): RatedUnit => read.oneOf(spot, ratedUnits, 'unit') ?? 'session';

export const readCondition = <Name extends Dimension>(
  spot: Spot,
  dimensions: readonly Name[],
  names: CardNames,
): Condition<Name> => {
  const condition: Partial<Record<Name, readonly string[]>> = {};
  if (!read.isGiven(spot)) return condition;
  for (const [key, values] of read.entriesAt(spot)) {
    const dimension = dimensions.find((one) => one === key);
    if (dimension === undefined) {
      read.blame(values, `nothing here depends on it: ${dimensions.join(', ')}`);
      continue;
    }
    condition[dimension] = read
      .items(values, 1)
      .map((value) => read.oneOf(value, valuesOf(dimension, names), dimension) ?? '');
  }
  return condition;
};

type Bounds = Pick<Tier, 'from' | 'to'>;

/** From 1 without end, each tier beginning where the one before ended. */
const checkBounds = (spot: Spot, places: readonly Spot[], bounds: readonly Bounds[]): void => {
  let next: number | null = 1;
  for (const [index, { from, to }] of bounds.entries()) {
    const place = places[index] ?? spot;
    if (next === null) read.blame(place, 'comes after a tier without end');
    else if (from > next)
      read.blame(place, `leaves a gap: ${String(next)} to ${String(from - 1)} has no price`);
    else if (from < next) read.blame(place, `overlaps the tier before, which reaches ${String(next - 1)}`);
    if (to !== null && to < from) read.blame(place, 'ends before it begins');
    next = to === null ? null : to + 1;
  }
  if (next !== null && bounds.length > 0) read.blame(spot, `nothing has a price from ${String(next)} on`);
};

const readTiers = (spot: Spot): readonly Tier[] => {
  const places = read.items(spot, 1);
  const tiers = places.map((place) => read.fields(place, ['from', 'price'], ['to']));
  let bounds: readonly Bounds[] = [];
  const clean = read.isClean(spot, () => {
    bounds = tiers.map((at) => ({
      from: read.wholeNumber(at('from'), 1),
      to: read.isNothing(at('to')) ? null : read.wholeNumber(at('to'), 1),
    }));
  });
  if (clean) checkBounds(spot, places, bounds);
  return tiers.map((at, index) => ({
    ...(bounds[index] ?? { from: 1, to: null }),
    price: read.decimal(at('price')),
  }));
};

const powersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

const readPrice = (spot: Spot, names: CardNames): { readonly price: Price; readonly isPlaced: boolean } => {
  const at = read.fields(spot, ['id', 'unit', 'tiers'], ['per', 'tiering', 'when']);
  const [per, tiering] = [at('per'), at('tiering')];
  const many = read.isGiven(per) ? read.wholeNumber(per, 1, 1_000_000) : 1;
  if (!powersOfTen.includes(many)) read.blame(per, 'a power of ten is wanted: 1, 10, 100 …');
  const unit = read.oneOf(at('unit'), ratedUnits, 'unit');
  const price: Price = {
    id: read.name(at('id')),
    unit: unit ?? 'session',
    per: many,
    tiering: read.isGiven(tiering)
      ? (read.oneOf(tiering, ['graduated', 'volume'] as const, 'way of tiers') ?? 'graduated')
      : 'graduated',
    tiers: readTiers(at('tiers')),
    when: readCondition(at('when'), lineDimensions, names),
  };
  return { price, isPlaced: unit !== null };
};

const isUnconditional = (price: Price): boolean => Object.keys(price.when).length === 0;

export const readPrices = (spot: Spot, names: CardNames): readonly Price[] => {
  const places = read.items(spot, 1);
  const prices = places.map((place) => readPrice(place, names));
  read.unique(
    places,
    prices.map(({ price }) => price.id),
    'price',
  );
  const placed = prices.flatMap(({ price, isPlaced }, index) => (isPlaced ? [{ price, index }] : []));
  for (const unit of new Set(placed.map(({ price }) => price.unit))) {
    const own = placed.filter(({ price }) => price.unit === unit);
    const rest = own.findIndex(({ price }) => isUnconditional(price));
    if (rest === -1) read.blame(spot, `no price without condition takes the rest of ${unit}`);
    else
      for (const { index } of own.slice(rest + 1))
        read.blame(
          places[index] ?? spot,
          `is never reached: a price of ${unit} before it takes all the rest`,
        );
  }
  return prices.map(({ price }) => price);
};

const readFactor = (spot: Spot, names: CardNames): Factor => {
  const at = read.fields(spot, ['id', 'dimension', 'value', 'factor'], ['units']);
  const dimension = read.oneOf(at('dimension'), [...lineDimensions, ...agreedDimensions], 'dimension');
  const units = at('units');
  return {
    id: read.name(at('id')),
    dimension: dimension ?? 'market',
    value: dimension === null ? '' : (read.oneOf(at('value'), valuesOf(dimension, names), dimension) ?? ''),
    units: !read.isGiven(units) || units.value === 'all' ? 'all' : read.items(units, 1).map(readUnit),
    factor: read.decimal(at('factor')),
  };
};

export const readFactors = (spot: Spot, names: CardNames): readonly Factor[] => {
  const places = read.items(spot);
  const factors = places.map((place) => readFactor(place, names));
  read.unique(
    places,
    factors.map((factor) => factor.id),
    'factor',
  );
  for (const [index, one] of factors.entries()) {
    const twin = factors
      .slice(0, index)
      .find(
        (other) =>
          other.dimension === one.dimension &&
          other.value === one.value &&
          one.value !== '' &&
          (other.units === 'all' ||
            one.units === 'all' ||
            other.units.some((unit) => one.units.includes(unit))),
      );
    const place = places[index];
    if (twin !== undefined && place !== undefined)
      read.blame(place, `"${twin.id}" multiplies the same units for ${one.dimension} ${one.value} already`);
  }
  return factors;
};

export const readIncluded = (spot: Spot): readonly Included[] => {
  const places = read.items(spot);
  const included = places.map((place) => {
    const at = read.fields(place, ['unit', 'quantity']);
    return { unit: readUnit(at('unit')), quantity: read.wholeNumber(at('quantity'), 1) };
  });
  read.unique(
    places,
    included.map(({ unit }) => unit),
    'unit',
  );
  return included;
};
