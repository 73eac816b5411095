/** What is fetched behind a pointer, from a platform that behaves, and from one that does not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access, Arrival, Pointer } from '../../../../functions/core/ports/channel.ts';
import { answer, broken, nobodyThere, reset } from '../web-server.ts';
import {
  answered,
  buyer,
  message,
  now,
  platform,
  purchase,
  question,
  seller,
  thread,
  threadPath,
  type Answers,
} from './platform.ts';

let at: Awaited<ReturnType<typeof platform>>;
beforeAll(async () => {
  at = await platform();
});
afterAll(async () => at.close());

const pointer = (topic: string, resource: string): Pointer => ({
  account: seller,
  application: null,
  topic,
  resource,
  notice: 'n-1',
  at: now,
});
const collect = async (topic: string, resource: string, answers: Answers, over: Partial<Access> = {}) => {
  at.answers(answers);
  at.calls();
  return at.channel.collect(pointer(topic, resource), { ...at.access, ...over });
};
const collected = async (
  topic: string,
  resource: string,
  answers: Answers,
): Promise<readonly Arrival[] | string> => {
  const outcome = await collect(topic, resource, answers);
  return outcome.ok ? outcome.value : outcome.problem.kind;
};
const askQuestion = async (told: unknown) =>
  collected('questions', '/questions/13021478261', { 'GET /questions/13021478261': told });

describe('a question', () => {
  it('is the buyer’s, in public, about its item, at the platform’s time', async () => {
    expect(await askQuestion(question())).toEqual([
      {
        kind: 'message',
        message: {
          account: seller,
          conversation: 'question:13021478261',
          message: 'question:13021478261',
          buyer: { id: buyer, name: null, email: null },
          text: 'Olá! Vocês enviam para Manaus? Chega até sexta?',
          locale: null,
          order: null,
          item: 'MLB3571180942',
          at: new Date('2026-11-17T13:02:10.000Z'),
          attachments: 0,
          audience: 'public',
        },
      },
    ]);
    expect(at.calls()).toEqual(['GET /questions/13021478261?api_version=4']);
    expect(at.received.at(-1)?.headers).toMatchObject({ authorization: 'Bearer APP_USR-token' });
  });

  it('that was answered brings the words that left, and no question to answer again', async () => {
    expect(await askQuestion(answered('Enviamos sim!'))).toMatchObject([
      { kind: 'outgoing', message: { message: 'answer:13021478261', text: 'Enviamos sim!', refused: null } },
    ]);
    expect(await askQuestion(answered('Me chama!', 'BANNED'))).toMatchObject([
      { kind: 'outgoing', message: { refused: 'the answer is banned' } },
    ]);
  });

  it.each(['BANNED', 'CLOSED_UNANSWERED', 'DELETED', 'DISABLED', 'UNDER_REVIEW', 'NEWLY_INVENTED'])(
    'that is %s ends as closed',
    async (status) => {
      expect(await askQuestion(question({ status, text: '' }))).toEqual([
        { kind: 'ignored', because: 'closed' },
      ]);
    },
  );

  it('of another seller, or on hold, is nothing to answer', async () => {
    expect(await askQuestion(question({ seller_id: 1 }))).toBe('gone');
    expect(await askQuestion(question({ hold: true }))).toEqual([{ kind: 'ignored', because: 'closed' }]);
  });

  it('of Global Selling is fetched there and remembers where it came from', async () => {
    const arrivals = await collected('marketplace_questions', '/questions/13021478261', {
      'GET /marketplace/questions/13021478261': question(),
    });
    expect(arrivals).toMatchObject([{ message: { message: 'global:question:13021478261' } }]);
  });
});

const orders = { 'GET /orders/2000001': answer(404), 'GET /packs/2000001': { orders: [{ id: 2195160686 }] } };
const bought = { ...orders, 'GET /orders/2195160686': purchase() };
const askMessage = async (told: unknown, rest: Answers = bought) =>
  collected('messages', '/messages/m1', { 'GET /messages/m1': told, ...rest });

const flat = {
  message_id: 'm1',
  resource: 'packs',
  resource_id: '2000001',
  from: { user_id: buyer },
  to: [{ user_id: seller }],
  text: { plain: 'cadê meu pedido?' },
  status: 'AVAILABLE',
  date: '2026-11-17T13:00:00',
  moderation: { status: 'NON_MODERATED' },
  attachments: [],
};

describe('a message after a sale', () => {
  const said = {
    kind: 'message',
    message: {
      account: seller,
      conversation: 'pack:2000001',
      message: 'm1',
      buyer: { id: buyer, name: null, email: null },
      text: 'cadê meu pedido?',
      locale: null,
      order: '2195160686',
      item: null,
      at: new Date('2026-11-17T13:00:00Z'),
      attachments: 0,
      audience: 'private',
    },
  };

  it('is the same in both shapes that the platform documents', async () => {
    const enveloped = thread([message({ id: 'm1', from: buyer, text: 'cadê meu pedido?' })]);
    expect(await askMessage(enveloped)).toEqual([said]);
    expect(await askMessage(flat)).toEqual([said]);
  });

  it('is never marked as read', async () => {
    await askMessage(flat);
    expect(at.calls()[0]).toBe('GET /messages/m1?tag=post_sale&mark_as_read=false');
    await collected('messages', '/messages/packs/2000001', { [`GET ${threadPath}`]: thread([]) });
    expect(at.calls()).toEqual([`GET ${threadPath}?tag=post_sale&mark_as_read=false`]);
  });

  it('is the buyer’s also where the site’s own assistant writes in the buyer’s place', async () => {
    const assisted = thread([message({ id: 'm1', from: '3037204123', text: 'oi' })]);
    expect(await askMessage(assisted)).toMatchObject([{ message: { buyer: { id: buyer } } }]);
  });

  it('of a purchase that cannot be seen is still heard', async () => {
    expect(await askMessage(flat, {})).toMatchObject([
      { message: { buyer: { id: buyer }, order: '2000001' } },
    ]);
    expect(await askMessage(flat, { ...orders, 'GET /orders/2195160686': answer(429) })).toBe('busy');
  });

  it('that the seller’s side wrote is outgoing, with what moderation made of it', async () => {
    const ours = (moderation: { status: string; reason?: string }) =>
      askMessage(thread([message({ id: 'm1', from: seller, text: 'Olá!', moderation })]));
    expect(await ours({ status: 'clean' })).toMatchObject([{ kind: 'outgoing', message: { refused: null } }]);
    expect(await ours({ status: 'rejected', reason: 'AUTOMATIC_MESSAGE' })).toMatchObject([
      { kind: 'outgoing', message: { refused: 'moderation: AUTOMATIC_MESSAGE' } },
    ]);
  });

  it('that moderation took from the buyer is nobody’s to answer', async () => {
    const taken = { id: 'm1', from: buyer, text: '', moderation: { status: 'REJECTED' } };
    expect(await askMessage(thread([message(taken)]))).toEqual([]);
  });

  it('in a thread comes with those after the seller’s last words, in the platform’s order', async () => {
    const messages = [
      message({ id: 'b1', from: buyer, text: 'primeira', at: '2026-11-17T12:00:00Z' }),
      message({ id: 's1', from: seller, text: 'resposta', at: '2026-11-17T12:10:00Z' }),
      message({ id: 'b2', from: buyer, text: 'segunda', at: '2026-11-17T12:20:00Z' }),
      message({ id: 'b3', from: buyer, text: 'terceira', at: '2026-11-17T12:20:01Z' }),
    ];
    const arrivals = await collected('messages', '/messages/packs/2000001', {
      ...bought,
      [`GET ${threadPath}`]: thread(messages),
    });
    expect(arrivals).toMatchObject([
      { kind: 'outgoing', message: { text: 'resposta' } },
      { kind: 'message', message: { text: 'segunda' } },
      { kind: 'message', message: { text: 'terceira' } },
    ]);
  });
});

const claim = (over: Readonly<Record<string, unknown>> = {}) => ({
  id: 5108684499,
  type: 'mediations',
  stage: 'claim',
  status: 'opened',
  reason_id: 'PNR3430',
  resource: 'order',
  resource_id: 2195160686,
  date_created: '2026-11-19T13:00:00.000Z',
  players: [
    { role: 'complainant', type: 'buyer', user_id: Number(buyer), available_actions: [] },
    {
      role: 'respondent',
      type: 'seller',
      user_id: Number(seller),
      available_actions: [{ action: 'refund', mandatory: false }, { action: 'send_message_to_complainant' }],
    },
  ],
  ...over,
});
const path = '/post-purchase/v1/claims/5108684499';
const askClaim = async (told: unknown, rest: Answers = bought) =>
  collected('post_purchase', path, { [`GET ${path}`]: told, ...rest });

describe('a claim', () => {
  it('is a case on its purchase’s conversation, with its words, its actions, and two business days', async () => {
    const messages = [
      { sender_role: 'respondent', message: 'Já vimos', date_created: '2026-11-19T14:00:00Z' },
      { sender_role: 'complainant', message: 'Não chegou', date_created: '2026-11-19T13:00:00Z' },
    ];
    expect(await askClaim(claim(), { ...bought, [`GET ${path}/messages`]: messages })).toEqual([
      {
        kind: 'claim',
        claim: {
          account: seller,
          claim: '5108684499',
          conversation: 'pack:2000001',
          buyer,
          order: '2195160686',
          reason: 'PNR3430',
          stage: 'claim',
          availableActions: ['refund', 'send_message_to_complainant'],
          at: new Date('2026-11-19T13:00:00Z'),
          // The platform names no time: the flow counts business days.
          dueAt: null,
          text: 'complainant: Não chegou\nrespondent: Já vimos',
        },
      },
    ]);
  });

  it('is due when the platform says so', async () => {
    const due = [{ action: 'refund', due_date: '2026-11-20T10:00:00.000-04:00' }];
    const players = [{ role: 'respondent', user_id: Number(seller), available_actions: due }];
    expect(await askClaim(claim({ players }))).toMatchObject([
      { claim: { dueAt: new Date('2026-11-20T14:00:00Z') } },
    ]);
  });

  it('that is closed is no case, and one about no order has a conversation of its own', async () => {
    expect(await askClaim(claim({ status: 'closed' }))).toEqual([{ kind: 'ignored', because: 'closed' }]);
    expect(await askClaim(claim({ resource: 'shipment', resource_id: 4000123 }))).toMatchObject([
      { claim: { conversation: 'claim:5108684499', buyer, order: null } },
    ]);
  });
});

describe('a platform that misbehaves', () => {
  const ask = async (behaviour: unknown) => askQuestion(behaviour);

  it('is asked again when it is throttled, down, silent or breaks off', async () => {
    for (const behaviour of [answer(429), answer(500), answer(503), reset, broken(200, '{"id":')])
      expect(await ask(behaviour)).toBe('busy');
    const down = await collect('questions', '/questions/1', {}, { address: await nobodyThere() });
    expect(down.ok || down.problem.kind).toBe('busy');
  });

  it('that no longer takes the token is told apart from one that hides a resource', async () => {
    expect(await ask(answer(401))).toBe('access-denied');
    for (const status of [403, 404, 410]) expect(await ask(answer(status))).toBe('gone');
    expect(await collect('questions', '/questions/1', {}, { token: null })).toMatchObject({
      problem: { kind: 'access-denied' },
    });
  });

  it('is unreadable with garbage, and is not followed elsewhere', async () => {
    for (const body of ['', '<html>', '[]', '{}', 'null', '"text"'])
      expect(await ask(answer(200, body))).toBe('unreadable');
    expect(await ask(answer(302, '', { location: 'https://evil.example/' }))).toBe('unreadable');
  });
});

describe('a pointer from a queue', () => {
  it.each([
    ['questions', 'https://evil.example/questions/1'],
    ['questions', '/users/me1'],
    ['messages', '/messages/../oauth/token1'],
    ['orders_v2', '/orders/1'],
  ])('of %s that leads to %s is refused, and nothing is fetched', async (topic, resource) => {
    expect(await collected(topic, resource, {})).toBe('not-allowed');
    expect(at.calls()).toEqual([]);
  });
});
