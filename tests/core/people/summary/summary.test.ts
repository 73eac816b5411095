/** A summary tells the whole case in the agent's language, and nothing that is not stored. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../../functions/core/domain/conversation.ts';
import type { Facts } from '../../../../functions/core/domain/facts.ts';
import {
  accountId,
  buyerId,
  conversationId,
  messageId,
  replyId,
  tenantId,
} from '../../../../functions/core/domain/ids.ts';
import type { BuyerMessage } from '../../../../functions/core/domain/message.ts';
import type { Reply } from '../../../../functions/core/domain/reply.ts';
import { agentLocales } from '../../../../functions/core/people/agent-locale.ts';
import { cut } from '../../../../functions/core/people/summary/cut.ts';
import {
  composeSummary,
  longestSummary,
  type SummaryInput,
} from '../../../../functions/core/people/summary/summary.ts';
import { summaryMaterial } from '../../../../functions/core/people/summary/summary-material.ts';
import { criticalFactsKept } from '../../../../functions/core/people/translation/critical-facts.ts';
import { restore } from '../../../../functions/core/people/translation/protect.ts';
import { aMessage } from '../../answering/builders.ts';
import { generatedInput } from '../../answering/generated-facts.ts';
import { valueOf } from '../builders.ts';

const at = (time: string): Date => new Date(`2026-11-20T${time}:00Z`);

const aReply = (given: Partial<Reply>): Reply => ({
  tenant: tenantId('lunaecasa0'),
  conversation: conversationId('a'.repeat(26)),
  id: replyId('c'.repeat(26)),
  inReplyTo: messageId('b'.repeat(26)),
  inReplyToAt: at('12:00'),
  state: 'confirmed',
  kind: 'automatic',
  text: 'Seu pedido 1001 está a caminho.',
  language: 'pt',
  buyerTurn: 1,
  holding: false,
  createdAt: at('12:01'),
  attempts: 1,
  requeued: 0,
  platformId: null,
  because: 'where.moving',
  asks: null,
  ...given,
});

const facts: Facts = {
  order: {
    id: '1001',
    buyer: 'buyer-7',
    status: 'shipped',
    placedAt: '2026-11-01T10:00:00-03:00',
    total: '150.00',
    currency: 'BRL',
    items: [{ item: 'i1', title: 'Fone de ouvido', quantity: 2 }],
    shipments: [
      {
        id: 's1',
        status: 'in_transit',
        carrier: 'Andina',
        tracking: 'NX123BR',
        estimated: '2026-11-18',
        events: [],
      },
    ],
    returns: [],
  },
};

const conversation: Conversation = {
  tenant: tenantId('lunaecasa0'),
  id: conversationId('a'.repeat(26)),
  state: 'with-agent',
  channel: 'rest',
  account: accountId('luna-br'),
  market: 'BR',
  audience: 'private',
  buyer: buyerId('e'.repeat(26)),
  version: 3,
  buyerTurn: 3,
  language: 'pt',
  session: null,
  unsatisfied: 0,
  returns: 0,
  returnedAt: null,
  rates: null,
  lastBuyerAt: at('12:00'),
};

type View = SummaryInput['view'];
const aView = (given: {
  readonly messages?: readonly BuyerMessage[];
  readonly replies?: readonly Reply[];
  readonly outgoing?: View['outgoing'];
}): View => ({
  conversation,
  messages: given.messages ?? [],
  replies: given.replies ?? [],
  outgoing: given.outgoing ?? [],
});

const anInput = (given: Partial<SummaryInput> = {}): SummaryInput => ({
  view: aView({
    messages: [
      aMessage({
        maskedText: 'cadê meu pedido? sou o [NAME]',
        text: 'cadê meu pedido? sou o João Batista',
        understanding: { intent: 'shipping_delay', sentiment: 'negative' },
      }),
      aMessage({
        maskedText: 'QUERO FALAR COM UMA PESSOA!!!',
        text: 'QUERO FALAR COM UMA PESSOA!!!',
        understanding: { intent: 'human_agent', sentiment: 'angry', urgent: true },
      }),
    ],
    replies: [
      aReply({}),
      aReply({ holding: true, text: 'Uma pessoa te responde.', createdAt: at('12:05') }),
      aReply({ state: 'draft', text: 'Nunca enviado 999' }),
    ],
  }),
  because: 'human_requested',
  facts,
  claim: null,
  promisedBy: at('21:00'),
  platformDue: null,
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
  ...given,
});

describe('a summary', () => {
  it('tells the whole case in Chinese', () => {
    expect(composeSummary(anInput())).toBe(
      [
        '买家诉求：物流延误 · 另外：要求人工客服 · 紧急 · 原话：«QUERO FALAR COM UMA PESSOA!!!»',
        '情绪：愤怒 · 语言 pt，共 3 条消息',
        '事实：订单 1001 运输中 · 物流 运输中 Andina NX123BR 预计送达 2026-11-18 · 金额 150.00 BRL · 下单 2026-11-01 21:00 · 2 × Fone de ouvido',
        '已尝试：2026-11-20 20:01 «Seu pedido 1001 está a caminho.»',
        '已承诺：≤ 2026-11-21 05:00 (Asia/Shanghai) · 2026-11-20 20:05 已告知会有人工答复',
        '转人工原因：买家要求人工',
      ].join('\n'),
    );
  });

  it.each([
    ['en', 'The buyer says that the delivery is late', 'Handed over: asks for a person'],
    ['es', 'El comprador dice que el envío se atrasó', 'Motivo del pase: pide una persona'],
    ['pt-BR', 'O comprador diz que a entrega atrasou', 'Motivo do repasse: pede uma pessoa'],
  ] as const)('speaks %s', (locale, wants, because) => {
    const text = composeSummary(anInput({ locale }));
    expect(text).toContain(wants);
    expect(text).toContain(because);
  });

  it('says what a claim is about, by when, and what the platform allows', () => {
    const claim = { claim: '5001', stage: 'claim', reason: 'PNR3430', actions: ['refund', 'send_message'] };
    expect(composeSummary(anInput({ claim, platformDue: at('15:00'), locale: 'en' }))).toContain(
      'Claim: 5001 PNR3430 · stage claim · allowed: refund, send_message · due at the platform 2026-11-20 23:00 (Asia/Shanghai)',
    );
  });

  it('says that nothing was found, answered or promised, where it is so', () => {
    const input = anInput({
      view: aView({ messages: [aMessage({ understanding: null, maskedText: '' })] }),
      facts: { order: null },
      promisedBy: null,
      locale: 'en',
    });
    expect(composeSummary(input)).toContain(
      'Facts: no order found\nTried: no answer yet\nPromised: no time promised',
    );
  });

  it('never tells the unmasked words, nor what a person wrote', () => {
    const input = anInput({
      view: aView({
        messages: [aMessage({ text: 'meu CPF é 111', maskedText: 'meu CPF é [CPF]' })],
        replies: [aReply({ kind: 'person', text: 'Oi Joana, seu CPF 222' })],
        outgoing: [{ id: messageId('d'.repeat(26)), at: at('13:00'), text: 'Joana, 333' }],
      }),
    });
    for (const text of [composeSummary(input), summaryMaterial(input).text])
      expect(text).not.toMatch(/111|222|333|Joana/);
  });

  const cases = fc.record({
    facts: generatedInput.map(({ facts: generated }) => generated),
    locale: fc.constantFrom(...agentLocales),
    words: fc.string({ unit: 'grapheme', maxLength: 600 }),
    tried: fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 5 }),
  });

  it('is short, whatever the shop and the buyer say', () => {
    fc.assert(
      fc.property(cases, ({ words, tried, ...given }) => {
        const view = aView({
          messages: [aMessage({ maskedText: words })],
          replies: tried.map((text) => aReply({ text })),
        });
        expect(composeSummary(anInput({ ...given, view })).length).toBeLessThanOrEqual(longestSummary);
      }),
      { seed: 20_261_120, numRuns: 200 },
    );
  });
});

describe('the material for a model', () => {
  it('gives back the composed summary when every token is kept', () => {
    const input = anInput();
    const { text, facts: tokens } = summaryMaterial(input);
    const [head = ''] = text.split('\n\n');
    const restored = valueOf(restore(head, tokens));
    expect(criticalFactsKept(composeSummary(input), restored)).toEqual({ kept: true });
    expect(head).not.toMatch(/1001|NX123BR|150\.00/);
  });

  it('shows the talk without a number that it could mix up', () => {
    const [, talk = ''] = summaryMaterial(anInput()).text.split('\n\n');
    expect(talk).toContain('buyer: cadê meu pedido?');
    expect(talk).toContain('shop: Seu pedido … está a caminho.');
    expect(talk).not.toMatch(/\d/);
  });
});

describe('a text that is cut', () => {
  it('ends between words and never in a number', () => {
    expect([cut('pedido 123456 chegou', 12), cut('a  b', 9), cut('abcdefghijk', 5)]).toEqual([
      'pedido…',
      'a b',
      'abcd…',
    ]);
  });
});
