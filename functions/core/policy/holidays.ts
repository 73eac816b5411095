/** Whether a day is a public holiday somewhere, out of the table; a year that the table lacks is said, never guessed. */
import {
  isBrazilianState,
  isHolidayCountry,
  type HolidayCountry,
  type HolidayRegion,
} from './holiday-regions.ts';
import { brazilianStateHolidays, nationalHolidays } from './holiday-table.ts';

/** `missing`: the table has no such year. */
export type HolidayAnswer = 'holiday' | 'ordinary' | 'missing';

/** Made on the first question: a Lambda that never asks pays nothing. */
const national = new Map<string, ReadonlySet<string>>();
const states = new Map<string, ReadonlySet<string>>();

const daysOf = (
  kept: Map<string, ReadonlySet<string>>,
  key: string,
  written: string,
): ReadonlySet<string> => {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const days = new Set(written.split(' '));
  kept.set(key, days);
  return days;
};

const isNational = (country: HolidayCountry, day: string): boolean | null => {
  const year = day.slice(0, 4);
  const written = nationalHolidays[country][Number(year)];
  return written === undefined ? null : daysOf(national, `${country}${year}`, written).has(day.slice(5));
};

/** `day` is `YYYY-MM-DD`. */
export const holidayOn = (region: HolidayRegion, day: string): HolidayAnswer => {
  const country = isHolidayCountry(region) ? region : 'BR';
  const known = isNational(country, day);
  if (known === null) return 'missing';
  const state = region.slice(3);
  const isOwn = isBrazilianState(state) && daysOf(states, state, brazilianStateHolidays[state]).has(day);
  return known || isOwn ? 'holiday' : 'ordinary';
};

/** What a person does about a year that the table lacks. */
export const missingHolidays = (year: number): string =>
  `holiday data missing for ${String(year)}: run npm run holidays`;
