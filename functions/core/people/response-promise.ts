/** By when a person answers, as sold: promised minutes of open time by plan and level, and the clocks of one case. */
import { found, type Outcome } from '../domain/outcome.ts';
import { addBusinessTime, closingAfter, reminderTimes } from './calendar/business-time.ts';
import type { CalendarProblem, DeskCalendar } from './calendar/desk-calendar.ts';
import type { AgentLevel } from './routing/agent.ts';

/** JSON as it stands: a row of the tenants table. All times are minutes in which the desk is open. */
export type ResponsePromise = {
  /** Name of the plan that a tenant has; `*` for every plan. */
  readonly plan: string;
  readonly level: AgentLevel | '*';
  /** Until a person has answered. */
  readonly answerMinutes: number;
  /** Between two reminders of whoever has the case. */
  readonly remindMinutes: number;
  /** Until the case is raised to the next level. */
  readonly raiseMinutes: number;
};

/** For a tenant that has set none. */
export const standardPromise: ResponsePromise = {
  plan: '*',
  level: '*',
  answerMinutes: 60,
  remindMinutes: 15,
  raiseMinutes: 30,
};

/** The most particular row wins: plan and level, plan, level, all; without any, `standardPromise`. */
export const promiseFor = (
  rows: readonly ResponsePromise[],
  { plan, level }: { readonly plan: string; readonly level: AgentLevel },
): ResponsePromise => {
  const weight = (row: ResponsePromise): number => (row.plan === '*' ? 0 : 2) + (row.level === '*' ? 0 : 1);
  return rows
    .filter((row) => (row.plan === '*' || row.plan === plan) && (row.level === '*' || row.level === level))
    .reduce((best, row) => (weight(row) >= weight(best) ? row : best), standardPromise);
};

/** The moments of one case. `by` is what is told: rounded to a time that people say, and still open. */
export type CaseClocks = { readonly by: Date; readonly remindAt: readonly Date[]; readonly raiseAt: Date };

const minuteMilliseconds = 60_000;
/** Tried in order: the half hour, five minutes, the minute. */
const roundings = [30, 5, 1] as const;

/** A time that people say, not before `at`, while the desk is still open; `at` where closing comes first. */
const saidAfter = (calendar: DeskCalendar, at: Date): Outcome<Date, CalendarProblem> => {
  // Closing time itself is inside the time that is promised: look from just before.
  const closes = closingAfter(calendar, new Date(at.getTime() - 1));
  if (!closes.ok) return closes;
  const rounded = roundings.map((minutes) => {
    const step = minutes * minuteMilliseconds;
    return new Date(Math.ceil(at.getTime() / step) * step);
  });
  return found(rounded.find((one) => one <= closes.value) ?? at);
};

/** A time that people say, not after a clock that is not ours to move, nor before the case. */
const saidBefore = (due: Date, openedAt: Date): Date => {
  const rounded = roundings.map((minutes) => {
    const step = minutes * minuteMilliseconds;
    return new Date(Math.floor(due.getTime() / step) * step);
  });
  return rounded.find((one) => one > openedAt) ?? due;
};

/** `platformDue`: a clock of the platform's (a claim's) that wins where it is sooner; null where there is none. */
export const caseClocks = (
  calendar: DeskCalendar,
  promise: ResponsePromise,
  openedAt: Date,
  platformDue: Date | null,
): Outcome<CaseClocks, CalendarProblem> => {
  const exact = addBusinessTime(calendar, openedAt, promise.answerMinutes);
  if (!exact.ok) return exact;
  const own = saidAfter(calendar, exact.value);
  if (!own.ok) return own;
  const by = platformDue !== null && platformDue < own.value ? saidBefore(platformDue, openedAt) : own.value;
  const raiseAt = addBusinessTime(calendar, openedAt, promise.raiseMinutes);
  if (!raiseAt.ok) return raiseAt;
  const remindAt = reminderTimes(calendar, {
    from: openedAt,
    until: by,
    everyMinutes: promise.remindMinutes,
  });
  return remindAt.ok ? found({ by, remindAt: remindAt.value, raiseAt: raiseAt.value }) : remindAt;
};
