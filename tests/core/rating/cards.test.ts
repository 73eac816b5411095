/** Cards that finance would not want to run are refused, each fault with its path; the running card stays. */
import { describe, expect, it } from 'vitest';
import { minorUnitsOf } from '../../../functions/core/policy/currencies.ts';
import { cardFor, readAssignedCards } from '../../../functions/core/rating/card/read-agreement.ts';
import { adopt, readRateCard, type CardBook } from '../../../functions/core/rating/card/read-card.ts';
import { aCard, exampleCard, faultsOf, plainCard, tenant } from './build.ts';

const session = (tiers: readonly unknown[]) => ({ prices: [{ id: 'session', unit: 'session', tiers }] });

describe('a card', () => {
  it.each(['latam', 'us', 'both'])('of the examples is taken: %s', (name) => {
    expect(readRateCard(exampleCard(name)).ok).toBe(true);
  });

  it.each([
    ['a float', session([{ from: 1, price: 0.1 }]), 'prices.0.tiers.0.price: a number is not exact'],
    ['an exponent', session([{ from: 1, price: '1e-3' }]), 'prices.0.tiers.0.price: a decimal string'],
    [
      'a negative price',
      session([{ from: 1, price: '-0.1' }]),
      'prices.0.tiers.0.price: may not be negative',
    ],
    [
      'a gap',
      session([
        { from: 1, to: 10, price: '1' },
        { from: 12, price: '1' },
      ]),
      'prices.0.tiers.1: leaves a gap: 11 to 11',
    ],
    ['a late start', session([{ from: 2, price: '1' }]), 'prices.0.tiers.0: leaves a gap: 1 to 1'],
    [
      'an overlap',
      session([
        { from: 1, to: 10, price: '1' },
        { from: 10, price: '1' },
      ]),
      'prices.0.tiers.1: overlaps',
    ],
    ['an end', session([{ from: 1, to: 10, price: '1' }]), 'prices.0.tiers: nothing has a price from 11 on'],
    [
      'a tier after the end',
      session([
        { from: 1, price: '1' },
        { from: 5, price: '1' },
      ]),
      'prices.0.tiers.1: comes after',
    ],
    ['no tier', session([]), 'prices.0.tiers: at least 1'],
    [
      'an unknown unit',
      { prices: [{ id: 'a', unit: 'sesion', tiers: [{ from: 1, price: '1' }] }] },
      'prices.0.unit: "sesion" is an unknown unit',
    ],
    ['an unknown currency', { currency: 'BRA' }, 'currency: "BRA" is no currency'],
    ['a day that is none', { from: '2026-02-30' }, 'from: a day is wanted'],
    ['an end before the start', { to: '2025-12-31' }, 'to: ends before it begins'],
    ['a field that nobody reads', { prize: '1' }, 'prize: no such field'],
    ['a missing field', { title: undefined }, 'title: a text'],
    [
      'a share over one',
      { taxes: [{ id: 't', title: 'T', countries: ['BR'], share: '1.01' }] },
      'taxes.0.share: may not be more',
    ],
    [
      'an unknown market',
      { factors: [{ id: 'f', dimension: 'market', value: 'XX', factor: '1' }] },
      'factors.0.value: "XX" is an unknown market',
    ],
    [
      'a tier of languages nobody named',
      { factors: [{ id: 'f', dimension: 'language', value: 'rare', factor: '1' }] },
      'factors.0.value: "rare" is an unknown language',
    ],
    [
      'an odd quantity for a price',
      { prices: [{ id: 'a', unit: 'session', per: 12, tiers: [{ from: 1, price: '1' }] }] },
      'prices.0.per: a power of ten',
    ],
    [
      'a price with holes',
      { prices: [{ id: 'a', unit: 'session', when: { market: ['BR'] }, tiers: [{ from: 1, price: '1' }] }] },
      'prices: no price without condition',
    ],
    [
      'a credit for a kept promise',
      { promises: [{ id: 'p', seconds: 60, share: '0.9', credits: [{ below: '0.95', credit: '0.1' }] }] },
      'promises.0.credits.0: gives a credit although',
    ],
    [
      'a discount of nothing known',
      { discounts: [{ id: 'd', title: 'D', of: ['usages'], share: '0.1' }] },
      'discounts.0: is of "usages"',
    ],
    ['no object', { packages: [7] }, 'packages.0: an object'],
    ['a list for an object', { trial: [] }, 'trial: an object'],
    ['a text for a list', { prices: 'all' }, 'prices: a list'],
  ])('is refused for %s, by path', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([expect.stringContaining(fault)]);
  });

  it('names a circle of discounts from every one of them', () => {
    const discount = (id: string, of: string) => ({ id, title: id, of: [of], share: '0.1' });
    expect(faultsOf({ discounts: [discount('a', 'b'), discount('b', 'c'), discount('c', 'a')] })).toEqual([
      'discounts.0: goes round in a circle: a → b → c → a',
      'discounts.1: goes round in a circle: b → c → a → b',
      'discounts.2: goes round in a circle: c → a → b → c',
    ]);
    expect(faultsOf({ discounts: [discount('a', 'a')] })).toEqual([
      'discounts.0: goes round in a circle: a → a',
    ]);
  });

  it('names all of its faults at once', () => {
    const faults = faultsOf({
      version: 0,
      currency: 'XXX',
      ...session([
        { from: 1, to: 5, price: 0.3 },
        { from: 7, price: '-1' },
      ]),
      factors: [
        { id: 'f', dimension: 'mode', value: 'review', factor: '2' },
        { id: 'f', dimension: 'mode', value: 'review', factor: '3' },
      ],
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'version',
      'currency',
      'prices.0.tiers.1',
      'prices.0.tiers.0.price',
      'prices.0.tiers.1.price',
      'factors.1',
      'factors.1',
    ]);
  });

  it('that is no object at all is refused too', () => {
    for (const data of [null, 'card', 7, [], undefined]) expect(readRateCard(data).ok).toBe(false);
  });

  it('read and written again is the same card', () => {
    for (const name of ['latam', 'us', 'both']) {
      const card = readRateCard(exampleCard(name));
      expect(card.ok && readRateCard(JSON.parse(JSON.stringify(card.value)))).toEqual(card);
    }
  });
});

