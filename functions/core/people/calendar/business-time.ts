/** Counts time in which a desk is open: promises, reminders and what has passed of them. */
import type { Outcome } from '../../domain/outcome.ts';
import type { CalendarProblem, DeskCalendar } from './desk-calendar.ts';

const notYet = (): never => {
  throw new Error('not built');
};

/** Opening is inside, closing is not. */
export const isOpen: (calendar: DeskCalendar, at: Date) => Outcome<boolean, CalendarProblem> = notYet;

/** `at` when it is open, else the next instant at which it opens. */
export const nextOpening: (calendar: DeskCalendar, at: Date) => Outcome<Date, CalendarProblem> = notYet;

/** The first instant at which `minutes` of open time have passed since `from`; `from` itself for none. */
export const addBusinessTime: (
  calendar: DeskCalendar,
  from: Date,
  minutes: number,
) => Outcome<Date, CalendarProblem> = notYet;

/** Open minutes (with fractions) between two instants; 0 when `to` is not after `from`. */
export const businessTimeBetween: (
  calendar: DeskCalendar,
  from: Date,
  to: Date,
) => Outcome<number, CalendarProblem> = notYet;

/** Every `everyMinutes` of open time after `from` and before `until`. */
export const reminderTimes: (
  calendar: DeskCalendar,
  between: { readonly from: Date; readonly until: Date; readonly everyMinutes: number },
) => Outcome<readonly Date[], CalendarProblem> = notYet;
