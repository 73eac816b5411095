/** What is taken of what arrives: each message once, for the right seller, in its language; and people who write elsewhere. */
import { expect, it } from 'vitest';
import { registrationId } from '../../../functions/core/domain/ids.ts';
import { house, plainConversation } from '../../fakes/house.ts';
import { otherAccount } from '../../fakes/sellers.ts';
import { anOrder } from '../../fakes/shop-records.ts';

it('answers and bills a message once that the marketplace delivers three times', async () => {
  const h = house();
  h.shop.hasOrder(anOrder());
  const queued = h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  // Beyond the five minutes for which a queue remembers by itself.
  h.pass(360);
  h.deliver({ ...queued, acceptedAt: h.tools.clock() });
  h.deliver(queued);
  await h.quiet();
  expect({ sent: h.sent().length, states: h.states() }).toEqual({ sent: 1, states: ['replied'] });
  expect(h.billed()).toEqual({ message: 1, session: 1, intent_call: 1, generated_reply: 1 });
  expect(h.logged()).toContain('message-duplicate');
});

it('passes a message on that was stored by a run which then ended', async () => {
  let crashes = 1;
  const h = house({
    strike: (call, when) => (call === 'store.store' && when === 'after' && crashes-- > 0 ? 'crash' : null),
  });
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  expect({ sent: h.sent().length, states: h.states() }).toEqual({ sent: 1, states: ['replied'] });
});

it('drops and counts a call for an account that nobody connected', async () => {
  const h = house();
  h.deliver({ ...h.says('oi', { message: 'one' }), account: 'nobody' });
  await h.quiet();
  expect(h.memory.dropped.size).toBe(1);
  expect(h.counted).toContain('UnknownAccount');
  expect(h.states()).toHaveLength(1);
});

it('opens nothing for a registration that names another seller’s account', async () => {
  const h = house();
  const queued = h.says('oi');
  h.deliver({ ...queued, account: otherAccount.id });
  h.deliver({ ...queued, registration: registrationId('outra-br') });
  await h.quiet();
  expect(h.memory.dropped.size).toBe(2);
  expect(h.messages().map(({ tenant }) => tenant)).toEqual(['lunaecasa0']);
});

it('drops an account name that no seller can have', async () => {
  const h = house();
  h.deliver({ ...h.says('oi', { message: 'kept' }), account: '' });
  await h.quiet();
  expect(h.memory.dropped.size).toBe(1);
});

it('masks personal data before anything but the buyer’s own row sees the text', async () => {
  const h = house();
  h.says('meu cpf é 12345678909');
  await h.step('inbound');
  expect(h.messages().map(({ text, maskedText }) => ({ text, maskedText }))).toEqual([
    { text: 'meu cpf é 12345678909', maskedText: 'meu cpf é ###########' },
  ]);
});

const unsure = { language: 'es', languageConfidence: 0.4 };
const longText = 'quero saber dessa coisa aqui';

it('asks the region’s language service only for a longer text that the first tier is unsure of', async () => {
  const h = house({ detects: true });
  h.detector.finds('pt');
  h.says('é para hoje 12?', { means: unsure });
  h.says('dónde está mi pedido por favor');
  h.says(`${longText} 55`, { means: unsure });
  await h.step('inbound');
  expect(h.detector.asked).toEqual([`${longText} ##`]);
  expect(h.messages().map(({ detected }) => detected?.by)).toEqual([
    'first-tier',
    'first-tier',
    'comprehend',
  ]);
});

it('asks the language service once for a message that its first run stored and did not pass on', async () => {
  let crashes = 1;
  const h = house({
    detects: true,
    strike: (call, when) => (call === 'store.store' && when === 'after' && crashes-- > 0 ? 'crash' : null),
  });
  h.detector.finds('pt', 'pt');
  h.says(longText, { means: unsure });
  await h.quiet();
  expect(h.detector.asked).toHaveLength(1);
  expect(h.messages().map(({ detected }) => detected?.language)).toEqual(['pt']);
});

it('stays with the conversation’s language when nobody can tell the text’s', async () => {
  const h = house({ detects: true });
  h.says('onde está minha compra?', { means: { language: 'pt' } });
  await h.quiet();
  h.says('ok', { means: { language: 'unknown', languageConfidence: 0 } });
  h.says('esa cosa que yo compré hace mucho', { means: unsure });
  await h.step('inbound');
  expect(h.messages().map(({ detected }) => [detected?.language, detected?.by])).toEqual([
    ['pt', 'first-tier'],
    ['pt', 'conversation'],
    ['pt', 'conversation'],
  ]);
  // The service was asked, was throttled, and nothing was put back for it.
  expect(h.counted).toContain('ModelUnavailable');
  expect(h.failures).toEqual([]);
});

