/** Which messages one answer is for, by the channel's rule. */
import { expect, it } from 'vitest';
import { derivedIds } from '../../../functions/core/aws/opaque-ids.ts';
import type { BuyerMessage } from '../../../functions/core/domain/message.ts';
import type { Reply } from '../../../functions/core/domain/reply.ts';
import { burstOf, coveringMessage, outdatingMessage } from '../../../functions/core/flows/burst.ts';
import { plan } from '../../../functions/core/flows/plan-reply.ts';
import type { ConversationView } from '../../../functions/core/ports/conversations.ts';
import { tenant } from '../../fakes/builders.ts';
import { house, plainConversation, type House } from '../../fakes/house.ts';

/** Three questions of one thread, the first with a draft that waits for a person. */
const threeQuestions = async (): Promise<{ h: House; view: ConversationView }> => {
  const h = house({ modes: [{ channel: '*', intent: '*', mode: 'review' }] });
  h.says('um?');
  await h.quiet();
  h.says('dois?');
  h.says('três?');
  while ((await h.step('inbound')) || (await h.step('detected')));
  const view = await h.memory.view(plainConversation);
  if (view === null) throw new Error('nothing was stored');
  return { h, view };
};

const at = (view: ConversationView, index: number): BuyerMessage => {
  const message = view.messages[index];
  if (message === undefined) throw new Error('there are three messages');
  return message;
};

it('is every open message where a burst is answered together', async () => {
  const { view } = await threeQuestions();
  expect(burstOf(view, at(view, 2), 'together').messages.map(({ text }) => text)).toEqual([
    'um?',
    'dois?',
    'três?',
  ]);
  expect(coveringMessage(view, at(view, 1), 'together')?.text).toBe('três?');
});

it('is each message alone where each takes an answer of its own', async () => {
  const { view } = await threeQuestions();
  expect(burstOf(view, at(view, 2), 'each').messages.map(({ text }) => text)).toEqual(['três?']);
  expect(coveringMessage(view, at(view, 1), 'each')).toBeNull();
});

it('leaves the draft of another question alone where each takes an answer of its own', async () => {
  const { h, view } = await threeQuestions();
  const message = at(view, 2);
  const decision = {
    kind: 'draft',
    because: 'test',
    text: 'resposta',
    language: 'pt',
    facts: [],
    intents: [],
    asksFor: null,
  } as const;
  const turnOf = (rule: 'each' | 'together') => {
    const { messages: burst, replaced } = burstOf(view, message, rule);
    return { view, message, burst, replaced, rule, tenant };
  };
  const changed = (rule: 'each' | 'together') =>
    plan(h.tools, turnOf(rule), decision)
      .changes.filter(({ change }) => change === 'reply' || change === 'message')
      .map((change) => ('to' in change ? change.to : ''));
  expect(changed('each')).toEqual(['drafted']);
  expect(changed('together')).toEqual(['drafted', 'cancelled', 'covered-by', 'covered-by']);
});

it('makes no reply stale by a newer question where each takes an answer of its own', async () => {
  const { h, view } = await threeQuestions();
  const answered = at(view, 1);
  const reply: Reply = {
    ...plainConversation,
    id: derivedIds.reply(answered.message, 'answer'),
    inReplyTo: answered.message,
    inReplyToAt: answered.at,
    state: 'intended',
    kind: 'automatic',
    text: 'resposta',
    language: 'pt',
    buyerTurn: answered.buyerTurn,
    holding: false,
    createdAt: h.tools.clock(),
    attempts: 0,
    requeued: 0,
    platformId: null,
    because: 'test',
    asks: null,
  };
  expect(outdatingMessage(view, reply, 'each')).toBeNull();
  expect(outdatingMessage(view, reply, 'together')?.text).toBe('três?');
  expect(outdatingMessage(view, { ...reply, holding: true }, 'together')).toBeNull();
});
