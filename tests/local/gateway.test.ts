/** The gateway: both protocols on one port, who calls, what is refused in which words, and the machine's own addresses. */
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { S3Client, HeadObjectCommand } from '@aws-sdk/client-s3';
import { SNSClient, ListTopicsCommand } from '@aws-sdk/client-sns';
import { describe, expect, it, onTestFinished } from 'vitest';
import { authorization, openHouse } from './wire/dummy-service.ts';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

type House = Awaited<ReturnType<typeof openHouse>>;

const post = (
  house: House,
  service: string,
  operation: string,
  options: { body?: string; authorization?: string } = {},
) =>
  fetch(house.url, {
    method: 'POST',
    headers: {
      authorization: options.authorization ?? authorization(house.worker.accessKeyId, service),
      'x-amz-target': `Target.${operation}`,
    },
    body: options.body ?? '{}',
  });

const json = async (response: Response): Promise<unknown> => response.json();

describe('one port', () => {
  it('speaks HTTP/1.1', async () => {
    const house = await openHouse(['dynamodb'], everything);
    const response = await post(house, 'dynamodb', 'PutItem', { body: '{"a":"ç"}' });
    expect([response.status, await json(response)]).toEqual([200, { got: '{"a":"ç"}' }]);
    expect(response.headers.get('x-amzn-requestid')).toBeTruthy();
  });

  it('speaks HTTP/2 without TLS, as the Bedrock client does', async () => {
    const house = await openHouse(['bedrock'], everything);
    const session = connectHttp2(house.url);
    onTestFinished(() => session.destroy());
    const stream = session.request({
      ':method': 'POST',
      ':path': '/model/some%3Amodel/converse',
      authorization: authorization(house.worker.accessKeyId, 'bedrock'),
    });
    const headers = new Promise<unknown>((resolve) => {
      stream.once('response', (received) => resolve(received[':status']));
    });
    stream.end('over h2');
    const chunks: string[] = [];
    for await (const chunk of stream) chunks.push(String(chunk));
    expect([await headers, chunks.join('')]).toEqual([200, '{"got":"over h2"}']);
    expect(house.seen('bedrock')[0]?.path).toBe('/model/some%3Amodel/converse');
  });

  it('tells the protocols apart even when the first byte comes alone', async () => {
    const house = await openHouse(['dynamodb'], everything);
    const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    const answered = new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(String(data)));
    });
    socket.setNoDelay(true);
    socket.write('P');
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.write('UT /x HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n');
    expect(await answered).toContain('HTTP/1.1 403');
  });

  it('serves a real client over HTTP/2', async () => {
    const house = await openHouse(['bedrock'], everything);
    const client = new BedrockRuntimeClient({
      endpoint: house.url,
      region: 'sa-east-1',
      credentials: house.worker,
    });
    onTestFinished(() => client.destroy());
    await client.send(new ConverseCommand({ modelId: 'm', messages: [] }));
    expect(house.seen('bedrock')).toHaveLength(1);
  });
});

describe('who calls', () => {
  it.each([
    ['nobody', 'none', 403, 'MissingAuthenticationTokenException'],
    ['an unknown key', authorization('AKIAUNKNOWN', 'dynamodb'), 403, 'UnrecognizedClientException'],
    [
      'another region',
      authorization('LOCALADMINISTRATOR', 'dynamodb', 'us-east-1'),
      403,
      'SignatureDoesNotMatch',
    ],
    ['an unknown service', authorization('LOCALADMINISTRATOR', 'kinesis'), 404, 'UnknownEndpoint'],
  ])('%s is refused', async (_, header, status, code) => {
    const house = await openHouse(['dynamodb'], everything);
    const response = await post(house, 'dynamodb', 'PutItem', { authorization: header });
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([status, code]);
    expect(house.seen('dynamodb')).toEqual([]);
  });

  it('may sign in the address instead', async () => {
    const house = await openHouse(['s3'], everything);
    const credential = encodeURIComponent(`${house.worker.accessKeyId}/20261120/sa-east-1/s3/aws4_request`);
    const response = await fetch(`${house.url}/bucket/file?X-Amz-Credential=${credential}`);
    expect(response.status).toBe(200);
  });

  it('is told to the service', async () => {
    const house = await openHouse(['dynamodb'], everything);
    await post(house, 'dynamodb', 'PutItem');
    expect(house.seen('dynamodb')[0]?.principal.arn).toBe('arn:aws:iam::000000000000:role/app-Worker');
  });
});

