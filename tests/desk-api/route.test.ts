/** What a person is told at the desk, in the words of the contract. */
import * as z from 'zod';
import { expect, it } from 'vitest';
import { deskAnswer, deskRequest } from '../../functions/desk-api/contract.ts';
import { deskAnswerTo } from '../../functions/desk-api/route.ts';
import { house, plainConversation, type House } from '../fakes/house.ts';
import { otherTenant } from '../fakes/sellers.ts';
import { anOrder } from '../fakes/shop-records.ts';

const { tenant, conversation } = plainConversation;

const ask = async (h: House, request: z.input<typeof deskRequest>) =>
  z.parse(deskAnswer, await deskAnswerTo(h.desk, z.parse(deskRequest, request)));

const withDraft = async (): Promise<House> => {
  const h = house({ modes: [{ channel: '*', intent: '*', mode: 'review' }] });
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  return h;
};

it('lists what waits of one seller, or of all when none is named', async () => {
  const h = await withDraft();
  const kinds = async (of?: string) => {
    const answer = await ask(h, { action: 'inbox', ...(of === undefined ? {} : { tenant: of }) });
    return 'inbox' in answer ? answer.inbox.map(({ kind }) => kind) : [];
  };
  expect(await kinds()).toEqual(['draft']);
  expect(await kinds(tenant)).toEqual(['draft']);
  expect(await kinds(otherTenant.id)).toEqual([]);
});

it('shows the whole conversation, each turn with who wrote it', async () => {
  const h = await withDraft();
  await ask(h, { action: 'answer', conversation, text: 'Chega amanhã.' });
  await h.quiet();
  h.personWrites('Aqui é a Marta.');
  await h.quiet();
  const answer = await ask(h, { action: 'show', conversation });
  expect('turns' in answer ? answer.turns.map(({ from, text, state }) => [from, text, state]) : []).toEqual([
    ['buyer', 'cadê meu pedido?', 'replied'],
    ['us', expect.stringContaining('1001'), 'cancelled'],
    ['us', 'Chega amanhã.', 'confirmed'],
    ['seller', 'Aqui é a Marta.', 'sent'],
  ]);
});

it('shows a conversation of many turns from its beginning', async () => {
  const h = house();
  for (let turn = 1; turn <= 20; turn += 1) {
    h.says(`oi ${String(turn)}`, { means: { intent: 'greeting_thanks' } });
    await h.quiet();
    h.pass(60);
  }
  const answer = await ask(h, { action: 'show', country: 'BR', conversation });
  expect('turns' in answer ? [answer.turns.length, answer.turns[0]?.text] : []).toEqual([40, 'oi 1']);
});

it('takes, approves with other words, and resolves', async () => {
  const h = await withDraft();
  const draft = h.replies()[0]?.id ?? '';
  expect(await ask(h, { action: 'approve', draft, text: 'Chega quarta.' })).toMatchObject({
    ok: true,
    reply: draft,
  });
  await h.quiet();
  expect(h.sent()).toEqual(['Chega quarta.']);
  expect(await ask(h, { action: 'take', conversation })).toEqual({
    ok: true,
    conversation,
    state: 'with-agent',
  });
  expect(await ask(h, { action: 'resolve', conversation })).toEqual({
    ok: true,
    conversation,
    state: 'closed',
  });
});

it('says what is wrong, and what to do about it', async () => {
  const h = await withDraft();
  const elsewhere = { tenant: otherTenant.id, conversation };
  for (const request of [
    { action: 'show', ...elsewhere },
    { action: 'take', ...elsewhere },
    { action: 'answer', text: 'Oi', ...elsewhere },
    { action: 'resolve', ...elsewhere },
  ] as const)
    expect(await ask(h, request)).toEqual({ ok: false, problem: expect.stringContaining('npm run inbox') });
  expect(await ask(h, { action: 'approve', draft: conversation })).toEqual({
    ok: false,
    problem: expect.stringContaining('no such draft'),
  });
});

it.each([
  ['an action that there is not', { action: 'delete' }],
  ['a conversation that is none', { action: 'show', conversation: '../META' }],
  ['a seller that is none', { action: 'inbox', tenant: 'LUNA' }],
  ['an answer without words', { action: 'answer', conversation, text: '' }],
])('refuses %s before anything is looked up', (_, request) => {
  expect(z.safeParse(deskRequest, request).success).toBe(false);
});
