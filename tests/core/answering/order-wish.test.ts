/** What buyers' words ask to have done with an order, and what they only speak of. */
import { describe, expect, it } from 'vitest';
import { confirmedIn, wishIn } from '../../../functions/core/answering/order-wish.ts';
import type { Intent } from '../../../functions/core/domain/intent.ts';
import { messageId } from '../../../functions/core/domain/ids.ts';
import type { BuyerMessage } from '../../../functions/core/domain/message.ts';
import { aNewMessage, anUnderstanding } from '../../fakes/builders.ts';

const said = (text: string, intent: Intent, secondaryIntent: Intent | null = null): BuyerMessage => {
  const { tenant, conversation, message, at, acceptedAt } = aNewMessage();
  return {
    tenant,
    conversation,
    message: messageId(message),
    at,
    state: 'recognized',
    acceptedAt,
    buyerTurn: 1,
    text,
    maskedText: text,
    locale: null,
    order: null,
    item: null,
    attachments: 0,
    session: 'session',
    detected: { language: 'es', confidence: 0.99, by: 'first-tier' },
    understanding: anUnderstanding({ intent, secondaryIntent }),
    reply: null,
    attempt: 0,
  };
};
const wish = (text: string, intent: Intent, second: Intent | null = null) =>
  wishIn([said(text, intent, second)], 0.6);

describe('a wish that is plain', () => {
  it.each([
    ['Quiero cancelar mi pedido 1001', 'order_cancel', 'cancel'],
    ['Por favor cancelen el pedido 1001, ya no lo necesito', 'order_cancel', 'cancel'],
    ['¿Me pueden cancelar el pedido?', 'order_cancel', 'cancel'],
    ['Cancela mi compra', 'order_cancel', 'cancel'],
    ['quero cancelar o pedido 1001', 'order_cancel', 'cancel'],
    ['Pode cancelar meu pedido, por favor?', 'order_cancel', 'cancel'],
    ['please cancel order 1001', 'order_cancel', 'cancel'],
    ['I want to cancel my order', 'order_cancel', 'cancel'],
    ['Quiero devolver los zapatos', 'return_request', 'return'],
    ['I would like to return this', 'return_request', 'return'],
    ['quero devolver o produto', 'return_request', 'return'],
    ['quiero mi reembolso ya', 'refund_status', 'refund'],
    ['quero meu dinheiro de volta', 'refund_status', 'refund'],
    ['please refund me', 'refund_status', 'refund'],
  ] as const)('%s', (text, intent, kind) => {
    expect(wish(text, intent)).toMatchObject({ kind, clear: true });
  });
});

it('is not made less plain by a second matter that only a courtesy was taken for', () => {
  const text = 'Quero cancelar o pedido 7001, por favor';
  expect(wish(text, 'order_cancel', 'human_agent')).toMatchObject({ clear: true });
  expect(wish(`${text}, e quero falar com um atendente`, 'order_cancel', 'human_agent')).toMatchObject({
    clear: false,
  });
});

describe('words that want nothing done', () => {
  it.each([
    ['No quiero cancelar mi pedido', 'order_cancel'],
    ['¿Puedo cancelar mi pedido?', 'order_cancel'],
    ['¿Cómo cancelo un pedido?', 'order_cancel'],
    ['¿Por qué cancelaron mi pedido?', 'order_cancel'],
    ['não quero cancelar', 'order_cancel'],
    ['posso cancelar o pedido?', 'order_cancel'],
    ["please don't cancel my order", 'order_cancel'],
    ['can I cancel my order?', 'order_cancel'],
    ['my order was cancelled', 'order_cancel'],
    ['estoy pensando en cancelar', 'order_cancel'],
    ['¿cuándo llega mi reembolso?', 'refund_status'],
    ['where is my refund', 'refund_status'],
    ['¿cuánto cuesta la funda?', 'product_question'],
  ] as const)('%s', (text, intent) => {
    expect(wish(text, intent)).toBeNull();
  });
});

describe('a wish that a person must read', () => {
  it.each([
    ['Si no ha salido, quiero cancelar mi pedido', 'order_cancel', null],
    ['solo quiero cancelar la camiseta', 'order_cancel', null],
    ['if it has not shipped please cancel my order', 'order_cancel', null],
    ['lo de la cancelación', 'order_cancel', null],
    ['quiero cancelar y pongo una queja', 'order_cancel', 'complaint_escalation'],
  ] as const)('%s', (text, intent, second) => {
    expect(wish(text, intent, second)).toMatchObject({ clear: false });
  });
});

describe('a new address', () => {
  it.each([
    [
      'Quiero cambiar la dirección de mi pedido 1001 a Calle Falsa 123, Col. Centro, 06000 CDMX, por favor',
      'Calle Falsa 123, Col. Centro, 06000 CDMX',
    ],
    ['quero mudar o endereço para Rua das Flores, 45, São Paulo', 'Rua das Flores, 45, São Paulo'],
    ['Meu novo endereço é: Av. Brasil 900 apto 12. Obrigada!', 'Av. Brasil 900 apto 12'],
    ['please change the address to 12 Main Street, Austin TX 78701', '12 Main Street, Austin TX 78701'],
  ])('is taken as written: %s', (text, address) => {
    expect(wish(text, 'delivery_address_change')).toMatchObject({ kind: 'address', address, clear: true });
  });

  it.each([
    'quiero cambiar la dirección',
    'cambien la dirección a mi casa',
    'change the address to see evil.com/12 street now',
    'mude o endereço para outro lugar 3',
  ])('is not guessed at: %s', (text) => {
    expect(wish(text, 'delivery_address_change')).toMatchObject({ address: null, clear: false });
  });

  it('is confirmed by a plain yes to our own question alone', () => {
    const first = said('cambien la dirección a Calle Falsa 123, Centro', 'delivery_address_change');
    const yes = said('sí', 'other_out_of_scope');
    const asked = { asksFor: 'confirmation', intents: ['delivery_address_change'] } as const;
    expect(confirmedIn([yes], [first], asked, 0.6)).toMatchObject({
      address: 'Calle Falsa 123, Centro',
      confirmed: true,
    });
    expect(confirmedIn([yes], [first], null, 0.6)).toBeNull();
    expect(confirmedIn([yes], [first], { ...asked, asksFor: 'person' }, 0.6)).toBeNull();
    expect(confirmedIn([said('no', 'other_out_of_scope')], [first], asked, 0.6)).toBeNull();
    expect(confirmedIn([yes], [], asked, 0.6)).toBeNull();
  });
});
