/** Other services as a task: the call in the protocol of each, and how its errors are named. */
import { z } from 'zod';
import { isObject } from '../../../asl/json.ts';
import type { Json } from '../../../asl/json.ts';
import type { AwsCall, AwsReply } from './caller.ts';
import { codeOf, messageOf, parsedOr } from './replies.ts';
import type { TaskOutcome } from './store.ts';

type Played = {
  /** Signing name. */
  readonly service: string;
  /** How errors begin: by the integration of its own, and by an SDK integration. */
  readonly errors: readonly [own: string, sdk: string];
  /** The exception of the client for codes without a class of their own. */
  readonly base: readonly [own: string, sdk: string];
  readonly call: (action: string, given: Readonly<Record<string, Json>>) => AwsCall;
  readonly result: (reply: AwsReply, given: Readonly<Record<string, Json>>) => Json;
};

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const json =
  (service: string, target: string) =>
  (action: string, given: Readonly<Record<string, Json>>): AwsCall => ({
    service,
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${target}.${upperFirst(action)}`,
    },
    body: JSON.stringify(given),
  });

const renamed = (value: Readonly<Record<string, Json>>, rename: (name: string) => string) =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [rename(name), one]));

const members = z.record(z.string(), z.json());
const bodyOf = (reply: AwsReply): Readonly<Record<string, Json>> =>
  members.safeParse(parsedOr(reply.body, {})).data ?? {};

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

const publish = (_: string, { TopicArn, Message, Subject }: Readonly<Record<string, Json>>): AwsCall => {
  const form = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', Message: textOf(Message) });
  if (typeof TopicArn === 'string') form.set('TopicArn', TopicArn);
  if (typeof Subject === 'string') form.set('Subject', Subject);
  return {
    service: 'sns',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  };
};

const object = (action: string, { Bucket, Key, Body }: Readonly<Record<string, Json>>): AwsCall => ({
  service: 's3',
  method: action === 'getObject' ? 'GET' : 'PUT',
  path: `/${textOf(Bucket)}/${textOf(Key).split('/').map(encodeURIComponent).join('/')}`,
  headers: {},
  body: action === 'getObject' ? '' : textOf(Body),
});

const played: Readonly<Record<string, Played>> = {
  dynamodb: {
    service: 'dynamodb',
    errors: ['DynamoDB', 'DynamoDb'],
    base: ['AmazonDynamoDBException', 'DynamoDbException'],
    call: json('dynamodb', 'DynamoDB_20120810'),
    result: bodyOf,
  },
  sqs: {
    service: 'sqs',
    errors: ['SQS', 'Sqs'],
    base: ['AmazonSQSException', 'SqsException'],
    call: json('sqs', 'AmazonSQS'),
    result: bodyOf,
  },
  states: {
    service: 'states',
    errors: ['StepFunctions', 'Sfn'],
    base: ['AWSStepFunctionsException', 'SfnException'],
    call: (action, given) => json('states', 'AWSStepFunctions')(action, renamed(given, lowerFirst)),
    result: (reply) => renamed(bodyOf(reply), upperFirst),
  },
  sns: {
    service: 'sns',
    errors: ['SNS', 'Sns'],
    base: ['AmazonSNSException', 'SnsException'],
    call: publish,
    result: ({ body }) => ({ MessageId: /<MessageId>([^<]+)</u.exec(body)?.[1] ?? '' }),
  },
  s3: {
    service: 's3',
    errors: ['S3', 'S3'],
    base: ['S3Exception', 'S3Exception'],
    call: object,
    result: ({ body, headers }, { Body }) => ({
      ETag: String(headers['etag'] ?? ''),
      ...(Body === undefined ? { Body: body } : {}),
    }),
  },
};

/** Where the integration of AWS's own takes an object, the service takes a text. */
const texts: Readonly<Record<string, string>> = { sqs: 'MessageBody', sns: 'Message', states: 'Input' };

/** The codes that every service has and no client has a class for. */
const common =
  /^(?:AccessDenied|UnrecognizedClient|ExpiredToken|Throttling|Validation|InternalFailure|Authorization)/u;

/** `type` as in the Resource: `dynamodb`, `aws-sdk:dynamodb`. */
export const serviceTask = (type: string, action: string, args: Json) => {
  const sdk = type.startsWith('aws-sdk:');
  const name = sdk ? type.slice('aws-sdk:'.length).replace('sfn', 'states') : type;
  const service = played[name];
  if (service === undefined) throw new Error(`${type} is not imitated on this machine`);
  const given = members.parse(isObject(args) ? args : {});
  const textual = sdk ? undefined : texts[name];
  const sent =
    textual === undefined || given[textual] === undefined
      ? given
      : { ...given, [textual]: textOf(given[textual]) };
  const operation = action.split('.')[0] ?? '';
  const pick = ([own, other]: readonly [own: string, sdk: string]) => (sdk ? other : own);

  const errorOf = (reply: AwsReply): string => {
    const code = codeOf(reply);
    const suffixed = code.endsWith('Exception') ? code : `${code}Exception`;
    return `${pick(service.errors)}.${common.test(code) ? pick(service.base) : suffixed}`;
  };

  return {
    call: service.call(operation, sent),
    outcome: (reply: AwsReply): TaskOutcome =>
      reply.status < 300
        ? { ok: true, output: service.result(reply, sent) }
        : { ok: false, error: errorOf(reply), cause: messageOf(reply) },
  };
};
