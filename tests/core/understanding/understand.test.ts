/** What one message means, end to end, with the table that ships; and that any text at all gets an answer. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIntent, isSentiment } from '../../../functions/core/domain/intent.ts';
import { createFirstTier } from '../../../functions/core/understanding/first-tier.ts';
import { understand } from '../../../functions/core/understanding/understand.ts';

const tier = createFirstTier(
  readFileSync(new URL('../../../functions/core/understanding/model/first-tier.bin', import.meta.url)),
);
const read = (text: string, conversationLanguage?: string) =>
  understand(tier, { text, conversationLanguage });

describe('a message is understood', () => {
  it.each([
    ['hola donde esta mi pedido?', 'order_status'],
    ['cade meu pedido', 'order_status'],
    ['era pra ter chegado ontem e nada', 'shipping_delay'],
    ['quiero cancelar mi compra', 'order_cancel'],
    ['i want to return this', 'return_request'],
    ['ficou pequeno, troca por um 40?', 'exchange_request'],
    ['cuando me devuelven la plata?', 'refund_status'],
    ['chegou quebrado', 'damaged_item'],
    ['you sent me the wrong color', 'wrong_item'],
    ['veio faltando uma peça', 'missing_item'],
    ['is this compatible with ps5', 'product_question'],
    ['tem em estoque?', 'stock_availability'],
    ['está muy caro, me hacés precio?', 'price_objection'],
    ['meu cupom não funciona', 'discount_coupon'],
    ['my card keeps getting declined', 'payment_issue'],
    ['preciso da nota fiscal', 'invoice_request'],
    ['como aciono a garantia', 'warranty_repair'],
    ['vou ser taxado?', 'customs_tax'],
    ['puse mal la direccion, se puede cambiar?', 'delivery_address_change'],
    ['quiero hablar con una persona', 'human_agent'],
    ['bom dia', 'greeting_thanks'],
    ['are you hiring', 'other_out_of_scope'],
  ])('%s: %s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it('typed badly, without accents and in capitals, all the same', () => {
    expect([read('DOND ESTA MI PEIDDO').intent, read('kero devolber el bestido').intent]).toEqual([
      'order_status',
      'return_request',
    ]);
  });

  it('and a person is called for an angry one, not for friendly capitals', () => {
    expect(read('SON UNOS LADRONES, DEVUELVAN MI DINERO')).toMatchObject({
      sentiment: 'angry',
      escalate: true,
      escalateReason: 'anger_high',
    });
    expect(read('MUCHAS GRACIAS, LLEGÓ PERFECTO').escalate).toBe(false);
  });

  it('and who asks for a person gets one, whatever else is asked', () => {
    expect(read('mi pedido llegó roto, quiero hablar con un supervisor')).toMatchObject({
      intent: 'human_agent',
      escalate: true,
      escalateReason: 'explicit_escalation',
    });
  });
});

describe('what does not speak is not answered', () => {
  it.each(['', '   ', '😡', '????', '\u0000\u0007', '\ud800', '\u202e\u200b'])('%j', (text) => {
    expect(read(text)).toMatchObject({
      language: 'unknown',
      intent: 'other_out_of_scope',
      intentConfidence: 0,
      secondaryIntent: null,
      answered: false,
    });
  });
});

describe('any text', () => {
  it('gets a whole answer, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const meaning = read(text);
        expect(isIntent(meaning.intent) && isSentiment(meaning.sentiment)).toBe(true);
        expect(meaning.escalate).toBe(meaning.escalateReason !== null);
        for (const share of [meaning.intentConfidence, meaning.languageConfidence]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(read(text)).toEqual(meaning);
      }),
      { seed: 20_261_120, numRuns: 300 },
    );
  });

  it('however long, is read at its start and its end', () => {
    const long = `quiero devolver el vestido. ${'bla '.repeat(250_000)} quiero devolverlo`;
    expect(read(long).intent).toBe(read(`${long.slice(0, 4_000)} ${long.slice(-1_000)}`).intent);
  });

  it.each(['1', '1,000 ', 'a1b2:', 'DE12 ', 'rua a b ', 'x@', '((', '$ ', 'soy Ana '])(
    'of %j over and over ends',
    (piece) => {
      expect(read(piece.repeat(100_000 / piece.length)).intent).toBeDefined();
    },
  );
});
