/** A request as an HTTP API hands it to a Lambda: payload format 2.0. */
import { isUtf8 } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export type HttpRequest = {
  readonly method: string;
  /** Percent-encoded, with the query. */
  readonly url: string;
  /** Pairs as received: a name may come several times. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly protocol: string;
};

export type HttpEventParts = {
  readonly request: HttpRequest;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly apiId: string;
  readonly account: string;
  readonly stage: string;
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
};

/**
 * The media types whose body travels as text; every other, a missing one and a form included, as base64. The guide
 * names none; this is what the deployed service was seen to do.
 */
const textTypes = /^(?:text\/[^;]+|application\/(?:json|xml|javascript))\s*(?:;|$)/iu;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `20/Nov/2026:13:15:15 +0000`. */
const commonLogTime = (at: number): string => {
  const date = new Date(at);
  const [day = '', time = ''] = date.toISOString().split('T');
  return `${day.slice(8)}/${months[date.getUTCMonth()]}/${day.slice(0, 4)}:${time.slice(0, 8)} +0000`;
};

/** Values of one name, in the order received. */
const gather = (pairs: Iterable<readonly [string, string]>): Readonly<Record<string, string>> => {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
};

/** A path that is no percent-encoding stays as it is. */
export const decodedPath = (url: string): string => {
  const path = url.split('?')[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const queryOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');

/** Nothing when there is no body; base64 also when a text type lies about its bytes. */
const bodyOf = (body: Buffer, contentType: string) => {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textTypes.test(contentType) && isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
};

export const httpEvent = (parts: HttpEventParts): APIGatewayProxyEventV2 => {
  const { request, apiId } = parts;
  const headers = request.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  const cookies = headers
    .filter(([name]) => name === 'cookie')
    .flatMap(([, value]) => value.split(';').map((cookie) => cookie.trim()));
  const plain = gather(headers.filter(([name]) => name !== 'cookie'));
  const query = queryOf(request.url);
  const rawPath = decodedPath(request.url);
  return {
    version: '2.0',
    routeKey: parts.routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers: plain,
    ...(query === '' ? {} : { queryStringParameters: gather(new URLSearchParams(query)) }),
    requestContext: {
      accountId: parts.account,
      apiId,
      domainName: plain['host'] ?? '',
      domainPrefix: apiId,
      http: {
        method: request.method,
        path: rawPath,
        protocol: request.protocol,
        sourceIp: request.sourceIp,
        userAgent: plain['user-agent'] ?? '',
      },
      requestId: parts.requestId,
      routeKey: parts.routeKey,
      stage: parts.stage,
      time: commonLogTime(parts.at),
      timeEpoch: parts.at,
    },
    ...(Object.keys(parts.parameters).length === 0 ? {} : { pathParameters: { ...parts.parameters } }),
    ...bodyOf(request.body, plain['content-type'] ?? ''),
  };
};
