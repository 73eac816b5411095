/** A shop's facts and actions, for the buyer that they belong to. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutToken } from '../../../fakes/builders.ts';
import { restChannel } from '../../../../functions/core/channels/rest/channel.ts';
import { accountId } from '../../../../functions/core/domain/ids.ts';
import { answer, broken, nobodyThere, reset, silence, webServer } from '../web-server.ts';
import type { Behaviour, WebServer } from '../web-server.ts';

let shop: WebServer;
beforeAll(async () => {
  shop = await webServer();
});
afterAll(() => shop.close());

const now = () => new Date('2026-11-20T12:00:00Z');
const channel = restChannel({ fetch, now });
const impatient = restChannel({
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(50) }),
  now,
});
const access = () => ({
  account: accountId('store-12'),
  address: `${shop.address}/recado/`,
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  ...withoutToken,
});

const order = {
  id: '1042',
  buyer: 'b-1',
  status: 'shipped',
  placedAt: '2026-11-10T09:00:00-03:00',
  total: '199.90',
  currency: 'BRL',
  items: [{ item: 'SKU-9', quantity: 1 }],
};
const item = { id: 'SKU-9', title: 'Tênis', price: '199.90', currency: 'BRL', stock: 3 };
const json = (value: unknown): Behaviour => answer(200, JSON.stringify(value));

const askOrder = (behaviour: Behaviour, id = '1042', buyer = 'b-1') => {
  shop.behave(behaviour);
  return channel.order(id, buyer, access());
};
const askItem = (behaviour: Behaviour) => {
  shop.behave(behaviour);
  return channel.item('SKU-9/42', null, access());
};
const act = (behaviour: Behaviour, id = '1042') => {
  shop.behave(behaviour);
  const request = { id: 'action-1', order: id, action: 'cancel', details: { reason: 'size' } } as const;
  return channel.act(request, access());
};
const problem = async (
  outcome: ReturnType<typeof askOrder> | ReturnType<typeof askItem> | ReturnType<typeof act>,
) => {
  const result = await outcome;
  return result.ok ? 'found' : result.problem.kind;
};

describe('an order', () => {
  it('is asked for in the buyer’s name, with a signature for this question only', async () => {
    expect(await askOrder(json(order), '#1042/A', 'b 1&x')).toMatchObject({ ok: false });
    const path = '/recado/orders/%231042%2FA?buyer=b+1%26x';
    const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
    expect(shop.received.at(-1)).toMatchObject({
      method: 'GET',
      path,
      headers: { 'webhook-id': `get_${digest}` },
    });
  });

  it('is found for its buyer, and for nobody else', async () => {
    expect(await askOrder(json(order))).toEqual({
      ok: true,
      value: { ...order, shipments: [], returns: [] },
    });
    expect(await askOrder(json(order), '1042', 'b-2')).toEqual({ ok: false, problem: { kind: 'not-found' } });
  });

  it.each(['..', '.', ''])('is not found under the id %j, and the shop is not asked', async (id) => {
    const before = shop.received.length;
    expect(await problem(askOrder(json(order), id))).toBe('not-found');
    expect(await problem(act(answer(200), id))).toBe('not-found');
    expect(shop.received).toHaveLength(before);
  });
});

describe.each([
  ['an order', askOrder],
  ['an item', askItem],
])('%s', (_what, ask) => {
  it.each([
    ['not-found', [404, 410]],
    ['access-denied', [401, 403]],
    ['busy', [408, 429, 500, 502, 503]],
    ['unreadable', [302, 400]],
  ])('is %s after %j', async (kind, statuses) => {
    for (const status of statuses) {
      const location = { location: `${shop.address}/recado/orders/1042` };
      expect(await problem(ask(answer(status, JSON.stringify(order), location)))).toBe(kind);
    }
  });

  it('is unreadable as garbage, or beyond 1 MB', async () => {
    const large = JSON.stringify({ ...order, ...item, note: 'x'.repeat(1024 * 1024) });
    for (const body of ['', '<html>', '[]', '{}', 'null', large]) {
      expect(await problem(ask(answer(200, body)))).toBe('unreadable');
    }
  });

  it('may come later when the shop is silent, resets or breaks off', async () => {
    expect(await problem(ask(reset))).toBe('busy');
    expect(await problem(ask(broken(200, '{"id":')))).toBe('busy');
    shop.behave(silence);
    expect(await problem(impatient.item('SKU-9', null, access()))).toBe('busy');
    expect(await problem(channel.item('SKU-9', null, { ...access(), address: await nobodyThere() }))).toBe(
      'busy',
    );
  });
});

describe('an item', () => {
  it('is found', async () => {
    expect(await askItem(json(item))).toEqual({ ok: true, value: { ...item, attributes: {}, variants: [] } });
    expect(shop.received.at(-1)?.path).toBe('/recado/items/SKU-9%2F42');
  });
});

describe('an action', () => {
  it('is posted under its key, with order and action under the signature', async () => {
    expect(await act(answer(200))).toEqual({ ok: true, value: { done: true } });
    const request = shop.received.at(-1);
    expect(request).toMatchObject({
      method: 'POST',
      path: '/recado/orders/1042/cancel',
      headers: { 'idempotency-key': 'action-1', 'webhook-id': 'action-1' },
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      order: '1042',
      action: 'cancel',
      details: { reason: 'size' },
    });
  });

  it.each([
    ['not-found', answer(404)],
    ['rejected', answer(409)],
    ['rejected', answer(422)],
    ['rejected', answer(302)],
    ['access-denied', answer(403)],
    ['busy', answer(429)],
    ['unknown', answer(500)],
    ['unknown', reset],
  ])('is %s when the shop says so', async (kind, behaviour) => {
    expect(await problem(act(behaviour))).toBe(kind);
  });
});
