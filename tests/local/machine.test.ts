/** The whole machine over a small application: a message's way through it, crashes, restarts and refusals. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { playAws } from '../../lib/local/aws.ts';
import { startMachine } from '../../lib/local/machine.ts';
import type { Machine, MachineOptions } from '../../lib/local/machine.ts';
import { temporaryFolder } from './assembly.ts';
import { lambda, role, sweeping, writeDemo } from './demo-app.ts';
import { eventually } from './lambda/functions-house.ts';

/** Works for a minute. */
const waiting = lambda('wait', 'WatchRole', {}, { Timeout: 60 });

const noModels: MachineOptions['services'] = (host) =>
  playAws(host, { bedrock: { models: {}, answer: () => ({ text: '' }) } });

type HouseOptions = Partial<MachineOptions> & { readonly resources?: Readonly<Record<string, object>> };

const openHouse = async ({ resources, ...options }: HouseOptions = {}) => {
  const folder = temporaryFolder();
  const lines: { readonly function: string; readonly text: string }[] = [];
  const problems: string[] = [];
  let ahead = 0;
  const start = async () => {
    const machine = await startMachine({
      assembly: writeDemo(join(folder, 'cdk.out'), resources),
      region: 'sa-east-1',
      stackPrefix: 'demo-',
      data: join(folder, 'data'),
      services: noModels,
      clock: () => Date.now() + ahead,
      onLog: (line) => lines.push(line),
      onProblem: (problem) => problems.push(problem),
      retryDelays: [1, 1],
      ...options,
    });
    onTestFinished(() => machine.stop());
    return machine;
  };
  return {
    folder,
    lines,
    problems,
    start,
    machine: await start(),
    seen: (text: string) => eventually(() => lines.some((line) => line.text === text)),
    advance: (milliseconds: number) => (ahead += milliseconds),
  };
};

const clientOf = (machine: Machine) => ({
  endpoint: machine.aws,
  region: 'sa-east-1',
  credentials: machine.administrator,
});

