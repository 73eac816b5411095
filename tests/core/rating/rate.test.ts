/** What a seller pays for a month: tiers, packages, packs, fairness, credits, discounts, taxes, currencies. */
import { describe, expect, it } from 'vitest';
import { disagreement } from '../../../bin/prove/metering/rating.ts';
import { rate } from '../../../functions/core/rating/rate.ts';
import { aFact, anAgreement, figures, month, plainCard, rated, tenant } from './build.ts';

const tiers = [
  { from: 1, to: 10, price: '0.30' },
  { from: 11, to: 20, price: '0.20' },
  { from: 21, price: '0.10' },
];
const cardWith = (change: Readonly<Record<string, unknown>>, agreement: unknown = {}) =>
  anAgreement({ ...plainCard, ...change }, agreement);
const sessions = (quantity: number, change: Parameters<typeof aFact>[0] = {}) =>
  aFact({ quantity, ...change });
const usage = (contract: ReturnType<typeof cardWith>, ...facts: readonly ReturnType<typeof aFact>[]) =>
  figures(rated(facts, contract)).filter((line) => line.startsWith('usage'));
const price = (change: Readonly<Record<string, unknown>> = {}) => [
  { id: 's', unit: 'session', tiers, ...change },
];

describe('tiers', () => {
  it.each([
    [10, ['usage tier 10 3.00']],
    [11, ['usage tier 10 3.00', 'usage tier 1 0.20']],
    [21, ['usage tier 10 3.00', 'usage tier 10 2.00', 'usage tier 1 0.10']],
  ])('graduated, each quantity has its own price: %i', (quantity, lines) => {
    expect(usage(cardWith({ prices: price() }), sessions(quantity))).toEqual(lines);
  });

  it.each([
    [10, '3.00'],
    [11, '2.20'],
    [20, '4.00'],
    [21, '2.10'],
  ])('by volume, all have the price that the total reached: %i', (quantity, amount) => {
    expect(usage(cardWith({ prices: price({ tiering: 'volume' }) }), sessions(quantity))).toEqual([
      `usage tier ${String(quantity)} ${amount}`,
    ]);
  });

  it('are filled from the cheapest on, so that the dear ones are in the low tiers', () => {
    const factors = [{ id: 'br', dimension: 'market', value: 'BR', factor: '2' }];
    const contract = cardWith({ prices: price(), factors });
    expect(usage(contract, sessions(10), sessions(10, { market: 'MX' }))).toEqual([
      'usage tier 10 3.00',
      'usage tier 10 4.00',
    ]);
  });
});

describe('a package', () => {
  it('covers the dearest first', () => {
    const packages = [
      { id: 'base', title: 'Base', monthly: '10.00', included: [{ unit: 'session', quantity: 5 }] },
    ];
    const factors = [{ id: 'br', dimension: 'market', value: 'BR', factor: '2' }];
    expect(
      figures(rated([sessions(3), sessions(4, { market: 'MX' })], cardWith({ packages, factors }))),
    ).toEqual(['base 1 10.00', 'usage included 3 0.00', 'usage included 2 0.00', 'usage tier 2 0.20']);
  });

  it('comes after a bought pack, which covers its own days alone', () => {
    const packs = [{ id: 'p', title: 'P', unit: 'session', quantity: 4, price: '1.00' }];
    const packages = [
      { id: 'base', title: 'Base', monthly: '10.00', included: [{ unit: 'session', quantity: 1 }] },
    ];
    const bought = [{ pack: 'p', count: 2, from: '2026-11-20', to: '2026-11-21' }];
    const lines = figures(
      rated(
        [
          sessions(6, { day: '2026-11-20' }),
          sessions(9, { day: '2026-11-21' }),
          sessions(3, { day: '2026-11-22' }),
        ],
        cardWith({ packs, packages }, { packs: bought }),
      ),
    );
    expect(lines).toEqual([
      'base 1 10.00',
      'pack 2 2.00',
      'usage pack 8 0.00',
      'usage included 1 0.00',
      'usage tier 6 0.60',
      'usage tier 3 0.30',
    ]);
  });
});

