/** A small application in templates: an HTTP API, a queue with a worker, a table with a stream. */
import { writeAssembly } from './assembly.ts';
import type { WrittenStack } from './assembly.ts';

const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (action: string | readonly string[], resource: unknown) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
const trust = document({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: 'lambda.amazonaws.com' },
});
const get = (logicalId: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [logicalId, attribute] });

export const role = (...statements: readonly object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: trust,
    ManagedPolicyArns: [
      {
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
        ],
      },
    ],
    ...(statements.length === 0
      ? {}
      : { Policies: [{ PolicyName: 'own', PolicyDocument: document(...statements) }] }),
  },
});

export const lambda = (asset: string, roleId: string, variables: object = {}, more: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: `${asset}.zip` },
    Handler: 'index.handler',
    Role: get(roleId),
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Timeout: 10,
    Environment: { Variables: variables },
    ...more,
  },
});

/** Signs as far as the gateway looks, and calls an operation of the JSON protocol. */
const caller = `
  export const call = async (service, target, body) => {
    const { AWS_ACCESS_KEY_ID: key, AWS_REGION: region, AWS_ENDPOINT_URL: url } = process.env;
    const authorization = 'AWS4-HMAC-SHA256 Credential=' + key + '/20261120/' + region + '/' + service + '/aws4_request';
    const response = await fetch(url, { method: 'POST', headers: { authorization, 'x-amz-target': target }, body: JSON.stringify(body) });
    const answer = await response.json();
    if (!response.ok) throw Object.assign(new Error(answer.message), { name: answer.__type });
    return answer;
  };`;

const receive = `
  import { call } from './call.mjs';
  export const handler = async ({ body }) => {
    await call('sqs', 'AmazonSQS.SendMessage', { QueueUrl: process.env.QUEUE, MessageBody: body });
    return { statusCode: 202, body: '' };
  };`;

const work = `
  import { call } from './call.mjs';
  export const handler = async ({ Records }) => {
    for (const { body } of Records)
      await call('dynamodb', 'DynamoDB_20120810.PutItem', { TableName: process.env.TABLE, Item: { id: { S: body } } });
  };`;

const watch = `
  export const handler = async (event) => {
    for (const { dynamodb } of event.Records ?? []) console.log(JSON.stringify({ seen: dynamodb.Keys.id.S }));
    if (event.Records === undefined) console.log(JSON.stringify({ swept: event }));
  };`;

const wait = `
  export const handler = () => {
    console.log(JSON.stringify({ pid: process.pid }));
    return new Promise((resolve) => setTimeout(resolve, 60_000));
  };`;

const data = {
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      },
    },
  },
  Outputs: {
    Name: { Value: { Ref: 'Table' }, Export: { Name: 'demo:Table' } },
    Arn: { Value: get('Table'), Export: { Name: 'demo:TableArn' } },
    Stream: { Value: get('Table', 'StreamArn'), Export: { Name: 'demo:Stream' } },
  },
};

const imported = (name: string) => ({ 'Fn::ImportValue': `demo:${name}` });

const app = {
  Resources: {
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        VisibilityTimeout: 10,
        RedrivePolicy: { deadLetterTargetArn: get('Dead'), maxReceiveCount: 3 },
      },
    },
    Dead: { Type: 'AWS::SQS::Queue' },
    ReceiveRole: role(allow(['sqs:SendMessage', 'sqs:GetQueueUrl'], get('Queue'))),
    Receive: lambda('receive', 'ReceiveRole', { QUEUE: { Ref: 'Queue' } }),
    WorkRole: role(
      allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], get('Queue')),
      allow('dynamodb:PutItem', imported('TableArn')),
    ),
    WorkFunction1A2B3C4D: lambda('work', 'WorkRole', { TABLE: imported('Table') }),
    Feed: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: get('Queue'),
        FunctionName: { Ref: 'WorkFunction1A2B3C4D' },
        BatchSize: 1,
      },
    },
    WatchRole: role(
      allow(
        ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        imported('Stream'),
      ),
    ),
    Watch: lambda('watch', 'WatchRole'),
    Changes: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: imported('Stream'),
        FunctionName: { Ref: 'Watch' },
        StartingPosition: 'TRIM_HORIZON',
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'demo', ProtocolType: 'HTTP' } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Api' },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: get('Receive'),
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: 'Api' },
        RouteKey: 'POST /messages',
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
      },
    },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: get('Receive'),
        Principal: 'apigateway.amazonaws.com',
        SourceArn: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*/messages' },
      },
    },
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
  },
  Outputs: { Queue: { Value: { Ref: 'Queue' } }, Dead: { Value: { Ref: 'Dead' } } },
};

/** A schedule, for the tests that want one: it runs for the first time as soon as the machine is up. */
export const sweeping: Readonly<Record<string, object>> = {
  SweepRole: role(allow('lambda:InvokeFunction', get('Watch'))),
  Sweep: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'rate(1 hour)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: get('Watch'), RoleArn: get('SweepRole'), Input: '{"sweep":true}' },
    },
  },
};

/** Writes the demo into the folder, with other resources in `demo-app` if a test wants some. */
export const writeDemo = (folder: string, resources: Readonly<Record<string, object>> = {}): string => {
  const stacks: readonly WrittenStack[] = [
    {
      name: 'demo-app',
      template: { ...app, Resources: { ...app.Resources, ...resources } },
      assets: {
        receive: { 'index.mjs': receive, 'call.mjs': caller },
        work: { 'index.mjs': work, 'call.mjs': caller },
        watch: { 'index.mjs': watch },
        wait: { 'index.mjs': wait },
      },
    },
    { name: 'demo-data', template: data },
    {
      name: 'demo-elsewhere',
      region: 'us-east-1',
      template: { Resources: { Bus: { Type: 'AWS::Kinesis::Stream' } } },
    },
  ];
  return writeAssembly(folder, stacks);
};
