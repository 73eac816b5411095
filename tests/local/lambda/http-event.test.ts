/** Payload format 2.0: what a Lambda behind an HTTP API is handed, and what its answers become. */
import { describe, expect, it } from 'vitest';
import { httpAnswer } from '../../../lib/local/lambda/http-answer.ts';
import { httpEvent } from '../../../lib/local/lambda/http-event.ts';
import type { HttpRequest } from '../../../lib/local/lambda/http-event.ts';
import { openRoutes } from '../../../lib/local/lambda/http-routes.ts';
import type { Invoked } from '../../../lib/local/lambda/invoked.ts';

const request: HttpRequest = {
  method: 'POST',
  url: '/webhooks/rest',
  headers: [],
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  protocol: 'HTTP/1.1',
};

const eventOf = (more: Partial<HttpRequest>, parameters: Readonly<Record<string, string>> = {}) =>
  httpEvent({
    request: { ...request, ...more },
    routeKey: 'POST /webhooks/{channel}',
    parameters,
    apiId: 'a1b2c3d4e5',
    account: '000000000000',
    stage: '$default',
    requestId: 'request-1',
    at: Date.parse('2026-11-09T03:04:05.678Z'),
  });

describe('the event', () => {
  it('has every member of the format, and none more', () => {
    const event = eventOf(
      {
        url: '/webhooks/rest%2Fshop?a=1&b=x%20y&a=2&empty=',
        headers: [
          ['Host', 'api.example'],
          ['User-Agent', 'shop/1'],
          ['Content-Type', 'application/json; charset=utf-8'],
          ['X-Signature', 'one'],
          ['x-signature', 'two'],
          ['Cookie', 'a=1; b=2'],
          ['cookie', 'c=3'],
        ],
        body: Buffer.from('{"texto":"olá"}'),
      },
      { channel: 'rest/shop' },
    );
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'POST /webhooks/{channel}',
      rawPath: '/webhooks/rest/shop',
      rawQueryString: 'a=1&b=x%20y&a=2&empty=',
      cookies: ['a=1', 'b=2', 'c=3'],
      headers: {
        host: 'api.example',
        'user-agent': 'shop/1',
        'content-type': 'application/json; charset=utf-8',
        'x-signature': 'one,two',
      },
      queryStringParameters: { a: '1,2', b: 'x y', empty: '' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'a1b2c3d4e5',
        domainName: 'api.example',
        domainPrefix: 'a1b2c3d4e5',
        http: {
          method: 'POST',
          path: '/webhooks/rest/shop',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'shop/1',
        },
        requestId: 'request-1',
        routeKey: 'POST /webhooks/{channel}',
        stage: '$default',
        time: '09/Nov/2026:03:04:05 +0000',
        timeEpoch: 1_794_193_445_678,
      },
      pathParameters: { channel: 'rest/shop' },
      body: '{"texto":"olá"}',
      isBase64Encoded: false,
    });
  });

  it('leaves out what is empty', () => {
    const event = eventOf({});
    for (const member of ['body', 'cookies', 'queryStringParameters', 'pathParameters'])
      expect(Object.keys(event)).not.toContain(member);
    expect(event.isBase64Encoded).toBe(false);
  });

  it.each([
    ['text/plain', false],
    ['text/html; charset=utf-8', false],
    ['application/json', false],
    ['APPLICATION/JSON', false],
    ['application/xml', false],
    ['application/javascript', false],
    ['application/x-www-form-urlencoded', true],
    ['application/vnd.api+json', true],
    ['application/jsonlines', true],
    ['application/octet-stream', true],
    ['multipart/form-data; boundary=x', true],
    ['', true],
  ])('of type %j has its body in base64: %s', (type, base64) => {
    const event = eventOf({ headers: type === '' ? [] : [['content-type', type]], body: Buffer.from('{}') });
    expect([event.isBase64Encoded, event.body]).toEqual([base64, base64 ? 'e30=' : '{}']);
  });

  it('hands over bytes that are no UTF-8 as they are, whatever the type says', () => {
    const body = Buffer.from([0x7b, 0xff, 0xfe]);
    const event = eventOf({ headers: [['content-type', 'application/json']], body });
    expect(event).toMatchObject({ isBase64Encoded: true, body: body.toString('base64') });
  });

  it('keeps a path that is badly encoded', () => expect(eventOf({ url: '/a%zz?x' }).rawPath).toBe('/a%zz'));
});

