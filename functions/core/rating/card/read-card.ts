/** A rate card from outside data: taken whole, or refused with every fault and its path. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import type { Fault, RateCard, TierNames } from './card.ts';
import {
  readCommitments,
  readDiscounts,
  readFees,
  readPackages,
  readPacks,
  readPromises,
  readTaxes,
  readTrial,
} from './read-charges.ts';
import { readFactors, readPrices, type CardNames } from './read-prices.ts';
import * as read from './reading.ts';
import type { Spot } from './reading.ts';

export type Refusal = { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** One tier for all when the card does not distinguish. */
const oneTier: TierNames = { tiers: { standard: [] }, rest: 'standard' };

const readTierNames = (spot: Spot): TierNames => {
  if (!read.isGiven(spot)) return oneTier;
  const at = read.fields(spot, ['tiers', 'rest']);
  const given = read.entriesAt(at('tiers'));
  const places = given.flatMap(([, place]) => read.items(place));
  const members = places.map(read.name);
  read.unique(places, members, 'name');
  const tiers = Object.fromEntries(
    given.map(([tier, { value }]) => [
      tier,
      Array.isArray(value) ? value.flatMap((one: unknown) => (typeof one === 'string' ? [one] : [])) : [],
    ]),
  );
  const rest = at('rest');
  return { tiers, rest: read.oneOf(rest, Object.keys(tiers), 'tier') ?? '' };
};

const required = ['card', 'version', 'title', 'currency', 'from', 'packages', 'prices'];
const optional = ['to', 'languages', 'channels', 'factors', 'fees', 'packs', 'commitments', 'discounts'];
const further = ['promises', 'trial', 'taxes'];

/** For documents that hold a card: the fallbacks of what was blamed stand in its place. */
export const cardAt = (spot: Spot): RateCard => {
  const at = read.fields(spot, required, [...optional, ...further]);
  const [from, end] = [read.day(at('from')), at('to')];
  const to = read.isNothing(end) ? null : read.day(end);
  if (to !== null && from !== '' && to !== '' && to < from) read.blame(end, 'ends before it begins');
  const languages = readTierNames(at('languages'));
  const channels = readTierNames(at('channels'));
  const promises = readPromises(at('promises'));
  const names: CardNames = {
    languages: Object.keys(languages.tiers),
    channels: Object.keys(channels.tiers),
    promises: promises.map(({ id }) => id),
  };
  return {
    card: read.name(at('card')),
    version: read.wholeNumber(at('version'), 1),
    title: read.text(at('title')),
    currency: read.currency(at('currency')),
    from,
    to,
    languages,
    channels,
    packages: readPackages(at('packages')),
    prices: readPrices(at('prices'), names),
    factors: readFactors(at('factors'), names),
    fees: readFees(at('fees'), names),
    packs: readPacks(at('packs')),
    commitments: readCommitments(at('commitments'), names),
    discounts: readDiscounts(at('discounts'), names),
    promises,
    trial: readTrial(at('trial')),
    taxes: readTaxes(at('taxes')),
  };
};

export const readRateCard = (data: unknown): Outcome<RateCard, Refusal> => {
  const spot = read.startOf(data);
  const card = cardAt(spot);
  return spot.faults.length === 0 ? found(card) : failed({ kind: 'refused', faults: spot.faults });
};

/** The book of cards that runs: versions of a card follow each other and never overlap. */
export type CardBook = readonly RateCard[];

const reaches = (card: RateCard): string => card.to ?? '9999-12-31';

/** What keeps a card out of the book although it is right by itself. */
export const bookFaults = (book: CardBook, card: RateCard): readonly Fault[] =>
  book
    .filter((other) => other.card === card.card)
    .flatMap((other) => [
      ...(other.version === card.version
        ? [{ path: 'version', problem: `version ${String(card.version)} of ${card.card} is there already` }]
        : []),
      ...(card.from <= reaches(other) && other.from <= reaches(card)
        ? [
            {
              path: 'from',
              problem: `overlaps version ${String(other.version)}, which runs from ${other.from} to ${other.to ?? 'an open end'}`,
            },
          ]
        : []),
    ]);

/** The book with the card in it; when anything is wrong, the running book stays as it is. */
export const adopt = (
  book: CardBook,
  data: unknown,
): { readonly book: CardBook; readonly faults: readonly Fault[] } => {
  const outcome = readRateCard(data);
  if (!outcome.ok) return { book, faults: outcome.problem.faults };
  const faults = bookFaults(book, outcome.value);
  return faults.length === 0 ? { book: [...book, outcome.value], faults } : { book, faults };
};
