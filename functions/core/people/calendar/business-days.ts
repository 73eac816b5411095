/** Counts business days: the clock of a marketplace claim. */
import type { Market } from '../../domain/channel.ts';
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import type { CalendarProblem, DeskCalendar, Shift } from './desk-calendar.ts';
import { shiftsOn } from './open-days.ts';
import { dayAt, dayMilliseconds, instantOf, readingAt } from './wall-clock.ts';

/** Capital or largest city: the clock that a marketplace of the country goes by. */
const marketZones = {
  AR: 'America/Argentina/Buenos_Aires',
  BR: 'America/Sao_Paulo',
  CL: 'America/Santiago',
  CO: 'America/Bogota',
  MX: 'America/Mexico_City',
  US: 'America/New_York',
} as const satisfies Record<Market, string>;

const wholeDay: readonly Shift[] = [{ from: '00:00', to: '24:00' }];

/** Monday to Friday in the zone of the country's capital or largest city, holidays or none. */
export const weekdaysOf = (market: Market): DeskCalendar => ({
  timeZone: marketZones[market],
  week: { mon: wholeDay, tue: wholeDay, wed: wholeDay, thu: wholeDay, fri: wholeDay, sat: [], sun: [] },
  holidays: [],
  campaigns: [],
  days: [],
});

/** The same without the national holidays of the country. */
export const marketCalendar = (market: Market): DeskCalendar => ({
  ...weekdaysOf(market),
  holidays: [market],
});

const longestClosed = 400;

/**
 * The same time of day on the `days`-th day after `from` on which the calendar opens; days without a shift do not
 * count, and neither does the day of `from`.
 */
export const addBusinessDays = (
  calendar: DeskCalendar,
  from: Date,
  days: number,
): Outcome<Date, CalendarProblem> => {
  if (days <= 0) return found(from);
  const { timeZone } = calendar;
  const reading = readingAt(from.getTime(), timeZone);
  const first = dayAt(from.getTime(), timeZone);
  let left = days;
  let closedDays = 0;
  for (let day = first + 1; closedDays <= longestClosed; day += 1) {
    const shifts = shiftsOn(calendar, day);
    if (!shifts.ok) return shifts;
    if (shifts.value.length > 0) left -= 1;
    closedDays = shifts.value.length > 0 ? 0 : closedDays + 1;
    if (left === 0) return found(new Date(instantOf(reading + (day - first) * dayMilliseconds, timeZone)));
  }
  return failed({ kind: 'never-open', says: 'the calendar has no business day in 400 days' });
};

/** A claim solved within this does not count against the seller's reputation (developers.mercadolibre, reputation). */
export const claimDays = 2;

/** By when a claim must be solved not to count against the seller: two business days of the buyer's country. */
export const claimDue = (market: Market, openedAt: Date): Outcome<Date, CalendarProblem> =>
  addBusinessDays(marketCalendar(market), openedAt, claimDays);
