/** How an HTTP API event (payload 2.0) becomes a received call, and an answer becomes a response. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type HttpCall = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  /** The very bytes; null when the flag says base64 and the text is not. */
  readonly body: Uint8Array | null;
};

/** Strict: Node's decoder drops what is not base64 and would let two texts stand for one body. */
const decode = (text: string): Uint8Array | null => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
};

const present = (values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

export const httpCall = (event: APIGatewayProxyEventV2): HttpCall => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  query: present(event.queryStringParameters),
  headers: Object.fromEntries(
    Object.entries(present(event.headers)).map(([name, value]) => [name.toLowerCase(), value]),
  ),
  parameters: present(event.pathParameters),
  body: event.isBase64Encoded ? decode(event.body ?? '') : Buffer.from(event.body ?? '', 'utf8'),
});

export const httpResult = (status: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: body === '' ? {} : { 'content-type': 'application/json' },
  body,
});
