/** Stands between the Lambdas and the played platform: notes every call, and passes it on. */
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Recorder = {
  readonly address: string;
  /** `METHOD /path`, without the query, in their order. */
  readonly calls: readonly string[];
  /** Where calls are passed on to; before it is known they are turned away. */
  lead(to: string): void;
  close(): Promise<void>;
};

/** Of a connection, not of the message that it carries. */
const hopHeaders = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

const headersOf = (headers: NodeJS.Dict<string | string[]>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || hopHeaders.has(name) ? [] : [[name, String(value)] satisfies [string, string]],
  );

export const startRecorder = async (): Promise<Recorder> => {
  const calls: string[] = [];
  let target: string | null = null;
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    calls.push(`${method} ${url.split('?')[0] ?? ''}`);
    const pass = async (): Promise<void> => {
      const body = await buffer(request);
      const answer = await fetch(`${target ?? ''}${url}`, {
        method,
        headers: headersOf(request.headers),
        redirect: 'manual',
        ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
      });
      const type = answer.headers.get('content-type') ?? 'application/json';
      response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
    };
    pass().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the recorder has no port');
  return {
    address: `http://127.0.0.1:${String(address.port)}`,
    calls,
    lead: (to) => {
      target = to;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};

/** Everything that this channel may ever ask the platform for. */
const allowed = [
  /^GET \/(?:marketplace\/)?questions\/[\w-]+$/,
  /^POST \/(?:marketplace\/)?answers$/,
  /^GET \/(?:marketplace\/)?messages\/[\w-]+$/,
  /^(?:GET|POST) \/(?:marketplace\/)?messages\/packs\/\d+(?:\/sellers\/\d+)?$/,
  /^(?:GET|POST) \/messages\/action_guide\/packs\/\d+(?:\/(?:caps_available|option))?$/,
  /^GET \/post-purchase\/v[12]\/claims\/(?:search|\d+(?:\/(?:detail|messages|returns))?)$/,
  /^GET \/(?:orders|packs|shipments)\/\d+(?:\/(?:history|shipments))?$/,
  /^GET \/items\/\w+(?:\/(?:description|shipping_options))?$/,
  /^GET \/(?:my\/received_questions\/search|missed_feeds|users\/me)$/,
  /^POST \/oauth\/token$/,
];

export const outsideTheList = (calls: readonly string[]): readonly string[] =>
  calls.filter((call) => !allowed.some((pattern) => pattern.test(call)));
