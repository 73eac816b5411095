/** Nothing that names a buyer leaves the sealed stores: not in a log line, a count, a queue, an id, a case or the ledger. */
import { describe, expect, it } from 'vitest';
import { canaryHouse } from './canary-house.ts';
import { canaries, canariesIn, words } from './canary-words.ts';
import type { Circumstances } from './canary-workers.ts';

const buyersMessage = (over: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    type: 'message.created',
    data: {
      conversation: canaries.conversation,
      message: canaries.message,
      buyer: { id: canaries.buyer, name: canaries.name, email: canaries.mail },
      text: words,
      locale: 'pt-BR',
      order: canaries.order,
      item: canaries.item,
      at: '2026-11-20T12:00:00Z',
      attachments: [{ name: canaries.name }],
      ...over,
    },
  });

const sellersWords = JSON.stringify({
  type: 'reply.created',
  data: {
    conversation: canaries.conversation,
    reply: canaries.message,
    text: words,
    at: '2026-11-20T12:01:00Z',
  },
});

/** A shop that repeats the buyer's own data in whatever it answers. */
const shopThatAnswers = (status: number) => async () =>
  new Response(words, {
    status,
    statusText: 'No',
    headers: { location: `https://shop.example/${canaries.phone}` },
  });

const order = {
  id: canaries.order,
  buyer: canaries.buyer,
  status: 'shipped',
  placedAt: '2026-11-18T12:00:00Z',
  total: '189.90',
  currency: 'BRL',
  items: [{ item: canaries.item, quantity: 1 }],
  shipments: [
    {
      id: canaries.order,
      status: 'shipped',
      carrier: 'Correios',
      tracking: canaries.phone,
      estimated: '2026-11-22',
    },
  ],
};
const shopThatKnows = async (url: URL, method: string): Promise<Response> =>
  Response.json(method === 'GET' && url.pathname.includes('/orders/') ? order : { id: canaries.message });

const tellsOrder: Circumstances['understanding'] = {
  answered: true,
  intentConfidence: 0.99,
  entities: [{ type: 'order_number', value: canaries.order, start: 0, end: 17 }],
};

const leaks = async (house: ReturnType<typeof canaryHouse>): Promise<readonly string[]> =>
  (await house.told()).flatMap(({ where, text }) => canariesIn(text).map((word) => `${where}: ${word}`));

type Case = {
  readonly when: string;
  readonly given: Circumstances;
  readonly calls: readonly string[];
  /** Log names that prove that it came so far. */
  readonly reaches: readonly string[];
};

const cases: readonly Case[] = [
  {
    when: 'a reply is sent',
    given: { understanding: tellsOrder, shop: shopThatKnows },
    calls: [buyersMessage({ attachments: [] })],
    reaches: ['message-stored', 'intent-recognized', 'reply-decided', 'usage-recorded', 'reply-sent'],
  },
  {
    when: 'a person gets the case, because no model answered',
    given: {},
    calls: [buyersMessage()],
    reaches: ['model-unavailable', 'conversation-escalated'],
  },
  {
    when: 'the same message comes again, and a newer one',
    given: { understanding: tellsOrder, shop: shopThatKnows },
    calls: [buyersMessage(), buyersMessage(), buyersMessage({ message: `${canaries.message}-2` })],
    reaches: ['message-duplicate'],
  },
  {
    when: 'the shop refuses in words about the buyer',
    given: { understanding: tellsOrder, shop: shopThatAnswers(422) },
    calls: [buyersMessage()],
    reaches: ['facts-unavailable', 'reply-rejected'],
  },
  {
    when: 'the shop breaks in words about the buyer',
    given: { shop: shopThatAnswers(500) },
    calls: [buyersMessage()],
    reaches: ['reply-unknown'],
  },
  {
    when: 'the shop no longer knows us',
    given: { shop: shopThatAnswers(401) },
    calls: [buyersMessage()],
    reaches: ['access-denied', 'message-buried'],
  },
  {
    when: 'the shop cannot be reached, and the error names the buyer',
    given: {
      shop: async (url) => {
        throw new TypeError(`fetch failed: ${url.href} ${words}`);
      },
    },
    calls: [buyersMessage()],
    reaches: ['reply-unknown'],
  },
  {
    when: 'a store throws an error that holds the words, until the message is given up',
    given: { storeThrows: new Error(`Unexpected token in "${words}" at ${canaries.phone}:1:2`) },
    calls: [buyersMessage()],
    reaches: ['failed', 'message-buried'],
  },
  {
    when: 'a person of the seller answers elsewhere',
    given: {},
    calls: [buyersMessage(), sellersWords],
    reaches: ['agent-heard'],
  },
  {
    when: 'nobody connected the account',
    given: {},
    calls: [buyersMessage({ account: canaries.account })],
    reaches: ['message-dropped'],
  },
  {
    when: 'the call cannot be read',
    given: {},
    calls: [`{"type":"message.created","data":{"text":"${words}`, buyersMessage({ at: words })],
    reaches: ['webhook-accepted'],
  },
];

describe('nothing that names a buyer gets out', () => {
  it.each(cases)('when $when', async ({ given, calls, reaches }) => {
    const house = canaryHouse(given);
    for (const body of calls) await house.called(body, canaries.webhook);
    expect(house.logged()).toEqual(expect.arrayContaining([...reaches]));
    expect(await leaks(house)).toEqual([]);
  });

  it('when the call is forged', async () => {
    const house = canaryHouse();
    await house.called(buyersMessage(), canaries.webhook, true);
    expect(house.logged()).toContain('webhook-refused');
    expect(await leaks(house)).toEqual([]);
  });
});

describe('a canary', () => {
  it('would be seen in any common spelling', () => {
    const spelt = [
      canaries.phone,
      canaries.mail.toUpperCase(),
      encodeURIComponent(canaries.address),
      Buffer.from(canaries.taxId).toString('base64'),
      Buffer.from(canaries.name).toString('hex'),
    ];
    expect(spelt.filter((text) => canariesIn(`a line with ${text} in it`).length === 0)).toEqual([]);
  });

  it('stands in the words that are sealed, so that the flows did have it to lose', async () => {
    const house = canaryHouse();
    await house.called(buyersMessage(), canaries.webhook);
    const [kept] = house.memory.everything().messages;
    const view = kept === undefined ? null : await house.memory.view(kept);
    expect(canariesIn(JSON.stringify(view?.messages)).length).toBeGreaterThan(5);
  });
});
