/** What people who answer buyers cost, where a seller does not say: the yardstick of a quote. */

export const assumedTeam = {
  /** Two shifts for each language. */
  peoplePerLanguage: 2,
  monthlyPerPerson: '6000',
  currency: 'CNY',
  source: 'a seller’s own sum of 2026: 5 languages × 2 people × 6,000 CNY a month',
} as const;

/** Units of US dollar for one of the currency: for comparing in a quote only, never for billing. */
export const roughRates: Readonly<Record<string, string>> = {
  USD: '1',
  CNY: '0.14',
  BRL: '0.18',
  MXN: '0.054',
  EUR: '1.15',
};
export const roughRatesAsOf = '2026-11, rounded';
