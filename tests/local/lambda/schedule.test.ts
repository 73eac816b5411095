/** Schedules: when they are due, what their Lambda is told, and what keeps them from running. */
import { describe, expect, it } from 'vitest';
import type { Accepted } from '../../../lib/local/lambda/background.ts';
import { readFunction } from '../../../lib/local/lambda/function-config.ts';
import { openSchedules } from '../../../lib/local/lambda/schedule.ts';
import { readSchedule } from '../../../lib/local/lambda/schedule-expression.ts';

const minute = 60_000;

describe('cron()', () => {
  const at = (expression: string, time: string, zone = 'UTC') => {
    const times = readSchedule(expression, zone);
    return times.kind === 'cron' && times.matches(Date.parse(time));
  };

  it.each([
    ['cron(0 3 * * ? *)', '2026-11-20T03:00:00Z', true],
    ['cron(0 3 * * ? *)', '2026-11-20T03:01:00Z', false],
    ['cron(0/15 * * * ? *)', '2026-11-20T07:45:00Z', true],
    ['cron(5/15 * * * ? *)', '2026-11-20T07:45:00Z', false],
    ['cron(*/20 * * * ? *)', '2026-11-20T07:40:00Z', true],
    ['cron(0 8-18 ? * MON-FRI *)', '2026-11-20T18:00:00Z', true],
    ['cron(0 8-18 ? * MON-FRI *)', '2026-11-21T18:00:00Z', false],
    ['cron(0 0 ? * 1 *)', '2026-11-22T00:00:00Z', true],
    ['cron(0 0 ? * SUN,WED *)', '2026-11-25T00:00:00Z', true],
    ['cron(30 6 1 * ? *)', '2026-12-01T06:30:00Z', true],
    ['cron(30 6 1 JAN,DEC ? *)', '2026-11-01T06:30:00Z', false],
    ['cron(0 0 29 2 ? 2028)', '2028-02-29T00:00:00Z', true],
    ['cron(0 0 * * ? 2027)', '2026-11-20T00:00:00Z', false],
  ])('%s at %s', (expression, time, expected) => expect(at(expression, time)).toBe(expected));

  it('reads the clock of its time zone, summer time included', () => {
    expect(at('cron(0 0 * * ? *)', '2026-11-20T03:00:00Z', 'America/Sao_Paulo')).toBe(true);
    expect(at('cron(0 9 * * ? *)', '2026-07-01T13:00:00Z', 'America/New_York')).toBe(true);
    expect(at('cron(0 9 * * ? *)', '2026-12-01T14:00:00Z', 'America/New_York')).toBe(true);
  });
});

it.each([
  ['rate(1 minute)', minute],
  ['rate(5 minutes)', 5 * minute],
  ['rate(2 hours)', 120 * minute],
  ['rate(1 day)', 1440 * minute],
])('%s', (expression, everyMs) => expect(readSchedule(expression)).toEqual({ kind: 'rate', everyMs }));

it.each([
  'rate(0 minutes)',
  'rate(1 second)',
  'rate(1.5 hours)',
  'rate()',
  'cron(0 3 * * *)',
  'cron(0 3 * * * *)',
  'cron(0 3 ? * ? *)',
  'cron(0 24 * * ? *)',
  'cron(60 3 * * ? *)',
  'cron(0 3 L * ? *)',
  'cron(0 3 ? * MON#1 *)',
  'cron(0/0 3 * * ? *)',
  'at(2026-11-20T00:00:00)',
  'every minute',
])('refuses %s', (expression) => expect(() => readSchedule(expression)).toThrow(expression));

const place = { region: 'sa-east-1', account: '000000000000' };
const config = readFunction(
  {
    stack: 'app',
    logicalId: 'Sweep',
    type: 'AWS::Lambda::Function',
    properties: { Code: { S3Key: 'x.zip' }, Handler: 'index.handler', Role: 'role', Runtime: 'nodejs24.x' },
  },
  place,
);
const begin = Date.parse('2026-11-20T00:00:00Z');

