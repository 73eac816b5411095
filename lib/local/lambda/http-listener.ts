/** The port of one HTTP API: reads whole requests within API Gateway's limits and writes answers. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ownAnswer } from './http-answer.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpRequest } from './http-event.ts';

export type HttpListener = { readonly url: string; close(): Promise<void> };

/** API Gateway quotas for HTTP APIs, in bytes: a body, and request line and headers together. */
const bodyBytes = 10 * 1024 * 1024;
const headerBytes = 10_240;

export const listenHttp = async (
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
  port: number,
): Promise<HttpListener> => {
  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    try {
      const request = await receive(incoming);
      if (request === 'gone') return;
      write(
        response,
        request === 'too-large' ? ownAnswer(413, 'Request Entity Too Large') : await handle(request),
      );
    } catch {
      write(response, ownAnswer(500, 'Internal Server Error'));
    }
  };
  const server = createServer(
    { maxHeaderSize: headerBytes },
    (request, response) => void serve(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('an HTTP API has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const receive = async (incoming: IncomingMessage): Promise<HttpRequest | 'too-large' | 'gone'> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of incoming) {
      const buffer = Buffer.from(chunk);
      bytes += buffer.length;
      // Read to the end all the same: a client that still sends would not see the answer.
      if (bytes <= bodyBytes) chunks.push(buffer);
    }
  } catch {
    return 'gone';
  }
  if (bytes > bodyBytes) return 'too-large';
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: pairs(incoming.rawHeaders),
    body: Buffer.concat(chunks),
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
    protocol: `HTTP/${incoming.httpVersion}`,
  };
};

const pairs = (raw: readonly string[]): readonly (readonly [string, string])[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));

/** Set by the server itself; a Lambda's own would break the connection. */
const ofTheConnection = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

const write = (response: ServerResponse, { status, headers, body }: HttpAnswer) => {
  response.statusCode = status;
  for (const [name, value] of headers) if (!ofTheConnection.has(name)) response.appendHeader(name, value);
  response.end(body);
};
