/** An HTTP API over the wire: stages, permissions, limits and time-outs as API Gateway has them. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHttpApis } from '../../../lib/local/lambda/http-api.ts';
import type { Invoked } from '../../../lib/local/lambda/invoked.ts';
import { openInvokePermissions } from '../../../lib/local/lambda/permissions.ts';
import { readFunction } from '../../../lib/local/lambda/function-config.ts';

const place = { region: 'sa-east-1', account: '000000000000' };
const config = readFunction(
  {
    stack: 'app',
    logicalId: 'Receive',
    type: 'AWS::Lambda::Function',
    properties: { Code: { S3Key: 'x.zip' }, Handler: 'index.handler', Role: 'role', Runtime: 'nodejs24.x' },
  },
  place,
);

type HouseOptions = {
  readonly answer?: (event: unknown) => Promise<Invoked>;
  readonly stage?: string;
  readonly sourceArn?: string;
  readonly route?: object;
  readonly integration?: object;
  readonly api?: object;
};

const echo = async (event: unknown): Promise<Invoked> => ({
  kind: 'returned',
  payload: JSON.stringify(event),
});

const openHouse = async (options: HouseOptions = {}) => {
  const find = (name: string) => (name.endsWith(config.name) ? config : undefined);
  const permissions = openInvokePermissions((name) => find(name)?.arn);
  const apis = openHttpApis({
    ...place,
    clock: () => 0,
    find,
    invoke: async (_, payload) => (options.answer ?? echo)(JSON.parse(payload)),
    permits: permissions.permits,
    port: () => 0,
  });
  onTestFinished(() => apis.close());
  const make = (type: string, logicalId: string, properties: object) =>
    apis.provision({
      stack: 'app',
      logicalId,
      type: `AWS::ApiGatewayV2::${type}`,
      properties: { ...properties },
    });
  const { ref: ApiId } = await make('Api', 'Webhooks', {
    Name: 'webhooks',
    ProtocolType: 'HTTP',
    ...options.api,
  });
  const integration = await make('Integration', 'Integration', {
    ApiId,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: config.arn,
    PayloadFormatVersion: '2.0',
    ...options.integration,
  });
  await make('Route', 'Route', {
    ApiId,
    RouteKey: 'POST /webhooks/{channel}',
    Target: `integrations/${integration.ref}`,
    AuthorizationType: 'NONE',
    ...options.route,
  });
  await make('Stage', 'Stage', { ApiId, StageName: options.stage ?? '$default', AutoDeploy: true });
  await permissions.provision({
    stack: 'app',
    logicalId: 'Permission',
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: config.arn,
      Principal: 'apigateway.amazonaws.com',
      SourceArn:
        options.sourceArn ?? `arn:aws:execute-api:sa-east-1:000000000000:${ApiId}/*/*/webhooks/{channel}`,
    },
  });
  const [served] = apis.list();
  if (served === undefined) throw new Error('no API');
  return {
    served,
    post: async (path: string, init: RequestInit = {}) => {
      const response = await fetch(served.url + path, { method: 'POST', ...init });
      const text = await response.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      return { status: response.status, headers: response.headers, body };
    },
  };
};

describe('a request', () => {
  it('reaches its Lambda with what was sent', async () => {
    const { post } = await openHouse();
    const { status, body } = await post('/webhooks/rest?x=1', {
      headers: [
        ['content-type', 'application/json'],
        ['x-a', '1'],
        ['x-a', '2'],
      ],
      body: '{"a":1}',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      routeKey: 'POST /webhooks/{channel}',
      rawPath: '/webhooks/rest',
      rawQueryString: 'x=1',
      pathParameters: { channel: 'rest' },
      body: '{"a":1}',
      requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
    });
    expect(body).toHaveProperty(['headers', 'x-a'], expect.stringMatching(/^1, ?2$/u));
  });

  it('gets status, headers and cookies of the answer', async () => {
    const payload = JSON.stringify({
      statusCode: 202,
      headers: { 'x-own': 'y', connection: 'close' },
      cookies: ['a=1', 'b=2'],
    });
    const { post } = await openHouse({ answer: async () => ({ kind: 'returned', payload }) });
    const { status, headers } = await post('/webhooks/rest');
    expect([status, headers.get('x-own'), headers.getSetCookie()]).toEqual([202, 'y', ['a=1', 'b=2']]);
  });

  it('finds nothing at another path, and nothing by another method', async () => {
    const { post } = await openHouse();
    expect(await post('/other')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect(await post('/webhooks/rest', { method: 'PUT' })).toMatchObject({ status: 404 });
  });

  it('names a stage that is not the default one', async () => {
    const { post } = await openHouse({ stage: 'v1' });
    expect(await post('/v1/webhooks/rest')).toMatchObject({
      status: 200,
      body: { rawPath: '/v1/webhooks/rest', requestContext: { stage: 'v1' } },
    });
    expect(await post('/webhooks/rest')).toMatchObject({ status: 404 });
  });
});

describe('what API Gateway answers by itself', () => {
  it('500 when the Lambda was not opened to this route', async () => {
    const { post } = await openHouse({
      sourceArn: 'arn:aws:execute-api:sa-east-1:000000000000:other/*/*/webhooks/{channel}',
    });
    expect(await post('/webhooks/rest')).toMatchObject({
      status: 500,
      body: { message: 'Internal Server Error' },
    });
  });

  it('503 when the Lambda takes longer than the integration waits', async () => {
    const { post } = await openHouse({
      answer: () => new Promise(() => undefined),
      integration: { TimeoutInMillis: 50 },
    });
    expect(await post('/webhooks/rest')).toMatchObject({
      status: 503,
      body: { message: 'Service Unavailable' },
    });
  });

  it('413 for a body over 10 MB', async () => {
    const { post } = await openHouse();
    expect(await post('/webhooks/rest', { body: 'x'.repeat(10 * 1024 * 1024 + 1) })).toMatchObject({
      status: 413,
    });
  });

  it('431 for headers over 10 KB', async () => {
    const { served } = await openHouse();
    const response = await fetch(`${served.url}/webhooks/rest`, {
      headers: { 'x-long': 'x'.repeat(10_241) },
    });
    expect(response.status).toBe(431);
  });
});

it.each([
  ['a WebSocket API', { api: { ProtocolType: 'WEBSOCKET' } }, /only HTTP APIs/u],
  ['CORS', { api: { CorsConfiguration: {} } }, /CORS/u],
  ['payload format 1.0', { integration: { PayloadFormatVersion: '1.0' } }, /2\.0/u],
  [
    'an integration that waits over 30 seconds',
    { integration: { TimeoutInMillis: 30_001 } },
    /TimeoutInMillis/u,
  ],
  ['a missing Lambda', { integration: { IntegrationUri: 'nobody' } }, /no function nobody/u],
  ['an authorizer', { route: { AuthorizationType: 'JWT' } }, /authorizers/u],
])('refuses %s rather than pretend', async (_, options, because) => {
  await expect(openHouse(options)).rejects.toThrow(because);
});
