/** Whole machines: an escalation of 24 hours in no time, many executions at once, and random machines that never hang. */
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../../lib/asl/check.ts';
import { invoke, openHouse, tokenTaker, waitForToken } from './house.ts';

/** Asks again every hour, on and on through the levels, and gives up after a day. */
const escalation = {
  Begin: { Type: 'Pass', Assign: { level: 1, asked: 0 }, Next: 'Ask' },
  Ask: waitForToken('take', {
    HeartbeatSeconds: 3600,
    TimeoutSeconds: 86_400,
    Catch: [
      { ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Remind', Assign: { asked: '{% $asked + 1 %}' } },
    ],
    Output: { by: 'person', level: '{% $level %}' },
  }),
  Remind: {
    Type: 'Choice',
    Choices: [
      { Condition: '{% $asked >= 24 %}', Next: 'Give up' },
      { Condition: '{% $asked % 8 = 0 %}', Next: 'Ask', Assign: { level: '{% $level + 1 %}' } },
    ],
    Default: 'Ask',
  },
  'Give up': invoke('give-up', {
    Arguments: { FunctionName: 'give-up', Payload: { level: '{% $level %}', asked: '{% $asked %}' } },
  }),
};

describe('an escalation of a day', () => {
  it('that nobody answers climbs every level and ends after 24 hours', async () => {
    const { tokens, functions } = tokenTaker();
    const house = await openHouse({ ...functions, 'give-up': (payload) => payload });
    house.define(escalation);
    const began = house.place.clock();
    expect(await house.output()).toEqual({ level: 3, asked: 24 });
    expect(house.place.clock() - began).toBe(24 * 3_600_000);
    expect(new Set(tokens).size).toBe(24);
  });

  it('is over when somebody answers in the tenth hour', async () => {
    const { tokens, functions } = tokenTaker();
    const house = await openHouse({ ...functions, 'give-up': () => undefined });
    house.define(escalation);
    const arn = await house.start();
    await house.service().settled();
    for (let hour = 0; hour < 9; hour += 1) await house.after(3_600_000);
    await house.client().send(new SendTaskSuccessCommand({ taskToken: tokens.at(-1), output: '{}' }));
    await house.runOut();
    expect((await house.describe(arn)).output).toBe('{"by":"person","level":2}');
  });
});

describe('two hundred executions at once', () => {
  it('all end, each with its own answer', async () => {
    const house = await openHouse({ work: (payload) => payload });
    house.define({
      Rest: { Type: 'Wait', Seconds: '{% $states.input.n %}', Next: 'Work' },
      Work: invoke('work'),
    });
    const inputs = Array.from({ length: 200 }, (_, n) => ({ n }));
    const arns = await Promise.all(inputs.map((input) => house.start(input)));
    await house.runOut();
    const outputs = await Promise.all(arns.map(async (arn) => (await house.describe(arn)).output));
    expect(outputs).toEqual(inputs.map((input) => JSON.stringify(input)));
  });
});

const name = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const condition = fc.constantFrom(
  '{% $states.input.n > 3 %}',
  '{% $states.input.n % 2 = 0 %}',
  '{% $states.input.absent %}',
  '{% $states.input.n %}',
  '{% $exists($states.input.absent) %}',
);
const output = fc.constantFrom(
  { n: '{% $states.input.n + 1 %}' },
  { n: 0 },
  '{% $states.input %}',
  '{% $states.input.n / 0 %}',
);
const way = fc.oneof(
  name.map((Next) => ({ Next })),
  fc.constant({ End: true }),
);
const state = fc.oneof(
  fc.tuple(output, way).map(([Output, next]) => ({ Type: 'Pass', Output, ...next })),
  fc
    .tuple(fc.integer({ min: 0, max: 1000 }), way)
    .map(([Seconds, next]) => ({ Type: 'Wait', Seconds, ...next })),
  fc
    .tuple(fc.array(fc.tuple(condition, name), { minLength: 1, maxLength: 3 }), fc.option(name))
    .map(([rules, other]) => ({
      Type: 'Choice',
      Choices: rules.map(([Condition, Next]) => ({ Condition, Next })),
      ...(other === null ? {} : { Default: other }),
    })),
  fc.constant({ Type: 'Succeed' }),
  fc.constant({ Type: 'Fail', Error: 'No' }),
);
const machine = fc.record({ A: state, B: state, C: state, D: state, E: state });

/** What is not reached is left out, as AWS would demand. */
const reachable = (states: Readonly<Record<string, object>>): object => {
  const found = new Set<string>();
  const follow = (one: string) => {
    if (found.has(one)) return;
    found.add(one);
    for (const [, next = ''] of JSON.stringify(states[one]).matchAll(/"(?:Next|Default)":"([A-E])"/gu))
      follow(next);
  };
  follow('A');
  return Object.fromEntries(Object.entries(states).filter(([one]) => found.has(one)));
};

describe('a random machine', () => {
  it('never hangs: it ends by itself, by an error, or by the limit of its time', async () => {
    const house = await openHouse();
    const ends = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(machine, fc.integer({ min: 0, max: 6 }), async (states, n) => {
        const definition = { QueryLanguage: 'JSONata', StartAt: 'A', States: reachable(states) };
        fc.pre(checkDefinition(definition).ok && !turnsWithoutRest(definition.States));
        house.define(definition.States, { TimeoutSeconds: 20_000 });
        const { status } = await house.outcome({ n });
        ends.add(status);
        expect(['SUCCEEDED', 'FAILED', 'TIMED_OUT']).toContain(status);
      }),
      { numRuns: 60, seed: 20_261_120 },
    );
    expect(ends.size).toBe(3);
  });
});

/** A circle of 25,000 events takes seconds, and has a test of its own. */
const turnsWithoutRest = (states: object): boolean => {
  const entries = Object.entries(states).filter(([, one]) => !JSON.stringify(one).includes('"Type":"Wait"'));
  const next = new Map(
    entries.map(([one, body]) => [
      one,
      [...JSON.stringify(body).matchAll(/"(?:Next|Default)":"([A-E])"/gu)].map(([, to = '']) => to),
    ]),
  );
  const circles = (one: string, path: readonly string[]): boolean =>
    path.includes(one) || (next.get(one) ?? []).some((to) => next.has(to) && circles(to, [...path, one]));
  return [...next.keys()].some((one) => circles(one, []));
};
