/** What a marketplace gets for its call, and what is queued of it. */
import { expect, it } from 'vitest';
import { ingress } from '../../../functions/core/channels/registry-ingress.ts';
import { restManifest } from '../../../functions/core/channels/rest/manifest.ts';
import { receiveWebhook, type ReceivedCall } from '../../../functions/core/flows/receive-webhook.ts';
import type { QueuedArrival } from '../../../functions/core/ports/queues.ts';
import { account } from '../../fakes/builders.ts';
import { knownRegistrations, signedCall, type CallOf } from '../../fakes/shop-calls.ts';
import { fakeTools, ids } from '../../fakes/tools.ts';

const words = (over: Record<string, unknown> = {}): string =>
  JSON.stringify({
    type: 'message.created',
    data: {
      conversation: 'c-1',
      message: 'm-1',
      buyer: { id: 'b-1' },
      text: 'cadê meu pedido?',
      at: '2026-11-20T11:59:59Z',
      ...over,
    },
  });

const webhook = (queue: 'queued' | 'refused' = 'queued') => {
  const { tools, logged, counted } = fakeTools();
  const put: { readonly arrival: QueuedArrival; readonly group: string; readonly id: string }[] = [];
  const unreadable: string[] = [];
  const receive = receiveWebhook({
    ...tools,
    ingress,
    registrations: knownRegistrations,
    ids: async () => ids,
    inbound: {
      put: async (arrival, group, id) => {
        if (queue === 'queued') put.push({ arrival, group, id });
        return queue;
      },
    },
    pointers: { put: async () => queue },
    unreadable: {
      put: async ({ because, body }) => {
        if (queue === 'queued') unreadable.push(`${because}: ${Buffer.from(body).toString()}`);
        return queue;
      },
    },
  });
  const calls = (body: string, over: Omit<CallOf, 'at'> & { at?: Date } = {}) =>
    receive(signedCall(body, { at: tools.clock(), ...over }));
  return { tools, receive, calls, put, unreadable, logged, counted };
};

const accepted = { status: 200, body: '{"accepted":true}' };
const refused = (status: number) => ({ status, body: '' });

it('acknowledges a genuine call in the channel’s own words, and queues what it carries', async () => {
  const { calls, put, logged } = webhook();
  expect(await calls(words())).toEqual(accepted);
  expect(put.map(({ arrival }) => [arrival.account, arrival.arrival.kind])).toEqual([['luna-br', 'message']]);
  expect(put[0]?.group).toBe(ids.conversation('rest', account.id, 'c-1'));
  expect(logged.map(({ name }) => name)).toEqual(['webhook-accepted']);
});

it.each([
  ['an unknown registration', { registration: 'nobody' }, 404],
  ['a registration that none can be', { registration: 'a#b' }, 404],
  ['an unknown channel', { channel: 'fax' }, 404],
  ['an unknown registration by a wrong method', { registration: 'nobody', method: 'GET' }, 404],
  ['a wrong method', { method: 'GET' }, 405],
  ['another seller’s secret', { registration: 'outra-br' }, 401],
  ['a signature of six minutes ago', { at: new Date('2026-11-20T11:54:00Z') }, 401],
  ['no signature', { headers: {} }, 401],
] as const)('refuses %s', async (_, over, status) => {
  const { calls, put, counted } = webhook();
  expect(await calls(words(), over)).toEqual(refused(status));
  expect({ put, counted }).toEqual({ put: [], counted: ['Refused'] });
});

it('refuses a signature that came twice, and a body that was changed by one byte', async () => {
  const { receive, tools } = webhook();
  const call = signedCall(words(), { at: tools.clock() });
  const signature = call.headers['webhook-signature'] ?? '';
  const doubled = { ...call.headers, 'webhook-signature': `${signature}, ${signature}` };
  const other: ReceivedCall = { ...call, body: Buffer.from(words({ text: 'cadê meu pedidO?' })) };
  expect(await receive({ ...call, headers: doubled })).toEqual(refused(401));
  expect(await receive(other)).toEqual(refused(401));
});

it('refuses a body whose transfer encoding lies', async () => {
  const { receive, tools } = webhook();
  expect(await receive({ ...signedCall(words(), { at: tools.clock() }), body: null })).toEqual(refused(401));
});

it('takes a body of the largest size, and refuses one byte more before it looks at anything else', async () => {
  const { calls, put } = webhook();
  const filled = (bytes: number): string => {
    const empty = Buffer.byteLength(words({ text: '' }));
    return words({ text: 'x'.repeat(bytes - empty) });
  };
  expect(await calls(filled(restManifest.maximumBytes))).toEqual(accepted);
  expect(await calls(filled(restManifest.maximumBytes + 1))).toEqual(refused(413));
  expect(put).toHaveLength(1);
});

it('acknowledges a call for an account that nobody connected: it is dropped later, not refused', async () => {
  const { calls, put } = webhook();
  expect(await calls(words({ account: 'nobody' }))).toEqual(accepted);
  expect(await calls(words(), { registration: 'several' })).toEqual(accepted);
  expect(put.map(({ arrival }) => arrival.account)).toEqual(['nobody', '']);
});

it.each([
  ['no JSON', '{"type":'],
  ['a message without a buyer', words({ buyer: undefined })],
])('acknowledges what is genuine and unreadable, and keeps it for a person: %s', async (_, body) => {
  const { calls, put, unreadable, counted } = webhook();
  expect(await calls(body)).toEqual(accepted);
  expect(put).toEqual([]);
  expect(unreadable).toEqual([expect.stringContaining(body)]);
  expect(counted).toEqual(['Unreadable']);
});

it('acknowledges another topic, and queues nothing of it', async () => {
  const { calls, put } = webhook();
  expect(await calls(JSON.stringify({ type: 'order.created', data: {} }))).toEqual(accepted);
  expect(put).toEqual([]);
});

it.each([
  ['a message', words()],
  ['what cannot be read', 'nonsense'],
])('asks the marketplace to call again when the queue refuses %s', async (_, body) => {
  const { calls } = webhook('refused');
  expect(await calls(body)).toEqual(refused(503));
});

it('lets no seller’s call make the queue forget another seller’s message', async () => {
  const { calls, put } = webhook();
  await calls(words({ account: 'luna-br' }), { registration: 'several' });
  await calls(words());
  await calls(words());
  const [foreign, own, again] = put.map(({ id }) => id);
  expect(foreign).not.toBe(own);
  expect(again).toBe(own);
});

it('tells no text, no header and no platform’s id in its log', async () => {
  const { calls, logged } = webhook();
  await calls(words({ conversation: 'conversa-secreta' }));
  await calls(words(), { headers: { 'webhook-id': 'cabecalho-secreto' } });
  await calls('texto-secreto');
  expect(JSON.stringify(logged)).not.toMatch(/secret|cadê|m-1|b-1/);
});
