/** `npm run holidays`: writes the table of public holidays anew, from the library, for the years that it covers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicDays } from './holidays/public-days.ts';
import { brazilianStates, holidayCountries } from '../functions/core/policy/holiday-regions.ts';
import * as z from 'zod';

const root = join(import.meta.dirname, '..');
const [firstYear = 2025, lastYear = 2031] = process.argv.slice(2).map(Number);
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

const library = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'node_modules/date-holidays/package.json'), 'utf8')));

const short = (day: string): string => day.slice(5);

const country = (region: (typeof holidayCountries)[number]): string => {
  const rows = years.map(
    (year) => `    ${String(year)}: '${publicDays(region, year).map(short).join(' ')}',`,
  );
  return [`  ${region}: {`, ...rows, '  },'].join('\n');
};

/** By federal law the national days hold in every state: only what a state adds is kept. */
const state = (name: (typeof brazilianStates)[number]): string => {
  const own = years.map((year) => {
    const national = new Set(publicDays('BR', year));
    return publicDays(`BR-${name}`, year).filter((day) => !national.has(day));
  });
  return `  ${name}: '${own.flat().join(' ')}',`;
};

const text = `/**
 * Public holidays, written by \`npm run holidays\`: change nothing by hand.
 *
 * From the data of date-holidays ${library.version}, copyright commenthol and contributors, which rests on articles of
 * Wikipedia: CC BY-SA 3.0 by its LICENSE, CC BY 3.0 by its package (https://github.com/commenthol/date-holidays,
 * https://creativecommons.org/licenses/by-sa/3.0/). This table stays under these terms. Made of it: whole public days
 * alone, the children's day of China left out.
 *
 * Not in it: the days that the Chinese State Council moves each year (longer Golden Weeks, and the weekends worked in
 * exchange), bridge days that Argentina decrees by year, days of single cities. A tenant sets those as its own days.
 */
import type { BrazilianState, HolidayCountry } from './holiday-regions.ts';

/** \`MM-DD\` by country and year. */
export const nationalHolidays: Readonly<Record<HolidayCountry, Readonly<Record<number, string>>>> = {
${holidayCountries.map(country).join('\n')}
};

/** \`YYYY-MM-DD\`, for the same years: what a state of Brazil has beside the national days. */
export const brazilianStateHolidays: Readonly<Record<BrazilianState, string>> = {
${brazilianStates.map(state).join('\n')}
};
`;

writeFileSync(join(root, 'functions/core/policy/holiday-table.ts'), text);
console.error(`${String(years.length)} years, from date-holidays ${library.version}`);
