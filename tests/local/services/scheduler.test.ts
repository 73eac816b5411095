/** The Scheduler stand-in against the real client: what fires when, what is tried again, what survives a restart. */
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { CreateScheduleCommandInput } from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schedulerService } from '../../../lib/local/services/scheduler.ts';
import type { SchedulerService } from '../../../lib/local/services/scheduler.ts';
import { complaint, refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

const minute = 60_000;
const target = {
  Arn: 'arn:aws:lambda:sa-east-1:000000000000:function:sweep',
  RoleArn: 'arn:aws:iam::000000000000:role/scheduler',
};
const deadLetters = 'arn:aws:sqs:sa-east-1:000000000000:dead';

let place: TestPlace;
let service: SchedulerService;
let served: Served;
let scheduler: SchedulerClient;
let invoked: { target: string; input: string; role: string }[];
/** How often the target still refuses. */
let failures: number;

const start = async () => {
  service = schedulerService(place, async (targetArn, input, role) => {
    if (targetArn === target.Arn && failures > 0) {
      failures -= 1;
      throw new Error('throttled');
    }
    invoked.push({ target: targetArn, input, role });
  });
  served = await serveService(service);
  scheduler = new SchedulerClient({
    region: place.region,
    endpoint: served.endpoint,
    credentials,
    maxAttempts: 1,
  });
};

const stop = async () => {
  scheduler.destroy();
  await served.close();
};

beforeEach(async () => {
  place = testPlace();
  invoked = [];
  failures = 0;
  await start();
});

afterEach(async () => {
  await stop();
  place.remove();
});

const create = (Name: string, ScheduleExpression: string, more: Partial<CreateScheduleCommandInput> = {}) =>
  scheduler.send(
    new CreateScheduleCommand({
      Name,
      ScheduleExpression,
      Target: target,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ...more,
    }),
  );

/** Moves the clock and lets everything due happen; answers how many invocations that made. */
const after = async (milliseconds: number): Promise<number> => {
  place.pass(milliseconds);
  const before = invoked.length;
  await service.tick();
  return invoked.length - before;
};

const get = (Name: string, GroupName?: string) => scheduler.send(new GetScheduleCommand({ Name, GroupName }));

describe('a one-off schedule', () => {
  // The clock of these tests begins at 2026-03-02T10:00:00Z.
  it('fires once at its time, under its role, with its input', async () => {
    await create('once', 'at(2026-03-02T10:05:00)', { Target: { ...target, Input: '{"n":1}' } });
    expect(await after(5 * minute - 1)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await after(60 * minute)).toBe(0);
    expect(invoked).toEqual([{ target: target.Arn, input: '{"n":1}', role: target.RoleArn }]);
  });

  it('means the wall clock of its time zone, on both sides of a change to summer time', async () => {
    const zone = { ScheduleExpressionTimezone: 'America/New_York' };
    await create('winter', 'at(2026-03-08T01:30:00)', zone);
    await create('summer', 'at(2026-03-08T03:30:00)', zone);
    expect(await after(Date.parse('2026-03-08T06:30:00Z') - place.clock() - 1)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await after(Date.parse('2026-03-08T07:30:00Z') - place.clock() - 1)).toBe(0);
    expect(await after(1)).toBe(1);
  });

  it('is gone after it fired when it was asked to go, and stays otherwise', async () => {
    await create('going', 'at(2026-03-02T10:01:00)', { ActionAfterCompletion: 'DELETE' });
    await create('staying', 'at(2026-03-02T10:01:00)');
    await after(minute);
    expect(await refusal(get('going'))).toBe('ResourceNotFoundException');
    expect(await refusal(get('staying'))).toBe('accepted');
  });

  it('fills the keywords of its input', async () => {
    const Input = '{"arn":"<aws.scheduler.schedule-arn>","at":"<aws.scheduler.scheduled-time>"}';
    await create('once', 'at(2026-03-02T10:01:00)', { Target: { ...target, Input } });
    await after(minute);
    expect(JSON.parse(invoked[0]?.input ?? '')).toEqual({
      arn: 'arn:aws:scheduler:sa-east-1:000000000000:schedule/default/once',
      at: '2026-03-02T10:01:00Z',
    });
  });

  it('sends the event that Scheduler sends when it has no input', async () => {
    await create('once', 'at(2026-03-02T10:01:00)');
    await after(minute);
    expect(JSON.parse(invoked[0]?.input ?? '')).toMatchObject({
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      time: '2026-03-02T10:01:00Z',
      detail: '{}',
    });
  });

  it('fires after a restart for what came due meanwhile', async () => {
    await create('once', 'at(2026-03-02T10:01:00)');
    await stop();
    place.pass(60 * minute);
    await start();
    expect(await after(0)).toBe(1);
  });
});

describe('a rate', () => {
  it('fires at once and then every so often, until its end', async () => {
    await create('often', 'rate(5 minutes)', { EndDate: new Date('2026-03-02T10:10:00Z') });
    expect(await after(0)).toBe(1);
    expect(await after(5 * minute - 1)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await after(5 * minute)).toBe(1);
    expect(await after(5 * minute)).toBe(0);
  });

  it('begins at its start date', async () => {
    await create('later', 'rate(1 hour)', { StartDate: new Date('2026-03-02T12:00:00Z') });
    expect(await after(119 * minute)).toBe(0);
    expect(await after(minute)).toBe(1);
  });

  it('fires once, and in its old rhythm, after the machine was off', async () => {
    await create('often', 'rate(5 minutes)');
    await after(0);
    expect(await after(32 * minute)).toBe(1);
    expect(await after(3 * minute - 1)).toBe(0);
    expect(await after(1)).toBe(1);
  });

  it('rests while it is disabled', async () => {
    await create('often', 'rate(5 minutes)', { State: 'DISABLED' });
    expect(await after(10 * minute)).toBe(0);
  });
});

describe('a target that fails', () => {
  it('is tried again until it takes the event', async () => {
    failures = 2;
    await create('once', 'at(2026-03-02T10:01:00)', { ActionAfterCompletion: 'DELETE' });
    expect(await after(minute)).toBe(0);
    expect(await refusal(get('once'))).toBe('accepted');
    expect(await after(1000)).toBe(0);
    expect(await after(2000)).toBe(1);
    expect(await refusal(get('once'))).toBe('ResourceNotFoundException');
  });

  it('is given up after the retries it was allowed, and the event goes to the dead letters', async () => {
    failures = 3;
    const RetryPolicy = { MaximumRetryAttempts: 1 };
    const DeadLetterConfig = { Arn: deadLetters };
    await create('once', 'at(2026-03-02T10:01:00)', {
      Target: { ...target, Input: 'x', RetryPolicy, DeadLetterConfig },
    });
    await after(minute);
    await after(minute);
    expect(invoked).toEqual([{ target: deadLetters, input: 'x', role: target.RoleArn }]);
    expect(await after(60 * minute)).toBe(0);
  });

  it('is given up when the event is too old', async () => {
    failures = 3;
    await create('once', 'at(2026-03-02T10:01:00)', {
      Target: { ...target, RetryPolicy: { MaximumEventAgeInSeconds: 60 } },
    });
    await after(minute);
    place.pass(59_500);
    expect(await service.tick()).toMatchObject([{ outcome: 'lost', because: 'Error: throttled' }]);
  });

  it('does not hold up the next occurrence of a rate', async () => {
    failures = 1;
    await create('often', 'rate(5 minutes)', {
      Target: { ...target, Input: '<aws.scheduler.scheduled-time>' },
    });
    await after(0);
    await after(5 * minute);
    expect(invoked.map(({ input }) => input).toSorted()).toEqual([
      '2026-03-02T10:00:00Z',
      '2026-03-02T10:05:00Z',
    ]);
  });

  it('is not called twice by ticks that overlap', async () => {
    await create('once', 'at(2026-03-02T10:01:00)');
    place.pass(minute);
    await Promise.all([service.tick(), service.tick()]);
    expect(invoked).toHaveLength(1);
  });
});

describe('managing schedules', () => {
  it('shows a schedule as it was made, and as it was changed', async () => {
    await create('one', 'rate(1 hour)', { Description: 'first' });
    await scheduler.send(
      new UpdateScheduleCommand({
        Name: 'one',
        ScheduleExpression: 'rate(2 hours)',
        Target: target,
        FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
      }),
    );
    expect(await get('one')).toMatchObject({
      Name: 'one',
      GroupName: 'default',
      ScheduleExpression: 'rate(2 hours)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
      Target: target,
      State: 'ENABLED',
      CreationDate: new Date(place.clock()),
    });
    expect((await get('one')).Description).toBeUndefined();
  });

  it('lists by prefix, page by page', async () => {
    for (const name of ['b1', 'a', 'b3', 'b2']) await create(name, 'rate(1 hour)');
    const list = (NextToken?: string) =>
      scheduler.send(new ListSchedulesCommand({ NamePrefix: 'b', MaxResults: 2, NextToken }));
    const first = await list();
    const second = await list(first.NextToken);
    expect([first, second].map(({ Schedules = [] }) => Schedules.map(({ Name }) => Name))).toEqual([
      ['b1', 'b2'],
      ['b3'],
    ]);
    expect(second.NextToken).toBeUndefined();
  });

  it('takes the same creation twice, and no other under the name', async () => {
    const ClientToken = 'token-1';
    await create('one', 'rate(1 hour)', { ClientToken });
    expect(await refusal(create('one', 'rate(1 hour)', { ClientToken }))).toBe('accepted');
    expect(await refusal(create('one', 'rate(2 hours)', { ClientToken }))).toBe('ConflictException');
    expect(await refusal(create('one', 'rate(1 hour)'))).toBe('ConflictException');
  });

  it('forgets a deleted schedule at once', async () => {
    await create('one', 'at(2026-03-02T10:01:00)');
    await scheduler.send(new DeleteScheduleCommand({ Name: 'one' }));
    expect(await after(minute)).toBe(0);
    expect(await refusal(scheduler.send(new DeleteScheduleCommand({ Name: 'one' })))).toBe(
      'ResourceNotFoundException',
    );
  });

  it.each([
    ['a name of 65 characters', 'x'.repeat(65), 'rate(1 hour)', {}, 'ValidationException'],
    ['a name with a space', 'a b', 'rate(1 hour)', {}, 'ValidationException'],
    ['a group that nobody made', 'one', 'rate(1 hour)', { GroupName: 'none' }, 'ResourceNotFoundException'],
    ['a time that has passed', 'one', 'at(2026-03-02T09:59:59)', {}, 'ValidationException'],
    ['a day that does not exist', 'one', 'at(2027-02-30T09:00:00)', {}, 'ValidationException'],
    ['a rate in seconds', 'one', 'rate(30 seconds)', {}, 'ValidationException'],
    ['a plural of one', 'one', 'rate(1 hours)', {}, 'ValidationException'],
    ['a singular of two', 'one', 'rate(2 hour)', {}, 'ValidationException'],
    ['a rate of nothing', 'one', 'rate(0 minutes)', {}, 'ValidationException'],
    [
      'a start long ago',
      'one',
      'rate(1 hour)',
      { StartDate: new Date('2026-03-02T09:54:00Z') },
      'ValidationException',
    ],
    [
      'an end that has passed',
      'one',
      'rate(1 hour)',
      { EndDate: new Date('2026-03-02T09:00:00Z') },
      'ValidationException',
    ],
    [
      'a time zone that does not exist',
      'one',
      'at(2026-03-02T11:00:00)',
      { ScheduleExpressionTimezone: 'America/Nowhere' },
      'ValidationException',
    ],
    [
      'parameters of a target that is not imitated',
      'one',
      'rate(1 hour)',
      { Target: { ...target, SqsParameters: { MessageGroupId: 'g' } } },
      'ValidationException',
    ],
  ])('refuses %s', async (_, name, expression, more, code) => {
    expect(await refusal(create(name, expression, more))).toBe(code);
  });

  it('says that it does not play cron', async () => {
    expect(await complaint(create('one', 'cron(0 3 4 * ? *)'))).toBe(
      'Invalid Schedule Expression cron(0 3 4 * ? *).',
    );
  });

  it('needs the right on the schedule, and to hand over its role', async () => {
    await create('one', 'rate(1 hour)');
    await get('one');
    const resource = 'arn:aws:scheduler:sa-east-1:000000000000:schedule/default/one';
    expect(served.asked.flatMap(({ permissions }) => permissions)).toEqual([
      { action: 'scheduler:CreateSchedule', resource },
      {
        action: 'iam:PassRole',
        resource: target.RoleArn,
        context: { 'iam:PassedToService': ['scheduler.amazonaws.com'] },
      },
      { action: 'scheduler:GetSchedule', resource },
    ]);
  });
});

describe('a schedule of a template', () => {
  const properties = {
    Name: 'sweep',
    GroupName: 'desk',
    ScheduleExpression: 'rate(5 minutes)',
    Target: { ...target, RetryPolicy: { MaximumRetryAttempts: '0' } },
    FlexibleTimeWindow: { Mode: 'OFF' },
  };
  const group = () =>
    service.provision({
      stack: 'test',
      logicalId: 'Group',
      type: 'AWS::Scheduler::ScheduleGroup',
      properties: { Name: 'desk' },
    });
  const make = async (more: object = {}) => {
    await group();
    return service.provision({
      stack: 'test',
      logicalId: 'Sweep',
      type: 'AWS::Scheduler::Schedule',
      properties: { ...properties, ...more },
    });
  };

  it('runs in its group, keeps its rhythm over a restart, and stops when the template drops it', async () => {
    expect((await make()).ref).toBe('sweep');
    expect(await after(0)).toBe(1);
    await stop();
    await start();
    await make();
    expect(await after(4 * minute)).toBe(0);
    expect(await after(minute)).toBe(1);
    expect(await refusal(get('sweep', 'desk'))).toBe('accepted');
    await stop();
    await start();
    expect(await after(60 * minute)).toBe(0);
  });

  it('takes on a changed rate', async () => {
    await make();
    await after(0);
    await make({ ScheduleExpression: 'rate(1 minute)' });
    await after(0);
    expect(await after(minute)).toBe(1);
  });
});
