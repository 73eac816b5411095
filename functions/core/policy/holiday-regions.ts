/** The countries whose public holidays we know, and the states of Brazil, which have days of their own. */

export const holidayCountries = ['AR', 'BR', 'CL', 'CN', 'CO', 'MX', 'US'] as const;
export type HolidayCountry = (typeof holidayCountries)[number];
export const isHolidayCountry = (text: string): text is HolidayCountry =>
  holidayCountries.some((country) => country === text);

export const brazilianStates = [
  'AC',
  'AL',
  'AM',
  'AP',
  'BA',
  'CE',
  'DF',
  'ES',
  'GO',
  'MA',
  'MG',
  'MS',
  'MT',
  'PA',
  'PB',
  'PE',
  'PI',
  'PR',
  'RJ',
  'RN',
  'RO',
  'RR',
  'RS',
  'SC',
  'SE',
  'SP',
  'TO',
] as const;
export type BrazilianState = (typeof brazilianStates)[number];
export const isBrazilianState = (text: string): text is BrazilianState =>
  brazilianStates.some((state) => state === text);

/** A country, or a state of Brazil: its own days beside the national ones. */
export type HolidayRegion = HolidayCountry | `BR-${BrazilianState}`;
export const holidayRegions: readonly HolidayRegion[] = [
  ...holidayCountries,
  ...brazilianStates.map((state) => `BR-${state}` as const),
];
export const isHolidayRegion = (text: string): text is HolidayRegion =>
  isHolidayCountry(text) || (text.startsWith('BR-') && isBrazilianState(text.slice(3)));
