/** Serves one AWS stand-in on a loopback port, without the gateway's identity, IAM and faults, for its contract test. */
import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { AwsError } from '../../../lib/local/service.ts';
import type { AwsAnswer, AwsRequest, Permission, Principal, Service } from '../../../lib/local/service.ts';
import { errorAnswer } from '../../../lib/local/services/error-answer.ts';

/** One request as the gateway would have checked it. */
export type Asked = { readonly operation: string; readonly permissions: readonly Permission[] };

export type Served = {
  /** http://127.0.0.1:port */
  readonly endpoint: string;
  /** Every request so far with the permissions that its caller needs, oldest first. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
};

type Incoming = {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
} & AsyncIterable<Buffer>;

type Outgoing = {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string | Buffer): unknown;
};

export const admin: Principal = { arn: 'arn:aws:iam::000000000000:role/admin', sessionTags: {} };

/** Credentials for a client under test; nothing here checks a signature. */
export const credentials = { accessKeyId: 'AKIALOCALADMIN', secretAccessKey: 'local' };

/** Bedrock's client speaks HTTP/2 without TLS to an http:// endpoint, every other client HTTP/1.1. */
export const serveService = async (service: Service, principal: Principal = admin): Promise<Served> => {
  const asked: Asked[] = [];
  const listener = (incoming: Incoming, outgoing: Outgoing): void => {
    void answerTo(service, principal, incoming, asked).then(({ status, headers, body }) => {
      outgoing.writeHead(status, { ...headers });
      outgoing.end(body);
    });
  };
  const server = service.name === 'bedrock' ? createHttp2Server(listener) : createServer(listener);
  const sessions = closeSessions(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    close: async () => {
      sessions();
      await new Promise((resolve) => server.close(resolve));
      await service.close();
    },
  };
};

/** Ends what clients keep open: a server waits for its connections otherwise. */
const closeSessions = (server: ReturnType<typeof createServer> | ReturnType<typeof createHttp2Server>) => {
  if ('closeAllConnections' in server) return () => server.closeAllConnections();
  const open = new Set<{ destroy(): void }>();
  server.on('session', (session) => {
    open.add(session);
    session.on('close', () => open.delete(session));
  });
  return () => open.forEach((session) => session.destroy());
};

const answerTo = async (
  service: Service,
  principal: Principal,
  incoming: Incoming,
  asked: Asked[],
): Promise<AwsAnswer> => {
  try {
    const request = await read(incoming, principal);
    asked.push({ operation: service.operation(request), permissions: service.permissions(request) });
    return await service.answer(request);
  } catch (error) {
    const known = error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), 500);
    return errorAnswer(service.name, known);
  }
};

const read = async (incoming: Incoming, principal: Principal): Promise<AwsRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && !name.startsWith(':'))
      headers[name] = typeof value === 'string' ? value : value.join(',');
  }
  return {
    principal,
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers,
    body: Buffer.concat(chunks),
  };
};
