/** Lambda on the wire: Invoke, and the resource types that only name a function in another way. */
import { z } from 'zod';
import { AwsError } from '../service.ts';
import type { AwsAnswer, AwsRequest, Provisioned, Resource, Service } from '../service.ts';
import type { Background } from './background.ts';
import type { FunctionConfig } from './function-config.ts';
import type { Functions } from './functions.ts';
import type { Invoked } from './invoked.ts';

const invocation = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/u;
const configuration = /^\/2015-03-31\/functions\/([^/]+)\/configuration$/u;

type Target = { readonly nameOrArn: string; readonly qualifier: string | undefined };

/** Name, ARN, either with `:qualifier`, or the qualifier in the query. */
const targetOf = ({ path, query }: AwsRequest): Target => {
  const nameOrArn = decodeURIComponent((invocation.exec(path) ?? configuration.exec(path))?.[1] ?? '');
  const [, inName] = /^(?:arn:.*:function:)?[^:]+:([^:]+)$/u.exec(nameOrArn) ?? [];
  return { nameOrArn, qualifier: query.get('Qualifier') ?? inName };
};

const reference = z.object({ FunctionName: z.string(), Name: z.string().optional() });

export const lambdaService = (
  functions: Functions,
  background: Pick<Background, 'invoke'>,
  place: { readonly region: string; readonly account: string },
): Service => {
  const arnOf = ({ nameOrArn, qualifier }: Target): string => {
    const arn =
      functions.find(nameOrArn)?.arn ??
      `arn:aws:lambda:${place.region}:${place.account}:function:${nameOrArn}`;
    return qualifier === undefined ? arn : `${arn}:${qualifier}`;
  };

  const existing = (target: Target): FunctionConfig => {
    const found = functions.find(target.nameOrArn);
    if (found === undefined)
      throw new AwsError('ResourceNotFoundException', `Function not found: ${arnOf(target)}`, 404);
    return found;
  };

  /** Versions and aliases run the one code there is. */
  const provision = ({ properties }: Resource): Provisioned => {
    const { FunctionName, Name = '1' } = reference.parse(properties);
    const arn = functions.find(FunctionName)?.arn;
    if (arn === undefined) throw new Error(`no function ${FunctionName}`);
    const qualified = `${arn}:${Name}`;
    return {
      ref: qualified,
      attributes: { AliasArn: qualified, FunctionArn: qualified, FunctionName, Version: '1' },
    };
  };

  const invoke = async (request: AwsRequest, { name }: FunctionConfig): Promise<AwsAnswer> => {
    const payload = jsonPayload(request.body);
    switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
      case 'DryRun':
        return { status: 204, body: '' };
      case 'Event':
        return answerOf(background.invoke(name, payload));
      case 'RequestResponse':
        return answerOf(await functions.invoke(name, payload));
      default:
        throw new AwsError(
          'InvalidParameterValueException',
          'InvocationType is Event, RequestResponse or DryRun',
        );
    }
  };

  return {
    name: 'lambda',
    types: ['AWS::Lambda::Version', 'AWS::Lambda::Alias'],
    provision,
    operation: (request) => operationOf(request) ?? `${request.method} ${request.path}`,
    permissions: (request) => {
      const operation = operationOf(request);
      if (operation === undefined) return [];
      const action = operation === 'Invoke' ? 'lambda:InvokeFunction' : `lambda:${operation}`;
      return [{ action, resource: arnOf(targetOf(request)) }];
    },
    answer: async (request) => {
      const operation = operationOf(request);
      switch (operation) {
        case 'Invoke':
          return invoke(request, existing(targetOf(request)));
        case 'GetFunctionConfiguration':
          return configurationOf(existing(targetOf(request)));
        case undefined:
          throw new AwsError(
            'UnknownOperationException',
            'of Lambda only Invoke and GetFunctionConfiguration are imitated on this machine',
            404,
          );
        default:
          return operation satisfies never;
      }
    },
    close: () => Promise.resolve(),
  };
};

const operationOf = ({ method, path }: AwsRequest): 'Invoke' | 'GetFunctionConfiguration' | undefined => {
  if (method === 'POST' && invocation.test(path)) return 'Invoke';
  return method === 'GET' && configuration.test(path) ? 'GetFunctionConfiguration' : undefined;
};

const configurationOf = (found: FunctionConfig): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    FunctionName: found.name,
    FunctionArn: found.arn,
    Handler: found.handler,
    Role: found.roleArn,
    Timeout: found.timeoutSeconds,
    MemorySize: found.memoryMb,
    Environment: { Variables: found.variables },
    Version: '$LATEST',
    State: 'Active',
  }),
});

const jsonPayload = (body: Buffer): string => {
  const text = body.length === 0 ? '{}' : body.toString('utf8');
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new AwsError(
      'InvalidRequestContentException',
      'Could not parse request body into json: it is no JSON text',
    );
  }
};

const answerOf = (invoked: Invoked | { readonly kind: 'accepted' }): AwsAnswer => {
  const version = { 'x-amz-executed-version': '$LATEST' };
  switch (invoked.kind) {
    case 'accepted':
      return { status: 202, body: '' };
    case 'returned':
      return {
        status: 200,
        headers: { ...version, 'content-type': 'application/json' },
        body: invoked.payload,
      };
    case 'failed':
      return {
        status: 200,
        headers: { ...version, 'content-type': 'application/json', 'x-amz-function-error': 'Unhandled' },
        body: JSON.stringify(invoked.error),
      };
    case 'refused':
      throw new AwsError(invoked.code, invoked.message, invoked.status);
    default:
      return invoked satisfies never;
  }
};
