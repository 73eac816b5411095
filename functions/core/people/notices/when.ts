/** When a notice goes out: in the reader's hours, and many as one. */
import type { Outcome } from '../../domain/outcome.ts';
import type { CalendarProblem, DeskCalendar } from '../calendar/desk-calendar.ts';
import type { Notice } from './notice.ts';

const notYet = (): never => {
  throw new Error('not built');
};

/** Quiet hours are the closed ones: then the next opening, unless it is urgent. */
export const noticeTime: (
  calendar: DeskCalendar,
  at: Date,
  urgent: boolean,
) => Outcome<Date, CalendarProblem> = notYet;

export type DigestRule = { readonly moreThan: number; readonly withinMinutes: number };

/**
 * What goes out now of what one reader is to be told, given what was sent to that reader before: each alone, or all
 * as one digest when more than `moreThan` fall within `withinMinutes`; `later` when a digest has just gone out.
 */
export const planNotices: (
  pending: readonly Notice[],
  sentAt: readonly Date[],
  now: Date,
  rule: DigestRule,
) =>
  | { readonly send: 'each' | 'digest'; readonly notices: readonly Notice[] }
  | { readonly send: 'later'; readonly at: Date } = notYet;
