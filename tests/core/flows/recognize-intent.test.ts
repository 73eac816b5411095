/** What a message means, and when a model is asked for it. */
import { expect, it } from 'vitest';
import { account } from '../../fakes/builders.ts';
import { house, plainConversation } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';
import { ids } from '../../fakes/tools.ts';

const unsure = { answered: false, intentConfidence: 0.3 };

it('asks no model about words that the first tier stands by', async () => {
  const h = house();
  h.says('cadê meu pedido?');
  await h.quiet();
  expect(h.model.asked).toEqual([]);
  expect(h.lines().find(({ unit }) => unit === 'intent_call')?.detail).toEqual({ tier: 1 });
});

it('asks the model about words that the first tier is unsure of, masked and with what was said before', async () => {
  const h = house();
  h.says('olá, tudo bem?', { means: { intent: 'greeting_thanks' } });
  await h.quiet();
  h.model.says({ intent: 'refund_status', intentConfidence: 0.9 });
  h.says('e o meu 5512 hein', { means: unsure });
  await h.quiet();
  expect(h.model.asked).toEqual([{ maskedText: 'e o meu #### hein', earlier: ['olá, tudo bem?'] }]);
  expect(h.messages().at(-1)?.understanding?.intent).toBe('refund_status');
  expect(
    h
      .lines()
      .filter(({ unit }) => unit === 'model_tokens')
      .map(({ quantity, detail }) => [quantity, detail]),
  ).toEqual([[110, { model: 'a-model', in: 100, out: 10 }]]);
});

it('keeps its own guess when the model is less sure, and books the call all the same', async () => {
  const h = house();
  h.model.says({ intent: 'other_out_of_scope', intentConfidence: 0.1 });
  h.says('obrigadão viu', { means: { ...unsure, intent: 'greeting_thanks', intentConfidence: 0.6 } });
  await h.quiet();
  expect(h.messages().at(-1)?.understanding?.intent).toBe('greeting_thanks');
  expect(h.lines().some(({ unit }) => unit === 'model_tokens')).toBe(true);
});

it('keeps its own guess, unsure, when nobody can read the answer, and books what that cost', async () => {
  const h = house();
  h.model.says('malformed');
  h.says('e o meu negócio hein', { means: { ...unsure, intent: 'order_status' } });
  await h.quiet();
  expect(h.messages().at(-1)?.understanding).toMatchObject({ intent: 'order_status', answered: false });
  expect(h.lines().find(({ unit }) => unit === 'model_tokens')?.quantity).toBe(110);
});

it.each([
  ['in a language that we do not answer', 'どこですか', { ...unsure, language: 'ja' }],
  ['that a person must have anyway', 'vou ao procon', { ...unsure, escalate: true }],
  ['that are no words', '  ', unsure],
])('asks no model about words %s', async (_, text, means) => {
  const h = house();
  h.says(text, { means });
  await h.quiet();
  expect(h.model.asked).toEqual([]);
});

it('asks no model while a person has the conversation', async () => {
  const h = house();
  h.says('quero uma pessoa', { means: { intent: 'human_agent' } });
  await h.quiet();
  h.says('e aí?', { means: unsure });
  await h.quiet();
  expect(h.model.asked).toEqual([]);
});

it('goes on with the first tier alone when the model is throttled, and puts nothing back', async () => {
  const h = house();
  h.model.says('throttled');
  h.says('e o negócio lá daquilo que falei', { means: unsure });
  await h.step('inbound');
  await h.step('detected');
  expect({ states: h.states(), waiting: h.queues.detected.size() }).toEqual({
    states: ['recognized'],
    waiting: 0,
  });
  expect(h.counted).toContain('ModelUnavailable');
  await h.quiet();
  expect(h.tickets()).toEqual(['low_confidence']);
});

it('passes on what an earlier run found, without a second model call or a second line', async () => {
  let crashes = 1;
  const h = house({
    strike: (call, when) =>
      call === 'recognized.forward' && when === 'before' && crashes-- > 0 ? 'crash' : null,
  });
  h.shop.hasOrder(anOrder());
  h.says('cadê?', { means: unsure, order: '1001' });
  await h.quiet();
  expect({ asked: h.model.asked.length, sent: h.sent().length }).toEqual({ asked: 1, sent: 1 });
  expect(h.billed()).toEqual({ message: 1, session: 1, intent_call: 1, model_tokens: 1, generated_reply: 1 });
});

it('buries a record that names no message of ours', async () => {
  const h = house();
  const message = ids.message('rest', account.id, 'never stored');
  const address = { ...plainConversation, message, at: new Date(0) };
  expect(await h.flows.recognize(address)).toMatchObject({ next: 'bury' });
});

it('believes a language that was found before over what the first tier would guess now', async () => {
  const h = house({ detects: true });
  h.detector.finds('es');
  h.says('quiero saber de la compra', { means: { language: 'pt', languageConfidence: 0.5 } });
  await h.quiet();
  expect(h.messages()[0]?.understanding).toMatchObject({ language: 'es', languageConfidence: 0.98 });
});
