/** What people find at the desk, and what becomes of what they do there. */
import { describe, expect, it } from 'vitest';
import { resolveConversation, takeConversation } from '../../../functions/core/flows/desk.ts';
import { answerConversation, approveDraft } from '../../../functions/core/flows/desk-answer.ts';
import { listInbox, type DeskCaller } from '../../../functions/core/flows/desk-inbox.ts';
import { showConversation } from '../../../functions/core/flows/desk-show.ts';
import { house, plainConversation, type House, type HouseRules } from '../../fakes/house.ts';
import { otherTenant } from '../../fakes/sellers.ts';
import { anOrder } from '../../fakes/shop-records.ts';

const { conversation } = plainConversation;
const review: HouseRules = { modes: [{ channel: '*', intent: '*', mode: 'review' }] };
const stranger: DeskCaller = { tenant: otherTenant.id, agent: 'Mei', country: 'BR', locale: null };
const operator: DeskCaller = { tenant: 'every', agent: 'Ana', country: 'BR', locale: null };

const asking = async (rules: HouseRules = {}): Promise<House> => {
  const h = house(rules);
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  return h;
};
const wanting = async (): Promise<House> => {
  const h = house();
  h.says('quero uma pessoa', { means: { intent: 'human_agent' } });
  await h.quiet();
  return h;
};
const draftOf = (h: House): string => h.replies().find(({ state }) => state === 'draft')?.id ?? '';

describe('the inbox', () => {
  it('shows a case with what a person needs to choose it', async () => {
    const h = await wanting();
    expect(await listInbox(h.desk, h.agent)).toEqual([
      expect.objectContaining({
        kind: 'escalation',
        conversation,
        state: 'waiting',
        because: 'human_requested',
        intent: 'human_agent',
        lastBuyerText: 'quero uma pessoa',
        text: null,
      }),
    ]);
  });

  it('shows a draft with its words, to its own seller and to the deployment’s operators alone', async () => {
    const h = await asking(review);
    expect((await listInbox(h.desk, h.agent)).map(({ kind, text }) => [kind, text])).toEqual([
      ['draft', h.drafts()[0]],
    ]);
    expect(await listInbox(h.desk, operator)).toHaveLength(1);
    expect(await listInbox(h.desk, stranger)).toEqual([]);
  });
});

it('finds no conversation and no draft of another seller, and nothing under a name that is none', async () => {
  const h = await asking(review);
  const none = { ok: false, problem: { kind: 'no-such-conversation' } };
  expect(await showConversation(h.desk, stranger, conversation)).toEqual(none);
  expect(await takeConversation(h.desk, stranger, conversation)).toEqual(none);
  expect(await answerConversation(h.desk, stranger, conversation, 'Oi')).toEqual(none);
  expect(await resolveConversation(h.desk, stranger, conversation)).toEqual(none);
  expect(await showConversation(h.desk, h.agent, '#META')).toEqual(none);
  const noDraft = { ok: false, problem: { kind: 'no-such-draft' } };
  expect(await approveDraft(h.desk, stranger, draftOf(h), null)).toEqual(noDraft);
  expect(await approveDraft(h.desk, h.agent, 'nothing', null)).toEqual(noDraft);
  await h.quiet();
  expect(h.sent()).toEqual([]);
});

it('shows a conversation with its turns', async () => {
  const h = await asking();
  const shown = await showConversation(h.desk, h.agent, conversation);
  expect(shown.ok && shown.value.view.messages.map(({ text }) => text)).toEqual(['cadê meu pedido?']);
});

describe('taking a conversation', () => {
  it('gives its case to the person, and what was ready is not said', async () => {
    const h = await asking(review);
    expect(await takeConversation(h.desk, h.agent, conversation)).toMatchObject({
      ok: true,
      value: { state: 'with-agent' },
    });
    await h.quiet();
    expect({ sent: h.sent(), drafts: h.drafts(), states: h.states() }).toEqual({
      sent: [],
      drafts: [],
      states: ['escalated'],
    });
    expect(h.memory.everything().escalations.map(({ state, agent }) => [state, agent])).toEqual([
      ['taken', 'Lin'],
    ]);
  });

  it('twice is once, and the second person has it', async () => {
    const h = await wanting();
    await takeConversation(h.desk, h.agent, conversation);
    await takeConversation(h.desk, { ...h.agent, agent: 'Bo' }, conversation);
    expect(h.memory.everything().escalations.map(({ agent }) => agent)).toEqual(['Bo']);
  });
});

describe('an answer of a person', () => {
  it('is sent as it was written, ends the message, and bills no reply of ours', async () => {
    const h = await wanting();
    const [holding] = h.sent();
    const answered = await answerConversation(h.desk, h.agent, conversation, 'Oi, sou a Lin.');
    await h.quiet();
    expect(answered).toMatchObject({ ok: true, value: { state: 'with-agent' } });
    expect({ sent: h.sent(), states: h.states() }).toEqual({
      sent: [holding, 'Oi, sou a Lin.'],
      states: ['replied'],
    });
    expect(h.billed()['generated_reply']).toBeUndefined();
    expect(h.replies().at(-1)?.kind).toBe('person');
  });

  it('stands in for a draft, and for what was on its way', async () => {
    const h = await asking(review);
    await answerConversation(h.desk, h.agent, conversation, 'Chega amanhã.');
    await h.quiet();
    expect({ sent: h.sent(), replies: h.replyStates(), states: h.states() }).toEqual({
      sent: ['Chega amanhã.'],
      replies: ['cancelled', 'confirmed'],
      states: ['replied'],
    });
  });
});

