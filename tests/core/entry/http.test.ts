/** How a gateway's event becomes a call: the very bytes, and names in lower case. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpCall, httpResult } from '../../../functions/core/entry/http.ts';

const anEvent = (over: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'POST /webhooks/{channel}/{registration}',
  rawPath: '/webhooks/rest/luna',
  rawQueryString: '',
  headers: {},
  requestContext: {
    accountId: '000000000000',
    apiId: 'api',
    domainName: 'api.example',
    domainPrefix: 'api',
    http: {
      method: 'POST',
      path: '/webhooks/rest/luna',
      protocol: 'HTTP/1.1',
      sourceIp: '192.0.2.1',
      userAgent: 'test',
    },
    requestId: 'request-1',
    routeKey: 'POST /webhooks/{channel}/{registration}',
    stage: '$default',
    time: '20/Nov/2026:12:00:00 +0000',
    timeEpoch: 0,
  },
  isBase64Encoded: false,
  ...over,
});

const bytesOf = (body: string, isBase64Encoded: boolean): Uint8Array | null =>
  httpCall(anEvent({ body, isBase64Encoded })).body;

it('takes the call apart, header names in lower case', () => {
  const call = httpCall(
    anEvent({
      headers: { 'Webhook-ID': 'Msg_1', 'x-empty': undefined },
      queryStringParameters: { after: 'X', none: undefined },
      pathParameters: { channel: 'rest', registration: 'Luna' },
      body: 'olá',
    }),
  );
  expect(call).toEqual({
    method: 'POST',
    path: '/webhooks/rest/luna',
    query: { after: 'X' },
    headers: { 'webhook-id': 'Msg_1' },
    parameters: { channel: 'rest', registration: 'Luna' },
    body: Buffer.from('olá'),
  });
});

it('has no parameters and an empty body where the event has none', () => {
  expect(httpCall(anEvent())).toMatchObject({ query: {}, parameters: {}, body: Buffer.alloc(0) });
});

describe('a body in base64', () => {
  it('is the very bytes, whatever they are', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, (given) => {
        expect(bytesOf(Buffer.from(given).toString('base64'), true)).toEqual(Buffer.from(given));
      }),
      { seed: 20_261_120 },
    );
  });

  it.each([
    ['plain text', '{"type":"message.created"}'],
    ['one character too few', 'e30'],
    ['padding in the middle', 'e3==0A=='],
    ['the alphabet of addresses', '_-8='],
    ['a blank', 'e3 0='],
    ['a line end', 'e30=\n'],
    ['bits that no byte holds', 'e31='],
  ])('is refused when the flag lies: %s', (_, text) => {
    expect(bytesOf(text, true)).toBeNull();
  });

  it('never stands for the same bytes as another text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = bytesOf(text, true);
        expect(bytes === null ? text : Buffer.from(bytes).toString('base64')).toBe(text);
      }),
      { seed: 20_261_120 },
    );
  });
});

it('answers with a content type only where there is content', () => {
  expect(httpResult(401, '')).toEqual({ statusCode: 401, headers: {}, body: '' });
  expect(httpResult(200, '{}')).toEqual({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
});
