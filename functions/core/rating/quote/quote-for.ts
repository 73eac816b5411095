/** Turns a seller's answers into a quote: the card, the cheapest package, the price, AWS beside it, and people. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { regions, type Region } from '../../policy/regions.ts';
import { assumedTeam, roughRates, roughRatesAsOf } from '../../policy/team.ts';
import { awsCost, type CountedRun } from '../aws-cost.ts';
import type { Agreement } from '../card/agreement.ts';
import type { RateCard } from '../card/card.ts';
import type { Refusal } from '../card/read-card.ts';
import { exact, moneyOf, whole, zero, type Exact } from '../money.ts';
import { rate } from '../rate.ts';
import type { RatedMonth } from '../rated.ts';
import type { StatementLocale } from '../statement/statement.ts';
import { statementOf } from '../statement/statement-of.ts';
import type { Questionnaire, Quote, Range } from './quote.ts';
import * as volume from './volume.ts';

export type QuoteParts = {
  readonly cards: Readonly<Record<'latam' | 'us' | 'both', RateCard>>;
  readonly runs: Readonly<Record<Region, CountedRun>>;
};

type Choice = { readonly card: RateCard; readonly agreement: Agreement };

const cardFor = ({ cards }: QuoteParts, { markets }: Questionnaire): RateCard => {
  if (markets.every((market) => market === 'US')) return cards.us;
  return markets.includes('US') ? cards.both : cards.latam;
};

/** The slowest promise that is quick enough; null when the card has none. */
const promiseFor = (card: RateCard, seconds: number): string | null =>
  card.promises
    .filter((promise) => promise.seconds <= seconds)
    .toSorted((one, other) => other.seconds - one.seconds)[0]?.id ?? null;

const agreementFor = (card: RateCard, answers: Questionnaire, response: string): Agreement => ({
  package: '',
  currency: card.currency,
  country: answers.country,
  response,
  term: answers.term,
  security: answers.security,
  support: answers.support,
  languages: answers.languages,
  markets: answers.markets,
  channels: answers.platforms,
  addOns:
    answers.existingSystems.length === 0
      ? []
      : card.fees.filter(({ addOn, id }) => addOn && id === 'crm-sync').map(({ id }) => id),
  packs: [],
  trialFrom: null,
  rates: [],
});

const rated = ({ card, agreement }: Choice, answers: Questionnaire, percent: number): RatedMonth => {
  const facts = volume.factsOf(answers, volume.slicesOf(answers, percent));
  const context = { tenant: 'quote', month: volume.quoteMonth, timeZone: 'UTC', agreement };
  const month = rate(facts, card, context);
  // The agreement is in the card's own currency: no rate can be missing.
  if (!month.ok) throw new Error(month.problem.kind);
  return month.value;
};

const totalOf = (choice: Choice, answers: Questionnaire, percent: number): Exact =>
  exact(rated(choice, answers, percent).totals.total);

/** The package with the lowest expected price. */
const cheapest = (card: RateCard, answers: Questionnaire, response: string): Choice => {
  const choices = card.packages.map(({ id }): Choice => ({
    card,
    agreement: { ...agreementFor(card, answers, response), package: id },
  }));
  const priced = choices.map((choice) => ({ choice, total: totalOf(choice, answers, 100) }));
  const [best] = priced.toSorted((one, other) => one.total.cmp(other.total));
  if (best === undefined) throw new Error('a card has a package');
  return best.choice;
};

/** Rounded to the currency; null when nobody says what one is in the other. */
const converted = (amount: Exact, from: string, to: string): Exact | null => {
  const [one, other] = [roughRates[from], roughRates[to]];
  if (from === to) return amount;
  return one === undefined || other === undefined ? null : amount.times(one).div(other);
};

const awsBeside = (answers: Questionnaire, { runs }: QuoteParts): Quote['aws'] => {
  const slices = volume.slicesOf(answers, 100);
  return regions.flatMap((region) => {
    const conversations = slices
      .filter(({ market }) => volume.regionOf(market) === region)
      .reduce((sum, { sessions }) => sum + sessions, 0);
    if (conversations === 0) return [];
    const { knownUsd, assumedUsd, unknown } = awsCost(region, runs[region], conversations);
    return [{ region, conversations, knownUsd, assumedUsd, unknown }];
  });
};

const beside = (answers: Questionnaire, monthly: Exact, currency: string): Quote['team'] => {
  const people = answers.team?.people ?? answers.languages.length * assumedTeam.peoplePerLanguage;
  const own = answers.team?.currency ?? assumedTeam.currency;
  const cost = exact(answers.team?.monthlyPerPerson ?? assumedTeam.monthlyPerPerson).times(whole(people));
  const compared = converted(cost, own, currency);
  const relieved = volume.relievedPercent[answers.serviceMode];
  const saved = compared?.times(whole(relieved)).times('0.01').minus(monthly) ?? null;
  return {
    people,
    monthly: moneyOf(cost, own).amount,
    currency: own,
    compared: compared === null ? 'unknown' : moneyOf(compared, currency).amount,
    relieved: `${String(relieved)} %`,
    savedMonthly: saved === null ? 'unknown' : moneyOf(saved, currency).amount,
    returnOnCost: saved === null || monthly.lte(zero) ? 'unknown' : saved.div(monthly).round(2, 2).toFixed(2),
  };
};

