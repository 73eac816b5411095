/** When a notice goes out: in the reader's hours, and many as one. */
import { found, type Outcome } from '../../domain/outcome.ts';
import { nextOpening } from '../calendar/business-time.ts';
import type { CalendarProblem, DeskCalendar } from '../calendar/desk-calendar.ts';
import type { Notice } from './notice.ts';

/** Quiet hours are the closed ones: then the next opening, unless it is urgent. */
export const noticeTime = (
  calendar: DeskCalendar,
  at: Date,
  urgent: boolean,
): Outcome<Date, CalendarProblem> => (urgent ? found(at) : nextOpening(calendar, at));

export type DigestRule = { readonly moreThan: number; readonly withinMinutes: number };

/** The robots take twenty messages a minute and group; people take fewer. */
export const standardDigest: DigestRule = { moreThan: 5, withinMinutes: 10 };

export type NoticePlan =
  | { readonly send: 'each' | 'digest'; readonly notices: readonly Notice[] }
  | { readonly send: 'later'; readonly at: Date };

/**
 * What goes out now to one reader, who was sent something at `sentAt`: each notice alone while no more than
 * `moreThan` would fall within `withinMinutes`; else all as one digest, after which the next waits until the span
 * has room again. So no span holds more than `moreThan` and one.
 */
export const planNotices = (
  pending: readonly Notice[],
  sentAt: readonly Date[],
  now: Date,
  { moreThan, withinMinutes }: DigestRule,
): NoticePlan => {
  const span = withinMinutes * 60_000;
  const recent = sentAt.map((at) => at.getTime()).filter((at) => now.getTime() - at < span);
  if (pending.length === 0 || recent.length + pending.length <= moreThan)
    return { send: 'each', notices: pending };
  if (recent.length <= moreThan) return { send: 'digest', notices: pending };
  return { send: 'later', at: new Date(Math.min(...recent) + span) };
};
