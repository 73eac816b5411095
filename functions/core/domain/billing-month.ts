/** Months and days in a tenant's own time zone, and the month that a line counts in. */
import { countsFrom, type BookedLine } from './usage.ts';

/** `YYYY-MM`. */
export type Month = string;
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

/** A month closes when this day of the next one begins. */
export const closingDay = 4;

export const monthAfter = (month: Month): Month => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
};

export const monthBefore = (month: Month): Month => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
};

/** Where a line stands in the books. */
export type Place = {
  readonly month: Month;
  /** A day of that month, `YYYY-MM-DD`. */
  readonly day: string;
  /** The month that was closed when the line came; null: it came in time. */
  readonly lateFor: Month | null;
};

export type Calendar = {
  /** `YYYY-MM-DD`. */
  dayOf(moment: Date): string;
  monthOf(moment: Date): Month;
  /** The month's first moment. */
  start(month: Month): Date;
  /** From here on nothing is added to the month: what comes counts in the next one that is open. */
  cut(month: Month): Date;
  place(line: BookedLine): Place;
};

const minute = 60_000;
/** Every zone's offset, and every change of it, falls on a quarter of an hour. */
const quarter = 15 * minute;
/** No zone is further from UTC. */
const furthest = 16 * 60 * minute;

const calendars = new Map<string, Calendar>();

/** The calendar of an IANA time zone; what it found out is kept. Throws RangeError when there is no such zone. */
export const calendarOf = (timeZone: string): Calendar => {
  const calendar = calendars.get(timeZone) ?? newCalendar(timeZone);
  calendars.set(timeZone, calendar);
  return calendar;
};

const newCalendar = (timeZone: string): Calendar => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const days = new Map<number, string>();
  const dayOf = (moment: Date): string => {
    const slot = Math.floor(moment.getTime() / quarter);
    const known = days.get(slot);
    if (known !== undefined) return known;
    const day = format.format(slot * quarter);
    if (days.size > 100_000) days.clear();
    days.set(slot, day);
    return day;
  };
  const monthOf = (moment: Date): Month => dayOf(moment).slice(0, 7);

  /** The first moment whose local day is not before `day`: a day need not begin at midnight where clocks change. */
  const starts = new Map<string, Date>();
  const startOfDay = (day: string): Date => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const midnight = Date.parse(`${day}T00:00:00Z`);
    let before = midnight - furthest;
    let from = midnight + furthest;
    while (from - before > quarter) {
      const middle = before + Math.floor((from - before) / 2 / quarter) * quarter;
      if (dayOf(new Date(middle)) >= day) from = middle;
      else before = middle;
    }
    const start = new Date(from);
    starts.set(day, start);
    return start;
  };
  const start = (month: Month): Date => startOfDay(`${month}-01`);
  const cut = (month: Month): Date =>
    startOfDay(`${monthAfter(month)}-${String(closingDay).padStart(2, '0')}`);

  return {
    dayOf,
    monthOf,
    start,
    cut,
    place(line) {
      const moment = countsFrom(line);
      const own = monthOf(moment);
      let month = own;
      while (line.bookedAt >= cut(month)) month = monthAfter(month);
      if (month === own) return { month, day: dayOf(moment), lateFor: null };
      // Booked in the first days of a month for the one before, which is still open: its last day.
      const last = dayOf(new Date(start(monthAfter(month)).getTime() - quarter));
      const booked = dayOf(line.bookedAt);
      return { month, day: booked < last ? booked : last, lateFor: own };
    },
  };
};
