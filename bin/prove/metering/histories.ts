/** Invented cards, agreements and months of ledger lines, by chance: what rating is held against. */
import type { Agreement, AssignedCard } from '../../../functions/core/rating/card/agreement.ts';
import type { RateCard } from '../../../functions/core/rating/card/card.ts';
import type { RatedFact, RatedUnit } from '../../../functions/core/rating/fact.ts';

type Chance = () => number;
const below = (chance: Chance, count: number): number => Math.floor(chance() * count);
const oneOf = <One>(chance: Chance, first: One, ...others: readonly One[]): One =>
  others[below(chance, others.length + 1)] ?? first;
const decimalBelow = (chance: Chance, most: number, digits: number): string =>
  `${String(below(chance, most))}.${String(below(chance, 10 ** digits)).padStart(digits, '0')}`;

export const historyMonth = '2026-11';
const units: readonly RatedUnit[] = ['session', 'verified_resolution', 'translation_characters'];

const tiersOf = (chance: Chance) => {
  const [first, second] = [1 + below(chance, 12), 1 + below(chance, 20)];
  const price = () => decimalBelow(chance, 3, 1 + below(chance, 5));
  return [
    { from: 1, to: first, price: price() },
    { from: first + 1, to: first + second, price: price() },
    { from: first + second + 1, to: null, price: price() },
  ];
};

/** A card that uses everything a card may hold. */
export const inventedCard = (chance: Chance): RateCard => ({
  card: 'invented',
  version: 1,
  title: 'Invented',
  currency: 'USD',
  from: '2026-01-01',
  to: null,
  languages: { tiers: { core: ['es', 'pt'], other: [] }, rest: 'other' },
  channels: { tiers: { market: ['mercado-libre'], own: ['rest'] }, rest: 'own' },
  packages: [
    {
      id: 'base',
      title: 'Base',
      monthly: decimalBelow(chance, 400, 2),
      included: [{ unit: 'session', quantity: 1 + below(chance, 15) }],
    },
  ],
  prices: [
    {
      id: 'brazil',
      unit: 'session',
      per: 1,
      tiering: oneOf(chance, 'graduated', 'volume'),
      tiers: tiersOf(chance),
      when: { market: ['BR'] },
    },
    {
      id: 'session',
      unit: 'session',
      per: oneOf(chance, 1, 10),
      tiering: oneOf(chance, 'graduated', 'volume'),
      tiers: tiersOf(chance),
      when: {},
    },
    {
      id: 'resolution',
      unit: 'verified_resolution',
      per: 1,
      tiering: 'graduated',
      tiers: tiersOf(chance),
      when: {},
    },
    {
      id: 'characters',
      unit: 'translation_characters',
      per: 1000,
      tiering: 'volume',
      tiers: tiersOf(chance),
      when: {},
    },
  ],
  factors: [
    { id: 'pt', dimension: 'language', value: 'other', units: 'all', factor: decimalBelow(chance, 3, 2) },
    {
      id: 'review',
      dimension: 'mode',
      value: 'review',
      units: ['session'],
      factor: decimalBelow(chance, 4, 1),
    },
    { id: 'own', dimension: 'channel', value: 'own', units: ['session'], factor: decimalBelow(chance, 2, 3) },
    { id: 'fast', dimension: 'response', value: 'fast', units: 'all', factor: decimalBelow(chance, 2, 2) },
  ],
  fees: [
    {
      id: 'languages',
      title: 'Languages',
      monthly: decimalBelow(chance, 40, 2),
      when: {},
      addOn: false,
      each: { of: 'language', beyond: 1 },
    },
    {
      id: 'named',
      title: 'Manager',
      monthly: decimalBelow(chance, 90, 2),
      when: { support: ['named'] },
      addOn: false,
      each: null,
    },
    { id: 'crm', title: 'CRM', monthly: decimalBelow(chance, 90, 2), when: {}, addOn: true, each: null },
  ],
  packs: [
    {
      id: 'peak',
      title: 'Peak',
      unit: 'session',
      quantity: 1 + below(chance, 10),
      price: decimalBelow(chance, 50, 2),
    },
  ],
  commitments: [{ id: 'year', monthly: decimalBelow(chance, 900, 2), when: { term: ['year'] } }],
  discounts: [
    {
      id: 'late',
      title: 'Of what is left',
      of: ['usage', 'early'],
      share: `0.${String(below(chance, 99)).padStart(2, '0')}`,
      when: {},
    },
    {
      id: 'early',
      title: 'Early',
      of: ['base', 'usage'],
      share: `0.${String(below(chance, 999)).padStart(3, '0')}`,
      when: { term: ['year'] },
    },
  ],
  promises: [
    {
      id: 'fast',
      seconds: 300,
      share: '0.95',
      credits: [
        { below: '0.95', credit: '0.05' },
        { below: '0.8', credit: '0.333' },
      ],
    },
    { id: 'slow', seconds: 86_400, share: '0.9', credits: [] },
  ],
  trial: { days: 7 },
  taxes: [
    { id: 'iss', title: 'ISS', countries: ['BR'], share: '0.05' },
    {
      id: 'more',
      title: 'More',
      countries: ['BR', 'CL'],
      share: `0.${String(below(chance, 9999)).padStart(4, '0')}`,
    },
  ],
});

