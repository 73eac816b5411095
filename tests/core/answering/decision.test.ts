/** When the machine answers, when it only drafts, and when a person gets the case: one row a rule. */
import { describe, expect, it } from 'vitest';
import { decide } from '../../../functions/core/answering/decision.ts';
import { checkReply } from '../../../functions/core/answering/guard.ts';
import { answeredLanguages } from '../../../functions/core/domain/language.ts';
import { escalationReasons, intents } from '../../../functions/core/domain/intent.ts';
import { readLanguage } from '../../../functions/core/answering/reply-language.ts';
import {
  aConversation,
  aMessage,
  anEntity,
  anInput,
  anItem,
  anOrder,
  aShipment,
  wordsFor,
} from './builders.ts';

const decision = (given: Parameters<typeof anInput>[0]) => decide(anInput(given));
const asking = (intent: (typeof intents)[number], text = 'hola') => [
  aMessage({ text, understanding: { intent } }),
];

describe('an ordinary question', () => {
  it('is answered from the facts, with the facts named', () => {
    expect(decision({ facts: { order: anOrder() } })).toMatchObject({
      kind: 'reply',
      because: 'where.moving',
      language: 'es',
      intents: ['order_status'],
      facts: [
        'order.id',
        'order.shipments.0.carrier',
        'order.shipments.0.estimated',
        'order.shipments.0.status',
        'order.shipments.0.tracking',
      ],
      asksFor: null,
    });
  });

  it('tells the date, the carrier and the tracking number as the facts hold them', () => {
    const text = wordsFor({ facts: { order: anOrder() } });
    for (const fact of ['14 de mayo', 'Andina Express', 'AE123456789', 'R-1042'])
      expect(text).toContain(fact);
  });

  it.each([...answeredLanguages])('is answered in the buyer’s language: %s', (language) => {
    const text = wordsFor({ messages: [aMessage({ understanding: { language } })] });
    expect(readLanguage(text)).toBe(language);
  });

  it.each(
    intents.flatMap((intent) =>
      answeredLanguages.flatMap((language) =>
        (['neutral', 'negative'] as const).map((sentiment) => ({ intent, language, sentiment })),
      ),
    ),
  )('has three wordings: $intent, $language, $sentiment', ({ intent, language, sentiment }) => {
    const facts = { order: anOrder(), item: anItem() };
    const messages = [aMessage({ text: 'hola', understanding: { intent, language, sentiment } })];
    const texts = [0, 1, 2].map((variantSeed) => wordsFor({ facts, messages, variantSeed }));
    expect(new Set(texts).size).toBe(3);
  });

  it('is never worded like the last answer', () => {
    const first = wordsFor({});
    const again = wordsFor({ previousTexts: [first] });
    const sentences = (text: string) => text.split(/(?<=[.!?]) /);
    expect(sentences(again).filter((sentence) => sentences(first).includes(sentence))).toEqual([]);
  });
});

