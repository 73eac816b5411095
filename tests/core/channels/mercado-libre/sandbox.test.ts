/** The sandboxed Mercado Libre is as strict as the platform, and forgets nothing that it took. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../../functions/core/channels/kit/sandbox.ts';
import { buyer, other, pair, redirect, seller, world, type World } from './sandbox-world.ts';

const item = 'MLB3571180942';
const pack = '2000007001';
const thread = `/messages/packs/${pack}/sellers/${seller}?tag=post_sale`;
const hour = 60 * 60 * 1000;
const day = 24 * hour;

let here: World;
let platform: Sandbox;
beforeEach(async () => {
  here = await world();
  platform = here.open();
});
afterEach(async () => here.close());

const question = async (text = 'Serve em 220 V?') =>
  (await platform.create({ account: seller, item, buyer, text }, 'questions')).id;
const message = async (text = 'Cadê meu pedido?', on = pack) =>
  (await platform.create({ account: seller, pack: on, buyer, text }, 'messages')).id;
const reply = (text = 'Chega amanhã.') => ({
  from: { user_id: Number(seller) },
  to: { user_id: Number(buyer) },
  text,
  attachments: [],
});

describe('a question', () => {
  const answer = async (id: string, text = 'Sim, é bivolt.', user = seller) =>
    here.as(platform, 'POST', '/answers', { question_id: Number(id), text }, user);

  it('is read with its listing and buyer, and takes one answer for ever', async () => {
    const id = await question();
    const read = async () => here.as(platform, 'GET', `/questions/${id}?api_version=4`);
    const asked = { id: Number(id), seller_id: Number(seller), item_id: item, from: { id: Number(buyer) } };
    expect(await read()).toMatchObject({
      status: 200,
      body: { ...asked, status: 'UNANSWERED', answer: null },
    });
    expect((await answer(id)).status).toBe(200);
    expect(await answer(id, 'Outra resposta')).toMatchObject({
      status: 400,
      body: { error: 'not_unanswered_question' },
    });
    expect((await read()).body).toMatchObject({
      status: 'ANSWERED',
      answer: { text: 'Sim, é bivolt.', status: 'ACTIVE' },
    });
    expect(platform.sent(0)).toMatchObject([
      {
        n: 1,
        channel: 'mercado-libre',
        account: seller,
        conversation: id,
        inReplyTo: id,
        text: 'Sim, é bivolt.',
      },
    ]);
  });

  it('of another seller is neither shown nor answered, and one that nobody asked is not there', async () => {
    const id = await question();
    expect((await here.as(platform, 'GET', `/questions/${id}`, undefined, other)).status).toBe(403);
    expect((await answer(id, 'x', other)).status).toBe(403);
    expect((await here.as(platform, 'GET', '/questions/1')).status).toBe(404);
  });

  it('takes 2,000 characters and no more', async () => {
    const id = await question();
    expect((await answer(id, 'x'.repeat(2001))).status).toBe(400);
    expect((await answer(id, 'x'.repeat(2000))).status).toBe(200);
  });

  it.each(['BANNED', 'DELETED', 'UNDER_REVIEW', 'CLOSED_UNANSWERED'])(
    'that is %s takes no answer',
    async (status) => {
      const id = await question('palavrão');
      platform.fault({ mood: 'status', question: id, status });
      expect((await here.as(platform, 'GET', `/questions/${id}`)).body).toMatchObject({
        status,
        text: status === 'BANNED' ? '' : 'palavrão',
      });
      expect((await answer(id)).status).toBe(400);
    },
  );

  it('is listed while it is unanswered, page by page', async () => {
    const ids = [await question(), await question(), await question()];
    await answer(ids[1] ?? '');
    const page = async (offset: number) =>
      (
        await here.as(
          platform,
          'GET',
          `/my/received_questions/search?status=UNANSWERED&limit=1&offset=${String(offset)}`,
        )
      ).body;
    expect(await page(0)).toMatchObject({ total: 2, questions: [{ id: Number(ids[0]) }] });
    expect(await page(1)).toMatchObject({ total: 2, questions: [{ id: Number(ids[2]) }] });
  });

  it('answered by a person on the site is not of those that we sent', async () => {
    const id = await question();
    await platform.create({ account: seller, question: id, text: 'Sim!' }, 'seller-answers');
    expect((await here.as(platform, 'GET', `/questions/${id}`)).body).toMatchObject({
      answer: { text: 'Sim!' },
    });
    expect(platform.sent(0)).toEqual([]);
  });
});

describe('a message after a sale', () => {
  it('is read in the shape that was chosen', async () => {
    const id = await message();
    const read = async () => (await here.as(platform, 'GET', `/messages/${id}?tag=post_sale`)).body;
    const resources = [
      { id: pack, name: 'packs' },
      { id: seller, name: 'sellers' },
    ];
    expect(await read()).toMatchObject({
      conversation_status: { status: 'active', shipping_id: 40_001_001 },
      messages: [
        { id, from: { user_id: Number(buyer) }, text: 'Cadê meu pedido?', message_resources: resources },
      ],
    });
    platform.fault({ mood: 'flat' });
    expect(await read()).toMatchObject({
      message_id: id,
      text: { plain: 'Cadê meu pedido?' },
      from: { user_id: buyer },
    });
  });

  it('marks the thread read unless it is told not to', async () => {
    await message();
    const unread = async () =>
      (await here.as(platform, 'GET', '/messages/unread?role=seller&tag=post_sale')).body;
    await here.as(platform, 'GET', `${thread}&mark_as_read=false`);
    expect(await unread()).toMatchObject({
      results: [{ resource: `/packs/${pack}/sellers/${seller}`, count: 1 }],
    });
    await here.as(platform, 'GET', thread);
    expect(await unread()).toMatchObject({ results: [] });
  });

  it('is answered in its thread, newest first, under the pack and not under its order', async () => {
    const id = await message('Cadê?', '2000005001');
    expect((await here.as(platform, 'POST', thread, reply())).status).toBe(201);
    const read = await here.as(platform, 'GET', `${thread}&mark_as_read=false`);
    expect(read.body).toMatchObject({ paging: { total: 2 }, messages: [{ text: 'Chega amanhã.' }, { id }] });
    expect(platform.sent(0)).toMatchObject([{ conversation: pack, inReplyTo: id, text: 'Chega amanhã.' }]);
    const byOrder = `/messages/packs/2000005001/sellers/${seller}?tag=post_sale`;
    expect((await here.as(platform, 'GET', byOrder)).status).toBe(404);
  });

  it('of an order without a pack lives under the order', async () => {
    await message('Cadê?', '2000005002');
    const target = `/messages/packs/2000005002/sellers/${seller}?tag=post_sale`;
    expect((await here.as(platform, 'POST', target, reply())).status).toBe(201);
  });

  it.each([
    ['is too long', reply('x'.repeat(351)), 400, 'limit_exceeded'],
    ['is for somebody else', { ...reply(), to: { user_id: 1 } }, 400, 'invalid_receiver'],
    ['is from somebody else', { ...reply(), from: { user_id: Number(other) } }, 403, 'forbidden'],
  ])('is refused an answer that %s', async (_, content, status, error) => {
    await message();
    expect(await here.as(platform, 'POST', thread, content)).toMatchObject({ status, body: { error } });
    expect(platform.sent(0)).toEqual([]);
  });

  it('cannot be answered where the thread is blocked, until it is not', async () => {
    await message();
    platform.fault({ mood: 'blocked', account: seller, pack, substatus: 'blocked_by_ai_assistant' });
    const read = await here.as(platform, 'GET', `${thread}&mark_as_read=false`);
    expect(read.body).toMatchObject({
      conversation_status: { status: 'blocked', substatus: 'blocked_by_ai_assistant' },
    });
    expect((await here.as(platform, 'POST', thread, reply())).status).toBe(403);
    platform.fault({ mood: 'unblocked', account: seller, pack });
    expect((await here.as(platform, 'POST', thread, reply())).status).toBe(201);
  });

  it('of a month ago, or under a mediation, cannot be answered', async () => {
    await message();
    here.pass(31 * day);
    expect((await here.as(platform, 'POST', thread, reply())).body).toMatchObject({
      message: 'blocked_by_time',
    });
    await message();
    await platform.create({ account: seller, pack, buyer, text: 'Não chegou', stage: 'dispute' }, 'claims');
    expect((await here.as(platform, 'POST', thread, reply())).body).toMatchObject({
      message: 'blocked_by_mediation',
    });
  });

  it('written through the assistant is answered to the assistant', async () => {
    await message();
    platform.fault({ mood: 'assistant', account: seller, pack });
    expect((await here.as(platform, 'POST', thread, reply())).status).toBe(400);
    const to = { user_id: 3_037_204_123 };
    expect((await here.as(platform, 'POST', thread, { ...reply(), to })).status).toBe(201);
  });
});

describe('writing first', () => {
  const guide = `/messages/action_guide/packs/${pack}`;
  it('needs a reason, and each reason serves once', async () => {
    expect((await here.as(platform, 'POST', thread, reply())).status).toBe(403);
    const other = { option_id: 'OTHER', text: 'Seu pedido saiu hoje.' };
    expect((await here.as(platform, 'POST', `${guide}/option?tag=post_sale`, other)).status).toBe(201);
    expect((await here.as(platform, 'POST', `${guide}/option?tag=post_sale`, other)).status).toBe(403);
    const caps = await here.as(platform, 'GET', `${guide}/caps_available?tag=post_sale`);
    expect(caps.body).toContainEqual({ option_id: 'OTHER', cap_available: 0 });
    expect(caps.body).toContainEqual({ option_id: 'SEND_INVOICE_LINK', cap_available: 1 });
  });

  it('for another reason ends with the delivery', async () => {
    const { body } = await here.as(platform, 'GET', '/messages/action_guide/packs/2000005002?tag=post_sale');
    expect(body).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ id: 'OTHER', cap_available: 0 })]),
    });
  });
});

describe('moderation', () => {
  it('takes a message back a moment after it was taken', async () => {
    await message();
    platform.fault({ mood: 'moderating', times: 1 });
    const { body } = await here.as(platform, 'POST', thread, reply());
    expect(body).toMatchObject({ status: 'available', message_moderation: { status: 'clean' } });
    here.pass(301);
    const read = await here.as(platform, 'GET', `${thread}&mark_as_read=false`);
    const moderation = { status: 'rejected', reason: 'AUTOMATIC_MESSAGE' };
    expect(read.body).toMatchObject({
      messages: [{ status: 'rejected', message_moderation: moderation }, {}],
    });
    expect((await here.as(platform, 'POST', thread, reply())).body).toMatchObject({ status: 'available' });
    here.pass(301);
    expect((await here.as(platform, 'GET', thread)).body).toMatchObject({
      messages: [{ status: 'available' }, {}, {}],
    });
  });

  it.each([
    ['https://example.com/rastreio', 'EVASION'],
    ['me chama no WhatsApp', 'SOCIAL_NETWORK_LINK'],
    ['fale com loja@example.com', 'PERSONAL_DATA'],
  ])('finds %s by itself', async (text, reason) => {
    await message();
    await here.as(platform, 'POST', thread, reply(text));
    here.pass(301);
    expect((await here.as(platform, 'GET', thread)).body).toMatchObject({
      messages: [{ message_moderation: { reason } }, {}],
    });
  });

  it('bans an answer, and the question takes no other', async () => {
    const id = await question();
    platform.fault({ mood: 'moderating' });
    await here.as(platform, 'POST', '/answers', { question_id: id, text: 'Sim' });
    here.pass(301);
    expect((await here.as(platform, 'GET', `/questions/${id}`)).body).toMatchObject({
      answer: { status: 'BANNED' },
    });
    expect((await here.as(platform, 'POST', '/answers', { question_id: id, text: 'Sim' })).status).toBe(400);
  });
});

describe('a claim', () => {
  it('shows what each side may do, until when, and takes a message to the side that is listed', async () => {
    const { id } = await platform.create(
      { account: seller, pack, buyer, text: 'Não chegou', reason: 'PNR9508' },
      'claims',
    );
    const claim = `/post-purchase/v1/claims/${id}`;
    const read = await here.as(platform, 'GET', claim);
    const due = new Date(Date.parse('2026-11-24T12:00:00Z')).toISOString();
    expect(read.body).toMatchObject({
      resource_id: 2_000_005_001,
      stage: 'claim',
      players: [
        { role: 'complainant' },
        { available_actions: [{ action: 'send_message_to_complainant', due_date: due }, {}] },
      ],
    });
    expect(
      (await here.as(platform, 'GET', '/post-purchase/v1/claims/search?status=opened')).body,
    ).toMatchObject({
      data: [{ id: Number(id) }],
    });
    const send = async (role: string) =>
      (
        await here.as(platform, 'POST', `${claim}/actions/send-message`, {
          receiver_role: role,
          message: 'Vamos ver.',
        })
      ).status;
    expect([await send('mediator'), await send('complainant')]).toEqual([400, 201]);
    const { body } = await here.as(platform, 'GET', `${claim}/messages`);
    expect(body).toMatchObject([
      { sender_role: 'complainant' },
      { sender_role: 'respondent', message: 'Vamos ver.' },
    ]);
    expect(body).not.toContainEqual(expect.objectContaining({ id: expect.anything() }));
  });
});

describe('facts', () => {
  it('tell where an order is: order, pack, shipment in the newer format, and its history', async () => {
    const order = await here.as(platform, 'GET', '/orders/2000005001');
    const known = {
      status: 'paid',
      pack_id: Number(pack),
      shipping: { id: 40_001_001 },
      buyer: { id: Number(buyer) },
    };
    expect(order.body).toMatchObject({ ...known, total_amount: 189.9 });
    expect((await here.as(platform, 'GET', `/packs/${pack}`)).body).toMatchObject({
      orders: [{ id: 2_000_005_001 }],
    });
    const read = async (headers: Readonly<Record<string, string>>) =>
      (await here.ask(platform, 'GET', '/shipments/40001001', { token: await here.token(platform), headers }))
        .body;
    expect(await read({ 'x-format-new': 'true' })).toMatchObject({
      status: 'shipped',
      substatus: 'in_transit',
      tracking_number: 'AA123456785BR',
      tracking_method: 'Correios',
      lead_time: { estimated_delivery_time: { date: '2026-11-26' } },
    });
    expect(await read({})).not.toHaveProperty('tracking_method');
    expect((await here.as(platform, 'GET', '/shipments/40001001/history')).body).toMatchObject([
      { status: 'shipped' },
    ]);
    expect((await here.as(platform, 'GET', '/orders/2000005001', undefined, other)).status).toBe(404);
  });

  it('tell what an item is, and what it costs to bring it to a postcode', async () => {
    expect((await here.as(platform, 'GET', `/items/${item}`)).body).toMatchObject({
      price: 189.9,
      available_quantity: 12,
      warranty: '12 meses',
      variations: [
        { id: 1801, available_quantity: 3, attribute_combinations: [{ name: 'cor', value_name: 'azul' }] },
      ],
    });
    const options = async (zip: string) =>
      here.as(platform, 'GET', `/items/${item}/shipping_options?zip_code=${zip}`);
    const [far, near] = [await options('69005-010'), await options('01310100')];
    expect(near.body).toMatchObject({ options: [{ cost: 14.9, estimated_delivery_time: { shipping: 48 } }] });
    expect(far.body).toMatchObject({ options: [{ cost: 26.9, estimated_delivery_time: { shipping: 120 } }] });
    expect((await options('123')).status).toBe(400);
  });
});

describe('tokens', () => {
  it('are given for a code once, serve six hours, and are renewed by a refresh token that works once', async () => {
    const code = await here.code(platform);
    const first = pair.parse((await here.redeem(platform, code)).body);
    expect(first.expires_in).toBe(21_600);
    expect((await here.redeem(platform, code)).body).toMatchObject({ error: 'invalid_grant' });
    const me = async (token: string) => (await here.ask(platform, 'GET', '/users/me', { token })).status;
    expect(await me(first.access_token)).toBe(200);
    here.pass(6 * hour);
    expect(await me(first.access_token)).toBe(401);
    const refresh = async (token: string) =>
      here.form(platform, { ...here.client, grant_type: 'refresh_token', refresh_token: token });
    const second = pair.parse((await refresh(first.refresh_token)).body);
    expect(await me(second.access_token)).toBe(200);
    expect(await refresh(first.refresh_token)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('are refused to another client, to another address, and without the verifier of the code', async () => {
    const base = { grant_type: 'authorization_code', redirect_uri: redirect };
    const ask = async (fields: Readonly<Record<string, string>>) =>
      (await here.form(platform, { ...base, ...here.client, code: await here.code(platform), ...fields }))
        .body;
    expect(await ask({ client_secret: 'guessed' })).toMatchObject({ error: 'invalid_client' });
    expect(await ask({ redirect_uri: 'http://127.0.0.1/elsewhere' })).toMatchObject({
      error: 'invalid_grant',
    });
    const challenged = `/authorization?response_type=code&redirect_uri=${redirect}&user=${seller}&code_challenge=x`;
    const { headers } = await here.ask(platform, 'GET', challenged);
    const code = new URL(headers['location'] ?? '').searchParams.get('code') ?? '';
    expect(await ask({ code, code_verifier: 'wrong' })).toMatchObject({ error: 'invalid_grant' });
  });

  it('end at once when the platform rotates or the seller revokes, and only the first can be renewed', async () => {
    const held = pair.parse((await here.redeem(platform, await here.code(platform))).body);
    const me = async () =>
      (await here.ask(platform, 'GET', '/users/me', { token: held.access_token })).status;
    platform.fault({ mood: 'rotating' });
    expect(await me()).toBe(401);
    platform.fault({ mood: 'revoked', account: seller });
    const fields = { ...here.client, grant_type: 'refresh_token', refresh_token: held.refresh_token };
    expect((await here.form(platform, fields)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('are needed for every call', async () => {
    for (const target of ['/questions/1', '/messages/unread', '/orders/1', '/missed_feeds?app_id=1'])
      expect((await here.ask(platform, 'GET', target, { token: 'APP_USR-nobody' })).status).toBe(401);
  });
});

describe('over a restart', () => {
  it('everything is still there: answers, reads, blocks, tokens, and the numbers of what was sent', async () => {
    const id = await question();
    await message();
    const token = await here.token(platform);
    await here.as(platform, 'POST', '/answers', { question_id: id, text: 'Sim' });
    await here.as(platform, 'GET', thread);
    platform.fault({ mood: 'blocked', account: seller, pack });
    await platform.close();
    const before = platform.sent(0);
    platform = here.open();
    expect(platform.sent(0)).toEqual(before);
    expect((await here.ask(platform, 'GET', '/users/me', { token })).status).toBe(200);
    expect((await here.as(platform, 'GET', `/questions/${id}`)).body).toMatchObject({ status: 'ANSWERED' });
    expect((await here.as(platform, 'GET', '/messages/unread')).body).toMatchObject({ results: [] });
    expect((await here.as(platform, 'POST', thread, reply())).status).toBe(403);
    expect(await question()).not.toBe(id);
  });
});

describe('a misbehaviour', () => {
  it('meets the operation that it names, before or after its effect', async () => {
    const id = await question();
    platform.fault({ channel: 'mercado-libre', operation: 'answer', status: 500, afterEffect: true });
    expect((await here.as(platform, 'POST', '/answers', { question_id: id, text: 'Sim' })).status).toBe(500);
    expect(platform.sent(0)).toHaveLength(1);
    platform.fault({ operation: 'questions', garbage: true });
    expect((await here.as(platform, 'GET', `/questions/${id}`)).body).toBe('\u{fffd}{"id":');
  });

  it('keeps one seller waiting and no other', async () => {
    const [slow, quick] = [await here.token(platform), await here.token(platform, other)];
    platform.fault({ mood: 'hanging', account: seller, delayMs: 60_000 });
    const answered: string[] = [];
    const me = async (token: string) =>
      answered.push(
        `${token === slow ? 'slow' : 'quick'} ${(await here.ask(platform, 'GET', '/users/me', { token })).status}`,
      );
    const waiting = me(slow);
    await me(quick);
    expect(answered).toEqual(['quick 200']);
    await platform.close();
    await waiting;
  });

  it.each([{ mood: 'sulking' }, { mood: 'late', minutes: 3 }, { operation: 'fly' }])(
    '%j is not understood',
    (fault) => {
      expect(() => platform.fault(fault)).toThrow(TypeError);
    },
  );

  it('of too many calls to the messages is a 429, until the next minute', async () => {
    const token = await here.token(platform);
    const read = async () => (await here.ask(platform, 'GET', '/messages/unread', { token })).status;
    for (let index = 0; index < 500; index += 1) expect(await read()).toBe(200);
    expect(await read()).toBe(429);
    here.pass(60_000);
    expect(await read()).toBe(200);
  });
});

it('creates only what it knows, for words that are complete', async () => {
  await expect(platform.create({}, 'wishes')).rejects.toThrow(TypeError);
  await expect(platform.create({ account: seller, item, buyer }, 'questions')).rejects.toThrow('text');
});
