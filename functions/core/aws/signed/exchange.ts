/** One HTTP exchange over kept connections, without `fetch`: its first use alone costs a cold start 30 ms. */
import type { IncomingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as httpsRequest } from 'node:https';

export type Exchange = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Ends it early: rejects as aborted. */
  readonly signal?: AbortSignal | undefined;
};
export type Exchanged = {
  readonly status: number;
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
};

// Not `import`: an ES import of it reads every export, `WebSocket` among them, and that loads all of `fetch`.
const { Agent, request: httpRequest } = process.getBuiltinModule('node:http');

const agents = () => ({
  plain: new Agent({ keepAlive: true }),
  secure: new SecureAgent({ keepAlive: true }),
});

/** Rejects when nothing came within `milliseconds`, or the connection broke. */
export const exchanger = (milliseconds: number): ((exchange: Exchange) => Promise<Exchanged>) => {
  const { plain, secure } = agents();
  return async ({ method, url, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const options = {
        method,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        timeout: milliseconds,
        ...(signal === undefined ? {} : { signal }),
      };
      const receive = (
        response: NodeJS.ReadableStream & {
          readonly statusCode?: number | undefined;
          readonly headers: IncomingHttpHeaders;
        },
      ): void => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            bytes: Buffer.concat(chunks),
            headers: response.headers,
          }),
        );
      };
      const call =
        url.protocol === 'https:'
          ? httpsRequest(url, { ...options, agent: secure }, receive)
          : httpRequest(url, { ...options, agent: plain }, receive);
      call.on('timeout', () => call.destroy(new TimeoutError(`nothing within ${String(milliseconds)} ms`)));
      call.on('error', reject);
      call.end(body);
    });
};

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}
