/** Step Functions by the real client: starting, looking, stopping, and everything that AWS refuses. */
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { complaint, refusal } from '../place.ts';
import { invoke, lambdaArn, machineArn, openHouse, role, tokenTaker, waitForToken } from './house.ts';
import type { House } from './house.ts';

const resting = { Rest: { Type: 'Wait', Seconds: 60, End: true } };
const passing = { One: { Type: 'Pass', End: true } };

const openResting = async () => {
  const house = await openHouse();
  house.define(resting);
  return house;
};

const start = (house: House, more: { name?: string; input?: string; stateMachineArn?: string }) =>
  house.client().send(new StartExecutionCommand({ stateMachineArn: machineArn, ...more }));

describe('starting', () => {
  it('under a name starts once while it runs, and never again under that name', async () => {
    const house = await openResting();
    const first = await start(house, { name: 'one', input: '{"n":1}' });
    house.place.pass(1000);
    expect(await start(house, { name: 'one', input: '{"n":1}' })).toMatchObject({
      executionArn: first.executionArn,
      startDate: first.startDate,
    });
    expect(await refusal(start(house, { name: 'one', input: '{"n":2}' }))).toBe('ExecutionAlreadyExists');
    await house.runOut();
    expect(await refusal(start(house, { name: 'one', input: '{"n":1}' }))).toBe('ExecutionAlreadyExists');
    const { executions } = await house
      .client()
      .send(new ListExecutionsCommand({ stateMachineArn: machineArn }));
    expect(executions).toHaveLength(1);
  });

  it('without a name makes one, and without an input takes an empty object', async () => {
    const house = await openHouse();
    house.define(passing);
    const { executionArn = '' } = await start(house, {});
    await house.service().settled();
    expect(executionArn).toMatch(
      /^arn:aws:states:sa-east-1:000000000000:execution:under-test:[0-9a-f-]{36}$/u,
    );
    expect(await house.describe(executionArn)).toMatchObject({
      input: '{}',
      output: '{}',
      status: 'SUCCEEDED',
    });
  });

  it.each([
    ['a name of 81 characters', { name: 'x'.repeat(81) }, 'InvalidName'],
    ['a name with a colon', { name: 'a:b' }, 'InvalidName'],
    ['a name with a space', { name: 'a b' }, 'InvalidName'],
    ['an input that is no JSON', { input: '{' }, 'InvalidExecutionInput'],
    ['an input over 256 KB', { input: JSON.stringify('ã'.repeat(131_072)) }, 'ValidationException'],
    ['a machine that does not exist', { stateMachineArn: `${machineArn}-2` }, 'StateMachineDoesNotExist'],
    ['an ARN that is none', { stateMachineArn: 'under-test' }, 'InvalidArn'],
  ])('refuses %s', async (_, asked, code) => {
    expect(await refusal(start(await openResting(), asked))).toBe(code);
  });

  it('takes a name of 80 characters and an input of 256 KB', async () => {
    const house = await openResting();
    const input = JSON.stringify('x'.repeat(262_142));
    expect(await refusal(start(house, { name: 'x'.repeat(80), input }))).toBe('accepted');
  });

  it('forgets a name 90 days after its execution ended', async () => {
    const house = await openResting();
    await start(house, { name: 'one' });
    await house.runOut();
    house.place.pass(90 * 86_400_000 + 1);
    await house.restart();
    expect(await refusal(start(house, { name: 'one' }))).toBe('accepted');
  });
});

