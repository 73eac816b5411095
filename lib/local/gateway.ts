/** One port on 127.0.0.1 that speaks HTTP/1.1 and HTTP/2 without TLS, as the AWS clients do with such an address. */
import { createServer as createHttp } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttp2 } from 'node:http2';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Ending, UnknownRequest } from './wire/dispatch.ts';

export type Gateway = { readonly url: string; close(): Promise<void> };

type Handle = (request: UnknownRequest) => Promise<Ending>;

/** How a client that knows the server speaks HTTP/2 begins (RFC 9113, section 3.4): no method begins so. */
const preface = 'PRI';

/**
 * Opens the port (0 for any free one). `handle` decides on every request; it must not throw.
 * The gateway is open before the services are, because queue addresses carry its port: it starts with `handle`
 * answering whatever the machine says meanwhile.
 */
export const openGateway = async (handle: Handle, port = 0): Promise<Gateway> => {
  const http = createHttp((request, response) => void serve(handle, request, plainReply(response)));
  const http2 = createHttp2((request, response) => void serve(handle, request, http2Reply(response)));
  // A client keeps idle connections and would lose a call to a server that closes them first.
  http.keepAliveTimeout = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    peek(socket, (isHttp2) => (isHttp2 ? http2 : http).emit('connection', socket));
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: () =>
      new Promise((resolve) => {
        // Closing twice is fine: the second time there is nothing to wait for.
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gateway has no port');
  return address.port;
};

/** Reads until it is sure how the client begins, then puts the bytes back. */
const peek = (socket: Socket, decided: (isHttp2: boolean) => void) => {
  let begin: Buffer = Buffer.alloc(0);
  const onReadable = () => {
    const read: unknown = socket.read();
    if (!Buffer.isBuffer(read)) return;
    begin = Buffer.concat([begin, read]);
    const text = begin.subarray(0, preface.length).toString('latin1');
    if (text.length < preface.length && preface.startsWith(text)) return;
    socket.off('readable', onReadable);
    socket.unshift(begin);
    decided(text === preface);
  };
  socket.on('readable', onReadable);
};

/** What one can do to the connection of a request, whichever protocol it speaks. */
type Reply = {
  write(status: number, headers: Readonly<Record<string, string>>, body: string | Buffer): void;
  drop(): void;
};

const plainReply = (response: ServerResponse): Reply => ({
  write: (status, headers, body) => {
    response.statusCode = status;
    // Not writeHead: so node itself adds the length where the status and the method allow a body.
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(body);
  },
  drop: () => response.destroy(),
});

const http2Reply = (response: Http2ServerResponse): Reply => ({
  write: (status, headers, body) => {
    response.writeHead(status, headers);
    response.end(body);
  },
  drop: () => response.stream.destroy(),
});

const serve = async (handle: Handle, request: IncomingMessage | Http2ServerRequest, reply: Reply) => {
  const received = await receive(request);
  if (received === undefined) return;
  const ending = await handle(received);
  if (ending.kind === 'drop') reply.drop();
  if (ending.kind !== 'answer') return;
  const { status, headers, body } = ending.answer;
  reply.write(status, { 'x-amzn-requestid': crypto.randomUUID(), ...headers }, body);
};

/** Undefined when the client went away while it was sending. */
const receive = async (
  request: IncomingMessage | Http2ServerRequest,
): Promise<UnknownRequest | undefined> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
  } catch {
    return undefined;
  }
  const url = request.url ?? '/';
  const question = url.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: question === -1 ? url : url.slice(0, question),
    query: new URLSearchParams(question === -1 ? '' : url.slice(question + 1)),
    headers: headersOf(request),
    body: Buffer.concat(chunks),
  };
};

const headersOf = (request: IncomingMessage | Http2ServerRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]): [string, string][] => {
      if (value === undefined || name.startsWith(':')) return [];
      return [[name, typeof value === 'string' ? value : value.join(', ')]];
    }),
  );
