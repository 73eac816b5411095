/** State machines on the whole machine: every call of a task under the role, rights refused, faults, schedules, alarms. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeAlarmsCommand, CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { playAws } from '../../lib/local/aws.ts';
import { startMachine } from '../../lib/local/machine.ts';
import { temporaryFolder, writeAssembly } from './assembly.ts';
import { lambda, role } from './demo-app.ts';
import { allow, get, joined, openHouse, trusting, work } from './state-machine-house.ts';

const invoking = {
  Work: {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: '<<Work.Arn>>', Payload: '{% $states.input %}' },
    Output: '{% $states.result.Payload %}',
    TimeoutSeconds: 30,
    End: true,
  },
};
const mayInvoke = allow('lambda:InvokeFunction', get('Work'));

describe('a task', () => {
  it('invokes a Lambda, whose error has its own name', async () => {
    const { run } = await openHouse({ states: invoking, may: [mayInvoke] });
    expect(await run({ n: 1 })).toMatchObject({ status: 'SUCCEEDED', output: '{"worked":{"n":1}}' });
    expect(await run({ fail: true })).toMatchObject({ status: 'FAILED', error: 'OutOfStock' });
  });

  it('does nothing that the role of its machine may not', async () => {
    const { run } = await openHouse({ states: invoking });
    expect(await run()).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AWSLambdaException',
      cause: expect.stringMatching(
        /assumed-role\/demo-MachineRole\/.* is not authorized to perform: lambda:InvokeFunction/u,
      ),
    });
  });

  it('writes a row, sends a message, publishes a notice and starts an execution', async () => {
    const next = (Next: string) => ({ Type: 'Task', Output: '{% $states.input %}', Next });
    const { run, settings, machine } = await openHouse({
      states: {
        Put: {
          ...next('Put again'),
          Resource: 'arn:aws:states:::dynamodb:putItem',
          Arguments: { TableName: 'items', Item: { id: { S: '{% $states.input.id %}' } } },
        },
        'Put again': {
          ...next('Send'),
          Resource: 'arn:aws:states:::aws-sdk:dynamodb:putItem',
          Arguments: {
            TableName: 'items',
            Item: { id: { S: '{% $states.input.id %}' } },
            ConditionExpression: 'attribute_not_exists(id)',
          },
          Catch: [
            {
              ErrorEquals: ['DynamoDb.ConditionalCheckFailedException'],
              Next: 'Send',
              Assign: { twice: true },
              Output: '{% $states.input %}',
            },
          ],
        },
        Send: {
          ...next('Publish'),
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Arguments: { QueueUrl: '<<Queue>>', MessageBody: { id: '{% $states.input.id %}' } },
        },
        Publish: {
          ...next('Start'),
          Resource: 'arn:aws:states:::sns:publish',
          Arguments: { TopicArn: '<<Topic>>', Message: { id: '{% $states.input.id %}' } },
        },
        Start: {
          ...next('Read'),
          Resource: 'arn:aws:states:::states:startExecution',
          Arguments: { StateMachineArn: '<<Other>>', Name: 'child', Input: { id: '{% $states.input.id %}' } },
        },
        Read: {
          Type: 'Task',
          Resource: 'arn:aws:states:::dynamodb:getItem',
          Arguments: { TableName: 'items', Key: { id: { S: '{% $states.input.id %}' } } },
          Output: '{% [$states.result.Item.id.S, $twice] %}',
          End: true,
        },
      },
      may: [
        allow(['dynamodb:PutItem', 'dynamodb:GetItem'], get('Table')),
        allow('sqs:SendMessage', get('Queue')),
        allow('sns:Publish', { Ref: 'Topic' }),
        allow('states:StartExecution', { Ref: 'Other' }),
      ],
      more: {
        OtherRole: trusting('states.amazonaws.com', []),
        Other: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            RoleArn: get('OtherRole'),
            DefinitionString: joined({ One: { Type: 'Pass', End: true } }),
          },
        },
      },
    });
    const done = await run({ id: 'row-1' });
    expect([done.status, done.error, done.cause, done.output]).toEqual([
      'SUCCEEDED',
      undefined,
      undefined,
      '["row-1",true]',
    ]);
    const read = new GetItemCommand({ TableName: 'items', Key: { id: { S: 'row-1' } } });
    expect((await new DynamoDBClient(settings).send(read)).Item).toEqual({ id: { S: 'row-1' } });
    const child = new DescribeExecutionCommand({
      executionArn: 'arn:aws:states:sa-east-1:000000000000:execution:demo-Other:child',
    });
    expect((await new SFNClient(settings).send(child)).input).toBe('{"id":"row-1"}');
    const report: unknown = await (await fetch(`${machine.aws}/_permissions`)).json();
    expect(report).toMatchObject({
      unused: expect.not.arrayContaining([
        expect.objectContaining({ role: expect.stringContaining('MachineRole') }),
      ]),
    });
  });
});

describe('an object', () => {
  it('is written and read, and one that is not there has its name', async () => {
    const object = (action: string, Arguments: object, more: object) => ({
      Type: 'Task',
      Resource: `arn:aws:states:::aws-sdk:s3:${action}`,
      Arguments: { Bucket: '<<Bucket>>', ...Arguments },
      ...more,
    });
    const { run } = await openHouse({
      states: {
        Put: object('putObject', { Key: 'a/b c', Body: 'text' }, { Next: 'Get' }),
        Get: object(
          'getObject',
          { Key: 'a/b c' },
          { Next: 'Miss', Assign: { text: '{% $states.result.Body %}' } },
        ),
        Miss: object(
          'getObject',
          { Key: 'none' },
          { Next: 'Show', Catch: [{ ErrorEquals: ['S3.NoSuchKeyException'], Next: 'Show' }] },
        ),
        Show: { Type: 'Pass', Output: '{% [$text, $states.input.Error] %}', End: true },
      },
      may: [
        allow(['s3:GetObject', 's3:PutObject'], { 'Fn::Join': ['', [get('Bucket'), '/*']] }),
        allow('s3:ListBucket', get('Bucket')),
      ],
      more: { Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } },
    });
    expect((await run()).output).toBe('["text","S3.NoSuchKeyException"]');
  });
});

describe('a Lambda', () => {
  it('starts what its role names, and nothing else, and looks at nothing', async () => {
    const { asLambda, stateMachineArn, ended } = await openHouse({
      states: { One: { Type: 'Pass', End: true } },
    });
    const executionArn = stateMachineArn.replace(':stateMachine:', ':execution:') + ':one';
    expect(await asLambda('StartExecution', { stateMachineArn, name: 'one' })).toMatchObject({
      executionArn,
    });
    expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
    const other = await asLambda('StartExecution', { stateMachineArn: `${stateMachineArn}-2` });
    expect(other).toMatchObject({ __type: 'AccessDeniedException' });
    expect(await asLambda('DescribeExecution', { executionArn })).toMatchObject({
      __type: 'AccessDeniedException',
    });
    const taskToken = Buffer.from(JSON.stringify([stateMachineArn, 'one', '0', 'x'])).toString('base64url');
    expect(await asLambda('SendTaskSuccess', { taskToken, output: '1' })).toMatchObject({
      __type: 'AccessDeniedException',
    });
    expect(await asLambda('SendTaskSuccess', { taskToken: 'garbage', output: '1' })).toMatchObject({
      __type: 'InvalidToken',
    });
  });
});

describe('a role that does not trust Step Functions', () => {
  it('stops the machine from being made', async () => {
    const more = { MachineRole: trusting('lambda.amazonaws.com', []) };
    await expect(openHouse({ states: { One: { Type: 'Pass', End: true } }, more })).rejects.toThrow(
      /Neither the global service principal states\.amazonaws\.com/u,
    );
  });
});

describe('the end of the machine', () => {
  it('fails no task that it cuts: the Lambda is invoked again after the next start', async () => {
    const { folder, sfn, stateMachineArn, restart } = await openHouse({ states: invoking, may: [mayInvoke] });
    const mark = join(folder, 'mark');
    const asked = { stateMachineArn, input: JSON.stringify({ mark }) };
    const { executionArn } = await sfn.send(new StartExecutionCommand(asked));
    await expect.poll(() => existsSync(mark), { timeout: 10_000 }).toBe(true);
    const again = await restart();
    const describe = () => again.send(new DescribeExecutionCommand({ executionArn }));
    await expect.poll(async () => (await describe()).status, { timeout: 10_000 }).toBe('SUCCEEDED');
    expect((await describe()).output).toBe(JSON.stringify({ worked: { mark } }));
  });
});

describe('a clean stop', () => {
  it('tells Step Functions before the Lambdas that it waits for are ended', async () => {
    const folder = temporaryFolder();
    const order: string[] = [];
    const machine = await startMachine({
      assembly: writeAssembly(join(folder, 'cdk.out'), [
        {
          name: 'demo',
          template: { Resources: { Role: role(), Work: lambda('work', 'Role') } },
          assets: { work: { 'index.mjs': work } },
        },
      ]),
      region: 'sa-east-1',
      data: join(folder, 'data'),
      services: (host) => {
        const played = playAws(host, { bedrock: { models: {}, answer: () => ({ text: '' }) } });
        return { ...played, halt: () => void order.push('halt') };
      },
    });
    const cut = machine.invoke('work', { mark: join(folder, 'mark') });
    await expect.poll(() => existsSync(join(folder, 'mark')), { timeout: 10_000 }).toBe(true);
    void cut.then(({ kind }) => order.push(kind));
    await machine.stop();
    await cut;
    expect(order).toEqual(['halt', 'failed']);
  });
});

describe('a fault', () => {
  it('hits the calls of Step Functions, and those that its tasks make', async () => {
    const { machine, run, sfn, stateMachineArn } = await openHouse({
      states: { Work: { ...invoking.Work, Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'] }] } },
      may: [mayInvoke],
    });
    const inject = (fault: object) =>
      fetch(`${machine.aws}/_fault`, { method: 'POST', body: JSON.stringify(fault) });
    await inject({
      service: 'states',
      operation: 'StartExecution',
      error: 'ThrottlingException',
      afterEffect: true,
    });
    await inject({ service: 'lambda', operation: 'Invoke', error: 'TooManyRequestsException' });
    const asked = { stateMachineArn, name: 'one', input: '{}' };
    // The client tries again, and the second call finds the execution that the first one started.
    const { executionArn } = await sfn.send(new StartExecutionCommand(asked));
    expect(executionArn).toMatch(/:one$/u);
    expect(await run()).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('a schedule', () => {
  it('starts an execution with its input', async () => {
    const { sfn, stateMachineArn, ended, advance } = await openHouse({
      states: { One: { Type: 'Pass', End: true } },
      more: {
        ScheduleRole: trusting('scheduler.amazonaws.com', [
          allow('states:StartExecution', { Ref: 'Machine' }),
        ]),
        Schedule: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: {
            ScheduleExpression: 'rate(1 hour)',
            FlexibleTimeWindow: { Mode: 'OFF' },
            Target: { Arn: { Ref: 'Machine' }, RoleArn: get('ScheduleRole'), Input: '{"swept":true}' },
          },
        },
      },
    });
    advance(0);
    const list = async () =>
      (await sfn.send(new ListExecutionsCommand({ stateMachineArn }))).executions ?? [];
    await expect.poll(async () => (await list()).length).toBe(1);
    expect(await ended((await list())[0]?.executionArn)).toMatchObject({ input: '{"swept":true}' });
  });
});

describe('an alarm', () => {
  it('goes off for an execution that failed', async () => {
    const { run, settings } = await openHouse({
      states: { No: { Type: 'Fail', Error: 'No' } },
      more: {
        Fails: {
          Type: 'AWS::CloudWatch::Alarm',
          Properties: {
            AlarmName: 'fails',
            Namespace: 'AWS/States',
            MetricName: 'ExecutionsFailed',
            Dimensions: [{ Name: 'StateMachineArn', Value: { Ref: 'Machine' } }],
            Statistic: 'Sum',
            Period: 60,
            EvaluationPeriods: 1,
            Threshold: 1,
            ComparisonOperator: 'GreaterThanOrEqualToThreshold',
            TreatMissingData: 'notBreaching',
          },
        },
      },
    });
    await run();
    const watch = new CloudWatchClient(settings);
    const state = async () => (await watch.send(new DescribeAlarmsCommand({}))).MetricAlarms?.[0]?.StateValue;
    await expect.poll(state, { timeout: 10_000 }).toBe('ALARM');
  });
});