describe('the book of cards', () => {
  it('keeps what runs when the next version is wrong', () => {
    const book: CardBook = [aCard({ to: '2026-06-30' })];
    const wrong = { ...plainCard, version: 2, from: '2026-06-30', currency: 'USD' };
    const overlapping = adopt(book, wrong);
    expect(overlapping.book).toBe(book);
    expect(overlapping.faults).toEqual([
      { path: 'from', problem: 'overlaps version 1, which runs from 2026-01-01 to 2026-06-30' },
    ]);
    expect(adopt(book, { ...wrong, version: 1, from: '2026-07-01' }).faults).toEqual([
      { path: 'version', problem: 'version 1 of plain is there already' },
    ]);
    expect(adopt(book, { ...wrong, prices: [] }).book).toBe(book);
    expect(adopt(book, { ...wrong, from: '2026-07-01' }).book).toHaveLength(2);
  });
});

describe('the card of a tenant', () => {
  const given = (from: string, change: Readonly<Record<string, unknown>> = {}, agreement: unknown = {}) => ({
    tenant,
    from,
    card: { ...plainCard, ...change },
    agreement,
  });
  const faults = (data: unknown): readonly string[] => {
    const read = readAssignedCards(data);
    return read.ok ? [] : read.problem.faults.map(({ path, problem }) => `${path}: ${problem}`);
  };

  it('is the one in force on the first day of the month', () => {
    const read = readAssignedCards([given('2026-03-15', { version: 2 }), given('2026-01-10')]);
    const cards = read.ok ? read.value : [];
    const version = (month: string) => cardFor(cards, tenant, month)?.card.version;
    expect(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map(version)).toEqual([
      undefined,
      1,
      1,
      1,
      2,
    ]);
  });

  it.each([
    ['a tenant that is none', [{ ...given('2026-01-01'), tenant: 'Luna' }], '0.tenant'],
    ['a start before the card', [given('2025-01-01')], '0.from'],
    ['two cards from one day', [given('2026-01-01'), given('2026-01-01')], '1'],
    ['a fault within the card', [given('2026-01-01', { currency: 'X' })], '0.card.currency'],
    ['an unknown package', [given('2026-01-01', {}, { package: 'gold' })], '0.agreement.package'],
    [
      'a trial that the card has not',
      [given('2026-01-01', {}, { trialFrom: '2026-01-01' })],
      '0.agreement.trialFrom',
    ],
    [
      'a rate of zero',
      [given('2026-01-01', {}, { rates: [{ month: '2026-01', to: 'BRL', rate: '0', source: 's' }] })],
      '0.agreement.rates.0.rate',
    ],
    [
      'a rate as a float',
      [given('2026-01-01', {}, { rates: [{ month: '2026-01', to: 'BRL', rate: 5.4, source: 's' }] })],
      '0.agreement.rates.0.rate',
    ],
  ])('is refused for %s', (_, data, path) => {
    expect(faults(data).map((fault) => fault.split(':')[0])).toEqual([path]);
  });

  it('takes a pack for days of one month only, and none twice', () => {
    const packs = [{ id: 'p', title: 'P', unit: 'session', quantity: 5, price: '1' }];
    const bought = (from: string, to: string) => ({ pack: 'p', count: 1, from, to });
    const withPacks = (...some: readonly unknown[]) =>
      faults([given('2026-01-01', { packs }, { packs: some })]);
    expect(withPacks(bought('2026-11-20', '2026-11-30'))).toEqual([]);
    expect(withPacks(bought('2026-11-20', '2026-12-01'))).toEqual([
      '0.agreement.packs.0: must lie within one month: buy one for each',
    ]);
    expect(withPacks(bought('2026-11-20', '2026-11-25'), bought('2026-11-25', '2026-11-30'))).toEqual([
      '0.agreement.packs.1: overlaps the days of another pack of the same unit: raise its count instead',
    ]);
  });
});

describe('currencies', () => {
  it('have the digits of ISO 4217', () => {
    expect(['USD', 'CLP', 'KWD', 'BRL', 'COP', 'JPY'].map(minorUnitsOf)).toEqual([2, 0, 3, 2, 2, 0]);
    expect(minorUnitsOf('XYZ')).toBeNull();
    expect(minorUnitsOf('usd')).toBeNull();
  });
});
