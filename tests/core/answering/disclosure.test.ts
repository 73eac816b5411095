/** Whether a buyer is told that a machine answers: once, before a sale, where the law asks for it. */
import { expect, it } from 'vitest';
import { decide } from '../../../functions/core/answering/decision.ts';
import { withDisclosure } from '../../../functions/core/answering/disclosure.ts';
import { checkReply } from '../../../functions/core/answering/guard.ts';
import { aConversation, aMessage, anInput, anItem, anOrder } from './builders.ts';

const line = "I'm the store's automated assistant.";
const asked = (market: 'US' | 'BR', given: Parameters<typeof anInput>[0] = {}) => {
  const input = anInput({
    messages: [
      aMessage({
        text: 'Is it in stock?',
        understanding: { intent: 'stock_availability', language: 'en' },
      }),
    ],
    conversation: aConversation({ market }),
    facts: { item: anItem({ title: 'Runner', currency: 'USD' }) },
    ...given,
  });
  const decision = withDisclosure(decide(input), input);
  return { input, text: decision.kind === 'reply' ? decision.text : '' };
};

it('is told in the first answer before a sale in the United States, and the guard lets it pass', () => {
  const { input, text } = asked('US');
  expect(text).toMatch(new RegExp(`${line}$`));
  const { now, timeZone, facts, channel } = input;
  const place = {
    language: 'en',
    market: 'US',
    audience: 'private',
    quotes: [],
    rules: channel.reply,
  } as const;
  expect(checkReply(text, { ...place, now, timeZone, facts })).toEqual({ ok: true });
});

it('is told once, and to nobody who has bought, nor where no law asks for it', () => {
  expect(asked('US', { previousTexts: ['It is in stock.'] }).text).not.toContain(line);
  expect(asked('US', { facts: { order: anOrder(), item: anItem() } }).text).not.toContain(line);
  expect(asked('BR').text).not.toContain(line);
});

it('is left out where the platform has no room for it', () => {
  const short = { maximumCharacters: 60, links: 'forbidden', contacts: 'forbidden' } as const;
  const { text } = asked('US', { channel: { mode: 'automatic', reply: short } });
  expect(text.length).toBeLessThanOrEqual(60);
});
