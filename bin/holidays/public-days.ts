/** The public holidays of a country or a Brazilian state as the library `date-holidays` knows them. */
import Holidays from 'date-holidays';
import { isHolidayCountry, type HolidayRegion } from '../../functions/core/policy/holiday-regions.ts';

type Holiday = ReturnType<Holidays['getHolidays']>[number];

/** A whole day in the country's own zone: the half days of China are for women, the young and soldiers. */
const isWholeDay = ({ start, end }: Holiday): boolean =>
  (end.getTime() - start.getTime()) % (24 * 3_600_000) < 2 * 3_600_000;

/** Public by the library's word, and a day off for children alone. */
const forSomeOnly: ReadonlySet<string> = new Set(['CN 06-01']);

const listOf = (region: HolidayRegion): Holidays =>
  isHolidayCountry(region) ? new Holidays(region) : new Holidays('BR', region.slice(3));

/** Days `YYYY-MM-DD` of a year, in order, each once. Of a state: its own list, which may leave national days out. */
export const publicDays = (region: HolidayRegion, year: number): readonly string[] => {
  const days = listOf(region)
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public' && isWholeDay(holiday))
    .map(({ date }) => date.slice(0, 10))
    .filter((day) => !forSomeOnly.has(`${region} ${day.slice(5)}`));
  return [...new Set(days)].toSorted();
};
