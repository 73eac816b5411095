/** What a seller's answers lead to: card, price and range, AWS beside it, people, and faults by path. */
import { describe, expect, it } from 'vitest';
import { keptRuns } from '../../../bin/finance/counted-runs.ts';
import { readRateCard } from '../../../functions/core/rating/card/read-card.ts';
import { quoteFor } from '../../../functions/core/rating/quote/quote-for.ts';
import { readQuestionnaire } from '../../../functions/core/rating/quote/read-questionnaire.ts';
import { slicesOf } from '../../../functions/core/rating/quote/volume.ts';
import { exampleCard } from './build.ts';

const card = (name: string) => {
  const read = readRateCard(exampleCard(name));
  if (!read.ok) throw new Error(name);
  return read.value;
};
const parts = { cards: { latam: card('latam'), us: card('us'), both: card('both') }, runs: keptRuns().runs };
const answers = {
  markets: ['BR', 'MX'],
  platforms: ['mercado-libre', 'shopee'],
  languages: ['pt', 'es'],
  sessionsPerDay: 200,
  serviceMode: 'automatic',
};
const read = (change: Readonly<Record<string, unknown>> = {}) => readQuestionnaire({ ...answers, ...change });
const quote = (change: Readonly<Record<string, unknown>> = {}) => {
  const asked = read(change);
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem.faults));
  const made = quoteFor(asked.value, parts);
  if (!made.ok) throw new Error(JSON.stringify(made.problem.faults));
  return made.value;
};
const faults = (data: unknown): readonly string[] => {
  const asked = readQuestionnaire(data);
  return asked.ok ? [] : asked.problem.faults.map(({ path }) => path);
};
const price = (change: Readonly<Record<string, unknown>>): number => Number(quote(change).monthly.expected);

describe('a quote', () => {
  it.each([
    [['BR', 'AR'], 'latam'],
    [['US'], 'us'],
    [['US', 'MX'], 'both'],
  ])('recommends the card of the markets %j', (markets, name) => {
    expect(quote({ markets }).card.card).toBe(name);
  });

  it('adds up, and its range holds the expected price', () => {
    const { monthly, breakdown, perSession, sessionsPerMonth } = quote();
    const sum = breakdown.reduce((total, { amount }) => total + Math.round(Number(amount) * 100), 0);
    expect((sum / 100).toFixed(2)).toBe(monthly.expected);
    expect(Number(monthly.low)).toBeLessThanOrEqual(Number(monthly.expected));
    expect(Number(monthly.high)).toBeGreaterThanOrEqual(Number(monthly.expected));
    expect(Number(perSession)).toBeCloseTo(Number(monthly.expected) / sessionsPerMonth, 4);
  });

  it('costs more for people, for quick answers, for more sessions and for certified security', () => {
    expect(price({ serviceMode: 'review' })).toBeGreaterThan(price({}));
    expect(price({ serviceMode: 'human' })).toBeGreaterThan(price({ serviceMode: 'review' }));
    expect(price({ responsePromise: '5m' })).toBeGreaterThan(price({ responsePromise: '24h' }));
    expect(price({ sessionsPerDay: 2000 })).toBeGreaterThan(price({}));
    expect(price({ security: 'certified' })).toBeGreaterThan(price({}));
    expect(price({ existingSystems: ['SAP'] })).toBeGreaterThan(price({}));
  });

  it('takes the package that makes the month cheapest', () => {
    expect(quote({ sessionsPerDay: 20 }).package).toBe('start');
    expect(quote({ sessionsPerDay: 200 }).package).toBe('growth');
  });

  it('stands beside AWS, region by region, unknown prices apart', () => {
    const { aws } = quote({ markets: ['BR', 'US'] });
    expect(aws.map(({ region }) => region)).toEqual(['sa-east-1', 'us-east-1']);
    expect(aws[0]?.unknown).toContain('dynamodb.write');
    expect(aws[1]?.unknown).toEqual([]);
    expect(aws.reduce((sum, { conversations }) => sum + conversations, 0)).toBe(200 * 30);
  });

  it('compares with a team: two people a language at 6,000 CNY where nothing is said', () => {
    const five = quote({ languages: ['pt', 'es', 'en', 'fr', 'de'] });
    expect(five.team).toMatchObject({
      people: 10,
      monthly: '60000.00',
      currency: 'CNY',
      compared: '8400.00',
    });
    expect(Number(five.team.savedMonthly)).toBeCloseTo(8400 * 0.6 - Number(five.monthly.expected), 2);
    const own = quote({ team: { people: 3, monthlyPerPerson: '900.00', currency: 'USD' } });
    expect(own.team).toMatchObject({ monthly: '2700.00', compared: '2700.00' });
  });

  it('says whether the budget holds, and what else could be chosen', () => {
    expect(quote({ budget: { monthly: '10.00', currency: 'USD' } }).budget).toMatchObject({ within: false });
    expect(quote({ budget: { monthly: '99999', currency: 'CNY' } }).budget).toMatchObject({ within: true });
    expect(
      quote({ serviceMode: 'review', responsePromise: '5m' }).alternatives.map(({ choice }) => choice),
    ).toEqual(['a contract of a year', 'the slowest promised response time', 'automatic answers only']);
  });

  it('spreads every session over markets, platforms and languages, and loses none', () => {
    const asked = read({ markets: ['BR', 'MX', 'AR'], languages: ['pt', 'es', 'fr'], sessionsPerDay: 7 });
    const slices = asked.ok ? slicesOf(asked.value, 100) : [];
    expect(slices.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(210);
  });

  it('refuses a promise that no card makes', () => {
    const asked = read({ responsePromise: '10s' });
    const made = asked.ok ? quoteFor(asked.value, parts) : null;
    expect(made).toMatchObject({ ok: false, problem: { faults: [{ path: 'responsePromise' }] } });
  });
});

describe('answers with faults', () => {
  it('are refused, every fault by its path', () => {
    expect(
      faults({
        markets: ['BR', 'XX'],
        platforms: [],
        languages: ['pt', 'portuguese'],
        sessionsPerDay: 0,
        serviceMode: 'robot',
        budget: { monthly: 100, currency: 'USDT' },
        team: { people: 0 },
        shoeSize: 42,
      }),
    ).toEqual([
      'shoeSize',
      'markets.1',
      'platforms',
      'languages.1',
      'sessionsPerDay',
      'serviceMode',
      'budget.monthly',
      'budget.currency',
      'team.monthlyPerPerson',
      'team.currency',
      'team.people',
    ]);
  });

  it.each([null, [], 'BR', 7])('that are no answers are refused: %j', (data) => {
    expect(faults(data).length).toBeGreaterThan(0);
  });

  it('twice the same are refused', () => {
    expect(faults({ ...answers, markets: ['BR', 'BR'] })).toEqual(['markets.1']);
  });
});
