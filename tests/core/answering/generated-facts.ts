/** Orders, items and questions of every kind that a shop or platform may hand us, for the generated cases. */
import * as fc from 'fast-check';
import { markets, type Audience } from '../../../functions/core/domain/channel.ts';
import type { Facts, Item, Order } from '../../../functions/core/domain/facts.ts';
import { answeredLanguages } from '../../../functions/core/domain/language.ts';
import { entityTypes, intents, sentiments } from '../../../functions/core/domain/intent.ts';
import type { DecisionInput } from '../../../functions/core/answering/decision.ts';
import { aConversation, aMessage, anInput, now } from './builders.ts';

const day = fc
  .integer({ min: -40, max: 40 })
  .map((days) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10));
const written = fc.oneof(
  day,
  fc
    .tuple(day, fc.constantFrom('T00:10:00Z', 'T23:59:59-03:00', 'T12:00:00.000Z', 'T08:30:00'))
    .map((parts) => parts.join('')),
  fc.constantFrom('soon', '2026-02-31', '2027-01-02', '2025-12-31T10:00:00Z'),
);
const amount = fc.oneof(
  fc
    .tuple(fc.nat(99_999_999), fc.nat(99))
    .map(([whole, cents]) => `${String(whole)}.${String(cents).padStart(2, '0')}`),
  fc.constantFrom('0', '0.00', '12', '1234567.5', 'about ten'),
);
const currency = fc.constantFrom('BRL', 'USD', 'MXN', 'ARS', 'CLP', 'COP', 'EUR');
const words = fc.oneof(
  fc.constantFrom(
    'Andina Express',
    'Correios',
    'Estafeta S.A.',
    'negro',
    'M',
    '42',
    '38/39',
    'iPhone 15 Pro (128GB)',
    '黑色',
    '  ',
    '5',
  ),
  fc.constantFrom(
    'lona 100% algodón',
    'Caixa de som 20W, preta',
    'Out for delivery today',
    'entregue ao destinatário',
    'très bien',
  ),
  fc.constantFrom(
    'see www.shop.example.com',
    'a@b.example',
    'call +55 11 91234-5678',
    '<b>bold</b>',
    '{order}',
    'we guarantee a refund',
  ),
  fc.constantFrom(
    '5 to 10 business days',
    'P7D',
    '2 faturas',
    '12 meses',
    '48h',
    'x'.repeat(200),
    'Salió el 3/5.',
    'Llega mañana sin falta',
  ),
  fc.string({ maxLength: 12 }),
);
const id = fc.oneof(
  fc.constantFrom(
    'R-1042',
    '2000003508419013',
    '#1042',
    'ORDER/9',
    '7',
    '2026',
    '701-1234567-1234567',
    'mail@shop.example',
    'a'.repeat(120),
  ),
  fc.stringMatching(/^[A-Z0-9-]{3,20}$/),
);
const status = fc.oneof(
  fc.constantFrom(
    'paid',
    'pending',
    'shipped',
    'in_transit',
    'Out for delivery',
    'delivered',
    'cancelled',
    'not_delivered',
  ),
  fc.constantFrom(
    'ready_for_pickup',
    'approved',
    'rejected',
    'completed',
    'processing',
    'refunded',
    'delayed',
    'held_at_customs',
  ),
  fc.constantFrom('payment_required', 'label_created', 'expired', 'requested', 'a status that nobody knows'),
);
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });
/** Any of the optional keys may be left out. */
const record = <Model extends Record<string, unknown>, Key extends keyof Model>(
  model: { [name in keyof Model]: fc.Arbitrary<Model[name]> },
  requiredKeys: Key[],
) => fc.record(model, { requiredKeys, noNullPrototype: true });

