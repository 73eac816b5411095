/** What each type of state does, by the real client: data flow, choices, waits, branches and items. */
import { describe, expect, it } from 'vitest';
import { invoke, lambdaArn, openHouse } from './house.ts';

describe('data', () => {
  it('goes through a Pass unchanged, and by its Output otherwise', async () => {
    const house = await openHouse();
    house.define({ One: { Type: 'Pass', End: true } });
    expect(await house.output({ n: 1 })).toEqual({ n: 1 });
    house.define({
      One: { Type: 'Pass', Output: { next: '{% $states.input.n + 1 %}', plain: '$states.input' }, End: true },
    });
    expect(await house.output({ n: 1 })).toEqual({ next: 2, plain: '$states.input' });
  });

  it('is kept in variables, which Output reads as they were before', async () => {
    const house = await openHouse();
    house.define({
      One: { Type: 'Pass', Assign: { n: 1 }, Next: 'Two' },
      Two: {
        Type: 'Pass',
        Assign: { n: '{% $n + 1 %}', before: '{% $n %}' },
        Output: '{% $n %}',
        Next: 'Three',
      },
      Three: { Type: 'Pass', Output: '{% [$n, $before, $states.input] %}', End: true },
    });
    expect(await house.output()).toEqual([2, 1, 1]);
  });

  it('knows its execution, its machine and its state', async () => {
    const house = await openHouse();
    house.define({ One: { Type: 'Pass', Output: '{% $states.context %}', End: true } });
    const arn = await house.start({ n: 1 }, 'one');
    await house.service().settled();
    const { output } = await house.describe(arn);
    expect(JSON.parse(output ?? '')).toEqual({
      Execution: {
        Id: arn,
        Input: { n: 1 },
        Name: 'one',
        RoleArn: 'arn:aws:iam::000000000000:role/machine',
        StartTime: '2026-03-02T10:00:00.000Z',
        RedriveCount: 0,
      },
      StateMachine: {
        Id: 'arn:aws:states:sa-east-1:000000000000:stateMachine:under-test',
        Name: 'under-test',
      },
      State: { Name: 'One', EnteredTime: '2026-03-02T10:00:00.000Z', RetryCount: 0 },
    });
  });

  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$hash("a", "SHA-1")', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['$parse("{\\"a\\":1}").a', 1],
    ['$random(7) = $random(7)', true],
    ['$random()', 0.5],
    ['$length($uuid())', 36],
    ['$now()', '2026-03-02T10:00:00.000Z'],
    ['$millis()', Date.parse('2026-03-02T10:00:00Z')],
    ["$now('[Y0001]-[M01]', '-0300')", '2026-03'],
    ['$states.input.list[$ > 1]', [2, 3]],
    ['$states.input.list[$ > 2]', 3],
    ['$map($states.input.list, function($v) { $v * 2 })', [2, 4, 6]],
  ])('evaluates %s as Step Functions does', async (expression, value) => {
    const house = await openHouse();
    house.define({ One: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } });
    expect(await house.output({ list: [1, 2, 3] })).toEqual(value);
  });

  it.each([
    ['nothing', '$states.input.absent', /returned nothing \(undefined\)/],
    ['a function', '$sum', /returned a function/],
    ['a sum of texts', '$states.input.text + 1', /must evaluate to a number/],
    ['an endless range', '$range(1, 100000, 1)', /at most 1000/],
  ])('fails the execution on %s', async (_, expression, cause) => {
    const house = await openHouse();
    house.define({ One: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } });
    const ended = await house.outcome({ text: 'x' });
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(ended.cause).toMatch(cause);
  });

  it('is at most 256 KB large', async () => {
    const house = await openHouse();
    house.define({
      One: { Type: 'Pass', Output: "{% $pad('', $states.input, 'x') %}", End: true },
    });
    expect(await house.outcome(262_142)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await house.outcome(262_143)).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });
});

