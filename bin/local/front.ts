/** The local machine's front: health, the sandboxes, and the platforms that they play; all on one loopback port. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Sandbox } from '../../functions/core/channels/kit/sandbox.ts';
import type { SentJournal } from './sent.ts';

export type FrontParts = {
  /** By channel. */
  readonly sandboxes: ReadonlyMap<string, Sandbox>;
  readonly sent: SentJournal;
  readonly health: () => Promise<unknown>;
};

type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
const largestBody = 8 * 1024 * 1024;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) throw new RangeError('the body is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** A platform's own interface lies under this path: `RECADO_<CHANNEL>_API` points there. */
export const platformPath = (channel: string): string => `/platforms/${channel}`;

const platform = async (
  parts: FrontParts,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Promise<Answer | null> => {
  const [, , channel = ''] = url.pathname.split('/');
  const played = parts.sandboxes.get(channel);
  if (!url.pathname.startsWith('/platforms/') || played === undefined) return null;
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  const path = url.pathname.slice(platformPath(channel).length);
  return played.handle({
    method: request.method ?? 'GET',
    path: path === '' ? '/' : path,
    query: url.searchParams,
    headers,
    body,
  });
};

const route = async (parts: FrontParts, request: IncomingMessage, url: URL): Promise<Answer> => {
  const body = await readBody(request);
  const played = await platform(parts, request, url, body);
  if (played !== null) return played;
  const call = `${request.method ?? 'GET'} ${url.pathname}`;
  if (call === 'GET /health') return json(200, await parts.health());
  if (call === 'GET /sandbox/sent') {
    const after = Number(url.searchParams.get('after') ?? '0');
    return json(200, parts.sent(Number.isFinite(after) ? after : 0));
  }
  const given: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  if (call === 'POST /sandbox/fault') {
    const channel =
      typeof given === 'object' && given !== null && 'channel' in given ? String(given.channel) : '';
    const faulty = parts.sandboxes.get(channel);
    if (faulty === undefined) return json(400, { error: 'channel: name the channel that misbehaves' });
    faulty.fault(given);
    return json(200, {});
  }
  const [, kind, channel = '', what = ''] = url.pathname.split('/');
  const sandbox = kind === 'sandbox' ? parts.sandboxes.get(channel) : undefined;
  if (request.method === 'POST' && sandbox?.creates.includes(what) === true)
    return json(200, await sandbox.create(given, what));
  return json(404, {
    error:
      'there is nothing here: GET /health, GET /sandbox/sent, POST /sandbox/fault, POST /sandbox/<channel>/messages',
  });
};

const answer = async (
  parts: () => FrontParts | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const ready = parts();
  const result = await (
    ready === null ? Promise.resolve(json(503, { error: 'starting' })) : route(ready, request, url)
  ).catch((error: unknown) =>
    json(400, { error: error instanceof Error ? error.message : 'the request could not be read' }),
  );
  response.writeHead(result.status, { ...result.headers }).end(result.body);
};

/** Listens at once, because functions need the address before the sandboxes exist; until then it answers 503. */
export const openFront = async (
  port: number,
  parts: () => FrontParts | null,
): Promise<{ readonly url: string; readonly server: Server }> => {
  const server = createServer((request, response) => {
    void answer(parts, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the front has no port');
  return { url: `http://127.0.0.1:${String(address.port)}`, server };
};
