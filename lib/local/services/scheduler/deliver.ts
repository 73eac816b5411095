/** Delivers what is due: at least once, over again while the target fails, then to the dead letters or not at all. */
import { randomUUID } from 'node:crypto';
import type { Place } from '../../service.ts';
import { nextOccurrence, timingOf } from './expression.ts';
import type { Delivery, Schedule, Schedules } from './schedules.ts';

/** Calls a target under the schedule's role; rejects when the target did not take it. */
export type Invoke = (targetArn: string, input: string, roleArn: string) => Promise<unknown>;

/** What became of one attempt, for the log. */
export type Attempt = {
  readonly schedule: string;
  readonly attempt: number;
  readonly outcome: 'delivered' | 'failed' | 'dead-letter' | 'lost';
  readonly because?: string;
};

/** Delivers everything due now, each schedule for itself; resolves when all that this call began is over. */
export const delivering = (place: Place, schedules: Schedules, invoke: Invoke) => {
  const underWay = new Set<string>();

  const attempt = async (schedule: Schedule, delivery: Delivery): Promise<Attempt> => {
    const { Target: target } = schedule.wish;
    const numbered = { ...delivery, attempts: delivery.attempts + 1 };
    const input = inputOf(place, schedule, numbered);
    const told = { schedule: schedule.arn, attempt: numbered.attempts };
    const because = await failure(invoke(target.Arn, input, target.RoleArn));
    if (because === undefined) {
      settle(schedule, delivery, []);
      return { ...told, outcome: 'delivered' };
    }
    const retryAt = place.clock() + backoff(numbered.attempts);
    const { MaximumRetryAttempts: retries, MaximumEventAgeInSeconds: age } = target.RetryPolicy;
    if (numbered.attempts <= retries && retryAt <= delivery.scheduledAt + age * 1000) {
      settle(schedule, delivery, [{ ...numbered, retryAt }]);
      return { ...told, outcome: 'failed', because };
    }
    const buried = target.DeadLetterConfig?.Arn;
    const kept = buried !== undefined && (await failure(invoke(buried, input, target.RoleArn))) === undefined;
    settle(schedule, delivery, []);
    return { ...told, outcome: kept ? 'dead-letter' : 'lost', because };
  };

  /** Puts what remains to do in place of the delivery, in the schedule as it is by now. */
  const settle = (schedule: Schedule, delivery: Delivery, remaining: readonly Delivery[]) => {
    const now = schedules.find(schedule);
    if (now === undefined) return;
    const others = now.deliveries.filter(({ scheduledAt }) => scheduledAt !== delivery.scheduledAt);
    const settled = { ...now, deliveries: [...others, ...remaining] };
    const over = settled.nextAt === undefined && settled.deliveries.length === 0;
    if (over && settled.wish.ActionAfterCompletion === 'DELETE') schedules.delete(settled);
    else schedules.keep(settled);
  };

  return async (): Promise<readonly Attempt[]> => {
    const now = place.clock();
    const due = schedules.running().flatMap((schedule) => {
      const opened = opening(schedule, now);
      // Written down before anything is called: a kill meanwhile repeats a delivery and never loses one.
      if (opened !== schedule) schedules.keep(opened);
      return opened.deliveries
        .filter(({ retryAt }) => retryAt <= now)
        .map((delivery) => ({ schedule: opened, delivery, id: `${opened.arn} ${delivery.scheduledAt}` }))
        .filter(({ id }) => !underWay.has(id));
    });
    return Promise.all(
      due.map(async ({ schedule, delivery, id }) => {
        underWay.add(id);
        return attempt(schedule, delivery).finally(() => underWay.delete(id));
      }),
    );
  };
};

/** The schedule with its due occurrence turned into a delivery. */
const opening = (schedule: Schedule, now: number): Schedule => {
  const { nextAt } = schedule;
  if (nextAt === undefined || nextAt > now) return schedule;
  return {
    ...schedule,
    nextAt: nextOccurrence(timingOf(schedule.wish), nextAt, now),
    deliveries: [...schedule.deliveries, { scheduledAt: nextAt, attempts: 0, retryAt: nextAt }],
  };
};

/** AWS documents exponential back-off and no figures; these are ours. */
const backoff = (attempts: number): number => Math.min(2 ** (attempts - 1), 60) * 1000;

const failure = async (call: Promise<unknown>): Promise<string | undefined> => {
  try {
    await call;
    return undefined;
  } catch (error) {
    return String(error);
  }
};

/** The input as wished, its keywords filled ("Adding context attributes"), or the event that Scheduler sends without one. */
const inputOf = (place: Place, { wish, arn }: Schedule, { scheduledAt, attempts }: Delivery): string => {
  const time = new Date(scheduledAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const executionId = randomUUID();
  if (wish.Target.Input !== undefined) {
    return wish.Target.Input.replaceAll('<aws.scheduler.schedule-arn>', arn)
      .replaceAll('<aws.scheduler.scheduled-time>', time)
      .replaceAll('<aws.scheduler.execution-id>', executionId)
      .replaceAll('<aws.scheduler.attempt-number>', String(attempts));
  }
  return JSON.stringify({
    version: '0',
    id: executionId,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: place.account,
    time,
    region: place.region,
    resources: [arn],
    detail: '{}',
  });
};