describe('data that looks like an expression', () => {
  it('is data, wherever it comes from', async () => {
    const text = '{% 1 + 1 %}';
    const house = await openHouse({ work: (payload) => payload });
    house.define({
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'Work', States: { Work: invoke('work') } },
        Next: 'Both',
      },
      Both: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'One', States: { One: { Type: 'Pass', End: true } } }],
        Assign: { kept: '{% $states.result %}' },
        Next: 'Show',
      },
      Show: {
        Type: 'Pass',
        Output: '{% [$states.input, $kept, $states.context.Execution.Input] %}',
        End: true,
      },
    });
    // A list in brackets of JSONata is spread, here by one level each.
    expect(await house.output([text])).toEqual([[text], [text], text]);
  });
});

describe('a Choice', () => {
  const states = {
    Which: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input > 10 %}', Next: 'Big', Assign: { size: 'big' } },
        { Condition: '{% $states.input > 5 %}', Next: 'Middle', Output: 'middle' },
      ],
      Default: 'Small',
    },
    Big: { Type: 'Succeed', Output: '{% $size %}' },
    Middle: { Type: 'Succeed' },
    Small: { Type: 'Pass', Output: 'small', End: true },
  };

  it('takes the first rule that holds, and its default otherwise', async () => {
    const house = await openHouse();
    house.define(states);
    expect([await house.output(11), await house.output(6), await house.output(5)]).toEqual([
      'big',
      'middle',
      'small',
    ]);
  });

  it('fails when no rule holds and there is no default', async () => {
    const house = await openHouse();
    house.define({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'Done' }] },
      Done: { Type: 'Succeed' },
    });
    expect(await house.outcome(2)).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('takes no answer but true and false', async () => {
    const house = await openHouse();
    house.define({
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input %}', Next: 'Done' }],
        Default: 'Done',
      },
      Done: { Type: 'Succeed' },
    });
    expect(await house.outcome('yes')).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('a Wait', () => {
  it('of 24 hours passes in no time when the clock is moved', async () => {
    const house = await openHouse();
    house.define({ Rest: { Type: 'Wait', Seconds: 86_400, End: true } });
    const arn = await house.start();
    await house.after(86_399_999);
    expect((await house.describe(arn)).status).toBe('RUNNING');
    await house.after(1);
    expect((await house.describe(arn)).status).toBe('SUCCEEDED');
  });

  it('lasts as long as its expression says, or until its time', async () => {
    const house = await openHouse();
    house.define({
      Rest: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Until' },
      Until: { Type: 'Wait', Timestamp: '{% $states.input.until %}', Output: 'up', End: true },
    });
    const arn = await house.start({ seconds: 60, until: '2026-03-02T12:00:00-01:00' });
    await house.after(60_000);
    await house.after(Date.parse('2026-03-02T13:00:00Z') - house.place.clock() - 1);
    expect((await house.describe(arn)).status).toBe('RUNNING');
    await house.after(1);
    expect((await house.describe(arn)).output).toBe('"up"');
  });

  it('needs no help from a test in real time', async () => {
    const house = await openHouse();
    house.define({ Rest: { Type: 'Wait', Seconds: 0, End: true } });
    const arn = await house.start();
    await expect.poll(async () => (await house.describe(arn)).status).toBe('SUCCEEDED');
  });

  it('for no number of seconds fails', async () => {
    const house = await openHouse();
    house.define({ Rest: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } });
    expect(await house.outcome('long')).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('a Fail', () => {
  it('ends the execution with its error and cause', async () => {
    const house = await openHouse();
    house.define({ No: { Type: 'Fail', Error: 'Refused', Cause: "{% 'because of ' & $states.input %}" } });
    expect(await house.outcome('x')).toMatchObject({
      status: 'FAILED',
      error: 'Refused',
      cause: 'because of x',
    });
  });
});

describe('a Parallel', () => {
  const branch = (Output: string) => ({ StartAt: 'Do', States: { Do: { Type: 'Pass', Output, End: true } } });

  it('answers with what its branches gave, in their order', async () => {
    const house = await openHouse();
    house.define({
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Slow',
            States: { Slow: { Type: 'Wait', Seconds: 60, Output: '{% $states.input %}', End: true } },
          },
          branch('{% $states.input + 1 %}'),
        ],
        Arguments: '{% $states.input * 10 %}',
        Assign: { both: '{% $states.result %}' },
        Next: 'Show',
      },
      Show: { Type: 'Pass', Output: '{% [$states.input, $both] %}', End: true },
    });
    expect(await house.output(1)).toEqual([10, 11, 10, 11]);
  });

  it('lets its branches read the variables around them and keeps theirs inside', async () => {
    const house = await openHouse();
    house.define({
      Set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'Both' },
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Set own',
            States: {
              'Set own': { Type: 'Pass', Assign: { inner: '{% $outer + 1 %}' }, Next: 'Show own' },
              'Show own': { Type: 'Pass', Output: '{% $inner + $outer %}', End: true },
            },
          },
        ],
        End: true,
      },
    });
    expect(await house.output()).toEqual([3]);
  });

  it('fails with its first branch that fails, and stops the others', async () => {
    const house = await openHouse();
    house.define({
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 600, End: true } } },
          { StartAt: 'No', States: { No: { Type: 'Fail', Error: 'Refused', Cause: 'why' } } },
        ],
        Catch: [{ ErrorEquals: ['Refused'], Next: 'Caught', Output: '{% $states.errorOutput %}' }],
        End: true,
      },
      Caught: { Type: 'Succeed' },
    });
    const arn = await house.start();
    await house.service().settled();
    expect(await house.describe(arn)).toMatchObject({ output: '{"Error":"Refused","Cause":"why"}' });
  });
});