const openHouse = async (type: string, properties: object, mayRun = true) => {
  let now = begin;
  const runs: string[] = [];
  const problems: string[] = [];
  const ends: (() => void)[] = [];
  const schedules = openSchedules({
    ...place,
    clock: () => now,
    find: (name) => (name === config.arn ? config : undefined),
    invoke: (_, payload): Accepted => {
      runs.push(payload);
      const { promise: done, resolve } = Promise.withResolvers<void>();
      ends.push(resolve);
      return { kind: 'accepted', done };
    },
    scheduler: undefined,
    allowed: () => mayRun,
    permits: () => mayRun,
    onProblem: (problem) => problems.push(problem),
  });
  await schedules.provision({ stack: 'app', logicalId: 'Every', type, properties: { ...properties } });
  return {
    runs,
    problems,
    /** Moves the clock and looks at it. */
    after: (milliseconds: number) => {
      now += milliseconds;
      schedules.tick();
      return runs.length;
    },
    /** Ends what runs. */
    end: async () => {
      for (const resolve of ends.splice(0)) resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

const scheduled = (more: object = {}, target: object = {}) => ({
  ScheduleExpression: 'rate(5 minutes)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: config.arn, RoleArn: 'role', Input: '{"at":"<aws.scheduler.scheduled-time>"}', ...target },
  ...more,
});
const ruled = (more: object = {}) => ({
  ScheduleExpression: 'rate(5 minutes)',
  Targets: [{ Id: 'Target0', Arn: config.arn }],
  ...more,
});

describe('a schedule', () => {
  it('runs its Lambda with the input and the time it was due', async () => {
    const { after, runs, end } = await openHouse('AWS::Scheduler::Schedule', scheduled());
    expect(after(4 * minute)).toBe(0);
    expect(after(minute + 400)).toBe(1);
    await end();
    expect(after(4 * minute)).toBe(1);
    expect(after(minute)).toBe(2);
    expect(runs).toEqual(['{"at":"2026-11-20T00:05:00Z"}', '{"at":"2026-11-20T00:10:00Z"}']);
  });

  it('is not joined by a second run while the first one goes', async () => {
    const { after, end } = await openHouse('AWS::Scheduler::Schedule', scheduled());
    expect([after(5 * minute), after(5 * minute), after(5 * minute)]).toEqual([1, 1, 1]);
    await end();
    expect(after(5 * minute)).toBe(2);
  });

  it('makes up for one run when the clock jumps, and not for all', async () => {
    const { after } = await openHouse(
      'AWS::Scheduler::Schedule',
      scheduled({ ScheduleExpression: 'cron(0 * * * ? *)' }),
    );
    expect(after(10 * 60 * minute + 1)).toBe(1);
  });

  it('does not run when it is disabled', async () => {
    const { after } = await openHouse('AWS::Scheduler::Schedule', scheduled({ State: 'DISABLED' }));
    expect(after(60 * minute)).toBe(0);
  });

  it('does not run when its role may not invoke, and says so', async () => {
    const { after, problems } = await openHouse('AWS::Scheduler::Schedule', scheduled(), false);
    expect(after(5 * minute)).toBe(0);
    expect(problems).toEqual([`role may not invoke ${config.arn}`]);
  });

  it('aims at Lambdas alone', async () => {
    const queue = { Arn: 'arn:aws:sqs:sa-east-1:000000000000:q' };
    await expect(openHouse('AWS::Scheduler::Schedule', scheduled({}, queue))).rejects.toThrow('only Lambdas');
  });
});

describe('a rule', () => {
  it('runs its Lambda with a scheduled event', async () => {
    const { after, runs } = await openHouse('AWS::Events::Rule', ruled());
    expect(after(5 * minute)).toBe(1);
    expect(JSON.parse(runs[0] ?? '')).toEqual({
      version: '0',
      id: expect.any(String),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: '2026-11-20T00:05:00Z',
      region: 'sa-east-1',
      resources: ['arn:aws:events:sa-east-1:000000000000:rule/app-Every'],
      detail: {},
    });
  });

  it('needs the permission of the Lambda', async () => {
    const { after, problems } = await openHouse('AWS::Events::Rule', ruled(), false);
    expect([after(5 * minute), problems.length]).toEqual([0, 1]);
  });

  it('is scheduled, and no other', async () => {
    const pattern = { ScheduleExpression: undefined, EventPattern: { source: ['aws.s3'] } };
    await expect(openHouse('AWS::Events::Rule', ruled(pattern))).rejects.toThrow('only scheduled rules');
  });
});