describe('what is not allowed', () => {
  const message = (action: string) =>
    `User: arn:aws:sts::000000000000:assumed-role/app-Worker/app-GenerateReply is not authorized to perform: ${action} on resource: arn:aws:${action.split(':')[0]}:::thing because no identity-based policy allows the ${action} action`;
  const clientOf = (house: House) => ({
    endpoint: house.url,
    region: 'sa-east-1',
    credentials: house.worker,
    maxAttempts: 1,
  });

  it('is an exception of the JSON protocols', async () => {
    const house = await openHouse(['dynamodb']);
    const client = new DynamoDBClient(clientOf(house));
    await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: message('dynamodb:ListTables'),
      $metadata: { httpStatusCode: 403 },
    });
    expect(house.seen('dynamodb')).toEqual([]);
  });

  it('is XML of the query protocol', async () => {
    const house = await openHouse(['sns']);
    const client = new SNSClient(clientOf(house));
    await expect(client.send(new ListTopicsCommand({}))).rejects.toMatchObject({
      name: 'AuthorizationErrorException',
    });
  });

  it('is a status alone where S3 answers no body', async () => {
    const house = await openHouse(['s3']);
    const client = new S3Client(clientOf(house));
    await expect(client.send(new HeadObjectCommand({ Bucket: 'b', Key: 'k' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('does not count for the administrator', async () => {
    const house = await openHouse(['dynamodb']);
    const admin = authorization(house.administrator.accessKeyId, 'dynamodb');
    expect((await post(house, 'dynamodb', 'PutItem', { authorization: admin })).status).toBe(200);
  });
});

describe('errors', () => {
  it('of a service keep their code and status', async () => {
    const house = await openHouse(['dynamodb'], everything);
    const response = await post(house, 'dynamodb', 'PutItem', { body: '"please fail"' });
    expect([response.status, await json(response)]).toEqual([
      404,
      { __type: 'ResourceNotFoundException', message: 'no such thing' },
    ]);
    expect(house.bugs).toEqual([]);
  });

  it('that are bugs of a stand-in answer 500 and are told', async () => {
    const house = await openHouse(['dynamodb'], everything);
    const response = await post(house, 'dynamodb', 'PutItem', { body: '"please break"' });
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([500, 'InternalFailure']);
    expect(house.bugs).toHaveLength(1);
  });
});

describe('faults', () => {
  const inject = async (house: House, fault: object) => {
    const response = await fetch(`${house.url}/_fault`, { method: 'POST', body: JSON.stringify(fault) });
    return [response.status, await json(response)];
  };
  const fault = { service: 'dynamodb', operation: 'PutItem' };

  it('throttle before the effect, as often as asked', async () => {
    const house = await openHouse(['dynamodb'], everything);
    expect(await inject(house, { ...fault, error: 'ThrottlingException', times: 2 })).toEqual([200, {}]);
    const statuses: (number | string | null)[] = [];
    for (let n = 0; n < 3; n += 1) {
      const response = await post(house, 'dynamodb', 'PutItem');
      statuses.push(response.status, response.headers.get('x-amzn-errortype'));
    }
    expect(statuses).toEqual([429, 'ThrottlingException', 429, 'ThrottlingException', 200, null]);
    expect(house.seen('dynamodb')).toHaveLength(1);
  });

  it('hit one operation, any operation, one Lambda', async () => {
    const house = await openHouse(['dynamodb', 'sqs'], everything);
    const errorOf = async (service: string, operation: string, key = house.worker.accessKeyId) =>
      (await post(house, service, operation, { authorization: authorization(key, service) })).headers.get(
        'x-amzn-errortype',
      );
    await inject(house, { ...fault, error: 'One' });
    await inject(house, { service: 'sqs', operation: '*', function: 'GenerateReply', error: 'Two' });
    expect([await errorOf('dynamodb', 'GetItem'), await errorOf('dynamodb', 'PutItem')]).toEqual([
      null,
      'One',
    ]);
    expect(await errorOf('sqs', 'SendMessage', house.administrator.accessKeyId)).toBeNull();
    expect(await errorOf('sqs', 'SendMessage')).toBe('Two');
  });

  it('break the line after the effect', async () => {
    const house = await openHouse(['dynamodb'], everything);
    await inject(house, { ...fault, afterEffect: true });
    await expect(post(house, 'dynamodb', 'PutItem')).rejects.toThrow('fetch failed');
    expect(house.seen('dynamodb')).toHaveLength(1);
  });

  it('answer an error after the effect', async () => {
    const house = await openHouse(['dynamodb'], everything);
    await inject(house, { ...fault, afterEffect: true, error: 'InternalServerError' });
    expect((await post(house, 'dynamodb', 'PutItem')).status).toBe(500);
    expect(house.seen('dynamodb')).toHaveLength(1);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('kill the Lambda that calls (after the effect: %s)', async (afterEffect, effects) => {
    const house = await openHouse(['dynamodb'], everything);
    await inject(house, { ...fault, error: 'crash', afterEffect, function: 'generate-reply' });
    await expect(post(house, 'dynamodb', 'PutItem')).rejects.toThrow('fetch failed');
    expect([house.crashes, house.seen('dynamodb').length]).toEqual([['generate-reply'], effects]);
  });

  it('never answer', async () => {
    const house = await openHouse(['dynamodb'], everything);
    await inject(house, { ...fault, error: 'timeout' });
    const given = fetch(house.url, {
      method: 'POST',
      headers: {
        authorization: authorization(house.worker.accessKeyId, 'dynamodb'),
        'x-amz-target': 'Target.PutItem',
      },
      body: '{}',
      signal: AbortSignal.timeout(100),
    });
    await expect(given).rejects.toThrow('timeout');
    expect(house.seen('dynamodb')).toEqual([]);
  });

  it('delay and then let it happen', async () => {
    const house = await openHouse(['dynamodb'], everything);
    await inject(house, { ...fault, delayMs: 1 });
    expect((await post(house, 'dynamodb', 'PutItem')).status).toBe(200);
  });

  it.each([
    [{ operation: 'PutItem', error: 'X' }, 'service'],
    [{ service: 'kinesis', operation: 'PutItem', error: 'X' }, 'service'],
    [{ service: 'dynamodb', error: 'X' }, 'operation'],
    [fault, 'error'],
    [{ ...fault, error: '' }, 'error'],
    [{ ...fault, afterEffect: false }, 'error'],
    [{ ...fault, error: 'X', times: 0 }, 'times'],
    [{ ...fault, delayMs: -1 }, 'delayMs'],
    [{ ...fault, delayMs: '5' }, 'delayMs'],
    [{ ...fault, error: 'X', function: 7 }, 'function'],
    [{ ...fault, error: 'X', often: 2 }, 'often'],
    ['no object', 'body'],
  ])('are refused by field: %j', async (body, field) => {
    const house = await openHouse(['dynamodb'], everything);
    const response = await fetch(`${house.url}/_fault`, { method: 'POST', body: JSON.stringify(body) });
    expect(response.status).toBe(400);
    expect(await json(response)).toEqual({ error: expect.stringContaining(field) });
  });
});

describe('the addresses of the machine', () => {
  const get = async (house: House, path: string) => json(await fetch(house.url + path));

  it('tell what left the system', async () => {
    const house = await openHouse(['dynamodb']);
    expect(await get(house, '/_sent')).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await get(house, '/_sent?after=1')).toEqual([{ n: 2 }]);
    expect((await fetch(`${house.url}/_sent?after=x`)).status).toBe(400);
  });

  it('count calls by service, operation and caller', async () => {
    const house = await openHouse(['dynamodb'], everything);
    await post(house, 'dynamodb', 'PutItem');
    await post(house, 'dynamodb', 'PutItem');
    const role = 'arn:aws:iam::000000000000:role/app-Worker';
    expect(await get(house, '/_calls')).toEqual([
      { service: 'dynamodb', operation: 'PutItem', principal: role, function: 'generate-reply', count: 2 },
    ]);
  });

  it('list permissions that nobody used', async () => {
    const granted = { Effect: 'Allow', Action: ['dynamodb:PutItem', 'dynamodb:Scan'], Resource: '*' };
    const house = await openHouse(['dynamodb'], granted);
    await post(house, 'dynamodb', 'PutItem');
    const role = 'arn:aws:iam::000000000000:role/app-Worker';
    expect(await get(house, '/_permissions')).toEqual({
      used: [{ role, action: 'dynamodb:PutItem', resource: 'arn:aws:dynamodb:::thing', count: 1 }],
      unused: [{ role, action: 'dynamodb:Scan', resources: ['*'] }],
      unplayed: [],
    });
  });

  it('are four', async () => {
    const house = await openHouse(['dynamodb']);
    expect((await fetch(`${house.url}/_nothing`)).status).toBe(404);
  });
});
