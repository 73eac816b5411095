/** When a schedule is due: `at(…)` in its time zone, `rate(…)` from its start on. Cron is not imitated. */
import { AwsError } from '../../service.ts';
import type { Wish } from './wish.ts';

export type Timing =
  | { readonly kind: 'at'; readonly at: number }
  | {
      readonly kind: 'rate';
      readonly every: number;
      readonly from: number | undefined;
      readonly until: number;
    };

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Times in milliseconds since the epoch.
 * @throws AwsError ValidationException for an expression or time zone that Scheduler does not take
 */
export const timingOf = (wish: Wish): Timing => {
  const text = wish.ScheduleExpression;
  const at = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(text)?.[1];
  if (at !== undefined) return { kind: 'at', at: inTimeZone(text, at, wish.ScheduleExpressionTimezone) };
  const [, value = '', unit = '', plural = ''] =
    /^rate\(([1-9]\d{0,8}) (minute|hour|day)(s?)\)$/.exec(text) ?? [];
  if (!isUnit(unit) || (plural === '') !== (value === '1')) throw invalid(text);
  return {
    kind: 'rate',
    every: Number(value) * units[unit],
    from: wish.StartDate === undefined ? undefined : wish.StartDate * 1000,
    until: (wish.EndDate ?? Number.POSITIVE_INFINITY) * 1000,
  };
};

const isUnit = (text: string): text is keyof typeof units => Object.hasOwn(units, text);

const invalid = (text: string) => new AwsError('ValidationException', `Invalid Schedule Expression ${text}.`);

/**
 * The first occurrence of a schedule made now; undefined when there is none. Without a StartDate a rate begins at
 * once ("Schedule types" in the Scheduler user guide).
 * @throws AwsError ValidationException for times that have passed
 */
export const firstOccurrence = (timing: Timing, wish: Wish, now: number): number | undefined => {
  if (timing.kind === 'at') {
    if (timing.at < now) throw invalid(wish.ScheduleExpression);
    return timing.at;
  }
  const from = timing.from ?? now;
  if (from < now - 5 * units.minute) {
    throw new AwsError(
      'ValidationException',
      'The StartDate you specify cannot be earlier than 5 minutes ago.',
    );
  }
  if (timing.until < now || timing.until < from) {
    throw new AwsError(
      'ValidationException',
      'The EndDate you specify cannot be before the StartDate or in the past.',
    );
  }
  return from;
};

/** The occurrence after this one that still lies ahead: those missed while the machine was off are not made up for. */
export const nextOccurrence = (timing: Timing, previous: number, now: number): number | undefined => {
  if (timing.kind === 'at') return undefined;
  const steps = Math.max(1, Math.floor((now - previous) / timing.every) + 1);
  const next = previous + steps * timing.every;
  return next <= timing.until ? next : undefined;
};

/** The instant at which a wall clock of the time zone shows that local time. */
const inTimeZone = (expression: string, local: string, timeZone: string): number => {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(local)) throw invalid(expression);
  // The offset is that of the instant sought, which the offset of the first guess leads to.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
};

const offsetAt = (instant: number, timeZone: string): number => {
  const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: knownTimeZone(timeZone) });
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - instant;
};

const knownTimeZone = (timeZone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new AwsError('ValidationException', `The time zone you specified is not valid: ${timeZone}.`);
  }
};