const say = async (machine: Machine, text: string) => {
  const response = await fetch(`${machine.apis[0]?.url}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: text,
  });
  return response.status;
};

const rows = async (machine: Machine) => {
  const { Items } = await new DynamoDBClient(clientOf(machine)).send(
    new ScanCommand({ TableName: 'demo-data-Table' }),
  );
  return (Items ?? []).map(({ id }) => String(id?.S)).toSorted((one, other) => one.localeCompare(other));
};

const inject = async (machine: Machine, fault: object) => {
  const response = await fetch(`${machine.aws}/_fault`, { method: 'POST', body: JSON.stringify(fault) });
  expect(response.status).toBe(200);
};

describe('a message', () => {
  it('goes from the API by the queue to the table and its stream, each Lambda under its own role', async () => {
    const { machine, seen, folder } = await openHouse();
    expect(await say(machine, 'olá')).toBe(202);
    await seen('{"seen":"olá"}');
    expect(await rows(machine)).toEqual(['olá']);
    expect(readFileSync(join(folder, 'data', 'logs', 'watch.jsonl'), 'utf8')).toBe('{"seen":"olá"}\n');
    const permissions: unknown = await (await fetch(`${machine.aws}/_permissions`)).json();
    expect(permissions).toMatchObject({
      unused: [{ action: 'sqs:GetQueueUrl' }],
    });
  });

  it('is not lost when the worker is killed in the middle', async () => {
    const { machine, seen, advance } = await openHouse();
    await inject(machine, {
      service: 'dynamodb',
      operation: 'PutItem',
      function: 'work',
      error: 'crash',
      afterEffect: true,
    });
    expect(await say(machine, 'twice')).toBe(202);
    await seen('{"seen":"twice"}');
    const queue = new SQSClient(clientOf(machine));
    const left = async () => {
      const asked = {
        QueueUrl: machine.outputs['demo-app']?.['Queue'],
        AttributeNames: [
          'ApproximateNumberOfMessages' as const,
          'ApproximateNumberOfMessagesNotVisible' as const,
        ],
      };
      return Object.values((await queue.send(new GetQueueAttributesCommand(asked))).Attributes ?? {});
    };
    expect(await left()).toEqual(['0', '1']);
    advance(11_000);
    machine.tick();
    while ((await left()).includes('1')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect([await left(), await rows(machine)]).toEqual([['0', '0'], ['twice']]);
  });

  it('survives a restart of the machine in the queue and in the table', async () => {
    const house = await openHouse();
    await say(house.machine, 'before');
    await house.seen('{"seen":"before"}');
    await inject(house.machine, {
      service: 'lambda',
      operation: 'Invoke',
      function: 'work',
      error: 'ThrottlingException',
    });
    await say(house.machine, 'between');
    await house.machine.stop();
    house.advance(11_000);
    const again = await house.start();
    await house.seen('{"seen":"between"}');
    expect(await rows(again)).toEqual(['before', 'between']);
    expect(house.lines.filter(({ text }) => text === '{"seen":"before"}')).toHaveLength(1);
  });
});

describe('Lambda on the wire', () => {
  const invoke = async (machine: Machine, more: object = {}) => {
    const client = new LambdaClient({ ...clientOf(machine), maxAttempts: 1 });
    return client.send(
      new InvokeCommand({ FunctionName: 'demo-app-Watch', Payload: Buffer.from('{"Records":[]}'), ...more }),
    );
  };

  it('answers an invocation, an error of the function, and an event', async () => {
    const { machine, seen } = await openHouse();
    const answered = await invoke(machine);
    expect([answered.StatusCode, Buffer.from(answered.Payload ?? []).toString()]).toEqual([200, 'null']);
    const failed = await invoke(machine, { Payload: Buffer.from('{"Records":[{}]}') });
    expect([failed.StatusCode, failed.FunctionError]).toEqual([200, 'Unhandled']);
    expect(JSON.parse(Buffer.from(failed.Payload ?? []).toString())).toMatchObject({
      errorType: 'TypeError',
    });
    expect(
      (await invoke(machine, { InvocationType: 'Event', Payload: Buffer.from('{"a":1}') })).StatusCode,
    ).toBe(202);
    await seen('{"swept":{"a":1}}');
  });

  it('tells how a Lambda is configured', async () => {
    const { machine } = await openHouse();
    const asked = new GetFunctionConfigurationCommand({ FunctionName: 'demo-app-Receive' });
    const { Environment, Timeout } = await new LambdaClient(clientOf(machine)).send(asked);
    expect([Environment?.Variables, Timeout]).toEqual([
      { QUEUE: machine.outputs['demo-app']?.['Queue'] },
      10,
    ]);
  });

  it('tries an event three times and then says that it gave up', async () => {
    const { machine, problems } = await openHouse();
    await inject(machine, {
      service: 'lambda',
      operation: 'Invoke',
      function: 'watch',
      error: 'Broken',
      times: 3,
    });
    await invoke(machine, { InvocationType: 'Event' });
    await eventually(() => problems.length > 0);
    expect(problems).toEqual([expect.stringMatching(/^demo-app-Watch gave up an event: .*Broken/u)]);
  });

  it.each([
    [{ FunctionName: 'nobody' }, 'ResourceNotFoundException'],
    [{ Payload: Buffer.from('{') }, 'InvalidRequestContentException'],
    [
      { InvocationType: 'Event', Payload: Buffer.from(`"${'x'.repeat(1024 * 1024)}"`) },
      'RequestTooLargeException',
    ],
  ])('refuses %#', async (more, name) => {
    const { machine } = await openHouse();
    await expect(invoke(machine, more)).rejects.toMatchObject({ name });
  });
});

describe('the machine', () => {
  it('runs schedules by its clock, under the role of the schedule', async () => {
    const { machine, lines, advance } = await openHouse({ resources: sweeping });
    const runs = () => lines.filter(({ text }) => text === '{"swept":{"sweep":true}}').length;
    await eventually(() => runs() === 1);
    advance(60 * 60 * 1000);
    machine.tick();
    await eventually(() => runs() === 2);
    const response = await fetch(`${machine.aws}/_permissions`);
    expect(await response.text()).toMatch(
      /"role\/demo-app-SweepRole"|demo-app-SweepRole","action":"lambda:InvokeFunction"/u,
    );
  });

  it('gives each Lambda only what its role allows', async () => {
    const { machine } = await openHouse({ resources: { ReceiveRole: role() } });
    expect(await say(machine, 'denied')).toBe(500);
    const invoked = await machine.invoke('receive', { body: 'denied' });
    expect(invoked).toMatchObject({
      kind: 'failed',
      error: {
        errorType: 'AccessDeniedException',
        errorMessage: expect.stringMatching(
          /^User: arn:aws:sts::0{12}:assumed-role\/demo-app-ReceiveRole\/demo-app-Receive is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:sa-east-1:0{12}:demo-app-Queue because no identity-based policy/u,
        ),
      },
    });
  });

  it('keeps names, and serves a port that was asked for', async () => {
    const { machine } = await openHouse();
    expect(machine.functions.map(({ names }) => names[0])).toEqual(['receive', 'work', 'watch']);
    const port = Number(new URL(machine.aws).port);
    await machine.stop();
    const { machine: second } = await openHouse({ port });
    expect(second.aws).toBe(`http://127.0.0.1:${port}`);
    expect(second.outputs['demo-app']?.['Queue']).toBe(`${second.aws}/000000000000/demo-app-Queue`);
    const sent = await new SQSClient(clientOf(second)).send(
      new SendMessageCommand({ QueueUrl: second.outputs['demo-app']?.['Dead'], MessageBody: 'x' }),
    );
    expect(sent.MessageId).toBeTruthy();
  });

  it('stops at once, even while a Lambda works, and can be stopped twice', async () => {
    const { machine } = await openHouse({
      resources: { Wait: lambda('wait', 'WatchRole', {}, { Timeout: 60 }) },
    });
    const running = machine.invoke('wait', {});
    await machine.stop();
    await machine.stop();
    expect(await running).toMatchObject({ kind: 'failed' });
    await expect(fetch(machine.aws)).rejects.toThrow('fetch failed');
  });

  it('leaves no process behind when it is killed', async () => {
    const folder = temporaryFolder();
    writeDemo(join(folder, 'cdk.out'), { Wait: waiting });
    const host = spawn(
      process.execPath,
      [fileURLToPath(new URL('machine-host.ts', import.meta.url)), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void host.kill('SIGKILL'));
    let pid = 0;
    createInterface({ input: host.stdout }).on('line', (line) => {
      pid = Number(/"pid":(\d+)/u.exec(line)?.[1] ?? pid);
    });
    await eventually(() => pid !== 0);
    expect(isAlive(pid)).toBe(true);
    host.kill('SIGKILL');
    await eventually(() => !isAlive(pid));
    expect(isAlive(pid)).toBe(false);
  });
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('what AWS refuses does not start', () => {
  const get = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
  const mapping = (queue: string, more: object = {}) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: get(queue), FunctionName: { Ref: 'WorkFunction1A2B3C4D' }, ...more },
  });
  const fifo = { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true, VisibilityTimeout: 30 } };
  const fed = role({
    Effect: 'Allow',
    Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    Resource: '*',
  });

  it.each([
    [
      'a FIFO mapping of over 10 messages',
      { Fifo: fifo, WorkRole: fed, More: mapping('Fifo', { BatchSize: 11 }) },
      /demo-app\/More.*FIFO/u,
    ],
    [
      'a FIFO mapping that waits for a batch',
      { Fifo: fifo, WorkRole: fed, More: mapping('Fifo', { MaximumBatchingWindowInSeconds: 1 }) },
      /More.*FIFO/u,
    ],
    [
      'a queue whose messages come back before the function is done',
      {
        Short: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 5 } },
        WorkRole: fed,
        More: mapping('Short'),
      },
      /visibility timeout: 5 seconds is less than Function timeout: 10/u,
    ],
    ['a mapping whose role may not receive', { WorkRole: role() }, /demo-app\/Feed.*ReceiveMessage on SQS/u],
    [
      'a stream whose role may not read',
      { WatchRole: role() },
      /demo-app\/Changes.*lacks dynamodb:DescribeStream/u,
    ],
    [
      'a Lambda of 16 minutes',
      { More: lambda('work', 'WorkRole', {}, { Timeout: 960 }) },
      /demo-app\/More, AWS::Lambda::Function.*900 seconds/su,
    ],
    ['a missing bundle', { More: lambda('lost', 'WorkRole') }, /no asset\.lost/u],
    [
      'a type that nobody plays',
      { More: { Type: 'AWS::Kinesis::Stream' } },
      /does not know this resource type/u,
    ],
  ])('%s', async (_, resources, because) => {
    await expect(openHouse({ resources })).rejects.toThrow(because);
  });
});