describe('the answer', () => {
  const answerTo = (result: unknown) => {
    const { status, headers, body } = httpAnswer({
      kind: 'returned',
      payload: JSON.stringify(result) ?? 'null',
    });
    return [status, headers, body.toString('utf8')];
  };
  const json = ['content-type', 'application/json'];
  const text = ['content-type', 'text/plain; charset=utf-8'];
  const broken = [500, [json], '{"message":"Internal Server Error"}'];

  it.each([
    ['hello', [200, [json], 'hello']],
    [{ a: 1 }, [200, [json], '{"a":1}']],
    [[1], [200, [json], '[1]']],
    [null, [200, [json], 'null']],
    [{ statusCode: 204 }, [204, [], '']],
    [{ statusCode: '201', body: 'x' }, [201, [text], 'x']],
    [
      { statusCode: 200, headers: { 'Content-Type': 'text/x', 'X-N': 1 }, body: 'x' },
      [
        200,
        [
          ['content-type', 'text/x'],
          ['x-n', '1'],
        ],
        'x',
      ],
    ],
    [{ statusCode: 200, body: 'b2zDoQ==', isBase64Encoded: true }, [200, [text], 'olá']],
    [
      { statusCode: 200, cookies: ['a=1', 'b=2'] },
      [
        200,
        [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
        '',
      ],
    ],
    [{ statusCode: 42 }, broken],
    [{ statusCode: 'ok' }, broken],
    [{ statusCode: 200, body: { a: 1 } }, broken],
    [{ statusCode: 200, headers: ['x'] }, broken],
  ])('of %j', (result, expected) => expect(answerTo(result)).toEqual(expected));

  it.each([
    [{ kind: 'failed', error: { errorType: 'Error', errorMessage: 'secret' } }, 500, 'Internal Server Error'],
    [
      { kind: 'refused', code: 'TooManyRequestsException', message: '', status: 429 },
      503,
      'Service Unavailable',
    ],
    [
      { kind: 'refused', code: 'RequestTooLargeException', message: '', status: 413 },
      413,
      'Request Entity Too Large',
    ],
  ] satisfies readonly (readonly [Invoked, number, string])[])(
    'when there is none: %j',
    (invoked, status, message) => {
      const answer = httpAnswer(invoked);
      expect([answer.status, JSON.parse(String(answer.body))]).toEqual([status, { message }]);
    },
  );
});

describe('routes', () => {
  const keys = [
    '$default',
    'ANY /files/{path+}',
    'GET /webhooks/{channel}/{registration}',
    'POST /webhooks/{channel}/{registration}',
    'GET /webhooks/rest/{registration}',
    'ANY /webhooks/{channel}/{registration}',
    'GET /health',
  ];
  const routes = openRoutes(keys.map((key, index) => ({ key, integrationId: String(index) })));

  it.each([
    ['GET', '/health', 'GET /health', {}],
    ['POST', '/health', '$default', {}],
    ['GET', '/health/', '$default', {}],
    [
      'POST',
      '/webhooks/rest/abc',
      'POST /webhooks/{channel}/{registration}',
      { channel: 'rest', registration: 'abc' },
    ],
    ['GET', '/webhooks/rest/abc', 'GET /webhooks/rest/{registration}', { registration: 'abc' }],
    [
      'GET',
      '/webhooks/mail/abc',
      'GET /webhooks/{channel}/{registration}',
      { channel: 'mail', registration: 'abc' },
    ],
    [
      'DELETE',
      '/webhooks/mail/abc',
      'ANY /webhooks/{channel}/{registration}',
      { channel: 'mail', registration: 'abc' },
    ],
    ['GET', '/webhooks/mail', '$default', {}],
    ['GET', '/webhooks//abc', '$default', {}],
    ['GET', '/webhooks/mail/a/b', '$default', {}],
    ['PUT', '/files/a/b/c', 'ANY /files/{path+}', { path: 'a/b/c' }],
    ['GET', '/files', '$default', {}],
    ['GET', '/', '$default', {}],
  ])('%s %s', (method, path, key, parameters) => {
    const match = routes(method, path);
    expect([match?.route.key, match?.parameters]).toEqual([key, parameters]);
  });

  it('answer nothing without a default', () =>
    expect(openRoutes([{ key: 'GET /a', integrationId: '1' }])('GET', '/b')).toBeUndefined());
});
