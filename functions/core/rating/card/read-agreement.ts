/** What a tenant signed, from outside data, checked against its card; what is left out has the plainest choice. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { isDecimal, exact } from '../money.ts';
import {
  securityLevels,
  supportLevels,
  terms,
  type Agreement,
  type AssignedCard,
  type BookedRate,
  type BoughtPack,
} from './agreement.ts';
import type { RateCard } from './card.ts';
import { cardAt, type Refusal } from './read-card.ts';
import * as read from './reading.ts';
import type { Spot } from './reading.ts';

const optionalFields = [
  'package',
  'currency',
  'country',
  'response',
  'term',
  'security',
  'support',
  'languages',
  'markets',
  'channels',
  'addOns',
  'packs',
  'trialFrom',
  'rates',
];

const chosen = <Value extends string>(
  spot: Spot,
  values: readonly Value[],
  plain: Value,
  what: string,
): Value => (read.isGiven(spot) ? (read.oneOf(spot, values, what) ?? plain) : plain);

const readPack = (spot: Spot, card: RateCard): BoughtPack => {
  const at = read.fields(spot, ['pack', 'count', 'from', 'to']);
  const pack = {
    pack:
      read.oneOf(
        at('pack'),
        card.packs.map(({ id }) => id),
        'pack',
      ) ?? '',
    count: read.wholeNumber(at('count'), 1),
    from: read.day(at('from')),
    to: read.day(at('to')),
  };
  if (pack.from !== '' && pack.to !== '') {
    if (pack.to < pack.from) read.blame(spot, 'ends before it begins');
    else if (pack.from.slice(0, 7) !== pack.to.slice(0, 7))
      read.blame(spot, 'must lie within one month: buy one for each');
  }
  return pack;
};

const readRate = (spot: Spot): BookedRate => {
  const at = read.fields(spot, ['month', 'to', 'rate', 'source']);
  const [month, rate] = [at('month'), at('rate')];
  const value = read.decimal(rate);
  if (isDecimal(value) && exact(value).eq('0') && typeof rate.value === 'string')
    read.blame(rate, 'may not be zero');
  const isMonth = typeof month.value === 'string' && read.monthShape.test(month.value);
  if (!isMonth) read.blame(month, 'a month is wanted, like "2026-11"');
  return {
    month: isMonth && typeof month.value === 'string' ? month.value : '',
    to: read.currency(at('to')),
    rate: value,
    source: read.text(at('source')),
  };
};

const overlap = (one: BoughtPack, other: BoughtPack): boolean => one.from <= other.to && other.from <= one.to;

/** Checked against the card, which may itself hold faults. */
export const agreementAt = (spot: Spot, card: RateCard): Agreement => {
  const given = read.isNothing(spot) ? { ...spot, value: {} } : spot;
  const at = read.fields(given, [], optionalFields);
  const packages = card.packages.map(({ id }) => id);
  const promises = card.promises.map(({ id }) => id);
  // The plainest choice is the slowest promise that the card makes.
  const slowest = card.promises.toSorted((one, other) => other.seconds - one.seconds)[0]?.id;
  const addOns = card.fees.filter((fee) => fee.addOn).map(({ id }) => id);
  const trial = at('trialFrom');
  if (!read.isNothing(trial) && card.trial === null) read.blame(trial, 'the card has no free trial');
  const places = read.items(at('packs'));
  const packs = places.map((place) => readPack(place, card));
  const unitOf = (pack: string): string => card.packs.find(({ id }) => id === pack)?.unit ?? '';
  for (const [index, one] of packs.entries()) {
    const earlier = packs.slice(0, index);
    const place = places[index];
    if (
      place !== undefined &&
      earlier.some((other) => unitOf(other.pack) === unitOf(one.pack) && overlap(one, other))
    )
      read.blame(place, 'overlaps the days of another pack of the same unit: raise its count instead');
  }
  const rates = read.items(at('rates'));
  const booked = rates.map(readRate);
  read.unique(
    rates,
    booked.map(({ month, to }) => `${to} ${month}`),
    'rate of',
  );
  const names = (name: string): readonly string[] => [...new Set(read.items(at(name)).map(read.name))];
  return {
    package: chosen(at('package'), packages, packages[0] ?? '', 'package'),
    currency: read.isGiven(at('currency')) ? read.currency(at('currency')) : card.currency,
    country: read.isGiven(at('country')) ? read.country(at('country')) : 'US',
    response: slowest === undefined ? '' : chosen(at('response'), promises, slowest, 'response promise'),
    term: chosen(at('term'), terms, 'month', 'term'),
    security: chosen(at('security'), securityLevels, 'standard', 'security level'),
    support: chosen(at('support'), supportLevels, 'standard', 'support level'),
    languages: names('languages'),
    markets: names('markets'),
    channels: names('channels'),
    addOns: [...new Set(read.items(at('addOns')).map((one) => read.oneOf(one, addOns, 'add-on') ?? ''))],
    packs,
    trialFrom: read.isNothing(trial) ? null : read.day(trial),
    rates: booked,
  };
};

const tenantShape = /^[a-z0-9]{10}$/;

const assignedAt = (spot: Spot): AssignedCard => {
  const at = read.fields(spot, ['tenant', 'from', 'card'], ['agreement']);
  const tenant = at('tenant');
  const isTenant = typeof tenant.value === 'string' && tenantShape.test(tenant.value);
  if (!isTenant) read.blame(tenant, 'a tenant id is 10 characters of a-z and 0-9');
  const from = read.day(at('from'));
  const card = cardAt(at('card'));
  if (from !== '' && card.from !== '' && (from < card.from || (card.to !== null && from > card.to)))
    read.blame(at('from'), `the card runs from ${card.from} to ${card.to ?? 'an open end'}`);
  return {
    tenant: isTenant && typeof tenant.value === 'string' ? tenant.value : '',
    from,
    card,
    agreement: agreementAt(at('agreement'), card),
  };
};

/** A list of `{tenant, from, card, agreement?}`, as seeds and files hold it. */
export const readAssignedCards = (data: unknown): Outcome<readonly AssignedCard[], Refusal> => {
  const spot = read.startOf(data);
  const places = read.items(spot, 0);
  const cards = places.map(assignedAt);
  read.unique(
    places,
    cards.map(({ tenant, from }) => (tenant === '' ? '' : `${tenant} from ${from}`)),
    'the card of',
  );
  return spot.faults.length === 0 ? found(cards) : failed({ kind: 'refused', faults: spot.faults });
};

/** A month has one card: the one in force on its first day, or else the first that begins in it. */
export const cardFor = (
  cards: readonly AssignedCard[],
  tenant: string,
  month: string,
): AssignedCard | null => {
  const own = cards
    .filter((one) => one.tenant === tenant && (one.card.to === null || one.card.to >= `${month}-01`))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return (
    own.filter((one) => one.from <= `${month}-01`).at(-1) ??
    own.find((one) => one.from.startsWith(month)) ??
    null
  );
};
