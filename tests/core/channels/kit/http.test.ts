/** What is made of a platform that answers, answers badly, or does not answer. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange } from '../../../../functions/core/channels/kit/http.ts';
import type { Fetch } from '../../../../functions/core/channels/kit/http.ts';
import { judge } from '../../../../functions/core/channels/kit/judge.ts';
import { answer, broken, half, nobodyThere, reset, silence, webServer } from '../web-server.ts';
import type { Behaviour, WebServer } from '../web-server.ts';

let server: WebServer;
beforeAll(async () => {
  server = await webServer();
});
afterAll(() => server.close());

const now = () => new Date('2026-11-20T12:00:00Z');
const ask = async (address: string, limitMs = 5000, through: Fetch = fetch) =>
  exchange(
    { fetch: through, now },
    { method: 'GET', url: new URL(address), headers: {}, body: null, limitMs },
  );
const askServer = async (behaviour: Behaviour, limitMs = 5000) => {
  server.behave(behaviour);
  return ask(server.address, limitMs);
};

describe('an exchange', () => {
  it('gives status and text', async () => {
    const text = { ok: true, value: 'não' };
    expect(await askServer(answer(418, 'não'))).toEqual({
      kind: 'answered',
      status: 418,
      retryAfterSeconds: null,
      text,
    });
  });

  it('follows no redirect, because the signature was made for this address', async () => {
    const before = server.received.length;
    const redirected = await askServer(answer(302, '', { location: `${server.address}/elsewhere` }));
    expect(redirected).toMatchObject({ kind: 'answered', status: 302 });
    expect(server.received.slice(before).map(({ path }) => path)).toEqual(['/']);
  });

  it('may have been acted on when silence or a reset followed the request', async () => {
    expect(await askServer(silence, 50)).toMatchObject({ kind: 'unanswered', because: 'TimeoutError' });
    expect(await askServer(reset)).toMatchObject({ kind: 'unanswered' });
  });

  it('was never acted on when nobody took the connection', async () => {
    expect(await ask(await nobodyThere())).toEqual({ kind: 'unreached', because: 'ECONNREFUSED' });
  });

  it.each([
    ['ENOTFOUND', 'unreached'],
    ['CERT_HAS_EXPIRED', 'unreached'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreached'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreached'],
    ['ECONNRESET', 'unanswered'],
    ['UND_ERR_SOCKET', 'unanswered'],
    ['a code of a later release', 'unanswered'],
  ])('that ends in %s counts as %s', async (code, kind) => {
    const cause = Object.assign(new Error('why'), { code });
    const failing: Fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
    expect(await ask(server.address, 5000, failing)).toEqual({ kind, because: code });
  });

  it('keeps the status when the rest of the answer never comes', async () => {
    const cut = { kind: 'answered', status: 200, text: { ok: false, problem: { kind: 'cut-short' } } };
    expect(await askServer(half(200, '{"id":'), 100)).toMatchObject(cut);
    expect(await askServer(broken(200, '{"id":'))).toMatchObject(cut);
  });

  it('reads no more than 1 MB, however small it was when it travelled', async () => {
    const large = 'x'.repeat(1024 * 1024 + 1);
    const tooLarge = { status: 200, text: { ok: false, problem: { kind: 'too-large' } } };
    expect(await askServer(answer(200, large))).toMatchObject(tooLarge);
    expect(await askServer(answer(200, gzipSync(large), { 'content-encoding': 'gzip' }))).toMatchObject(
      tooLarge,
    );
    expect(await askServer(answer(200, large.slice(1)))).toMatchObject({ text: { ok: true } });
  });

  it('takes no text that is not UTF-8', async () => {
    const answered = await askServer(answer(200, Buffer.from([0x22, 0xff, 0x22])));
    expect(answered).toMatchObject({ text: { ok: false, problem: { kind: 'not-text' } } });
  });

  it.each([
    ['7', 7],
    ['0', 0],
    ['86400', 30],
    ['Fri, 20 Nov 2026 12:00:12 GMT', 12],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['Fri, 20 Nov 2027 12:00:00 GMT', 30],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['soon GMT', null],
  ])('is asked by Retry-After %j to wait %j s', async (header, seconds) => {
    expect(await askServer(answer(429, '', { 'retry-after': header }))).toMatchObject({
      retryAfterSeconds: seconds,
    });
  });
});

describe('a status', () => {
  const judged = (status: number, retryAfterSeconds: number | null = null) =>
    judge({ kind: 'answered', status, retryAfterSeconds, text: { ok: true, value: '' } }).kind;

  it.each([
    ['good', [200, 201, 202, 204]],
    ['access-denied', [401, 403]],
    ['busy', [408, 425, 429]],
    ['refused', [301, 302, 304, 307, 400, 402, 404, 405, 409, 410, 413, 422]],
    ['unknown', [500, 501, 502, 503, 504, 520]],
  ])('is %s: %j', (kind, statuses) => {
    expect(statuses.map((status) => judged(status))).toEqual(statuses.map(() => kind));
  });

  it('503 was answered at the door when it says when to come back', () => {
    expect(judged(503, 5)).toBe('busy');
  });
});
