/** Tasks that wait for their token: answered once, kept alive by heartbeats, and ended when nobody answers. */
import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { refusal } from '../place.ts';
import { openHouse, tokenTaker, waitForToken } from './house.ts';
import type { House } from './house.ts';

const openAsking = async (more: object = {}) => {
  const { tokens, functions } = tokenTaker();
  const house = await openHouse(functions);
  house.define({
    Ask: waitForToken('take', more),
    ...('Catch' in more ? { Late: { Type: 'Succeed' } } : {}),
  });
  const arn = await house.start({ id: 7 });
  await house.service().settled();
  return { house, arn, tokens, token: tokens[0] ?? '' };
};

const succeed = (house: House, taskToken: string, output: unknown = 'yes') =>
  house.client().send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
const beat = (house: House, taskToken: string) =>
  house.client().send(new SendTaskHeartbeatCommand({ taskToken }));

describe('a task that waits for its token', () => {
  it('goes on with the answer', async () => {
    const { house, arn, token } = await openAsking();
    expect((await house.describe(arn)).status).toBe('RUNNING');
    await succeed(house, token, { said: 'yes' });
    await house.service().settled();
    expect((await house.describe(arn)).output).toBe('{"said":"yes"}');
  });

  it('fails with the error that is sent', async () => {
    const { house, arn, token } = await openAsking();
    await house
      .client()
      .send(new SendTaskFailureCommand({ taskToken: token, error: 'Refused', cause: 'why' }));
    await house.service().settled();
    expect(await house.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'why' });
  });

  it('takes an answer that comes while its token is still being handed out', async () => {
    const house = await openHouse({
      take: async (payload) => {
        const token =
          typeof payload === 'object' && payload !== null && 'token' in payload ? payload.token : '';
        await succeed(house, String(token), 'at once');
      },
    });
    house.define({ Ask: waitForToken('take') });
    expect(await house.output()).toBe('at once');
  });

  it('fails at once when the token cannot be handed out', async () => {
    const house = await openHouse({});
    house.define({ Ask: waitForToken('take', { HeartbeatSeconds: 60, TimeoutSeconds: 600 }) });
    expect(await house.outcome()).toMatchObject({ error: 'Lambda.ResourceNotFoundException' });
  });

  it('gets a new token for each attempt, and the old one leads nowhere', async () => {
    const { house, arn, tokens, token } = await openAsking({
      HeartbeatSeconds: 60,
      Retry: [{ ErrorEquals: ['States.HeartbeatTimeout'], IntervalSeconds: 1 }],
    });
    await house.after(60_000);
    await house.after(1000);
    expect(new Set(tokens).size).toBe(2);
    expect(await refusal(succeed(house, token))).toBe('TaskTimedOut');
    await succeed(house, tokens[1] ?? '', 'second');
    await house.service().settled();
    expect((await house.describe(arn)).output).toBe('"second"');
  });
});

describe('an answer', () => {
  it('counts once: whoever comes second hears that the task is over', async () => {
    const { house, token } = await openAsking();
    await succeed(house, token);
    expect(await refusal(succeed(house, token))).toBe('TaskTimedOut');
    await house.service().settled();
    expect(await refusal(succeed(house, token))).toBe('TaskTimedOut');
    expect(await refusal(beat(house, token))).toBe('TaskTimedOut');
  });

  it('of two at the same moment counts once', async () => {
    const { house, token } = await openAsking();
    const outcomes = await Promise.all(['a', 'b', 'c'].map((one) => refusal(succeed(house, token, one))));
    expect(outcomes.filter((one) => one === 'accepted')).toHaveLength(1);
  });

  it('is refused for a text that is no token, and for an execution that nobody knows', async () => {
    const { house, token } = await openAsking();
    expect(await refusal(succeed(house, 'garbage'))).toBe('InvalidToken');
    const [machine, , ...rest] = JSON.parse(Buffer.from(token, 'base64url').toString());
    const unknown = Buffer.from(JSON.stringify([machine, 'nobody', ...rest])).toString('base64url');
    expect(await refusal(succeed(house, unknown))).toBe('TaskDoesNotExist');
  });

  it('is refused when it is no JSON, or over 256 KB', async () => {
    const { house, token } = await openAsking();
    const send = (output: string) =>
      refusal(house.client().send(new SendTaskSuccessCommand({ taskToken: token, output })));
    expect(await send('{')).toBe('InvalidOutput');
    expect(await send(JSON.stringify('x'.repeat(262_143)))).toBe('ValidationException');
    expect(await send(JSON.stringify('x'.repeat(262_142)))).toBe('accepted');
  });

  it('is refused from the moment that the time is up, before anybody looked at the clock', async () => {
    const { house, token } = await openAsking({ TimeoutSeconds: 60 });
    house.place.pass(60_000);
    expect(await refusal(succeed(house, token))).toBe('TaskTimedOut');
  });

  it('is refused after the execution was stopped or ended', async () => {
    const { house, token } = await openAsking({ TimeoutSeconds: 60 });
    await house.after(60_000);
    expect(await refusal(succeed(house, token))).toBe('TaskTimedOut');
  });

  it('that came in time counts although the clock is looked at only later', async () => {
    const { house, arn, token } = await openAsking({ TimeoutSeconds: 60 });
    house.place.pass(59_999);
    const sent = succeed(house, token, 'just in time');
    await sent;
    await house.after(1000);
    expect((await house.describe(arn)).output).toBe('"just in time"');
  });
});

