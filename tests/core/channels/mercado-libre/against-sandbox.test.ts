/** The channel and the sandboxed platform understand each other: both were written from the platform's pages, apart. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mercadoLibreChannel } from '../../../../functions/core/channels/mercado-libre/channel.ts';
import type { Sandbox } from '../../../../functions/core/channels/kit/sandbox.ts';
import { accountId } from '../../../../functions/core/domain/ids.ts';
import type { Access, Arrival, OutboundReply } from '../../../../functions/core/ports/channel.ts';
import { buyer, noon, seller, world, type World } from './sandbox-world.ts';
import { reply } from './platform.ts';

let here: World;
let platform: Sandbox;
let passed = 0;
beforeEach(async () => {
  here = await world();
  platform = here.open();
  passed = 0;
});
afterEach(async () => here.close());

const pack = '2000007001';
const pass = (milliseconds: number): void => {
  passed += milliseconds;
  here.pass(milliseconds);
};
const channel = mercadoLibreChannel({
  fetch: async (url, { method = 'GET', headers, body }) => {
    const answer = await platform.handle({
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(new Headers(headers)),
      body: Buffer.from(typeof body === 'string' ? body : ''),
    });
    return new Response(answer.body ?? '', { status: answer.status });
  },
  now: () => new Date(noon + passed),
});
const access = async (): Promise<Access> => ({
  account: accountId(seller),
  address: 'http://127.0.0.1',
  secrets: [],
  token: await here.token(platform),
  platformUser: seller,
  applicationId: null,
});
const collect = async (topic: string, resource: string): Promise<readonly Arrival[]> => {
  const pointer = { account: seller, application: null, topic, resource, notice: 'n', at: new Date(noon) };
  const outcome = await channel.collect(pointer, await access());
  return outcome.ok ? outcome.value : [];
};
const buyerOf = ([arrival]: readonly Arrival[]) => (arrival?.kind === 'message' ? arrival.message : null);
const mood = (told: Readonly<Record<string, unknown>>): void => {
  platform.fault(told);
};
const send = async (words: OutboundReply) => channel.send(words, await access());
const settle = async (words: OutboundReply) => channel.settle(words, await access());

const asked = async (): Promise<OutboundReply> => {
  const { id } = await platform.create(
    { account: seller, item: 'MLB3571180942', buyer, text: 'Serve em 220 V?' },
    'questions',
  );
  const conversation = `question:${id}`;
  return { ...reply, conversation, inReplyTo: conversation, audience: 'public', text: 'Sim, é bivolt.' };
};
const wrote = async (text = 'Cadê meu pedido?'): Promise<OutboundReply> => {
  const { id } = await platform.create({ account: seller, pack, buyer, text }, 'messages');
  return { ...reply, conversation: `pack:${pack}`, inReplyTo: id };
};

it('a question is collected, answered once, and its answer comes back as ours', async () => {
  const words = await asked();
  const resource = `/questions/${words.conversation.slice('question:'.length)}`;
  expect(buyerOf(await collect('questions', resource))).toMatchObject({
    conversation: words.conversation,
    buyer: { id: buyer },
    item: 'MLB3571180942',
    audience: 'public',
  });
  expect(await send(words)).toMatchObject({ kind: 'accepted' });
  pass(2000);
  const taken = await settle(words);
  expect(taken).toMatchObject({ kind: 'sent' });
  expect(await send(words)).toEqual(taken);
  expect(platform.sent(0)).toHaveLength(1);
  expect(await collect('questions', resource)).toMatchObject([
    {
      kind: 'outgoing',
      message: { message: taken.kind === 'sent' ? taken.platformId : '', text: words.text },
    },
  ]);
});

it.each(['flat', 'envelope'])(
  'a message in the %s shape is collected with its order, and answered once',
  async (shape) => {
    mood({ mood: shape });
    const words = await wrote();
    expect(buyerOf(await collect('messages', words.inReplyTo))).toMatchObject({
      conversation: `pack:${pack}`,
      message: words.inReplyTo,
      buyer: { id: buyer },
      order: '2000005001',
      text: 'Cadê meu pedido?',
    });
    expect(await send(words)).toMatchObject({ kind: 'accepted' });
    pass(2000);
    const taken = await settle(words);
    expect(taken).toMatchObject({ kind: 'sent' });
    expect(await send(words)).toEqual(taken);
    expect(platform.sent(0)).toHaveLength(1);
  },
);

it('a message that moderation takes back is found two seconds later, and never sent again', async () => {
  const words = await wrote();
  mood({ mood: 'moderating', reason: 'AUTOMATIC_MESSAGE' });
  expect(await send(words)).toMatchObject({ kind: 'accepted' });
  pass(2000);
  const refused = { kind: 'rejected', because: 'moderation: AUTOMATIC_MESSAGE' };
  expect(await settle(words)).toEqual(refused);
  expect(await send(words)).toEqual(refused);
  expect(platform.sent(0)).toHaveLength(1);
});

it('a blocked thread is not written to', async () => {
  const words = await wrote();
  mood({ mood: 'blocked', account: seller, pack, substatus: 'blocked_by_mediation' });
  expect(await send(words)).toEqual({
    kind: 'rejected',
    because: 'the thread is blocked: blocked_by_mediation',
  });
  expect(platform.sent(0)).toEqual([]);
});

it('where the site’s own assistant writes, the buyer’s order is still found and the answer arrives', async () => {
  mood({ mood: 'assistant', account: seller, pack });
  const words = await wrote();
  expect(buyerOf(await collect('messages', words.inReplyTo))?.buyer.id).toBe(buyer);
  expect(await send(words)).toMatchObject({ kind: 'accepted' });
  expect(platform.sent(0)).toHaveLength(1);
});

it('first words go through the platform’s reason', async () => {
  const words = { ...reply, conversation: `pack:${pack}`, inReplyTo: 'claim:1' };
  expect(await send(words)).toMatchObject({ kind: 'accepted' });
  pass(2000);
  expect(await settle(words)).toMatchObject({ kind: 'sent' });
});

it('orders are told to their own buyer, with where the parcel is', async () => {
  for (const name of ['2000005001', pack])
    expect(await channel.order(name, buyer, await access())).toMatchObject({
      ok: true,
      value: {
        id: '2000005001',
        total: '189.9',
        shipments: [{ status: 'shipped', carrier: 'Correios', tracking: 'AA123456785BR' }],
      },
    });
  expect(await channel.order(pack, '999', await access())).toEqual({
    ok: false,
    problem: { kind: 'not-found' },
  });
});

it('listings are told with stock, attributes, variants and freight', async () => {
  expect(await channel.item('MLB3571180942', '69010-060', await access())).toMatchObject({
    ok: true,
    value: {
      title: 'Luminária de mesa Aurora',
      stock: 12,
      attributes: { garantia: '12 meses' },
      deliveryBy: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    },
  });
});