it('opens a second session, and bills it, a day after the first', async () => {
  const h = house();
  h.says('oi');
  await h.quiet();
  h.pass(24 * 3600);
  h.says('oi de novo');
  await h.quiet();
  expect(h.billed()).toMatchObject({ message: 2, session: 2 });
});

it('lets our own words pass that the shop echoes', async () => {
  const h = house();
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  h.personWrites(h.sent()[0] ?? '', { reply: h.replies()[0]?.id ?? '' });
  await h.quiet();
  expect({ tickets: h.tickets(), state: h.conversation()?.state }).toEqual({ tickets: [], state: 'open' });
});

it('takes back what it was about to say when a person of the seller writes elsewhere', async () => {
  const h = house();
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  while (h.replies().length === 0) {
    h.pass(1);
    for (const stage of ['inbound', 'detected', 'recognized'] as const) await h.step(stage);
  }
  h.personWrites('Oi, aqui é a Marta, já vejo isso.');
  await h.step('inbound');
  expect(h.replyStates()).toEqual(['cancelled']);
  await h.quiet();
  expect(h.sent()).toEqual([]);
  expect({ replies: h.replyStates(), states: h.states(), tickets: h.tickets() }).toEqual({
    replies: ['cancelled'],
    states: ['escalated'],
    tickets: ['agent_elsewhere'],
  });
  expect(h.conversation()?.state).toBe('with-agent');
  h.says('obrigado!');
  await h.quiet();
  expect({ sent: h.sent(), cases: h.tickets().length }).toEqual({ sent: [], cases: 1 });
  // A person's own words are neither a case of ours nor a reply that anybody pays for.
  expect(h.billed()).toEqual({ message: 2, session: 1, intent_call: 2 });
});

it('withdraws a draft, and gives the waiting case to the person who wrote elsewhere', async () => {
  const h = house({ modes: [{ channel: '*', intent: '*', mode: 'review' }] });
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  h.says('quero uma pessoa', {
    means: { intent: 'human_agent', escalate: true, escalateReason: 'human_requested' },
  });
  await h.quiet();
  h.personWrites('Oi, sou a Marta.');
  h.personWrites('Oi, sou a Marta.', { message: 'words-3' });
  await h.quiet();
  expect(h.drafts()).toEqual([]);
  expect(
    h.memory.everything().escalations.map(({ because, state, agent }) => [because, state, agent]),
  ).toEqual([['human_requested', 'taken', 'elsewhere']]);
});

it('keeps the words of a person once, however often the shop tells them', async () => {
  const h = house();
  h.says('oi', { means: { intent: 'greeting_thanks' } });
  await h.quiet();
  const at = h.tools.clock();
  h.personWrites('Oi!', { message: 'words', at });
  await h.quiet();
  h.pass(360);
  h.personWrites('Oi!', { message: 'words', at });
  await h.quiet();
  const view = await h.memory.view(plainConversation);
  expect(view?.outgoing.map(({ text }) => text)).toEqual(['Oi!']);
  expect(h.logged().filter((name) => name === 'agent-heard')).toHaveLength(1);
});

it('has nothing to stop when a person writes before any buyer did', async () => {
  const h = house();
  h.personWrites('Olá!');
  await h.quiet();
  expect({ failures: h.failures, tickets: h.tickets(), waiting: h.queues.inbound.size() }).toEqual({
    failures: [],
    tickets: [],
    waiting: 0,
  });
});

it('parks a message that no run can handle: readable, with a person, billed, and out of the way of the next', async () => {
  let failing = 5;
  const h = house({
    strike: (call, when) =>
      call === 'store.language' && when === 'before' && failing-- > 0 ? 'throws' : null,
  });
  h.shop.hasOrder(anOrder());
  h.says('mensagem que ninguém lê');
  await h.quiet();
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  expect(h.states()).toEqual(['dead', 'replied']);
  expect({ tickets: h.tickets(), state: h.conversation()?.state }).toEqual({
    tickets: ['poison'],
    state: 'open',
  });
  expect(h.messages()[0]?.text).toBe('mensagem que ninguém lê');
  expect(h.queues.inbound.dead).toHaveLength(1);
  expect(h.counted).toContain('Buried');
  expect(h.billed()).toMatchObject({ message: 2, session: 1, escalation: 1 });
});