describe('looking', () => {
  it('at an execution shows it as it began and as it ended', async () => {
    const house = await openResting();
    const arn = await house.start({ n: 1 }, 'one');
    expect(await house.describe(arn)).toMatchObject({
      executionArn: arn,
      stateMachineArn: machineArn,
      name: 'one',
      status: 'RUNNING',
      startDate: new Date('2026-03-02T10:00:00Z'),
      input: '{"n":1}',
    });
    await house.runOut();
    expect(await house.describe(arn)).toMatchObject({
      status: 'SUCCEEDED',
      stopDate: new Date('2026-03-02T10:01:00Z'),
      output: '{"n":1}',
    });
    const bare = new DescribeExecutionCommand({ executionArn: arn, includedData: 'METADATA_ONLY' });
    expect(await house.client().send(bare)).not.toHaveProperty('input');
  });

  it('at what nobody started says so', async () => {
    const house = await openResting();
    const executionArn = 'arn:aws:states:sa-east-1:000000000000:execution:under-test:nobody';
    expect(await complaint(house.describe(executionArn))).toBe(`Execution Does Not Exist: '${executionArn}'`);
  });

  it('at all executions goes page by page, newest first, by status', async () => {
    const house = await openResting();
    for (const name of ['a', 'b', 'c']) await house.start({}, name);
    await house.runOut();
    await house.start({}, 'd');
    const list = async (more: object) =>
      house.client().send(new ListExecutionsCommand({ stateMachineArn: machineArn, ...more }));
    const names = ({ executions = [] }: Awaited<ReturnType<typeof list>>) =>
      executions.map(({ name }) => name);
    const first = await list({ maxResults: 3 });
    const second = await list({ maxResults: 3, nextToken: first.nextToken });
    expect([names(first), names(second)]).toEqual([['d', 'c', 'b'], ['a']]);
    expect(second.nextToken).toBeUndefined();
    expect(names(await list({ statusFilter: 'RUNNING' }))).toEqual(['d']);
  });

  it('at the machines shows what they are made of', async () => {
    const house = await openResting();
    const { stateMachines } = await house.client().send(new ListStateMachinesCommand({}));
    expect(stateMachines).toMatchObject([{ stateMachineArn: machineArn, name: 'under-test' }]);
    const shown = await house.client().send(new DescribeStateMachineCommand({ stateMachineArn: machineArn }));
    expect(shown).toMatchObject({ status: 'ACTIVE', type: 'STANDARD', roleArn: role });
    expect(JSON.parse(shown.definition ?? '')).toMatchObject({ States: resting });
  });

  it('at the history shows each step, forwards, backwards, page by page, and without data', async () => {
    const house = await openHouse({ work: () => 2 });
    house.define({
      Set: { Type: 'Pass', Assign: { n: 1 }, Next: 'Work' },
      Work: invoke('work', { TimeoutSeconds: 60 }),
    });
    const executionArn = await house.start({ id: 'c-77' });
    await house.runOut();
    const events = await house.history(executionArn);
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events.map(({ id, previousEventId }) => [id, previousEventId])).toEqual(
      events.map((_, index) => [index + 1, index]),
    );
    expect(events[2]?.stateExitedEventDetails).toMatchObject({ name: 'Set', assignedVariables: { n: '1' } });
    expect(events[4]?.taskScheduledEventDetails).toMatchObject({
      resourceType: 'lambda',
      resource: 'invoke',
      timeoutInSeconds: 60,
      parameters: JSON.stringify({ FunctionName: lambdaArn('work'), Payload: { id: 'c-77' } }),
    });
    expect(events.at(-1)?.executionSucceededEventDetails).toEqual({ output: '2' });
    const read = async (more: object) =>
      house.client().send(new GetExecutionHistoryCommand({ executionArn, ...more }));
    const last = await read({ reverseOrder: true, maxResults: 2 });
    expect(last.events?.map(({ id }) => id)).toEqual([9, 8]);
    const before = await read({ reverseOrder: true, maxResults: 2, nextToken: last.nextToken });
    expect(before.events?.map(({ id }) => id)).toEqual([7, 6]);
    const bare = await read({ includeExecutionData: false });
    expect(JSON.stringify(bare.events)).not.toContain('c-77');
  });
});

describe('stopping', () => {
  it('ends an execution and all its tasks, once', async () => {
    const { tokens, functions } = tokenTaker();
    const house = await openHouse(functions);
    house.define({ Ask: waitForToken('take') });
    const executionArn = await house.start();
    await house.service().settled();
    const stop = () =>
      house.client().send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'said so' }));
    await stop();
    house.place.pass(1000);
    expect((await stop()).stopDate).toEqual(new Date('2026-03-02T10:00:00Z'));
    expect(await house.describe(executionArn)).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'said so',
    });
    const late = new SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' });
    expect(await refusal(house.client().send(late))).toBe('TaskTimedOut');
    expect((await house.history(executionArn)).at(-1)?.type).toBe('ExecutionAborted');
  });
});

describe('the limit of 25,000 events', () => {
  it('ends an execution that goes round in circles, and nobody else waits for it', async () => {
    const house = await openHouse();
    house.define({
      Round: { Type: 'Pass', Next: 'Again' },
      Again: { Type: 'Choice', Choices: [{ Condition: false, Next: 'Done' }], Default: 'Round' },
      Done: { Type: 'Succeed' },
    });
    const arn = await house.start();
    expect((await house.describe(arn)).status).toBe('RUNNING');
    await house.service().settled();
    expect(await house.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    const last = new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true, maxResults: 1 });
    expect((await house.client().send(last)).events?.[0]?.id).toBe(25_000);
  });
});

describe('every call', () => {
  it('needs a right on exactly what it is about', async () => {
    const { tokens, functions } = tokenTaker();
    const house = await openHouse(functions);
    house.define({ Ask: waitForToken('take') });
    const arn = await house.start({}, 'one');
    await house.service().settled();
    await house.describe(arn);
    await house.client().send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' }));
    await house.client().send(new ListStateMachinesCommand({}));
    expect(house.served().asked.flatMap(({ permissions }) => permissions)).toEqual([
      { action: 'states:StartExecution', resource: machineArn },
      {
        action: 'states:DescribeExecution',
        resource: 'arn:aws:states:sa-east-1:000000000000:execution:under-test:one',
      },
      { action: 'states:SendTaskSuccess', resource: machineArn },
      { action: 'states:ListStateMachines', resource: '*' },
    ]);
  });

  it('that is not imitated is refused', async () => {
    const house = await openResting();
    const response = await fetch(house.served().endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSStepFunctions.CreateActivity' },
      body: '{}',
    });
    expect(await response.json()).toMatchObject({ __type: 'UnknownOperationException' });
  });
});

describe('metrics', () => {
  it('count what began and how it ended', async () => {
    const house = await openHouse();
    house.define({ No: { Type: 'Fail' } });
    await house.outcome();
    house.define(resting, { TimeoutSeconds: 30 });
    await house.outcome();
    const executionArn = await house.start();
    await house.client().send(new StopExecutionCommand({ executionArn }));
    house.define(passing);
    await house.outcome();
    const counts = house.measured.filter(({ name }) => name.startsWith('Executions')).map(({ name }) => name);
    expect(counts.filter((name) => name !== 'ExecutionsStarted')).toEqual([
      'ExecutionsFailed',
      'ExecutionsTimedOut',
      'ExecutionsAborted',
      'ExecutionsSucceeded',
    ]);
    expect(counts).toHaveLength(8);
  });
});
