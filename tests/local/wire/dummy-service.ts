/** Stand-ins that answer what they were asked, and a gateway around them: for tests of the wire. */
import { onTestFinished } from 'vitest';
import { openFaults } from '../../../lib/local/faults.ts';
import { openGateway } from '../../../lib/local/gateway.ts';
import { openIdentity } from '../../../lib/local/iam/identity.ts';
import { AwsError } from '../../../lib/local/service.ts';
import type { AwsAnswer, AwsRequest, Service } from '../../../lib/local/service.ts';
import { openFront } from '../../../lib/local/wire/front.ts';

const account = '000000000000';
const region = 'sa-east-1';

type Dummy = { readonly service: Service; readonly seen: AwsRequest[] };

/** Operation is the target header or the last part of the path; the body may ask for an error. */
const dummy = (name: string): Dummy => {
  const seen: AwsRequest[] = [];
  const operation = ({ headers, path }: AwsRequest) =>
    headers['x-amz-target']?.split('.')[1] ?? path.split('/').at(-1) ?? '';
  const answer = async (request: AwsRequest): Promise<AwsAnswer> => {
    seen.push(request);
    const text = request.body.toString('utf8');
    if (text.includes('please fail')) throw new AwsError('ResourceNotFoundException', 'no such thing', 404);
    if (text.includes('please break')) throw new Error('a bug');
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ got: text }),
    };
  };
  const service: Service = {
    name,
    types: [],
    provision: () => ({ ref: '', attributes: {} }),
    operation,
    permissions: (request) => [
      { action: `${name}:${operation(request)}`, resource: `arn:aws:${name}:::thing` },
    ],
    answer,
    close: () => Promise.resolve(),
  };
  return { service, seen };
};

/** A gateway with services of these names, and the key of a Lambda that may do what `statements` say. */
export const openHouse = async (names: readonly string[], ...statements: readonly object[]) => {
  const identity = openIdentity(account, region, () => 0);
  const made = await identity.roles.provision({
    stack: 'app',
    logicalId: 'Worker',
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'lambda.amazonaws.com' },
        },
      },
      Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    },
  });
  const crashes: string[] = [];
  const worker = identity.callers.ofFunction(made.attributes['Arn'] ?? '', {
    name: 'app-GenerateReply',
    names: ['generate-reply', 'app-GenerateReply'],
    crash: () => crashes.push('generate-reply'),
  });
  const dummies = new Map(names.map((name) => [name, dummy(name)]));
  const services = [...dummies.values()].map(({ service }) => service);
  const bugs: unknown[] = [];
  const handle = openFront({
    services,
    region,
    access: identity.access,
    callers: identity.callers,
    faults: openFaults(names),
    sent: (after) => [{ n: 1 }, { n: 2 }].filter(({ n }) => n > after),
    onBug: (error) => bugs.push(error),
  });
  const gateway = await openGateway(handle);
  onTestFinished(() => gateway.close());
  return {
    url: gateway.url,
    worker,
    administrator: identity.callers.administrator,
    crashes,
    bugs,
    seen: (name: string) => dummies.get(name)?.seen ?? [],
  };
};

/** The header that an SDK would send. */
export const authorization = (accessKeyId: string, service: string, inRegion = region): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261120/${inRegion}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