describe('approving', () => {
  it('sends a draft with the words that the person made of it', async () => {
    const h = await asking(review);
    expect(await approveDraft(h.desk, h.agent, draftOf(h), 'Chega na quarta.')).toMatchObject({ ok: true });
    await h.quiet();
    expect({ sent: h.sent(), states: h.states(), drafts: await listInbox(h.desk, h.agent) }).toEqual({
      sent: ['Chega na quarta.'],
      states: ['replied'],
      drafts: [],
    });
  });

  it('sends a draft once, however often it is approved', async () => {
    const h = await asking(review);
    const draft = draftOf(h);
    await approveDraft(h.desk, h.agent, draft, null);
    expect(await approveDraft(h.desk, h.agent, draft, null)).toMatchObject({ ok: false });
    await h.quiet();
    expect(h.sent()).toHaveLength(1);
  });

  it('sends a reply again that the shop refused, and a second refusal is a case of its own', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    h.shop.takes('rejected', 'rejected');
    h.says('cadê meu pedido?', { order: '1001' });
    await h.quiet();
    const refused = h.replies()[0]?.id ?? '';
    await approveDraft(h.desk, h.agent, refused, 'Com outras palavras.');
    await h.quiet();
    await resolveConversation(h.desk, h.agent, conversation);
    expect(h.sent()).toEqual([]);
    const again = await approveDraft(h.desk, operator, refused, null);
    expect(again).toMatchObject({ ok: false });
  });

  it('of what was refused ends in the buyer’s hands', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    h.shop.takes('rejected');
    h.says('cadê meu pedido?', { order: '1001' });
    await h.quiet();
    expect(
      await approveDraft(h.desk, h.agent, h.replies()[0]?.id ?? '', 'Em outras palavras.'),
    ).toMatchObject({
      ok: true,
    });
    await h.quiet();
    expect({ sent: h.sent(), replies: h.replyStates(), states: h.states() }).toEqual({
      sent: ['Em outras palavras.'],
      replies: ['confirmed'],
      states: ['replied'],
    });
  });
});

describe('resolving', () => {
  it('ends the case, and the buyer’s next message opens the conversation again', async () => {
    const h = await wanting();
    expect(await resolveConversation(h.desk, h.agent, conversation)).toMatchObject({
      ok: true,
      value: { state: 'closed' },
    });
    expect(await listInbox(h.desk, h.agent)).toEqual([]);
    h.pass(3600);
    h.shop.hasOrder(anOrder());
    h.says('cadê meu pedido?', { order: '1001' });
    await h.quiet();
    expect({ state: h.conversation()?.state, last: h.states().at(-1), tickets: h.tickets() }).toEqual({
      state: 'open',
      last: 'replied',
      tickets: [],
    });
  });

  it('leaves no draft behind that nobody wants any more', async () => {
    const h = await asking(review);
    await resolveConversation(h.desk, h.agent, conversation);
    await h.quiet();
    expect({ inbox: await listInbox(h.desk, h.agent), sent: h.sent(), states: h.states() }).toEqual({
      inbox: [],
      sent: [],
      states: ['escalated'],
    });
  });

  it('twice is once', async () => {
    const h = await wanting();
    await resolveConversation(h.desk, h.agent, conversation);
    expect(await resolveConversation(h.desk, h.agent, conversation)).toMatchObject({ ok: true });
  });

  it('opens a case of its own when the buyer comes back for a person', async () => {
    const h = await wanting();
    await resolveConversation(h.desk, h.agent, conversation);
    h.says('quero uma pessoa de novo', { means: { intent: 'human_agent' } });
    await h.quiet();
    expect(h.memory.everything().escalations.map(({ state }) => state)).toEqual(['resolved', 'waiting']);
    expect(h.billed()).toMatchObject({ escalation: 2 });
  });
});

it('keeps a person’s words when the buyer writes at the same moment', async () => {
  let once = true;
  const h: House = house({
    strike: (call, when) => {
      if (
        call === 'store.view' &&
        when === 'after' &&
        once &&
        h.states().length === 1 &&
        h.tickets().length > 0
      ) {
        once = false;
        void h.flows.detect(h.says('alô?'));
      }
      return null;
    },
  });
  h.says('quero uma pessoa', { means: { intent: 'human_agent' } });
  await h.quiet();
  await answerConversation(h.desk, h.agent, conversation, 'Oi!');
  await h.quiet();
  expect(h.sent().at(-1)).toBe('Oi!');
  expect(h.states()).toHaveLength(2);
});
