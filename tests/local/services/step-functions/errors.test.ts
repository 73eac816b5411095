/** How a state's errors are named, tried again and caught. */
import { describe, expect, it } from 'vitest';
import { apiError, FunctionError, invoke, lambdaArn, openHouse, waitForToken } from './house.ts';

const refusing = (error: FunctionError | undefined) => ({
  work: () => {
    if (error !== undefined) throw error;
  },
});

describe('a Lambda that fails', () => {
  it.each([
    ['a named error', new FunctionError('OutOfStock', 'no shirts'), 'OutOfStock'],
    ['an error without a type', new FunctionError(undefined), 'Lambda.Unknown'],
    ['a killed process', new FunctionError('Runtime.ExitError'), 'Runtime.ExitError'],
  ])('by %s gives its name and its words', async (_, error, name) => {
    const house = await openHouse(refusing(error));
    house.define({ Work: invoke('work') });
    const ended = await house.outcome();
    expect(ended).toMatchObject({ status: 'FAILED', error: name, cause: error.reply.body });
  });

  it.each([
    ['TooManyRequestsException', 429, 'Lambda.TooManyRequestsException'],
    ['ServiceException', 500, 'Lambda.ServiceException'],
    ['AccessDeniedException', 403, 'Lambda.AWSLambdaException'],
    ['ResourceNotFoundException', 404, 'Lambda.ResourceNotFoundException'],
  ])('because Lambda answers %s is named for it', async (code, status, name) => {
    const house = await openHouse({ work: () => apiError(status, code, 'not now') });
    house.define({ Work: invoke('work') });
    expect(await house.outcome()).toMatchObject({ error: name, cause: 'not now' });
  });

  it('because nobody answers is a fault of the client, and one without a role of permissions', async () => {
    const house = await openHouse({
      work: () => {
        throw new Error('socket hang up');
      },
      other: () => {
        throw new Error('no role arn:aws:iam::000000000000:role/gone');
      },
    });
    house.define({ Work: invoke('work') });
    expect(await house.outcome()).toMatchObject({ error: 'Lambda.SdkClientException' });
    house.define({ Work: invoke('other') });
    expect(await house.outcome()).toMatchObject({ error: 'States.Permissions' });
  });

  it('with an answer over 256 KB ends the execution, and States.ALL does not help', async () => {
    const house = await openHouse({ work: () => 'x'.repeat(262_144) });
    const caught = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }], Output: { small: true } };
    house.define({ Work: invoke('work', caught), Caught: { Type: 'Succeed' } });
    expect(await house.outcome()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('for arguments that make no call cannot be caught', async () => {
    const house = await openHouse({});
    const wrong = { Arguments: { Function: 'x' }, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] };
    house.define({ Work: invoke('work', wrong), Caught: { Type: 'Succeed' } });
    expect(await house.outcome()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});

describe('Retry', () => {
  /** Times in seconds after the start at which the function was called, all of them failing but for the last. */
  const attempts = async (
    retrier: object,
    failures = 10,
    chance?: () => number,
  ): Promise<readonly number[]> => {
    const times: number[] = [];
    let left = failures;
    const house = await openHouse(
      {
        work: () => {
          times.push((house.place.clock() - began) / 1000);
          left -= 1;
          if (left >= 0) throw new FunctionError('Busy');
          return 'done';
        },
      },
      chance,
    );
    const began = house.place.clock();
    house.define({ Work: invoke('work', { Retry: [{ ErrorEquals: ['Busy'], ...retrier }] }) });
    await house.outcome();
    return times;
  };

  it.each([
    ['by default three times, after one, two and four seconds', {}, [0, 1, 3, 7]],
    ['by its own interval and rate', { IntervalSeconds: 10, BackoffRate: 1, MaxAttempts: 2 }, [0, 10, 20]],
    ['never later than its limit', { BackoffRate: 10, MaxDelaySeconds: 5 }, [0, 1, 6, 11]],
    ['not at all when it says so', { MaxAttempts: 0 }, [0]],
  ])('tries again %s', async (_, retrier, times) => {
    expect(await attempts(retrier)).toEqual(times);
  });

  it('stops when it succeeds', async () => {
    expect(await attempts({}, 1)).toEqual([0, 1]);
  });

  it('waits for a part of the interval with full jitter', async () => {
    expect(await attempts({ JitterStrategy: 'FULL', IntervalSeconds: 8 }, 10, () => 0.25)).toEqual([
      0, 2, 6, 14,
    ]);
  });

  it('counts each rule by itself and tells the state how often', async () => {
    const errors = ['Busy', 'Late', 'Busy', 'Late'];
    const counts: unknown[] = [];
    const house = await openHouse({
      work: (payload) => {
        counts.push(payload);
        const next = errors.shift();
        if (next !== undefined) throw new FunctionError(next);
      },
    });
    const Retry = [
      { ErrorEquals: ['Busy'], MaxAttempts: 2 },
      { ErrorEquals: ['States.ALL'], MaxAttempts: 2 },
    ];
    const Arguments = { FunctionName: lambdaArn('work'), Payload: '{% $states.context.State.RetryCount %}' };
    house.define({ Work: invoke('work', { Retry, Arguments }) });
    await house.output();
    expect(counts).toEqual([0, 1, 2, 3, 4]);
  });

  it('starts a whole Parallel anew', async () => {
    let failures = 1;
    const house = await openHouse({
      work: () => {
        failures -= 1;
        if (failures >= 0) throw new FunctionError('Busy');
        return 1;
      },
      fine: () => 2,
    });
    house.define({
      Both: {
        Type: 'Parallel',
        Branches: ['work', 'fine'].map((name) => ({ StartAt: name, States: { [name]: invoke(name) } })),
        Retry: [{ ErrorEquals: ['States.ALL'] }],
        End: true,
      },
    });
    expect(await house.output()).toEqual([1, 2]);
    expect(house.calls).toHaveLength(4);
  });
});

describe('Catch', () => {
  it('leads on with the error, and may write output and variables', async () => {
    const house = await openHouse(refusing(new FunctionError('OutOfStock')));
    house.define({
      Work: invoke('work', {
        Catch: [
          { ErrorEquals: ['Other'], Next: 'No' },
          {
            ErrorEquals: ['OutOfStock'],
            Next: 'Show',
            Assign: { why: '{% $states.errorOutput.Error %}' },
            Output: '{% $states.input %}',
          },
        ],
      }),
      Show: { Type: 'Pass', Output: '{% [$states.input, $why] %}', End: true },
      No: { Type: 'Fail' },
    });
    expect(await house.output('in')).toEqual(['in', 'OutOfStock']);
  });

  it('gives the error as output unless told otherwise', async () => {
    const error = new FunctionError('OutOfStock');
    const house = await openHouse(refusing(error));
    house.define({
      Work: invoke('work', { Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Show' }] }),
      Show: { Type: 'Succeed' },
    });
    expect(await house.output()).toEqual({ Error: 'OutOfStock', Cause: error.reply.body });
  });

  it('comes after Retry has given up', async () => {
    const house = await openHouse(refusing(new FunctionError('Busy')));
    house.define({
      Work: invoke('work', {
        Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }],
        Catch: [{ ErrorEquals: ['Busy'], Next: 'Show' }],
      }),
      Show: { Type: 'Succeed', Output: { gaveUp: true } },
    });
    expect(await house.output()).toEqual({ gaveUp: true });
    expect(house.calls).toHaveLength(3);
  });

  it('is for expressions of the state too', async () => {
    const house = await openHouse(refusing(undefined));
    house.define({
      Work: invoke('work', {
        Output: '{% $states.result.Payload.absent %}',
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Show' }],
      }),
      Show: { Type: 'Succeed', Output: { seen: true } },
    });
    expect(await house.output()).toEqual({ seen: true });
  });
});

describe('time', () => {
  const never = () => new Promise(() => undefined);
  const catching = (ErrorEquals: string) => ({
    Catch: [{ ErrorEquals: [ErrorEquals], Next: 'Late', Output: '{% $states.errorOutput.Error %}' }],
  });
  const late = { Late: { Type: 'Succeed' } };

  it('is up for a task after its TimeoutSeconds, a number or an expression', async () => {
    for (const TimeoutSeconds of [60, '{% $states.input.seconds %}']) {
      const house = await openHouse({ never });
      house.define({ Work: invoke('never', { TimeoutSeconds, ...catching('States.Timeout') }), ...late });
      const arn = await house.start({ seconds: 60 });
      await expect.poll(() => house.calls.length).toBe(1);
      house.place.pass(59_999);
      house.service().tick();
      expect((await house.describe(arn)).status).toBe('RUNNING');
      house.place.pass(1);
      house.service().tick();
      await expect.poll(async () => (await house.describe(arn)).output).toBe('"States.Timeout"');
    }
  });

  it('is not up for want of a heartbeat that nobody could send', async () => {
    const house = await openHouse({ never });
    house.define({ Work: invoke('never', { TimeoutSeconds: 600, HeartbeatSeconds: 60 }) });
    await house.start();
    await expect.poll(() => house.service().nextDue()).toBe(house.place.clock() + 600_000);
  });

  it('up is not what States.TaskFailed means', async () => {
    const house = await openHouse({ take: () => undefined });
    house.define({
      Ask: waitForToken('take', { TimeoutSeconds: 60, ...catching('States.TaskFailed') }),
      ...late,
    });
    expect(await house.outcome()).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('is up for an execution after the time-out of its machine', async () => {
    const house = await openHouse();
    house.define({ Rest: { Type: 'Wait', Seconds: 3600, End: true } }, { TimeoutSeconds: 60 });
    expect(await house.outcome()).toMatchObject({
      status: 'TIMED_OUT',
      error: 'States.Timeout',
      stopDate: new Date('2026-03-02T10:01:00Z'),
    });
  });

  it('is not up for a late answer that comes after a retry began', async () => {
    const answers: ((value: string) => void)[] = [];
    const house = await openHouse({ slow: () => new Promise((resolve) => answers.push(resolve)) });
    const Retry = [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1 }];
    house.define({ Work: invoke('slow', { TimeoutSeconds: 60, Retry }) });
    const arn = await house.start();
    await expect.poll(() => answers.length).toBe(1);
    house.place.pass(60_000);
    house.service().tick();
    await expect.poll(() => house.service().nextDue()).toBe(house.place.clock() + 1000);
    house.place.pass(1000);
    house.service().tick();
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.('late');
    answers[1]?.('in time');
    await house.service().settled();
    expect((await house.describe(arn)).output).toBe('"in time"');
  });
});
