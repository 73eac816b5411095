/** The sandboxed shop is as strict as a real one, and forgets nothing that it took. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withoutToken } from '../../../fakes/builders.ts';
import type { Fetch } from '../../../../functions/core/channels/kit/http.ts';
import { restChannel } from '../../../../functions/core/channels/rest/channel.ts';
import { restIngress } from '../../../../functions/core/channels/rest/ingress.ts';
import { sandbox } from '../../../../functions/core/channels/rest/sandbox.ts';
import { accountId } from '../../../../functions/core/domain/ids.ts';
import { answer, nobodyThere, webServer } from '../web-server.ts';
import type { WebServer } from '../web-server.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const noon = Date.parse('2026-11-20T12:00:00Z');
const order = {
  account: 'store-12',
  id: '1042',
  pack: '7',
  buyer: 'b-1',
  status: 'paid',
  placedAt: '2026-11-10',
  total: '199.90',
  currency: 'BRL',
  items: [{ item: 'SKU-9', quantity: 1 }],
};
const seeds = {
  items: [
    {
      account: 'store-12',
      id: 'SKU-9',
      title: 'Tênis',
      price: '199.90',
      currency: 'BRL',
      stock: 3,
      attributes: {},
    },
    { account: 'of-another-channel', id: 'MLB1' },
  ],
  orders: [order, { ...order, id: '1043', status: 'shipped' }],
};

let webhook: WebServer;
let data: string;
beforeAll(async () => {
  webhook = await webServer();
});
afterAll(() => webhook.close());
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sandbox-'));
  webhook.behave(answer(200));
});
afterEach(() => rmSync(data, { recursive: true }));

const open = (accounts = [account('store-12', 'demo')]) =>
  sandbox({ accounts, ...seeds, data, now: () => noon });
const account = (name: string, registration: string, at = webhook.address) => ({
  account: name,
  registration,
  webhook: `${at}/webhooks/rest/${registration}`,
  secrets: [secret],
});

/** Our channel, whose requests reach the sandbox without a socket. */
const channelTo = (shop: ReturnType<typeof sandbox>) => {
  const fetch: Fetch = async (url, init) => {
    const answered = await shop.handle({
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: Buffer.from(typeof init.body === 'string' ? init.body : ''),
    });
    return new Response(answered.body, { status: answered.status });
  };
  return restChannel({ fetch, now: () => new Date(noon) });
};
const access = {
  account: accountId('store-12'),
  address: 'http://127.0.0.1/rest/shop',
  secrets: [secret],
  ...withoutToken,
};
const reply = {
  id: 'abcdefghijklmnopqrstuvwxyz',
  conversation: 'conv-1',
  inReplyTo: 'shop-message-1',
  about: null,
  earlier: [],
  buyer: 'cust-301',
  audience: 'private',
  text: 'Chega amanhã 😊',
  language: 'pt',
  kind: 'automatic',
} as const;
const taken = { kind: 'sent', platformId: `shop-${reply.id}` };
const message = { account: 'store-12', conversation: 'conv-1', buyer: 'b-1', text: 'Cadê?' };