describe('fairness', () => {
  const resolution = (evidence: string | null) => aFact({ unit: 'verified_resolution', evidence });
  const prices = [{ id: 'r', unit: 'verified_resolution', tiers: [{ from: 1, price: '1.00' }] }];

  it('charges what is proven, and neither silence nor a hand-over nor a low rating', () => {
    const month = rated(
      ['buyer_confirmed', 'answered_from_facts', 'silence', 'hand_over', 'low_rating', null, 'guess'].map(
        resolution,
      ),
      cardWith({ prices }),
    );
    expect(
      month.lines.filter(({ amount }) => amount !== '0.00').map(({ quantity, group }) => [group, quantity]),
    ).toEqual([
      ['base', '1'],
      ['usage', '2'],
    ]);
    expect(
      month.buckets
        .flatMap(({ bucket, quantity }) =>
          bucket.free === null ? [] : [`${bucket.free} ${String(quantity)}`],
        )
        .toSorted(),
    ).toEqual(['hand_over 1', 'low_rating 1', 'no_evidence 2', 'silence 1']);
  });

  it('takes back what was reopened: nothing remains in the same month', () => {
    const reopened = aFact({ unit: 'verified_resolution', quantity: -1, reverses: 'r1' });
    expect(usage(cardWith({ prices }), resolution('buyer_confirmed'), reopened)).toEqual([]);
  });

  it('pays back what was reopened after its month had closed', () => {
    const late = aFact({ unit: 'verified_resolution', quantity: -1, reverses: 'r1', lateFor: '2026-10' });
    const month = rated([late], cardWith({ prices }));
    expect(figures(month)).toEqual(['base 1 10.00', 'usage taken-back -1 -1.00']);
    expect(month.buckets).toMatchObject([{ reversals: 1, late: 1 }]);
  });
});

describe('a month', () => {
  it('is topped up to the commitment after discounts, and credits come after that', () => {
    const contract = cardWith(
      {
        commitments: [{ id: 'c', monthly: '50.00' }],
        discounts: [
          { id: 'second', title: '2', of: ['base', 'first'], share: '0.5' },
          { id: 'first', title: '1', of: ['base'], share: '0.2' },
        ],
        promises: [
          {
            id: 'p',
            seconds: 60,
            share: '0.9',
            credits: [
              { below: '0.9', credit: '0.1' },
              { below: '0.5', credit: '0.3' },
            ],
          },
        ],
        taxes: [{ id: 't', title: 'T', countries: ['BR'], share: '0.05' }],
      },
      { country: 'BR' },
    );
    const answers = [30, 60, 61].map((responseSeconds) =>
      aFact({ unit: 'generated_reply', responseSeconds }),
    );
    const month = rated(answers, contract);
    expect(figures(month)).toEqual([
      'base 1 10.00',
      'discount 10 -2.00',
      'discount 8 -4.00',
      'commitment 1 46.00',
      'credit 10 -1.00',
      'tax 49 2.45',
    ]);
    expect(month.measured).toEqual({ answers: 3, inTime: 2 });
    expect(month.totals).toEqual({ net: '49.00', tax: '2.45', total: '51.45' });
  });

  it('touched by the free trial has neither package nor commitment, and its usage on those days is free', () => {
    const contract = cardWith(
      { trial: { days: 7 }, commitments: [{ id: 'c', monthly: '50.00' }] },
      { trialFrom: '2026-11-05' },
    );
    expect(
      figures(rated([sessions(4, { day: '2026-11-11' }), sessions(3, { day: '2026-11-12' })], contract)),
    ).toEqual(['usage free 4 0.00', 'usage tier 3 0.30']);
    expect(figures(rated([], contract, '2026-12'))).toEqual(['base 1 10.00', 'commitment 1 40.00']);
  });

  it('is rated with the exchange rate that was booked for it, rounded once and half to even', () => {
    const rates = [{ month, to: 'CLP', rate: '950.5', source: 'central bank' }];
    // 10 × 950.5 is 9,505; 0.10 × 5 × 950.5 is 475.25; 0.10 × 10 × 950.5 is 950.5, and 950 is even.
    expect(figures(rated([sessions(5)], cardWith({}, { currency: 'CLP', rates })))).toEqual([
      'base 1 9505',
      'usage tier 5 475',
    ]);
    expect(figures(rated([sessions(10)], cardWith({}, { currency: 'CLP', rates })))).toEqual([
      'base 1 9505',
      'usage tier 10 950',
    ]);
    const { card, agreement } = cardWith({}, { currency: 'BRL', rates });
    expect(rate([], card, { tenant, month, timeZone: 'UTC', agreement })).toEqual({
      ok: false,
      problem: { kind: 'no-rate', from: 'USD', to: 'BRL', month },
    });
  });

  it('keeps every digit until the line is rounded', () => {
    const prices = [
      { id: 's', unit: 'session', per: 1_000_000, tiers: [{ from: 1, price: '0.000000000000000000000001' }] },
    ];
    const [line] = rated([sessions(3)], cardWith({ prices })).lines.slice(1);
    expect(line).toMatchObject({ unitPrice: '0.000000000000000000000001', amount: '0.00' });
    const exactly = [{ id: 's', unit: 'session', per: 10, tiers: [{ from: 1, price: '0.05' }] }];
    expect(usage(cardWith({ prices: exactly }), sessions(1))).toEqual(['usage tier 1 0.00']);
    expect(usage(cardWith({ prices: exactly }), sessions(3))).toEqual(['usage tier 3 0.02']);
  });

  it('says which lines it could not rate, and rates the rest', () => {
    const month = rated(
      [
        sessions(1),
        sessions(1.5, { source: 'half' }),
        sessions(-1, { source: 'below' }),
        sessions(1, { source: 'adds', reverses: 'x' }),
        sessions(1, { source: 'other', month: '2026-10' }),
      ],
      cardWith({}),
    );
    expect(figures(month)).toEqual(['base 1 10.00', 'usage tier 1 0.10']);
    expect(month.refused.map(({ source, because }) => `${source}: ${because}`)).toEqual([
      'adds: a reversal that adds',
      'below: usage below zero',
      'half: its quantity is no whole number',
      'other: it is not of this month',
    ]);
  });

  it('counts what is our own cost, and counts a unit without price beside the lines', () => {
    const month = rated(
      [
        aFact({ unit: 'model_tokens', quantity: 700 }),
        aFact({ unit: 'channel_fee' }),
        aFact({ unit: 'message', quantity: 2 }),
      ],
      cardWith({}),
    );
    expect(month.notBilled).toEqual({ channel_fee: 1, model_tokens: 700 });
    expect(figures(month)).toEqual(['base 1 10.00']);
    expect(month.buckets).toMatchObject([{ bucket: { unit: 'message', free: 'unpriced' }, quantity: 2 }]);
  });
});