describe('a person gets the case', () => {
  it.each([...escalationReasons])('at once for %s, whatever else could be said', (escalateReason) => {
    const text = 'Quiero hablar con una persona';
    const messages = [aMessage({ text, understanding: { escalate: true, escalateReason } })];
    const found = decision({ messages });
    expect(found).toMatchObject({ kind: 'escalate', because: escalateReason });
    expect(found.kind === 'escalate' && found.holding).toMatch(/persona del equipo/);
  });

  it('for the weightiest reason of a burst', () => {
    const messages = [
      aMessage({ understanding: { escalate: true, escalateReason: 'safety_hazard' } }),
      aMessage({ understanding: { escalate: true, escalateReason: 'anger_high' } }),
    ];
    expect(decision({ messages }).because).toBe('safety_hazard');
  });

  it('when the buyer asks for one, also on the side', () => {
    expect(decision({ messages: asking('human_agent') }).because).toBe('human_requested');
    expect(
      decision({
        messages: [
          aMessage({
            text: '¿dónde está mi pedido? pásame con una persona',
            understanding: { secondaryIntent: 'human_agent' },
          }),
        ],
      }).because,
    ).toBe('human_requested');
  });

  it('when the buyer takes our offer of one, and not for a mere "ok"', () => {
    const asked = { asksFor: 'person', intents: ['order_status'] } as const;
    const saying = (text: string) =>
      decision({ asked, messages: asking('other_out_of_scope', text) }).because;
    expect(['sí', 'Sim, por favor', 'yes please'].map(saying)).toEqual([
      'human_requested',
      'human_requested',
      'human_requested',
    ]);
    expect(saying('ok')).toBe('other.more');
  });

  it('when nobody is sure what the buyer means', () => {
    const text = 'mmm lo de siempre, ya saben, lo de la otra vez';
    const unsure = { answered: false, intentConfidence: 0.3 };
    expect(decision({ messages: [aMessage({ text, understanding: unsure })] }).because).toBe(
      'low_confidence',
    );
    expect(decision({ messages: [aMessage({ text, understanding: null })] }).because).toBe('low_confidence');
    // The second tier was sure enough.
    expect(
      decision({ messages: [aMessage({ understanding: { answered: false, intentConfidence: 0.8 } })] }).kind,
    ).toBe('reply');
  });

  it('when a part of the burst that says something of its own was not understood', () => {
    const unclear = { answered: false, intentConfidence: 0.3 };
    const sure = aMessage();
    const saying = (text: string) =>
      decision({ messages: [sure, aMessage({ text, understanding: unclear })] }).because;
    expect(saying('y además mi vecina quiere saber lo del otro tema')).toBe('low_confidence');
    expect(saying('porfa')).toBe('where.moving');
  });

  it('after three answers in a row that did not satisfy', () => {
    expect(decision({ conversation: aConversation({ unsatisfied: 3 }) }).because).toBe(
      'unsatisfied_three_times',
    );
    expect(decision({ conversation: aConversation({ unsatisfied: 2 }) }).kind).toBe('reply');
  });

  it('when the order cannot be looked up just now, and the buyer is told so', () => {
    const found = decision({ facts: {}, factProblem: 'busy' });
    expect(found).toMatchObject({ kind: 'escalate', because: 'missing_fact' });
    expect(found.kind === 'escalate' && found.holding).toMatch(
      /no logro consultar|no puedo ver|No estoy pudiendo/,
    );
    expect(decision({ facts: {}, factProblem: 'access-denied' }).because).toBe('access_denied');
    // What needs no lookup is answered all the same.
    expect(decision({ messages: asking('greeting_thanks'), facts: {}, factProblem: 'busy' }).kind).toBe(
      'reply',
    );
  });

  it('when the buyer’s language is none of ours, told in the language of the conversation or the market', () => {
    const messages = [aMessage({ text: 'Wo ist mein Paket?', understanding: { language: 'de' } })];
    expect(decision({ messages, conversation: aConversation({ market: 'BR' }) })).toMatchObject({
      because: 'unsupported_language',
      language: 'pt',
    });
    expect(
      decision({ messages, conversation: aConversation({ market: 'BR', language: 'en' }) }),
    ).toMatchObject({ because: 'unsupported_language', language: 'en' });
  });

  it('for a photo without a word, and for nothing at all there is nothing to do', () => {
    expect(decision({ messages: [aMessage({ text: ' ', attachments: 1 })] }).because).toBe('attachment_only');
    expect(decision({ messages: [aMessage({ text: ' ' })] })).toEqual({ kind: 'ignore', because: 'empty' });
  });

  it('with what the facts say, when a person must act on it', () => {
    const found = decision({
      messages: asking('order_cancel'),
      facts: { order: anOrder({ shipments: [aShipment({ status: 'handling' })] }) },
    });
    expect(found).toMatchObject({ kind: 'escalate', because: 'intent_needs_person' });
    expect(found.kind === 'escalate' && found.holding).toMatch(/R-1042.*persona del equipo/s);
  });

  it('silently where a person has the conversation already', () => {
    const conversation = aConversation({ state: 'with-agent' });
    expect(decision({ conversation })).toMatchObject({ because: 'with_agent', holding: null });
    const threat = [aMessage({ understanding: { escalate: true, escalateReason: 'public_threat' } })];
    expect(decision({ conversation, messages: threat })).toMatchObject({
      because: 'public_threat',
      holding: null,
    });
  });
});

describe('a missing order number', () => {
  const lost = [aMessage({ text: 'no lo tengo' })];

  it('is asked for once', () => {
    expect(decision({ facts: {} })).toMatchObject({
      kind: 'reply',
      because: 'order.ask',
      asksFor: 'order_number',
    });
  });

  it('is a person’s matter when the answer does not hold it either', () => {
    const asked = { asksFor: 'order_number', intents: ['order_status'] } as const;
    expect(decision({ facts: {}, messages: lost, asked })).toMatchObject({
      kind: 'escalate',
      because: 'missing_fact',
    });
    expect(decision({ facts: { order: null }, asked })).toMatchObject({
      kind: 'escalate',
      because: 'missing_fact',
    });
  });

  it('is answered with the number alone: the question before is what is meant', () => {
    const asked = { asksFor: 'order_number', intents: ['refund_status'] } as const;
    const messages = [
      aMessage({
        text: 'R-1042',
        understanding: { intent: 'other_out_of_scope', entities: [anEntity('order_number', 'R-1042')] },
      }),
    ];
    expect(decision({ messages, asked })).toMatchObject({
      because: 'intent_needs_person',
      facts: ['order.id', 'order.refund'],
    });
  });

  it('is not asked of a buyer whose platform attached the order that we cannot see', () => {
    expect(decision({ messages: [aMessage({ order: 'R-9' })], facts: { order: null } })).toMatchObject({
      because: 'missing_fact',
    });
  });
});

