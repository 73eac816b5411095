/** By when a person answers, as sold: promised minutes of open time by plan and level, and the promise for one case. */
import type { Outcome } from '../domain/outcome.ts';
import type { CalendarProblem, DeskCalendar } from './calendar/desk-calendar.ts';
import type { AgentLevel } from './routing/agent.ts';

const notYet = (): never => {
  throw new Error('not built');
};

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

/** The most particular row wins: plan and level, plan, level, all; without any, `standardPromise`. */
export const promiseFor: (
  rows: readonly ResponsePromise[],
  wanted: { readonly plan: string; readonly level: AgentLevel },
) => ResponsePromise = notYet;

/** The moments of one case. `by` is what is told: rounded up to a time that people say, and still open. */
export type CaseClocks = { readonly by: Date; readonly remindAt: readonly Date[]; readonly raiseAt: Date };

/** `platformDue`: a clock of the platform's (a claim's) that wins where it is sooner; null where there is none. */
export const caseClocks: (
  calendar: DeskCalendar,
  promise: ResponsePromise,
  openedAt: Date,
  platformDue: Date | null,
) => Outcome<CaseClocks, CalendarProblem> = notYet;
