/** Counts time in which a desk is open: promises, reminders and what has passed of them. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import type { CalendarProblem, DeskCalendar } from './desk-calendar.ts';
import { spansOn, type Span } from './open-days.ts';
import { dayAt } from './wall-clock.ts';

const minuteMilliseconds = 60_000;
/** Days without any opening after which we stop looking: even a calendar of campaigns opens once a year. */
const longestClosed = 400;

const neverOpen: CalendarProblem = {
  kind: 'never-open',
  says: 'the calendar does not open once in 400 days: give it a shift',
};

type Step = { readonly next: 'go-on' } | { readonly next: 'stop'; readonly at: number };

/**
 * Walks the open spans that end after `from`, in order and cut to begin there at the earliest; a span may meet time
 * that an earlier one covered (a night shift), which is not shown again.
 */
const walk = (
  calendar: DeskCalendar,
  from: number,
  step: (span: Span) => Step,
): Outcome<number, CalendarProblem> => {
  let covered = from;
  let closedDays = 0;
  // A shift of yesterday may last into today.
  for (let day = dayAt(from, calendar.timeZone) - 1; closedDays <= longestClosed; day += 1) {
    const spans = spansOn(calendar, day);
    if (!spans.ok) return spans;
    closedDays = spans.value.length === 0 ? closedDays + 1 : 0;
    for (const { start, end } of spans.value) {
      if (end <= covered) continue;
      const stepped = step({ start: Math.max(start, covered), end });
      if (stepped.next === 'stop') return found(stepped.at);
      covered = end;
    }
  }
  return failed(neverOpen);
};

const asDate = (instant: Outcome<number, CalendarProblem>): Outcome<Date, CalendarProblem> =>
  instant.ok ? found(new Date(instant.value)) : instant;

const goOn: Step = { next: 'go-on' };

/** `at` when it is open, else the next instant at which it opens. */
export const nextOpening = (calendar: DeskCalendar, at: Date): Outcome<Date, CalendarProblem> =>
  asDate(walk(calendar, at.getTime(), ({ start }) => ({ next: 'stop', at: start })));

/** Opening is inside, closing is not. */
export const isOpen = (calendar: DeskCalendar, at: Date): Outcome<boolean, CalendarProblem> => {
  const today = dayAt(at.getTime(), calendar.timeZone);
  for (const day of [today - 1, today]) {
    const spans = spansOn(calendar, day);
    if (!spans.ok) return spans;
    if (spans.value.some(({ start, end }) => start <= at.getTime() && at.getTime() < end)) return found(true);
  }
  return found(false);
};

/** A desk that never closes is looked at for a day and no longer. */
const longestLook = 24 * 60 * minuteMilliseconds;

/** When the open time that holds `at` ends, a day later at the most; `at` itself where it is closed. */
export const closingAfter = (calendar: DeskCalendar, at: Date): Outcome<Date, CalendarProblem> => {
  const instant = at.getTime();
  let closes = instant;
  const walked = walk(calendar, instant, ({ start, end }) => {
    if (start > closes || closes - instant >= longestLook) return { next: 'stop', at: closes };
    closes = end;
    return goOn;
  });
  return asDate(walked);
};

/** The first instant at which `minutes` of open time have passed since `from`; `from` itself for none. */
export const addBusinessTime = (
  calendar: DeskCalendar,
  from: Date,
  minutes: number,
): Outcome<Date, CalendarProblem> => {
  if (!Number.isFinite(minutes)) throw new RangeError(`${String(minutes)} is no count of minutes`);
  let left = minutes * minuteMilliseconds;
  if (left <= 0) return found(from);
  return asDate(
    walk(calendar, from.getTime(), ({ start, end }) => {
      if (left <= end - start) return { next: 'stop', at: start + left };
      left -= end - start;
      return goOn;
    }),
  );
};

/** Open minutes (with fractions) between two instants; 0 when `to` is not after `from`. */
export const businessTimeBetween = (
  calendar: DeskCalendar,
  from: Date,
  to: Date,
): Outcome<number, CalendarProblem> => {
  const end = to.getTime();
  let open = 0;
  const lastDay = dayAt(end, calendar.timeZone);
  let covered = from.getTime();
  for (let day = dayAt(covered, calendar.timeZone) - 1; day <= lastDay; day += 1) {
    const spans = spansOn(calendar, day);
    if (!spans.ok) return spans;
    for (const span of spans.value) {
      const until = Math.min(span.end, end);
      open += Math.max(0, until - Math.max(span.start, covered));
      covered = Math.max(covered, until);
    }
  }
  return found(open / minuteMilliseconds);
};

/** Every `everyMinutes` of open time after `from` and before `until`. */
export const reminderTimes = (
  calendar: DeskCalendar,
  { from, until, everyMinutes }: { readonly from: Date; readonly until: Date; readonly everyMinutes: number },
): Outcome<readonly Date[], CalendarProblem> => {
  const times: Date[] = [];
  if (everyMinutes <= 0) return found(times);
  for (;;) {
    const next = addBusinessTime(calendar, times.at(-1) ?? from, everyMinutes);
    if (!next.ok) return next;
    if (next.value.getTime() >= until.getTime()) return found(times);
    times.push(next.value);
  }
};