const inventedAgreement = (chance: Chance): Agreement => ({
  package: 'base',
  currency: oneOf(chance, 'USD', 'USD', 'BRL', 'CLP', 'KWD'),
  country: oneOf(chance, 'BR', 'CL', 'US'),
  response: oneOf(chance, 'fast', 'slow'),
  term: oneOf(chance, 'month', 'year'),
  security: 'standard',
  support: oneOf(chance, 'standard', 'named'),
  languages: ['es', 'pt', 'en'].slice(0, 1 + below(chance, 3)),
  markets: ['BR'],
  channels: ['rest'],
  addOns: chance() < 0.5 ? ['crm'] : [],
  packs:
    chance() < 0.5
      ? [{ pack: 'peak', count: 1 + below(chance, 2), from: '2026-11-10', to: '2026-11-20' }]
      : [],
  trialFrom: oneOf(chance, null, null, null, '2026-11-01', '2026-10-28'),
  rates: (['BRL', 'CLP', 'KWD'] as const).map((to) => ({
    month: historyMonth,
    to,
    rate: decimalBelow(chance, to === 'CLP' ? 999 : 6, 4),
    source: 'invented',
  })),
});

export const inventedContract = (chance: Chance): AssignedCard => ({
  tenant: 'invented00',
  from: '2026-01-01',
  card: inventedCard(chance),
  agreement: inventedAgreement(chance),
});

/** One line; about one in ten takes another back. */
export const inventedFact = (chance: Chance, index: number): RatedFact => {
  const unit = oneOf(chance, 'session', ...units);
  const taken = chance() < 0.1;
  const size = unit === 'translation_characters' ? 1 + below(chance, 30) : 1;
  return {
    unit,
    source: `f${String(index)}`,
    quantity: taken ? -size : size,
    region: oneOf(chance, 'sa-east-1', 'us-east-1'),
    market: oneOf(chance, 'BR', 'MX', 'US'),
    channel: oneOf(chance, 'mercado-libre', 'rest'),
    language: oneOf(chance, 'es', 'pt', 'fr'),
    mode: oneOf(chance, 'automatic', 'review'),
    module: 'conversation',
    conversation: `c${String(index)}`,
    occurredAt: Date.parse('2026-11-05T00:00:00Z'),
    month: historyMonth,
    day: `2026-11-${String(1 + below(chance, 30)).padStart(2, '0')}`,
    evidence: oneOf(
      chance,
      'buyer_confirmed',
      'answered_from_facts',
      'silence',
      'hand_over',
      'low_rating',
      null,
    ),
    reverses: taken ? `f${String(index - 1)}` : null,
    lateFor: chance() < 0.05 ? '2026-10' : null,
    responseSeconds: chance() < 0.5 ? null : oneOf(chance, 20, 280, 301),
  };
};

export const inventedFacts = (chance: Chance, count: number): readonly RatedFact[] =>
  Array.from({ length: count }, (_, index) => inventedFact(chance, index));
