/** What a seller's own tone does to every word that a buyer reads: fixed, a model's, a promise, a question for stars. */
import { describe, expect, it } from 'vitest';
import { saysOneOf } from '../../../functions/core/answering/forbidden-words.ts';
import type { TenantTone } from '../../../functions/core/domain/tenant.ts';
import { house, type House } from '../../fakes/house.ts';
import { anItem, anOrder } from '../../fakes/shop-records.ts';

const without = (...forbidden: string[]): TenantTone => ({ emoji: 'as-usual', forbidden });
const asksForPerson = { intent: 'human_agent', escalate: true, escalateReason: 'human_requested' } as const;

const answered = async (tone?: TenantTone): Promise<House> => {
  const h = house(tone === undefined ? {} : { tone });
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  return h;
};

describe('a seller’s forbidden words', () => {
  it('are passed over in an answer from the facts', async () => {
    const [usual = ''] = (await answered()).sent();
    const word = usual.match(/\p{L}{6,}/u)?.[0] ?? '';
    expect(word).not.toBe('');
    const h = await answered(without(word));
    expect(h.states()).toEqual(['replied']);
    expect(saysOneOf(h.sent().join(' '), [word])).toBe(false);
  });

  it('that every answer needs leave the buyer to a person', async () => {
    const h = await answered(without('pedido', '1001'));
    expect(h.states()).toEqual(['escalated']);
    expect(saysOneOf(h.sent().join(' '), ['pedido', '1001'])).toBe(false);
  });

  it('hold a model’s words', async () => {
    const h = house({ tone: without('lona') });
    h.shop.hasItem(anItem());
    h.writer.writes('O Tênis Runner é feito de lona.', 'O material é lona.');
    h.says('serve para correr na chuva?', { means: { intent: 'product_question' }, item: 'ITEM-1' });
    await h.quiet();
    expect(h.sent().join(' ')).not.toContain('lona');
    expect(h.tickets()).toEqual(['guard_held_twice']);
  });

  it('stand in no promise of a time', async () => {
    const asked = async (tone?: TenantTone): Promise<string> => {
      const h = house(tone === undefined ? {} : { tone });
      h.says('quero falar com alguém', { means: asksForPerson });
      await h.quiet();
      return h.sent().join(' ');
    };
    const usual = await asked();
    expect(usual).toMatch(/\d+h/);
    const words = usual.match(/\p{L}{5,}/gu) ?? [];
    expect(words.length).toBeGreaterThan(2);
    for (const word of words) expect(saysOneOf(await asked(without(word)), [word])).toBe(false);
  });
});

describe('a seller who wants no emoji', () => {
  const thanked = async (emoji: TenantTone['emoji']): Promise<string> => {
    const h = house({ tone: { emoji, forbidden: [] } });
    for (const text of ['obrigada', 'obrigada!', 'obrigada!!', 'obrigada!!!']) {
      h.says(text, { means: { intent: 'greeting_thanks', sentiment: 'positive' } });
      await h.quiet();
    }
    return h.sent().join(' ');
  };

  it('gets none in fixed answers', async () => {
    expect(await thanked('as-usual')).toMatch(/\p{Emoji_Presentation}/u);
    expect(await thanked('none')).not.toMatch(/\p{Emoji_Presentation}/u);
  });

  it('gets none in a model’s words, who is told so', async () => {
    const told = async (emoji: TenantTone['emoji']) => {
      const h = house({ tone: { emoji, forbidden: [] } });
      h.shop.hasItem(anItem());
      h.writer.writes('O Tênis Runner é feito de lona. 😊');
      h.says('serve para correr na chuva?', { means: { intent: 'product_question' }, item: 'ITEM-1' });
      await h.quiet();
      return { sent: h.sent(), emoji: h.writer.asked[0]?.emoji };
    };
    expect(await told('none')).toEqual({ sent: ['O Tênis Runner é feito de lona.'], emoji: false });
    expect(await told('as-usual')).toEqual({ sent: ['O Tênis Runner é feito de lona. 😊'], emoji: true });
  });
});
