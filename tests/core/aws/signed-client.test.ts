/** AWS calls without an SDK client: signed for the right service and region, and failing under the service's own names. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AwsCallFailed, lambdaCredentials, signedCalls } from '../../../functions/core/aws/signed/client.ts';
import { exchanger } from '../../../functions/core/aws/signed/exchange.ts';
import {
  answer,
  broken,
  half,
  nobodyThere,
  reset,
  silence,
  webServer,
  type WebServer,
} from '../channels/web-server.ts';

let server: WebServer;
beforeEach(async () => {
  server = await webServer();
});
afterEach(async () => server.close());

const environment = {
  AWS_ACCESS_KEY_ID: 'AKIATEST',
  AWS_SECRET_ACCESS_KEY: 'not a secret',
  AWS_SESSION_TOKEN: 'a token',
};
const calls = (region = 'sa-east-1') => signedCalls(region, lambdaCredentials(environment), server.address);

const failureOf = async (call: Promise<unknown>): Promise<AwsCallFailed> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (error instanceof AwsCallFailed) return error;
  throw new Error(`ended otherwise: ${String(error)}`);
};

describe('a call of the JSON protocol', () => {
  it('names its operation, and is signed for its service and region with the session of the Lambda', async () => {
    server.behave(answer(200, '{"MessageId":"1"}'));
    expect(await calls().json('sqs', 'AmazonSQS.SendMessage', { MessageBody: 'olá' })).toEqual({
      MessageId: '1',
    });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', path: '/', body: '{"MessageBody":"olá"}' });
    expect(request?.headers).toMatchObject({
      'x-amz-target': 'AmazonSQS.SendMessage',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-security-token': 'a token',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIATEST\/\d{8}\/sa-east-1\/sqs\/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-target[a-z0-9;-]*, Signature=[0-9a-f]{64}$/,
      ),
    });
  });

  it.each([
    ['kms', '1.1'],
    ['secretsmanager', '1.1'],
    ['comprehend', '1.1'],
    ['dynamodb', '1.0'],
  ])('of %s speaks version %s of it', async (service, version) => {
    await calls().json(service, 'X', {});
    expect(server.received[0]?.headers['content-type']).toBe(`application/x-amz-json-${version}`);
  });

  it('answers nothing as nothing', async () => {
    server.behave(answer(200, ''));
    expect(await calls().json('sqs', 'X', {})).toEqual({});
  });
});

it('calls the region’s own address unless it is pointed elsewhere', () => {
  expect(signedCalls('us-east-1', lambdaCredentials({}), undefined).address('kms')).toBe(
    'https://kms.us-east-1.amazonaws.com',
  );
});

it('puts and gets an object', async () => {
  server.behave((response, { method }) => response.writeHead(200).end(method === 'GET' ? 'inhalt' : ''));
  await calls().put('s3', `${server.address}/bodies/arrivals/a.json`, '{"a":1}');
  expect(await calls().get('s3', `${server.address}/bodies/arrivals/a.json`)).toBe('inhalt');
  expect(server.received.map(({ method, path, body }) => [method, path, body])).toEqual([
    ['PUT', '/bodies/arrivals/a.json', '{"a":1}'],
    ['GET', '/bodies/arrivals/a.json', ''],
  ]);
});

it('puts and gets bytes that are no text as they are', async () => {
  const bytes = Uint8Array.from([0, 255, 128, 10, 13, 200]);
  server.behave((response, { method }) => response.writeHead(200).end(method === 'GET' ? bytes : ''));
  await calls().putBytes('s3', `${server.address}/knowledge/index`, bytes);
  expect([...(await calls().getBytes('s3', `${server.address}/knowledge/index`))]).toEqual([...bytes]);
  expect(server.received[0]?.headers).toMatchObject({ 'content-length': '6' });
});

describe('a failure', () => {
  it.each([
    ['{"__type":"com.amazonaws.kms#ThrottlingException","message":"slow down"}', 400, 'ThrottlingException'],
    ['{"__type":"ResourceNotFoundException"}', 400, 'ResourceNotFoundException'],
    ['<html>', 404, 'Http404'],
    ['', 403, 'Http403'],
  ])('has the name that the service gave it: %s', async (body, status, code) => {
    server.behave(answer(status, body));
    const error = await failureOf(calls().json('kms', 'X', {}));
    expect([error.code, error.status, error.message]).toEqual([code, status, code]);
  });

  it('keeps its words only where our own role lacks a right', async () => {
    const body = '{"__type":"AccessDeniedException","Message":"no policy allows sqs:SendMessage"}';
    server.behave(answer(400, body));
    expect((await failureOf(calls().json('sqs', 'X', {}))).message).toContain('sqs:SendMessage');
  });

  it.each([429, 500, 502, 503])(
    'that passes (%i) is asked once more, and not a third time',
    async (status) => {
      server.behave((response) => {
        response.writeHead(server.received.length === 1 ? status : 200).end('{}');
      });
      expect(await calls().json('kms', 'X', {})).toEqual({});
      server.behave(answer(status, ''));
      await failureOf(calls().json('kms', 'X', {}));
      expect(server.received).toHaveLength(4);
    },
  );

  it('that does not pass is not asked again', async () => {
    server.behave(answer(400, '{"__type":"ValidationException"}'));
    await failureOf(calls().json('kms', 'X', {}));
    expect(server.received).toHaveLength(1);
  });
});

describe('an exchange', () => {
  const ask = async (address = server.address) =>
    exchanger(60)({ method: 'GET', url: new URL(address), headers: {}, body: '' });

  it.each([
    ['says nothing', silence, 'TimeoutError'],
    ['says half of it', half(200, 'half'), 'TimeoutError'],
    ['breaks off', reset, 'Error'],
    ['breaks off in the middle', broken(200, 'half'), 'Error'],
  ])('ends when the other side %s', async (_, behaviour, name) => {
    server.behave(behaviour);
    await expect(ask()).rejects.toMatchObject({ name });
  });

  it('ends when nobody is there', async () => {
    await expect(ask(await nobodyThere())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('keeps letters whole that come in two pieces', async () => {
    server.behave((response) => {
      const bytes = Buffer.from('olá');
      response.writeHead(200).write(bytes.subarray(0, 3));
      setTimeout(() => response.end(bytes.subarray(3)), 5);
    });
    expect(await ask()).toMatchObject({ status: 200, bytes: Buffer.from('olá') });
  });
});
