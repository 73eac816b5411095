/** A real web server on a loopback port that answers, or misbehaves, as a test tells it to. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

export type Behaviour = (response: ServerResponse, request: Received) => void;

export type WebServer = {
  /** http://127.0.0.1:port */
  readonly address: string;
  readonly received: readonly Received[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
};

export const answer =
  (
    status: number,
    body: string | Uint8Array = '',
    headers: Readonly<Record<string, string>> = {},
  ): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** Takes the request and never says a word. */
export const silence: Behaviour = () => undefined;
/** Takes the request and drops the connection. */
export const reset: Behaviour = (response) => {
  response.socket?.resetAndDestroy();
};
/** Sends its status and a first part of the body, and then nothing more. */
export const half =
  (status: number, body: string): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-length': String(body.length * 2) });
    response.write(body);
  };
/** The same, but the connection breaks. */
export const broken =
  (status: number, body: string): Behaviour =>
  (response) => {
    half(status, body)(response, { method: '', path: '', headers: {}, body: '' });
    setTimeout(() => response.socket?.destroy(), 20);
  };

export const webServer = async (): Promise<WebServer> => {
  const received: Received[] = [];
  let behave: Behaviour = answer(200);
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      received.push(request);
      behave(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${String(address.port)}`,
    received,
    behave: (behaviour) => {
      behave = behaviour;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** The address of a port on which nobody listens. */
export const nobodyThere = async (): Promise<string> => {
  const server = await webServer();
  await server.close();
  return server.address;
};
