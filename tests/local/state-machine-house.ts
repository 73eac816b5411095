/** A small application with a state machine `demo` on the whole local machine, and the ways to run it. */
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, onTestFinished } from 'vitest';
import { playAws } from '../../lib/local/aws.ts';
import { startMachine } from '../../lib/local/machine.ts';
import { temporaryFolder, writeAssembly } from './assembly.ts';
import { lambda, role } from './demo-app.ts';

export const get = (logicalId: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [logicalId, attribute] });
export const allow = (Action: string | readonly string[], Resource: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
});

export const trusting = (service: string, statements: readonly object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: service },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    },
    ...(statements.length === 0
      ? {}
      : {
          Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
        }),
  },
});

/** The definition as CDK writes it: one Fn::Join around the references. */
export const joined = (states: object) => {
  const text = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states });
  const parts = text.split(/<<(\w+)(?:\.(\w+))?>>/u);
  const list: unknown[] = [];
  for (let index = 0; index < parts.length; index += 3) {
    list.push(parts[index]);
    const [id, attribute] = [parts[index + 1], parts[index + 2]];
    if (id !== undefined) list.push(attribute === undefined ? { Ref: id } : get(id, attribute));
  }
  return { 'Fn::Join': ['', list] };
};

export const work = `
  import { existsSync, writeFileSync } from 'node:fs';
  export const handler = async (event) => {
    if (event.fail) throw Object.assign(new Error('no shirts'), { name: 'OutOfStock' });
    if (event.mark !== undefined && !existsSync(event.mark)) {
      writeFileSync(event.mark, '');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    }
    return { worked: event };
  };`;

/** Starts executions or answers tokens as far as its own role may. */
const call = `
  export const handler = async ({ operation, input }) => {
    const { AWS_ACCESS_KEY_ID: key, AWS_REGION: region, AWS_ENDPOINT_URL: url } = process.env;
    const authorization = 'AWS4-HMAC-SHA256 Credential=' + key + '/20261120/' + region + '/states/aws4_request';
    const headers = { authorization, 'x-amz-target': 'AWSStepFunctions.' + operation };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
    return response.json();
  };`;

type Extra = {
  readonly states: object;
  readonly may?: readonly object[];
  readonly more?: Readonly<Record<string, object>>;
};

export const openHouse = async ({ states, may = [], more = {} }: Extra) => {
  const folder = temporaryFolder();
  let ahead = 0;
  const resources = {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'items',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      },
    },
    Queue: { Type: 'AWS::SQS::Queue' },
    Topic: { Type: 'AWS::SNS::Topic' },
    WorkRole: role(),
    Work: lambda('work', 'WorkRole'),
    CallRole: role(allow('states:StartExecution', { Ref: 'Machine' })),
    Call: lambda('call', 'CallRole'),
    MachineRole: trusting('states.amazonaws.com', may),
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { StateMachineName: 'demo', RoleArn: get('MachineRole'), DefinitionString: joined(states) },
    },
    ...more,
  };
  const assembly = writeAssembly(join(folder, 'cdk.out'), [
    {
      name: 'demo',
      template: { Resources: resources },
      assets: { work: { 'index.mjs': work }, call: { 'index.mjs': call } },
    },
  ]);
  const begin = async () => {
    const started = await startMachine({
      assembly,
      region: 'sa-east-1',
      data: join(folder, 'data'),
      clock: () => Date.now() + ahead,
      services: (host) => playAws(host, { bedrock: { models: {}, answer: () => ({ text: '' }) } }),
    });
    onTestFinished(() => started.stop());
    return started;
  };
  const machine = await begin();
  const settings = { endpoint: machine.aws, region: 'sa-east-1', credentials: machine.administrator };
  const sfn = new SFNClient(settings);
  const stateMachineArn = 'arn:aws:states:sa-east-1:000000000000:stateMachine:demo';
  const ended = async (executionArn: string | undefined) => {
    const describe = () => sfn.send(new DescribeExecutionCommand({ executionArn }));
    await expect.poll(async () => (await describe()).status, { timeout: 10_000 }).not.toBe('RUNNING');
    return describe();
  };
  return {
    folder,
    machine,
    /** Starts the machine again on its folder; answers a client of the new one. */
    restart: async () => {
      await machine.stop();
      const again = await begin();
      again.tick();
      return new SFNClient({ ...settings, endpoint: again.aws, credentials: again.administrator });
    },
    settings,
    sfn,
    stateMachineArn,
    ended,
    run: async (input: unknown = {}) => {
      const asked = { stateMachineArn, input: JSON.stringify(input) };
      return ended((await sfn.send(new StartExecutionCommand(asked))).executionArn);
    },
    advance: (milliseconds: number) => {
      ahead += milliseconds;
      machine.tick();
    },
    /** What the Lambda `call` is answered by Step Functions. */
    asLambda: async (operation: string, input: object): Promise<unknown> => {
      const Payload = JSON.stringify({ operation, input });
      const answer = await new LambdaClient(settings).send(
        new InvokeCommand({ FunctionName: 'demo-Call', Payload }),
      );
      return JSON.parse(answer.Payload?.transformToString() ?? '');
    },
  };
};
