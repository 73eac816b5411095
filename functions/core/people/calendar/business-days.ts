/** Counts business days: the clock of a marketplace claim. */
import type { Market } from '../../domain/channel.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { CalendarProblem, DeskCalendar } from './desk-calendar.ts';

const notYet = (): never => {
  throw new Error('not built');
};

/** Monday to Friday without the national holidays, in the zone of the country's capital or largest city. */
export const marketCalendar: (market: Market) => DeskCalendar = notYet;

/**
 * The same time of day on the `days`-th day after `from` on which the calendar opens; days without a shift do not
 * count, and neither does the day of `from`.
 */
export const addBusinessDays: (
  calendar: DeskCalendar,
  from: Date,
  days: number,
) => Outcome<Date, CalendarProblem> = notYet;

/** By when a claim must be solved not to count against the seller: two business days of the buyer's country. */
export const claimDue: (market: Market, openedAt: Date) => Outcome<Date, CalendarProblem> = notYet;