describe('a reply', () => {
  it('is taken once under its key, and shows who answered what', async () => {
    const shop = open();
    const channel = channelTo(shop);
    expect(await channel.settle(reply, access)).toEqual({ kind: 'not-sent' });
    expect([await channel.send(reply, access), await channel.send(reply, access)]).toEqual([taken, taken]);
    expect(await channel.settle(reply, access)).toEqual(taken);
    expect(shop.sent(0)).toMatchObject([
      {
        n: 1,
        at: '2026-11-20T12:00:00.000Z',
        channel: 'rest',
        account: 'store-12',
        conversation: 'conv-1',
        inReplyTo: 'shop-message-1',
        text: 'Chega amanhã 😊',
        repeats: 1,
        request: { method: 'POST', path: '/rest/shop', headers: { 'idempotency-key': reply.id } },
      },
    ]);
    expect(shop.sent(1)).toEqual([]);
  });

  it('is refused unsigned, under another’s secret, for an unknown account, or as something else under a used key', async () => {
    const shop = open();
    const channel = channelTo(shop);
    const denied = { kind: 'access-denied', because: 'status 401' };
    expect(await channel.send(reply, { ...access, secrets: [other] })).toEqual(denied);
    expect(await channel.send(reply, { ...access, account: accountId('store-13') })).toEqual(denied);
    expect(
      (await shop.handle({ method: 'POST', path: '/', query: {}, headers: {}, body: Buffer.from('{}') }))
        .status,
    ).toBe(401);
    await channel.send(reply, access);
    const changed = await channel.send({ ...reply, text: 'Outra coisa' }, access);
    expect(changed).toEqual({ kind: 'rejected', because: 'status 422' });
    expect(shop.sent(0)).toHaveLength(1);
  });

  it('is kept over a restart, with its key and its repeats', async () => {
    const first = open();
    await channelTo(first).send(reply, access);
    await channelTo(first).send(reply, access);
    await first.close();
    const second = open();
    expect(second.sent(0)).toEqual(first.sent(0));
    expect(await channelTo(second).send(reply, access)).toEqual(taken);
    await channelTo(second).send({ ...reply, id: 'bbcdefghijklmnopqrstuvwxyz' }, access);
    expect(second.sent(0).map(({ n, repeats }) => [n, repeats])).toEqual([
      [1, 2],
      [2, 0],
    ]);
  });

  it('survives a line that a kill cut short', async () => {
    await channelTo(open()).send(reply, access);
    const whole = readFileSync(join(data, 'rest.jsonl'), 'utf8');
    appendFileSync(join(data, 'rest.jsonl'), whole.slice(0, -9));
    const second = open();
    await channelTo(second).send({ ...reply, id: 'bbcdefghijklmnopqrstuvwxyz' }, access);
    expect(
      open()
        .sent(0)
        .map(({ n }) => n),
    ).toEqual([1, 2]);
  });
});

describe('facts and actions', () => {
  it('are the seeds’, for the account and the buyer that they belong to', async () => {
    const channel = channelTo(open());
    expect(await channel.order('1042', 'b-1', access)).toMatchObject({ ok: true, value: { status: 'paid' } });
    expect(await channel.order('1042', 'b-2', access)).toMatchObject({ problem: { kind: 'not-found' } });
    expect(await channel.item('SKU-9', null, access)).toMatchObject({ ok: true, value: { stock: 3 } });
    expect(await channel.item('MLB1', null, access)).toMatchObject({ problem: { kind: 'not-found' } });
  });

  it.each([
    ['cancel', { status: 'cancelled', cancelled: { by: 'buyer', reason: 'size' } }],
    ['return', { returns: [{ status: 'requested', reason: 'size' }] }],
    ['refund', { refund: { status: 'requested', amount: '199.90', currency: 'BRL' } }],
    ['address', { status: 'paid', address: 'Rua Nova 10, Recife' }],
  ] as const)('%s changes the order once, and for good', async (action, change) => {
    const details = action === 'address' ? { address: 'Rua Nova 10, Recife' } : { reason: 'size' };
    const request = { id: 'action-1', order: '1042', action, details };
    const first = channelTo(open());
    const done = { ok: true, value: { done: true } };
    expect([await first.act(request, access), await first.act(request, access)]).toEqual([done, done]);
    const second = channelTo(open());
    expect(await second.order('1042', 'b-1', access)).toMatchObject({ value: change });
    expect(await second.act(request, access)).toEqual(done);
  });

  it('are refused when the order’s state does not allow it, or there is no such order', async () => {
    const channel = channelTo(open());
    const cancel = { id: 'action-1', order: '1043', action: 'cancel', details: {} } as const;
    expect(await channel.act(cancel, access)).toMatchObject({ problem: { kind: 'rejected' } });
    expect(await channel.act({ ...cancel, order: '9' }, access)).toMatchObject({
      problem: { kind: 'not-found' },
    });
  });
});

