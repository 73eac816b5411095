/** What is looked up before anything is said, and when the buyer is asked instead. */
import { describe, expect, it } from 'vitest';
import {
  itemOfOrder,
  lacksFacts,
  neededFacts,
  type Known,
} from '../../../functions/core/answering/fact-needs.ts';
import { aMessage, anEntity, anOrder } from './builders.ts';

const known: Known = { audience: 'private', order: null, item: null, asked: null, before: null };
const named = (value: string) => [anEntity('order_number', value)];
const order = (id: string) => ({ order: { kind: 'look-up', id } });

describe('the order to look up', () => {
  it('is the one that the platform attached, unless the buyer names another of the same shop', () => {
    const saying = (value: string) => [aMessage({ order: 'R-1', understanding: { entities: named(value) } })];
    expect(neededFacts(saying('7712-AB'), { ...known, order: 'R-3' })).toEqual(order('R-1'));
    expect(neededFacts(saying('R-2'), { ...known, order: 'R-3' })).toEqual(order('R-2'));
  });

  it.each([
    ['y el 1852?', 'NYS-CO-1844', 'NYS-CO-1852'],
    ['and my other one? 48251', '48213', '48251'],
    ['e o outro, o IPE-20298?', 'IPE-20311', 'IPE-20298'],
    ['me avisan si ya salió? nys-cl-0921', null, 'NYS-CL-0921'],
    ['oye ya viene mi pedido 2000010530017742?', null, '2000010530017742'],
    ['any news on #48213', null, '48213'],
    ['lo necesito antes del 2027 para el 06700 en 12 cuotas, dime si llega', 'IPE-1', 'IPE-1'],
  ])('is read from “%s” beside %s', (text, before, wanted) => {
    const messages = [aMessage({ text, understanding: { answered: false, intentConfidence: 0.3 } })];
    expect(neededFacts(messages, { ...known, order: before })).toMatchObject(order(wanted));
  });

  it('is the one that the buyer wrote, the newest first, without what stands around it', () => {
    const messages = [
      aMessage({ understanding: { entities: named('R-2') } }),
      aMessage({ understanding: { entities: named('pedido #R-4') } }),
    ];
    expect(neededFacts(messages, { ...known, order: 'R-3' })).toEqual(order('R-4'));
  });

  it('is the one of the conversation, when this burst names none', () => {
    expect(neededFacts([aMessage()], { ...known, order: 'R-3' })).toEqual(order('R-3'));
  });

  it('is asked for when nobody named one', () => {
    expect(neededFacts([aMessage()], known)).toEqual({ order: { kind: 'ask' } });
  });

  it('is not asked for where an answer is possible without it', () => {
    expect(neededFacts([aMessage({ understanding: { intent: 'damaged_item' } })], known)).toEqual({});
    expect(
      neededFacts([aMessage({ text: 'mil gracias', understanding: { intent: 'greeting_thanks' } })], {
        ...known,
        order: 'R-3',
      }),
    ).toEqual({});
  });

  it('is any long number after we asked for it', () => {
    const messages = [
      aMessage({ text: 'es el 2000003508', understanding: { intent: 'other_out_of_scope' } }),
    ];
    const asked = { asksFor: 'order_number', intents: ['refund_status'] } as const;
    expect(neededFacts(messages, { ...known, asked })).toEqual(order('2000003508'));
    expect(neededFacts(messages, known)).toEqual({});
  });

  it('is none in a public thread', () => {
    expect(neededFacts([aMessage({ order: 'R-1' })], { ...known, audience: 'public' })).toEqual({});
  });
});

describe('the item to look up', () => {
  const question = (item: string | null) => [
    aMessage({ item, understanding: { intent: 'stock_availability' } }),
  ];

  it('is the one that the thread is about', () => {
    expect(neededFacts(question('I-1'), known)).toEqual({ item: { kind: 'look-up', id: 'I-1' } });
    expect(neededFacts(question(null), { ...known, item: 'I-2' })).toEqual({
      item: { kind: 'look-up', id: 'I-2' },
    });
    expect(neededFacts(question(null), known)).toEqual({ item: { kind: 'ask' } });
  });

  it('may be the only one of an order that is known', () => {
    expect(neededFacts(question(null), { ...known, order: 'R-3' })).toEqual({
      ...order('R-3'),
      item: { kind: 'ask' },
    });
    expect(neededFacts(question(null), { ...known, order: 'R-3', audience: 'public' })).toEqual({
      item: { kind: 'ask' },
    });
  });

  it('can be read from an order of one thing', () => {
    expect(itemOfOrder({ order: anOrder() })).toBe('ITEM-1');
    expect(
      itemOfOrder({
        order: anOrder({
          items: [
            { item: 'A', quantity: 1 },
            { item: 'B', quantity: 1 },
          ],
        }),
      }),
    ).toBeNull();
    expect(itemOfOrder({ order: null })).toBeNull();
  });
});

it('looks up what both questions of a message need', () => {
  const messages = [
    aMessage({
      order: 'R-1',
      item: 'I-1',
      understanding: { intent: 'order_status', secondaryIntent: 'product_question' },
    }),
  ];
  expect(neededFacts(messages, known)).toEqual({ ...order('R-1'), item: { kind: 'look-up', id: 'I-1' } });
});

it('tells a fact that was never looked up from one that is not there', () => {
  expect(lacksFacts(['order_status'], {})).toBe(true);
  expect(lacksFacts(['order_status'], { order: null })).toBe(false);
  expect(lacksFacts(['discount_coupon'], {})).toBe(false);
});
