/** A reply on its way to a shop that behaves, and to one that does not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutToken } from '../../../fakes/builders.ts';
import { verifyWebhook } from '../../../../functions/core/channels/kit/standard-webhooks.ts';
import { restChannel } from '../../../../functions/core/channels/rest/channel.ts';
import { accountId } from '../../../../functions/core/domain/ids.ts';
import { answer, broken, nobodyThere, reset, silence, webServer } from '../web-server.ts';
import type { Behaviour, WebServer } from '../web-server.ts';

let shop: WebServer;
beforeAll(async () => {
  shop = await webServer();
});
afterAll(() => shop.close());

const newest = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const oldest = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const now = () => new Date('2026-11-20T12:00:00Z');
const channel = restChannel({ fetch, now });
const impatient = restChannel({
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(50) }),
  now,
});
const access = () => ({
  account: accountId('loja 12/ção'),
  address: `${shop.address}/recado`,
  secrets: [newest, oldest],
  ...withoutToken,
});
const reply = {
  id: 'abcdefghijklmnopqrstuvwxyz',
  conversation: 'conv-88',
  inReplyTo: 'web-7f1c',
  about: null,
  earlier: [],
  buyer: 'cust-301',
  audience: 'private',
  text: 'Seu pedido chega amanhã 😊',
  language: 'pt',
  kind: 'automatic',
} as const;

const send = (behaviour: Behaviour) => {
  shop.behave(behaviour);
  return channel.send(reply, access());
};
const settle = (behaviour: Behaviour) => {
  shop.behave(behaviour);
  return channel.settle(reply, access());
};
const headersOf = (request: WebServer['received'][number] | undefined) =>
  Object.fromEntries(Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]));
const judge = (request: WebServer['received'][number] | undefined, secret: string) =>
  verifyWebhook({ headers: headersOf(request), body: Buffer.from(request?.body ?? '') }, [secret], now());

describe('sending', () => {
  it('posts the reply to the shop’s address, signed with the newest secret, under the reply’s id', async () => {
    await send(answer(200));
    const request = shop.received.at(-1);
    expect(request).toMatchObject({
      method: 'POST',
      path: '/recado',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': reply.id,
        'webhook-id': reply.id,
        'recado-account': 'loja%2012%2F%C3%A7%C3%A3o',
      },
    });
    const { id, conversation, inReplyTo, text, language, kind } = reply;
    expect(JSON.parse(request?.body ?? '')).toEqual({
      type: 'reply.created',
      data: { conversation, reply: id, inReplyTo, text, language, kind },
    });
    expect([newest, oldest].map((secret) => judge(request, secret))).toEqual(['genuine', 'forged']);
  });

  it('is sent by any good status, and keeps the shop’s own id where it gives one', async () => {
    expect(await send(answer(201, '{"id":"shop-9"}'))).toEqual({ kind: 'sent', platformId: 'shop-9' });
    const nameless = { kind: 'sent', platformId: null };
    expect(await send(answer(204))).toEqual(nameless);
    expect(await send(answer(200, '<html>'))).toEqual(nameless);
    expect(await send(answer(200, '{"id":7}'))).toEqual(nameless);
    expect(await send(broken(200, '{"id":'))).toEqual(nameless);
  });

  it('is sent when the shop has it already under this key', async () => {
    expect(await send(answer(409, '{"id":"shop-9"}'))).toEqual({ kind: 'sent', platformId: 'shop-9' });
  });

  it.each([401, 403])('needs a person to reconnect the shop after %i', async (status) => {
    expect(await send(answer(status))).toEqual({
      kind: 'access-denied',
      because: `status ${String(status)}`,
    });
  });

  it.each([302, 400, 404, 405, 410, 413, 422])('is rejected for good by %i', async (status) => {
    const rejected = { kind: 'rejected', because: `status ${String(status)}` };
    expect(await send(answer(status, '', { location: `${shop.address}/elsewhere` }))).toEqual(rejected);
    expect(shop.received.at(-1)?.path).toBe('/recado');
  });

  it('comes back when the shop asks for it or cannot be reached', async () => {
    const busy = { kind: 'busy', afterSeconds: 7 };
    expect(await send(answer(429, '', { 'retry-after': '7' }))).toMatchObject(busy);
    expect(await send(answer(503, '', { 'retry-after': '7' }))).toMatchObject(busy);
    const unreached = await channel.send(reply, { ...access(), address: await nobodyThere() });
    expect(unreached).toEqual({ kind: 'busy', afterSeconds: null, because: 'ECONNREFUSED' });
  });

  it('stays unknown whenever the shop may have taken it', async () => {
    const unknown = { kind: 'unknown' };
    expect(await send(answer(500))).toEqual(unknown);
    expect(await send(answer(503))).toEqual(unknown);
    expect(await send(reset)).toEqual(unknown);
    shop.behave(silence);
    expect(await impatient.send(reply, access())).toEqual(unknown);
  });

  it('asks nobody when the account has no secret that signs, or no web address', async () => {
    const before = shop.received.length;
    const faults = [
      { secrets: [] },
      { secrets: ['whsec_'] },
      { address: 'shop.example' },
      { address: 'ftp://x/' },
    ];
    const outcomes = await Promise.all(faults.map((fault) => channel.send(reply, { ...access(), ...fault })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(faults.map(() => 'access-denied'));
    expect(shop.received).toHaveLength(before);
  });
});

describe('settling what stayed unknown', () => {
  it('asks the shop for the reply, signed', async () => {
    expect(await settle(answer(200, '{"id":"shop-9"}'))).toEqual({ kind: 'sent', platformId: 'shop-9' });
    const request = shop.received.at(-1);
    expect(request).toMatchObject({ method: 'GET', path: `/recado/replies/${reply.id}`, body: '' });
    expect(judge(request, newest)).toBe('genuine');
  });

  it.each([404, 405, 501])(
    'counts as not sent after %i: sending again under the key is safe',
    async (status) => {
      expect(await settle(answer(status))).toEqual({ kind: 'not-sent' });
    },
  );

  it.each([302, 400, 401, 410])('cannot be known after %i', async (status) => {
    expect(await settle(answer(status))).toEqual({ kind: 'cannot-know' });
  });

  it('is asked again later when the shop is down, slow or busy', async () => {
    expect(await settle(answer(500))).toMatchObject({ kind: 'busy' });
    expect(await settle(answer(429, '', { 'retry-after': '3' }))).toMatchObject({
      kind: 'busy',
      afterSeconds: 3,
    });
    expect(await settle(reset)).toMatchObject({ kind: 'busy' });
    shop.behave(silence);
    expect(await impatient.settle(reply, access())).toMatchObject({ kind: 'busy' });
  });
});