describe('an answer to an execution that is busy', () => {
  /** Waits for a token for a minute, for half a minute, and for another token that makes it go round for a while. */
  const busy = {
    All: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Ask', States: { Ask: waitForToken('take', { TimeoutSeconds: 60 }) } },
        { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 30, End: true } } },
        {
          StartAt: 'Begin',
          States: {
            Begin: { ...waitForToken('begin'), End: undefined, Assign: { n: 0 }, Next: 'Round' },
            Round: {
              Type: 'Choice',
              Choices: [{ Condition: '{% $n < 4000 %}', Next: 'Round', Assign: { n: '{% $n + 1 %}' } }],
              Default: 'Done',
            },
            Done: { Type: 'Succeed' },
          },
        },
      ],
      End: true,
    },
  };

  const openBusy = async () => {
    const { tokens, functions } = tokenTaker();
    const other = tokenTaker();
    const house = await openHouse({ ...functions, begin: other.functions['take'] ?? (() => undefined) });
    house.define(busy);
    const arn = await house.start();
    await house.service().settled();
    return { house, arn, token: tokens[0] ?? '', begin: () => succeed(house, other.tokens[0] ?? '') };
  };

  it('counts once', async () => {
    const { house, arn, token, begin } = await openBusy();
    await begin();
    const outcomes = [await refusal(succeed(house, token, 'a')), await refusal(succeed(house, token, 'b'))];
    expect(outcomes).toEqual(['accepted', 'TaskTimedOut']);
    await house.runOut();
    expect(JSON.parse((await house.describe(arn)).output ?? '')).toMatchObject(['a', {}, 'yes']);
  });

  it('counts when it came in time, although its time is up before anybody gets to it', async () => {
    const { house, arn, token, begin } = await openBusy();
    house.place.pass(29_000);
    await begin();
    house.place.pass(1000);
    house.service().tick();
    await succeed(house, token, 'in time');
    house.place.pass(30_000);
    await house.runOut();
    expect(JSON.parse((await house.describe(arn)).output ?? '[]')).toMatchObject(['in time', {}, 'yes']);
  });
});

describe('a heartbeat', () => {
  const patient = {
    HeartbeatSeconds: 60,
    TimeoutSeconds: 3600,
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Late', Output: '{% $states.errorOutput.Error %}' }],
  };

  it('that does not come ends the task', async () => {
    const { house, arn } = await openAsking(patient);
    await house.after(59_999);
    expect((await house.describe(arn)).status).toBe('RUNNING');
    await house.after(1);
    expect((await house.describe(arn)).output).toBe('"States.HeartbeatTimeout"');
  });

  it('keeps the task waiting, until it stays away', async () => {
    const { house, arn, token } = await openAsking(patient);
    for (let minute = 0; minute < 30; minute += 1) {
      await house.after(59_000);
      await beat(house, token);
      expect((await house.describe(arn)).status).toBe('RUNNING');
    }
    await house.after(59_999);
    await house.runOut();
    expect((await house.describe(arn)).output).toBe('"States.HeartbeatTimeout"');
  });

  it('does not help over the time-out', async () => {
    const { house, arn, token } = await openAsking({ ...patient, TimeoutSeconds: 100 });
    await house.after(50_000);
    await beat(house, token);
    await house.after(50_000);
    expect((await house.describe(arn)).output).toBe('"States.Timeout"');
  });

  it('may be as far apart as an expression says', async () => {
    const { house, arn } = await openAsking({ ...patient, HeartbeatSeconds: '{% $states.input.id %}' });
    await house.after(7000);
    expect((await house.describe(arn)).output).toBe('"States.HeartbeatTimeout"');
  });
});
