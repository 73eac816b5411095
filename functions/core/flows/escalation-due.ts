/** What a case wants done next, and when: one pure answer over the row, the turns, the calendar and the clock. */
import type { CaseStep } from '../domain/escalation.ts';
import type { CaseClocks } from '../people/response-promise.ts';
import { caseTiming } from '../policy/timing.ts';
import { clocksOf, hasNext, lastWordsAt, waitingSince, type CaseStanding } from './case-standing.ts';
import { mayAskForRating } from './rating.ts';

/** `seconds`: how long a wait lasts at the most; 0 for every other step. */
export type Due = { readonly next: CaseStep; readonly seconds: number };

/** Steps that failed for minutes: the case goes on without them until it has waited. */
export type Skipped = ReadonlySet<CaseStep>;

export const ended: Due = { next: 'ended', seconds: 0 };
const now = (next: Exclude<CaseStep, 'wait' | 'look'>): Due => ({ next, seconds: 0 });

const until = (standing: CaseStanding, ...moments: readonly (Date | null)[]): Due => {
  const from = standing.now.getTime();
  const first = Math.min(...moments.flatMap((moment) => moment?.getTime() ?? []));
  // Nothing left but what failed: look again later.
  const seconds = Number.isFinite(first) ? Math.ceil((first - from) / 1000) : 3600;
  return {
    next: 'wait',
    seconds: Math.min(Math.max(seconds, caseTiming.shortestWaitSeconds), caseTiming.longestWaitSeconds),
  };
};

const after = (date: Date, minutes: number): Date => new Date(date.getTime() + minutes * 60_000);

/** A desk that never opens has no clock: then a plain day, so that the case goes on all the same. */
const plainClocks = (since: Date): CaseClocks => ({
  by: after(since, 24 * 60),
  remindAt: [],
  raiseAt: after(since, 24 * 60),
});

/** The same for each route and reminder: people are told of each once. */
export const noticeKey = ({ routes, reminders, overdue }: CaseStanding['escalation']['care']): string =>
  `${String(routes)}#${String(reminders)}${overdue ? '#overdue' : ''}`;

/** The seller's own people, in the shop's own tool: we do not know them by name and cannot tell them anything. */
export const isElsewhere = ({ escalation }: CaseStanding): boolean => escalation.agent === 'elsewhere';

/** Somebody took it whom we had not given it to, or it was given to nobody yet, or it is time to look again. */
const wantsRoute = (standing: CaseStanding): boolean => {
  const { state, agent, care } = standing.escalation;
  if (care.route === null) return true;
  if (state === 'taken' && agent !== null && !isElsewhere(standing)) return agent !== care.route.agent;
  return care.route.agent === null && care.route.again !== null && care.route.again <= standing.now;
};

type Moment = { readonly step: Exclude<CaseStep, 'wait' | 'look'>; readonly at: Date };

/** What a buyer who waits since `since` brings about, in the order in which it is done when its time has come. */
const agenda = (standing: CaseStanding, since: Date): readonly Moment[] => {
  const { care } = standing.escalation;
  const clocked = clocksOf(standing, since);
  const clocks = clocked.ok ? clocked.value : plainClocks(since);
  const promisedBy = care.promisedBy ?? clocks.by;
  const isTold = care.promisedBy !== null && care.waitingSince?.getTime() === since.getTime();
  const again = care.route?.agent === null ? care.route.again : null;
  const raiseAt = clocks.raiseAt < promisedBy ? clocks.raiseAt : promisedBy;
  const reminded = care.remindedAt ?? care.route?.at ?? since;
  const reminder = clocks.remindAt.find((moment) => moment > reminded);
  const notice: readonly Moment[] =
    care.noticed === noticeKey(care) ? [] : [{ step: 'notify', at: care.noticeAt ?? standing.now }];
  if (care.overdue) return [...notice, { step: 'close', at: care.noticeAt ?? standing.now }];
  return [
    ...(wantsRoute(standing) ? [{ step: 'route', at: standing.now } as const] : []),
    ...(isTold ? [] : [{ step: 'tell', at: standing.now } as const]),
    ...notice,
    ...(hasNext(standing.escalation) ? [{ step: 'route', at: raiseAt } as const] : []),
    { step: 'tell', at: promisedBy },
    ...(reminder === undefined ? [] : [{ step: 'remind', at: reminder } as const]),
    ...(again === null ? [] : [{ step: 'route', at: again } as const]),
  ];
};

const whileWaiting = (standing: CaseStanding, since: Date, skipped: Skipped): Due => {
  const wanted = agenda(standing, since).filter(({ step }) => !skipped.has(step));
  const first = wanted.find(({ at }) => at <= standing.now);
  return first === undefined ? until(standing, ...wanted.map(({ at }) => at)) : now(first.step);
};

/** A person has spoken last: after a quiet day the buyer is taken for content. */
const whileQuiet = (standing: CaseStanding, skipped: Skipped): Due => {
  const { escalation, view, settings } = standing;
  if (wantsRoute(standing) && !isElsewhere(standing) && !skipped.has('route')) return now('route');
  const quietAt = after(lastWordsAt(view) ?? escalation.openedAt, settings.quietMinutes);
  return quietAt <= standing.now ? now('close') : until(standing, quietAt);
};

/** `run`: the execution that asks; another one has the case, or it is over: then it ends. */
export const whatIsDue = (
  standing: CaseStanding,
  { run, skipped }: { readonly run: number; readonly skipped: Skipped },
): Due => {
  const { state, care, summaries } = standing.escalation;
  if (care.run !== run || care.watchAt === null) return ended;
  if (state === 'resolved') return now(mayAskForRating(standing) && !skipped.has('rate') ? 'rate' : 'close');
  const since = waitingSince(standing);
  if (since === null) return whileQuiet(standing, skipped);
  if (summaries[standing.settings.locale] === undefined && !skipped.has('summarise')) return now('summarise');
  return whileWaiting(standing, since, skipped);
};