describe('prices', () => {
  it('depend on every dimension of the line and of the agreement', () => {
    const factor = (dimension: string, value: string, index: number) => ({
      id: `f${String(index)}`,
      dimension,
      value,
      factor: '2',
    });
    const contract = cardWith(
      {
        languages: { tiers: { core: ['pt'], rare: [] }, rest: 'rare' },
        channels: { tiers: { market: ['mercado-libre'], own: [] }, rest: 'own' },
        promises: [{ id: 'fast', seconds: 300, share: '0.9' }],
        factors: (
          [
            ['market', 'BR'],
            ['region', 'sa-east-1'],
            ['language', 'core'],
            ['mode', 'review'],
            ['module', 'answering'],
            ['channel', 'own'],
            ['response', 'fast'],
            ['term', 'year'],
            ['security', 'certified'],
            ['support', 'named'],
          ] as const
        ).map(([dimension, value], index) => factor(dimension, value, index)),
      },
      { response: 'fast', term: 'year', security: 'certified', support: 'named' },
    );
    // 0.10 doubled ten times.
    expect(usage(contract, aFact({ mode: 'review', module: 'answering' }))).toEqual(['usage tier 1 102.40']);
    expect(
      usage(contract, aFact({ market: 'MX', language: 'fr', channel: 'mercado-libre', region: 'us-east-1' })),
    ).toEqual(['usage tier 1 1.60']);
  });

  it('of the first condition that holds are taken', () => {
    const prices = [
      { id: 'brazil', unit: 'session', when: { market: ['BR'] }, tiers: [{ from: 1, price: '0.50' }] },
      { id: 'rest', unit: 'session', tiers: [{ from: 1, price: '0.10' }] },
    ];
    expect(usage(cardWith({ prices }), sessions(1), sessions(1, { market: 'MX' }))).toEqual([
      'usage tier 1 0.50',
      'usage tier 1 0.10',
    ]);
  });
});

describe('fees', () => {
  it('are for what was agreed, what was added, and each language beyond', () => {
    const fees = [
      { id: 'named', title: 'N', monthly: '5.00', when: { support: ['named'] } },
      { id: 'crm', title: 'C', monthly: '7.00', addOn: true },
      { id: 'languages', title: 'L', monthly: '3.00', each: { of: 'language', beyond: 1 } },
    ];
    expect(figures(rated([], cardWith({ fees })))).toEqual(['base 1 10.00']);
    const agreement = { support: 'named', addOns: ['crm'], languages: ['es', 'pt', 'en'] };
    expect(figures(rated([], cardWith({ fees }, agreement)))).toEqual([
      'base 1 10.00',
      'fee 1 5.00',
      'fee 1 7.00',
      'fee 2 6.00',
    ]);
  });
});

describe('invented histories', () => {
  it.each([1, Date.now()])('agree with a second opinion, whatever the order of lines: seed %i', (seed) => {
    const found = Array.from({ length: 200 }, (_, index) => disagreement(seed + index)).filter(
      (one) => one !== null,
    );
    expect(found).toEqual([]);
  });
});