describe('a Map', () => {
  const eachItem = (more: object) => ({
    Each: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Double',
        States: { Double: { ...invoke('double'), Output: '{% $states.result.Payload %}' } },
      },
      End: true,
      ...more,
    },
  });
  const double = (payload: unknown) => Number(payload) * 2;

  it('does the same with each item and keeps their order', async () => {
    const house = await openHouse({ double });
    house.define(eachItem({}));
    expect(await house.output([1, 2, 3])).toEqual([2, 4, 6]);
    expect(await house.output([])).toEqual([]);
  });

  it('selects what it hands on, and knows which item it is', async () => {
    const house = await openHouse({ double });
    house.define(
      eachItem({
        Items: '{% $states.input.list %}',
        ItemSelector: '{% $states.context.Map.Item.Index + $states.context.Map.Item.Value.n %}',
        Output: '{% $sum($states.result) %}',
      }),
    );
    expect(await house.output({ list: [{ n: 1 }, { n: 10 }] })).toBe(24);
  });

  it('works on no more items at a time than it is told', async () => {
    let open = 0;
    let most = 0;
    const house = await openHouse({
      double: async (payload) => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
        return double(payload);
      },
    });
    house.define(eachItem({ MaxConcurrency: 2 }));
    expect(await house.output([1, 2, 3, 4, 5])).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
    most = 0;
    house.define(eachItem({ MaxConcurrency: '{% 3 %}' }));
    await house.output([1, 2, 3, 4, 5]);
    expect(most).toBe(3);
  });

  it('fails on what is no list', async () => {
    const house = await openHouse({ double });
    house.define(eachItem({}));
    expect(await house.outcome({})).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('a Lambda by its own ARN', () => {
  it('gets the input and gives the result', async () => {
    const house = await openHouse({ greet: (payload) => ({ hello: payload }) });
    house.define({ Greet: { Type: 'Task', Resource: lambdaArn('greet'), End: true } });
    expect(await house.output('you')).toEqual({ hello: 'you' });
  });
});