const budgetOf = ({ budget }: Questionnaire, monthly: Exact, currency: string): Quote['budget'] => {
  if (budget === null) return null;
  const most = converted(exact(budget.monthly), budget.currency, currency);
  if (most === null) return { ...budget, within: false, left: 'unknown' };
  return { ...budget, within: monthly.lte(most), left: moneyOf(most.minus(monthly), currency).amount };
};

const alternatives = (card: RateCard, answers: Questionnaire): Quote['alternatives'] => {
  const slowest = Math.max(...card.promises.map(({ seconds }) => seconds));
  const changes: readonly (readonly [string, Partial<Questionnaire>])[] = [
    ['a contract of a year', { term: 'year' }],
    ['the slowest promised response time', { responseSeconds: slowest }],
    ['automatic answers only', { serviceMode: 'automatic' }],
    ['every answer approved by a person', { serviceMode: 'review' }],
  ];
  return changes.flatMap(([choice, change]) => {
    const changed = { ...answers, ...change };
    const response = promiseFor(card, changed.responseSeconds);
    const isOther = Object.entries(change).some(([name, value]) =>
      Object.entries(answers).some(([own, known]) => own === name && known !== value),
    );
    if (!isOther || response === null) return [];
    const total = totalOf(cheapest(card, changed, response), changed, 100);
    return [{ choice, monthly: moneyOf(total, card.currency).amount }];
  });
};

const reasons = ({ card, agreement }: Choice, answers: Questionnaire): readonly string[] => [
  `markets ${answers.markets.join(', ')}: the card "${card.card}"`,
  `package "${agreement.package}" has the lowest price for ${String(answers.sessionsPerDay)} sessions a day`,
  `response within ${String(answers.responseSeconds)} s: the promise "${agreement.response}"`,
  ...(agreement.addOns.length > 0
    ? [`${answers.existingSystems.join(', ')}: ${agreement.addOns.join(', ')}`]
    : []),
  answers.historyMonths > 0
    ? `${String(answers.historyMonths)} months of old conversations: accuracy can be measured on them before the start`
    : 'no old conversations: accuracy is measured in the free trial',
];

const assumptions = (answers: Questionnaire): readonly string[] => [
  `${String(volume.daysInMonth)} days a month; low ${String(volume.spread.low)} %, high ${String(volume.spread.high)} % of the sessions`,
  'sessions are spread evenly over markets and platforms',
  `each language that no market speaks has ${String(volume.otherLanguagePercent)} % of the sessions`,
  `${String(volume.resolvedPercent[answers.serviceMode])} % of sessions end as a verified resolution, ${String(volume.repliesPerSession)} replies a session`,
  `a team is relieved of ${String(volume.relievedPercent[answers.serviceMode])} % of its work`,
  ...(answers.team === null ? [`people: ${assumedTeam.source}`] : []),
  `currencies are compared at rough rates (${roughRatesAsOf}); an invoice is never computed with them`,
  'AWS: from counted calls of a local run; prices that are not known in a region are left out of the known sum',
];

/** Refuses, by path, what no card can promise. */
export const quoteFor = (
  answers: Questionnaire,
  parts: QuoteParts,
  locale: StatementLocale = 'en',
): Outcome<Quote, Refusal> => {
  const card = cardFor(parts, answers);
  const response = promiseFor(card, answers.responseSeconds);
  if (response === null) {
    const offered = card.promises.map(({ id }) => id).join(', ');
    const problem = `no promise of the card "${card.card}" is that quick: ${offered}`;
    return failed({ kind: 'refused', faults: [{ path: 'responsePromise', problem }] });
  }
  const choice = cheapest(card, answers, response);
  const { currency } = card;
  const total = (percent: number) => totalOf(choice, answers, percent);
  const expected = total(volume.spread.expected);
  const money = (amount: Exact): string => moneyOf(amount, currency).amount;
  const monthly: Range = {
    low: money(total(volume.spread.low)),
    expected: money(expected),
    high: money(total(volume.spread.high)),
  };
  const sessions = answers.sessionsPerDay * volume.daysInMonth;
  const { agreement } = choice;
  const month = statementOf({ rated: rated(choice, answers, 100), number: null, locale, before: null });
  return found({
    card: { card: card.card, version: card.version, title: card.title },
    package: agreement.package,
    agreement: {
      response: agreement.response,
      term: agreement.term,
      security: agreement.security,
      support: agreement.support,
      addOns: agreement.addOns,
    },
    because: reasons(choice, answers),
    currency,
    sessionsPerMonth: sessions,
    monthly,
    perSession: expected.div(whole(sessions)).round(4, 2).toFixed(4),
    breakdown: month.lines,
    peers: month.peers,
    aws: awsBeside(answers, parts),
    team: beside(answers, expected, currency),
    budget: budgetOf(answers, expected, currency),
    alternatives: alternatives(card, answers),
    assumptions: assumptions(answers),
  });
};