describe('mode and channel', () => {
  const review = {
    mode: 'review',
    reply: { maximumCharacters: 2000, links: 'forbidden', contacts: 'forbidden' },
  } as const;

  it('makes every answer a draft in review, and never speaks unseen', () => {
    expect(decision({ mode: 'review' })).toMatchObject({ kind: 'draft', because: 'where.moving' });
    expect(decision({ mode: 'review', messages: asking('human_agent') })).toMatchObject({
      kind: 'escalate',
      holding: null,
    });
  });

  it('cannot be more than the channel allows', () => {
    expect(decision({ channel: review }).kind).toBe('draft');
    expect(decision({ channel: review, messages: asking('human_agent') })).toMatchObject({ holding: null });
    expect(decision({ channel: { ...review, mode: 'human' } })).toMatchObject({
      because: 'human_mode',
      holding: null,
    });
  });

  it('leaves a human-only intent to people, and tells the buyer so', () => {
    const found = decision({ mode: 'human' });
    expect(found).toMatchObject({ kind: 'escalate', because: 'human_mode' });
    expect(found.kind === 'escalate' && found.holding).not.toBeNull();
  });

  it('hands over, and cuts no sentence, where not even the first one fits', () => {
    const narrow = { mode: 'automatic', reply: { ...review.reply, maximumCharacters: 20 } } as const;
    expect(decision({ channel: narrow })).toMatchObject({ because: 'guard_held_twice', holding: null });
  });
});

describe('a public thread', () => {
  const conversation = aConversation({ audience: 'public' });

  it('answers from the item', () => {
    const found = decision({
      conversation,
      messages: asking('stock_availability', '¿hay?'),
      facts: { item: anItem() },
    });
    expect(found).toMatchObject({
      kind: 'reply',
      because: 'stock.available',
      facts: ['item.stock', 'item.title'],
    });
  });

  it('never tells of an order, even when the facts are at hand: a person gets a draft', () => {
    const found = decision({ conversation });
    expect(found).toMatchObject({ kind: 'draft', because: 'intent_needs_person' });
    const text = found.kind === 'draft' ? found.text : '';
    for (const fact of ['R-1042', 'AE123456789', 'Andina', 'mayo']) expect(text).not.toContain(fact);
  });

  it('asks nobody for an order number or a photo', () => {
    for (const intent of intents) {
      const found = decision({ conversation, messages: asking(intent), facts: {} });
      const text = found.kind === 'draft' || found.kind === 'reply' ? found.text : '';
      expect(text).not.toMatch(/número|foto/);
    }
  });

  it('takes no holding answer: what we cannot answer waits as a draft', () => {
    expect(
      decision({
        conversation,
        messages: asking('product_question', '¿trae braille?'),
        facts: { item: anItem() },
      }),
    ).toMatchObject({ kind: 'draft', because: 'intent_needs_person' });
    expect(decision({ conversation, messages: asking('human_agent') })).toMatchObject({
      kind: 'escalate',
      holding: null,
    });
    const text = 'mmm lo de siempre, ya saben';
    expect(decision({ conversation, messages: [aMessage({ text, understanding: null })] })).toMatchObject({
      kind: 'draft',
      because: 'low_confidence',
    });
  });
});

describe('a burst', () => {
  it('is answered once, with every question answered and one greeting', () => {
    const messages = [
      aMessage({ text: 'hola', understanding: { intent: 'greeting_thanks' } }),
      aMessage({ text: '¿de qué material es?', understanding: { intent: 'product_question' } }),
      aMessage({ text: '¿y hay stock?', understanding: { intent: 'stock_availability' } }),
    ];
    const found = decision({ messages, facts: { item: anItem() } });
    expect(found).toMatchObject({ kind: 'reply', because: 'product.details+stock.available' });
    const text = found.kind === 'reply' ? found.text : '';
    expect(text).toMatch(/material: lona/);
    expect(text.match(/hola/gi)).toHaveLength(1);
  });

  it('reads a fragment with the question that it belongs to', () => {
    const item = anItem({
      variants: [
        { id: 'a', stock: 0, attributes: { talla: 'M' } },
        { id: 'b', stock: 2, attributes: { talla: 'L' } },
      ],
    });
    const messages = [
      aMessage({ text: 'tienen?', understanding: { intent: 'stock_availability' } }),
      aMessage({ text: 'en talla M', understanding: { answered: false, intentConfidence: 0.2 } }),
    ];
    expect(decision({ messages, facts: { item } })).toMatchObject({ because: 'stock.choiceGone' });
  });

  it('tells the cause and the request of one message', () => {
    const messages = [
      aMessage({
        text: 'llegó roto, quiero devolverlo',
        understanding: { intent: 'return_request', secondaryIntent: 'damaged_item' },
      }),
    ];
    const text = wordsFor({ messages, facts: { order: anOrder({ returnUntil: '2026-05-20' }) } });
    expect(text).toMatch(/20 de mayo/);
    expect(text).toMatch(/foto/);
    expect(text.match(/persona del equipo/g)).toHaveLength(1);
  });
});

it('passes its own guard with what it says of an ordinary order', () => {
  const { facts, now, timeZone, channel } = anInput();
  const text = wordsFor({});
  expect(
    checkReply(text, {
      facts,
      quotes: [],
      now,
      timeZone,
      language: 'es',
      market: 'MX',
      audience: 'private',
      rules: channel.reply,
    }),
  ).toEqual({ ok: true });
});
