/** Lambdas that run by the clock: scheduled AWS::Events::Rule, and AWS::Scheduler::Schedule with cron(). */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock, Permission, Provider, Provisioned, Resource } from '../service.ts';
import type { Background } from './background.ts';
import type { FunctionConfig } from './function-config.ts';
import { readSchedule } from './schedule-expression.ts';
import type { Times } from './schedule-expression.ts';

export type Schedules = Provider & {
  /** Looks at the clock and starts what is due; called by a timer, and by tests after they moved the clock. */
  readonly tick: () => void;
  start(): void;
  close(): void;
};

export type SchedulesOptions = {
  readonly region: string;
  readonly account: string;
  readonly clock: Clock;
  readonly find: (nameOrArn: string) => FunctionConfig | undefined;
  readonly invoke: Background['invoke'];
  /** Keeps the schedules with rate() and at(), which survive a restart there; without it they run here. */
  readonly scheduler: Provider | undefined;
  /** Whether a role may; and whether an AWS service may invoke (AWS::Lambda::Permission). */
  readonly allowed: (roleArn: string, permission: Permission) => boolean;
  readonly permits: (functionArn: string, service: string, sourceArn: string) => boolean;
  /** Told of a run that could not be started. */
  readonly onProblem: (problem: string) => void;
};

type Entry = {
  readonly arn: string;
  readonly times: Times;
  readonly target: FunctionConfig;
  readonly event: (at: number) => string;
  /** Why it may not run, if so: asked at each run, since permissions are made after schedules. */
  readonly refusal: () => string | undefined;
  /** Milliseconds since the epoch up to which was looked. */
  lookedUntil: number;
  running: boolean;
};

const scheduleShape = z.object({
  Name: z.string().optional(),
  GroupName: z.string().default('default'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().optional() }),
});

const ruleShape = z.object({
  Name: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ScheduleExpression: z.string('only scheduled rules are imitated'),
  Targets: z.array(
    z.object({
      Arn: z.string(),
      Input: z.string().optional(),
      InputPath: z.undefined('InputPath is not imitated').optional(),
      InputTransformer: z.undefined('InputTransformer is not imitated').optional(),
    }),
  ),
});

/** Timer period; AWS starts a schedule within a minute of its time. */
const tickMs = 250;
/** A clock that jumps further (a machine that slept) makes up for one run, not for all. */
const longestLookBackMs = 7 * 24 * 60 * 60 * 1000;

export const openSchedules = (options: SchedulesOptions): Schedules => {
  const entries: Entry[] = [];
  let timer: NodeJS.Timeout | undefined;

  const target = (arn: string): FunctionConfig => {
    const found = options.find(arn);
    if (found === undefined) throw new Error(`only Lambdas can be targets here, and none is ${arn}`);
    return found;
  };

  const add = (entry: Omit<Entry, 'lookedUntil' | 'running'>) =>
    entries.push({ ...entry, lookedUntil: options.clock(), running: false });

  const makeSchedule = ({ stack, logicalId, properties }: Resource): Provisioned => {
    const shape = scheduleShape.parse(properties);
    const name = shape.Name ?? `${stack}-${logicalId}`;
    const arn = `arn:aws:scheduler:${options.region}:${options.account}:schedule/${shape.GroupName}/${name}`;
    const { Arn, RoleArn, Input } = shape.Target;
    const found = target(Arn);
    const times = readSchedule(shape.ScheduleExpression, shape.ScheduleExpressionTimezone);
    const permission = { action: 'lambda:InvokeFunction', resource: found.arn };
    if (shape.State === 'ENABLED')
      add({
        arn,
        times,
        target: found,
        event: (at) =>
          Input === undefined ? cloudEvent('aws.scheduler', '{}', arn, at) : filled(Input, arn, at),
        refusal: () =>
          options.allowed(RoleArn, permission) ? undefined : `${RoleArn} may not invoke ${found.arn}`,
      });
    return { ref: name, attributes: { Arn: arn } };
  };

  const makeRule = ({ stack, logicalId, properties }: Resource): Provisioned => {
    const shape = ruleShape.parse(properties);
    const name = shape.Name ?? `${stack}-${logicalId}`;
    const arn = `arn:aws:events:${options.region}:${options.account}:rule/${name}`;
    const times = readSchedule(shape.ScheduleExpression);
    for (const { Arn, Input } of shape.State === 'ENABLED' ? shape.Targets : []) {
      const found = target(Arn);
      add({
        arn,
        times,
        target: found,
        event: (at) => Input ?? cloudEvent('aws.events', {}, arn, at),
        refusal: () =>
          options.permits(found.arn, 'events.amazonaws.com', arn)
            ? undefined
            : `${arn} may not invoke ${found.arn}`,
      });
    }
    return { ref: name, attributes: { Arn: arn } };
  };

  const cloudEvent = (source: string, detail: unknown, arn: string, at: number): string =>
    JSON.stringify({
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source,
      account: options.account,
      time: isoSeconds(at),
      region: options.region,
      resources: [arn],
      detail,
    });

  /** A run that still goes is not joined by a second one; the next time is the next chance. */
  const run = async (entry: Entry, at: number) => {
    const refusal = entry.refusal();
    if (refusal !== undefined) return options.onProblem(refusal);
    const accepted = options.invoke(entry.target.name, entry.event(at));
    if (accepted.kind === 'refused') return options.onProblem(`${entry.arn}: ${accepted.message}`);
    entry.running = true;
    await accepted.done;
    entry.running = false;
  };

  const tick = () => {
    const now = options.clock();
    for (const entry of entries) {
      const due = dueTime(entry, now);
      if (due !== undefined && !entry.running) void run(entry, due);
    }
  };

  const provision = (resource: Resource): Provisioned | Promise<Provisioned> => {
    if (resource.type === 'AWS::Events::Rule') return makeRule(resource);
    const isCron = String(resource.properties['ScheduleExpression']).startsWith('cron(');
    return isCron || options.scheduler === undefined
      ? makeSchedule(resource)
      : options.scheduler.provision(resource);
  };

  return {
    types: ['AWS::Scheduler::Schedule', 'AWS::Events::Rule'],
    provision,
    tick,
    start: () => {
      timer ??= setInterval(tick, tickMs);
    },
    close: () => clearInterval(timer),
  };
};

const minuteMs = 60_000;

/** The last time that came since it was looked; `lookedUntil` moves on. */
const dueTime = (entry: Entry, now: number): number | undefined => {
  const { times, lookedUntil } = entry;
  if (times.kind === 'rate') {
    const periods = Math.floor((now - lookedUntil) / times.everyMs);
    if (periods < 1) return undefined;
    entry.lookedUntil += periods * times.everyMs;
    return entry.lookedUntil;
  }
  const oldest = Math.max(lookedUntil, now - longestLookBackMs);
  entry.lookedUntil = now;
  for (let minute = Math.floor(now / minuteMs) * minuteMs; minute > oldest; minute -= minuteMs)
    if (times.matches(minute)) return minute;
  return undefined;
};

const isoSeconds = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z');

/** The context attributes that EventBridge Scheduler fills into an input. */
const filled = (input: string, arn: string, at: number): string =>
  input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', isoSeconds(at))
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