describe('a buyer who writes', () => {
  const arrival = (request: WebServer['received'][number] | undefined) => {
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    const call = { method: 'POST', path: '', query: {}, headers, body: Buffer.from(request?.body ?? '') };
    return { verdict: restIngress.verify(call, [secret], new Date(noon)), read: restIngress.read(call) };
  };

  it('reaches our webhook as a genuine message with a new id each time, also after a restart', async () => {
    const { id } = await open().create({ ...message, order: '1042', locale: 'pt-BR' });
    const { verdict, read } = arrival(webhook.received.at(-1));
    expect(verdict).toBe('genuine');
    const words = {
      account: null,
      conversation: 'conv-1',
      message: id,
      order: '1042',
      locale: 'pt-BR',
      text: 'Cadê?',
    };
    expect(read).toMatchObject({ value: [{ kind: 'message', message: { ...words, buyer: { id: 'b-1' } } }] });
    expect((await open().create(message)).id).not.toBe(id);
  });

  it('is told apart by account where a registration serves several, and where nobody connected it', async () => {
    const shop = open([account('store-12', 'demo'), account('store-13', 'demo')]);
    for (const name of ['store-13', 'nobody']) {
      await shop.create({ ...message, account: name });
      const { read } = arrival(webhook.received.at(-1));
      expect(read).toMatchObject({ value: [{ message: { account: name } }] });
      expect(webhook.received.at(-1)?.path).toBe('/webhooks/rest/demo');
    }
  });

  it('is called in again, as the same message, while our side is down', async () => {
    const before = webhook.received.length;
    webhook.behave((response, request) => {
      webhook.behave(answer(200));
      answer(503)(response, request);
    });
    const { id } = await open().create(message);
    expect(webhook.received.slice(before).map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
  });

  it('hears that nobody took it: refused, or the call is wrong', async () => {
    webhook.behave(answer(401));
    await expect(open().create(message)).rejects.toThrow('401');
    await expect(open().create({ ...message, words: 'x' })).rejects.toThrow(TypeError);
    await expect(open().create({})).rejects.toThrow('account');
  });

  it('is not waited for once the machine stops', async () => {
    const shop = open([account('store-12', 'demo', await nobodyThere())]);
    const creating = shop.create(message);
    await shop.close();
    await expect(creating).rejects.toThrow('aborted');
  });
});

describe('a fault', () => {
  const send = async (fault: Readonly<Record<string, unknown>>) => {
    const shop = open();
    shop.fault({ channel: 'rest', operation: 'send', times: 1, ...fault });
    const channel = channelTo(shop);
    const first = await channel.send(reply, access);
    return { first: first.kind, taken: shop.sent(0).length, again: await channel.send(reply, access), shop };
  };

  it.each([
    [{ status: 500 }, 'unknown', 0],
    [{ status: 429 }, 'busy', 0],
    [{ afterEffect: true }, 'unknown', 1],
    [{ afterEffect: true, status: 503 }, 'unknown', 1],
    [{ garbage: true }, 'sent', 1],
    [{ delayMs: 1 }, 'sent', 1],
    [{ delayMs: 1, afterEffect: true }, 'sent', 1],
  ])('%j makes the first send %s, and the buyer sees one reply', async (fault, first, count) => {
    const result = await send(fault);
    expect(result).toMatchObject({ first, taken: count, again: taken });
    expect(result.shop.sent(0)).toHaveLength(1);
  });

  it('meets the operation that it names, as often as it says', async () => {
    const shop = open();
    const channel = channelTo(shop);
    shop.fault({ operation: 'items', status: 500, times: 2 });
    expect(await channel.order('1042', 'b-1', access)).toMatchObject({ ok: true });
    const items = [
      await channel.item('SKU-9', null, access),
      await channel.item('SKU-9', null, access),
      await channel.item('SKU-9', null, access),
    ];
    expect(items.map(({ ok }) => ok)).toEqual([false, false, true]);
    shop.fault({ operation: '*', status: 500 });
    expect(await channel.settle(reply, access)).toMatchObject({ kind: 'busy' });
  });

  it.each([{}, { operation: 'fly' }, { operation: 'send', times: 0 }, { operation: 'send', delay: 5 }])(
    '%j is not understood',
    (fault) => {
      expect(() => open().fault(fault)).toThrow(TypeError);
    },
  );
});

it('refuses seeds that are wrong, before anything runs', () => {
  const wrong = {
    accounts: [account('store-12', 'demo')],
    items: [],
    orders: [{ ...order, total: 199.9 }],
    data,
  };
  expect(() => sandbox({ ...wrong, now: () => noon })).toThrow('total');
});