const shipment = record(
  {
    id,
    status,
    substatus: status,
    carrier: words,
    tracking: fc.oneof(id, words),
    shipBy: written,
    estimated: written,
    deliveredAt: written,
    events: few(record({ at: written, status, text: words }, ['at', 'status', 'text'])),
  },
  ['id', 'status', 'events'],
);
const orders: fc.Arbitrary<Order> = record(
  {
    id,
    status,
    currency,
    buyer: id,
    placedAt: written,
    total: amount,
    items: few(
      record({ item: id, title: words, variant: words, quantity: fc.integer({ min: 1, max: 20 }) }, [
        'item',
        'quantity',
      ]),
    ),
    payment: record(
      {
        method: fc.oneof(words, fc.constantFrom('credit_card', 'pix')),
        status,
        instalments: fc.integer({ min: 1, max: 18 }),
        due: written,
      },
      ['method', 'status'],
    ),
    shipBy: written,
    returnUntil: written,
    exchangeUntil: written,
    shipments: few(shipment),
    invoice: record({ type: words, number: fc.oneof(id, words), issuedAt: written }, [
      'type',
      'number',
      'issuedAt',
    ]),
    cancelled: record({ at: written, by: words, reason: words }, ['at', 'by']),
    returns: few(
      record({ status, reason: words, requestedAt: written, receivedAt: written, labelValidUntil: written }, [
        'status',
        'requestedAt',
      ]),
    ),
    refund: record(
      {
        status,
        amount,
        currency,
        method: words,
        at: written,
        expectedBy: written,
        showsWithin: words,
        fee: amount,
      },
      ['status', 'amount', 'currency'],
    ),
  },
  ['id', 'buyer', 'status', 'placedAt', 'total', 'currency', 'items', 'shipments', 'returns'],
);

const key = fc.constantFrom(
  'material',
  'color',
  'talla',
  'width',
  'batteryLife',
  'garantía',
  'import_tax',
  'usb 3 ports',
  'Größe',
  'prazo de entrega',
);
const attributes = fc.dictionary(key, words, { maxKeys: 4, noNullPrototype: true });
const items: fc.Arbitrary<Item> = record(
  {
    id,
    title: words,
    price: amount,
    currency,
    stock: fc.integer({ min: 0, max: 300 }),
    attributes,
    variants: few(
      record({ id, price: amount, stock: fc.integer({ min: 0, max: 30 }), attributes }, [
        'id',
        'stock',
        'attributes',
      ]),
    ),
    freight: fc.oneof(amount, fc.constantFrom('free', 'grátis', '0', 'by weight')),
    deliveryBy: day,
  },
  ['id', 'title', 'price', 'currency', 'stock', 'attributes', 'variants'],
);

/** Orders and items: known, not found, or never looked up. */
export const generatedFacts: fc.Arbitrary<Facts> = record(
  { order: fc.option(orders), item: fc.option(items) },
  [],
);

const texts = fc.constantFrom(
  '¿De qué material es y cuánto cuesta?',
  'quanto custa o frete? tem na cor preta tamanho M?',
  'do you have it in black, size 42?',
  'me cobraron dos veces',
  'não chegou, consta entregue',
  'hasta cuándo puedo devolverlo',
  'aceptan tarjeta?',
  'el cupón no funciona',
  'wholesale price?',
  'gracias!',
  'já resolvi, obrigado',
  'ok',
  'tiene gluten?',
  'is there import tax?',
  'quiero factura con otra razón social',
  '?',
);
const entity = fc
  .record({
    type: fc.constantFrom(...entityTypes),
    value: fc.constantFrom('M', '42', '10', 'negro', 'R-1042', 'PROMO10'),
  })
  .map((one) => ({ ...one, start: 0, end: 1 }));
const audiences: fc.Arbitrary<Audience> = fc.constantFrom('public', 'private');

const message = fc
  .record({
    text: texts,
    attachments: fc.nat(1),
    order: fc.option(fc.constant('R-1042')),
    understanding: fc.record({
      intent: fc.constantFrom(...intents),
      secondaryIntent: fc.option(fc.constantFrom(...intents), { freq: 3 }),
      sentiment: fc.constantFrom(...sentiments),
      language: fc.constantFrom(...answeredLanguages),
      entities: few(entity),
    }),
  })
  .map((given) => aMessage(given));

/** A whole turn: a burst of messages, facts, a thread, a channel. */
export const generatedInput: fc.Arbitrary<DecisionInput> = fc
  .record({
    messages: fc.array(message, { minLength: 1, maxLength: 3 }),
    facts: generatedFacts,
    conversation: fc
      .record({ market: fc.constantFrom(...markets), audience: audiences })
      .map((given) => aConversation(given)),
    maximumCharacters: fc.constantFrom(80, 350, 2000),
    mode: fc.constantFrom('automatic', 'review'),
    variantSeed: fc.nat(50),
    previousTexts: fc.constantFrom([], ['¡Hola!']),
    timeZone: fc.constantFrom('America/Sao_Paulo', 'America/Mexico_City', 'Asia/Shanghai'),
  })
  .map(({ maximumCharacters, ...given }) =>
    anInput({
      ...given,
      channel: { mode: 'automatic', reply: { maximumCharacters, links: 'forbidden', contacts: 'forbidden' } },
    }),
  );
