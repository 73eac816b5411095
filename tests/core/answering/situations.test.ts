/** Which fixed answer the facts choose, and that it is given all that its wordings can fill in. */
import { describe, expect, it } from 'vitest';
import type { Facts, Item, Order, Shipment } from '../../../functions/core/domain/facts.ts';
import { answeredLanguages } from '../../../functions/core/domain/language.ts';
import type { Entity, Intent } from '../../../functions/core/domain/intent.ts';
import {
  answerKeys,
  variantsOf,
  type AnswerKey,
} from '../../../functions/core/answering/fixed-answers/catalogue.ts';
import { situationsFor } from '../../../functions/core/answering/situations/for-question.ts';
import type { Situation } from '../../../functions/core/answering/situations/situation.ts';
import { slotNames } from '../../../functions/core/answering/template.ts';
import { readTurn } from '../../../functions/core/answering/reading.ts';
import { turnOf } from '../../../functions/core/answering/turn.ts';
import { aMessage, anEntity, anInput, anItem, anOrder, aShipment, now, timeZone } from './builders.ts';

type Asked = {
  readonly text?: string;
  readonly attachments?: number;
  readonly upset?: boolean;
  readonly entities?: readonly Entity[];
};

const situations = (
  intent: Intent,
  facts: Facts,
  { text = 'hola', attachments = 0, upset = false, entities = [] }: Asked = {},
): readonly Situation[] =>
  situationsFor(
    { intent, text, entities, attachments },
    { facts, language: 'es', market: 'MX', now, timeZone, upset },
  );

/** What the words alone are answered with, whatever they were taken for. */
const asked = (text: string, facts: Facts): readonly Situation[] => {
  const understanding = { intent: 'other_out_of_scope', intentConfidence: 0.2, answered: false } as const;
  return readTurn(turnOf(anInput({ facts, messages: [aMessage({ text, understanding })] }))).situations;
};

const order = (given: Partial<Order> = {}): Facts => ({ order: anOrder(given) });
const shipped = (given: Partial<Shipment>, more: Partial<Order> = {}): Facts =>
  order({ shipments: [aShipment(given)], ...more });
const item = (given: Partial<Item> = {}): Facts => ({ item: anItem(given) });
const refunded = (status: string, more: Partial<Order> = {}): Facts =>
  order({
    refund: {
      status,
      amount: '80.00',
      currency: 'MXN',
      method: 'credit_card',
      at: '2026-05-08',
      expectedBy: '2026-05-20',
      showsWithin: '5-10 business days',
      fee: '9.90',
    },
    ...more,
  });
const returned = (given: object): Partial<Order> => ({
  returns: [{ status: 'open', requestedAt: '2026-05-04', ...given }],
});
const paid = (status: string): Facts =>
  order({ payment: { method: 'pix', status, instalments: 3, due: '2026-05-13' } });
const sizes = anItem({
  variants: [
    { id: 'v1', price: '900.00', stock: 3, attributes: { color: 'negro', talla: 'M' } },
    { id: 'v2', price: '950.00', stock: 0, attributes: { color: 'negro', talla: 'L' } },
    { id: 'v3', price: '900.00', stock: 5, attributes: { color: 'rojo', talla: 'M' } },
  ],
});

/** Each situation with facts that leave nothing out, and a buyer who asks for it. `person` and `asksFor` as they come out. */
const table: readonly (readonly [
  AnswerKey,
  'person' | 'person?' | 'order_number' | null,
  Intent,
  Facts,
  Asked?,
])[] = [
  [
    'where.unpaid',
    null,
    'order_status',
    order({
      status: 'payment_required',
      shipments: [],
      payment: { method: 'boleto', status: 'pending', due: '2026-05-13' },
    }),
  ],
  ['where.preparing', null, 'order_status', shipped({ status: 'ready_to_ship', shipBy: '2026-05-12' })],
  [
    'where.dispatchLate',
    'person',
    'order_status',
    shipped({ status: 'ready_to_ship', shipBy: '2026-05-10' }),
  ],
  ['where.moving', null, 'order_status', shipped({})],
  ['where.out', null, 'order_status', shipped({ status: 'shipped', substatus: 'out_for_delivery' })],
  ['where.pickup', null, 'order_status', shipped({ status: 'ready_for_pickup' })],
  [
    'where.delivered',
    'person?',
    'order_status',
    shipped({ status: 'delivered', deliveredAt: '2026-05-09T18:00:00-03:00' }),
  ],
  ['where.late', 'person?', 'order_status', shipped({ estimated: '2026-05-10' })],
  ['where.stalled', 'person', 'shipping_delay', shipped({ estimated: '2026-05-10' }), { upset: true }],
  [
    'where.stalled',
    'person',
    'order_status',
    shipped({ estimated: '2026-05-01', events: [{ at: '2026-04-28', status: 'in_transit', text: '' }] }),
  ],
  ['where.onTime', 'person?', 'shipping_delay', shipped({})],
  ['where.delayed', 'person?', 'order_status', shipped({ status: 'delayed' })],
  ['where.delayed', 'person', 'shipping_delay', shipped({ status: 'delayed' }), { upset: true }],
  ['where.customs', 'person?', 'order_status', shipped({ status: 'shipped', substatus: 'held_at_customs' })],
  ['where.problem', 'person', 'order_status', shipped({ status: 'not_delivered' })],
  [
    'where.cancelled',
    'person?',
    'order_status',
    order({ status: 'cancelled', cancelled: { at: '2026-05-08', by: 'seller' } }),
  ],
  ['where.unclear', 'person', 'order_status', shipped({ status: 'a status nobody knows' })],
  [
    'where.parcels',
    'person?',
    'order_status',
    order({
      shipments: [aShipment({ status: 'delivered', deliveredAt: '2026-05-09' }), aShipment({ id: 'S-2' })],
    }),
  ],
  ['order.ask', 'order_number', 'order_status', {}],
  ['order.notFound', 'order_number', 'refund_status', { order: null }],
  ['address.notShipped', 'person', 'delivery_address_change', shipped({ status: 'handling' })],
  ['address.shipped', 'person', 'delivery_address_change', shipped({})],
  ['address.asked', 'person', 'delivery_address_change', shipped({ status: 'a status nobody knows' })],
  [
    'where.delivered',
    'person?',
    'delivery_address_change',
    shipped({ status: 'delivered', deliveredAt: '2026-05-09' }),
  ],
  ['cancel.notShipped', 'person', 'order_cancel', shipped({ status: 'handling' })],
  ['cancel.shipped', 'person', 'order_cancel', shipped({})],
  ['cancel.delivered', 'person', 'order_cancel', shipped({ status: 'delivered' })],
  ['cancel.asked', 'person', 'order_cancel', shipped({ status: 'a status nobody knows' })],
  ['where.cancelled', 'person?', 'order_cancel', order({ cancelled: { at: '2026-05-08', by: 'buyer' } })],
  [
    'return.within',
    'person',
    'return_request',
    order({ returnUntil: '2026-05-20' }),
    { text: 'quiero devolverlo' },
  ],
  [
    'return.window',
    'person?',
    'return_request',
    order({ returnUntil: '2026-05-20' }),
    { text: '¿hasta cuándo puedo devolverlo?' },
  ],
  ['return.within', 'person', 'return_request', order({ returnUntil: '2026-05-11' })],
  ['return.past', 'person', 'return_request', order({ returnUntil: '2026-05-10' })],
  ['return.unknown', 'person', 'return_request', order()],
  ['return.open', 'person?', 'return_request', order(returned({ labelValidUntil: '2026-05-18' }))],
  ['return.labelExpired', 'person', 'return_request', order(returned({ labelValidUntil: '2026-05-09' }))],
  ['return.received', 'person', 'return_request', order(returned({ receivedAt: '2026-05-09' }))],
  ['return.refused', 'person', 'return_request', order(returned({ status: 'rejected' }))],
  ['exchange.within', 'person', 'exchange_request', order({ exchangeUntil: '2026-05-20' })],
  [
    'exchange.window',
    'person?',
    'exchange_request',
    order({ exchangeUntil: '2026-05-20' }),
    { text: 'how long do I have to exchange it?' },
  ],
  ['exchange.past', 'person', 'exchange_request', order({ exchangeUntil: '2026-05-01' })],
  ['exchange.unknown', 'person', 'exchange_request', order()],
  ['refund.pending', null, 'refund_status', refunded('processing')],
  ['refund.approved', null, 'refund_status', refunded('approved')],
  ['refund.paid', 'person?', 'refund_status', refunded('completed')],
  ['refund.rejected', 'person', 'refund_status', refunded('rejected')],
  ['refund.unclear', 'person', 'refund_status', refunded('a status nobody knows')],
  [
    'refund.overdue',
    'person',
    'refund_status',
    order({ refund: { status: 'pending', amount: '80.00', currency: 'MXN', expectedBy: '2026-05-10' } }),
  ],
  ['refund.none', 'person', 'refund_status', order()],
  ['refund.awaitsReturn', 'person', 'refund_status', order(returned({}))],
  ['refund.returnReceived', 'person', 'refund_status', order(returned({ receivedAt: '2026-05-09' }))],
  ['damaged.report', 'person', 'damaged_item', order()],
  ['wrong.report', 'person', 'wrong_item', order()],
  [
    'missing.part',
    'person',
    'missing_item',
    shipped({ status: 'delivered' }),
    { text: 'falta el cable en la caja' },
  ],
  [
    'missing.notReceived',
    'person',
    'missing_item',
    shipped({ status: 'delivered', deliveredAt: '2026-05-09' }),
    { text: 'dice entregado y no me llegó' },
  ],
  [
    'missing.notReceived',
    'person',
    'shipping_delay',
    shipped({ status: 'delivered', deliveredAt: '2026-05-09' }),
  ],
  [
    'where.parcels',
    'person?',
    'missing_item',
    order({
      shipments: [aShipment({ status: 'delivered', deliveredAt: '2026-05-09' }), aShipment({ id: 'S-2' })],
    }),
  ],
  ['product.details', null, 'product_question', item(), { text: '¿de qué material es?' }],
  ['product.price', null, 'product_question', { item: sizes }, { text: 'cuánto cuesta el rojo?' }],
  ['product.priceFrom', null, 'product_question', { item: sizes }, { text: 'quanto custa?' }],
  ['freight.free', null, 'product_question', item({ freight: '0.00' }), { text: 'do I pay shipping?' }],
  ['freight.cost', null, 'product_question', item({ freight: '25.90' }), { text: 'quanto é o frete?' }],
  [
    'freight.free',
    null,
    'product_question',
    item({ freight: 'free', deliveryBy: '2026-05-18' }),
    { text: '¿cuánto tarda en llegar al 06700?' },
  ],
  [
    'freight.cost',
    null,
    'product_question',
    item({ freight: '25.90', deliveryBy: '2026-05-18' }),
    { text: 'vocês entregam em Manaus, CEP 69010-060?' },
  ],
  ['product.unknown', 'person', 'product_question', item(), { text: '¿trae manual en braille?' }],
  [
    'product.unknown',
    'person',
    'product_question',
    item({ attributes: { ingredientes: 'maní, leche' } }),
    { text: 'soy alérgica, ¿qué ingredientes tiene?' },
  ],
  [
    'product.unknown',
    'person',
    'product_question',
    item({ freight: '25.90' }),
    { text: '¿hacen envíos a Oaxaca?' },
  ],
  [
    'where.preparing',
    'person?',
    'shipping_delay',
    shipped({ status: 'ready_to_ship', shipBy: '2026-05-12' }),
  ],
  ['product.which', 'person', 'stock_availability', {}],
  ['stock.available', null, 'stock_availability', item()],
  ['stock.none', null, 'stock_availability', item({ stock: 0 })],
  [
    'stock.notEnough',
    null,
    'stock_availability',
    item(),
    { entities: [anEntity('quantity', '10 unidades')] },
  ],
  [
    'stock.notEnough',
    null,
    'stock_availability',
    { item: sizes },
    { text: 'negro talla M', entities: [anEntity('quantity', '4')] },
  ],
  ['stock.options', null, 'stock_availability', { item: sizes }, { text: '¿hay stock?' }],
  ['stock.choice', null, 'stock_availability', { item: sizes }, { text: 'tem na cor preta tamanho M?' }],
  ['stock.choices', null, 'stock_availability', { item: sizes }, { text: '¿hay en talla M?' }],
  [
    'stock.choiceGone',
    null,
    'stock_availability',
    { item: sizes },
    { text: 'do you have the black one in size L?' },
  ],
  ['stock.unknownChoice', null, 'stock_availability', { item: sizes }, { text: 'lo tienen en verde?' }],
  ['price.firm', null, 'price_objection', item()],
  ['price.freight', null, 'price_objection', item({ freight: '25.90' }), { text: 'el envío está carísimo' }],
  ['price.bulk', 'person', 'price_objection', item(), { text: 'precio por mayor?' }],
  ['coupon.none', null, 'discount_coupon', {}],
  ['coupon.fails', 'person', 'discount_coupon', {}, { text: 'o cupom não funciona' }],
  ['payment.approved', 'person?', 'payment_issue', paid('approved')],
  ['payment.pending', null, 'payment_issue', paid('in_process')],
  ['payment.rejected', 'person?', 'payment_issue', paid('declined')],
  ['payment.unclear', 'person', 'payment_issue', paid('a status nobody knows')],
  ['payment.twice', 'person', 'payment_issue', paid('approved'), { text: 'me cobraron dos veces' }],
  ['payment.means', 'person', 'payment_issue', {}, { text: '¿aceptan tarjeta?' }],
  [
    'invoice.issued',
    'person?',
    'invoice_request',
    order({ invoice: { type: 'NF-e', number: '000123', issuedAt: '2026-05-03' } }),
  ],
  ['invoice.none', 'person', 'invoice_request', order()],
  [
    'invoice.change',
    'person',
    'invoice_request',
    order({ invoice: { type: 'A', number: '1', issuedAt: '2026-05-03' } }),
    { entities: [anEntity('tax_id', '20123456786')] },
  ],
  ['warranty.stated', null, 'warranty_repair', item(), { text: '¿cuánto tiempo de garantía tiene?' }],
  ['warranty.claim', 'person', 'warranty_repair', { ...item(), ...order() }, { text: 'dejó de funcionar' }],
  [
    'customs.stated',
    'person?',
    'customs_tax',
    item({ attributes: { import_tax: 'incluidos en el precio' } }),
  ],
  ['customs.unknown', 'person', 'customs_tax', item()],
  ['complaint.heard', 'person', 'complaint_escalation', {}],
  ['greeting.hello', null, 'greeting_thanks', {}, { text: 'buenas tardes' }],
  ['greeting.thanks', null, 'greeting_thanks', {}, { text: 'muito obrigada!' }],
  ['greeting.solved', null, 'greeting_thanks', {}, { text: 'never mind, figured it out' }],
  ['other.more', null, 'other_out_of_scope', {}, { text: 'ok' }],
  ['other.scope', 'person?', 'other_out_of_scope', {}, { text: '¿buscan personal para el depósito?' }],
  ['holding.requested', 'person', 'human_agent', {}],
];

describe('the facts choose what is said', () => {
  for (const [key, who, intent, facts, asked] of table) {
    it(`${intent} with ${key}${asked?.text === undefined ? '' : `: “${asked.text}”`}`, () => {
      const [first] = situations(intent, facts, asked);
      const outcome =
        first?.person === true
          ? 'person'
          : first?.asksFor === 'person'
            ? 'person?'
            : (first?.asksFor ?? null);
      expect({ key: first?.key, outcome }).toEqual({ key, outcome: who });
    });
  }

  it('has every wording filled in by the richest facts of its situation', () => {
    const more: readonly (readonly Situation[])[] = [
      situations('shipping_delay', order({ shipments: [{ ...aShipment(), estimated: '' }] })),
      situations(
        'shipping_delay',
        order({
          shipments: [
            { ...aShipment({ events: [{ at: '2026-04-28', status: '', text: '' }] }), estimated: '' },
          ],
        }),
      ),
      situations('order_cancel', shipped({}, { returnUntil: '2026-05-20' })),
      situations('damaged_item', {}, { attachments: 1 }),
      situations('damaged_item', {}),
      situations('product_question', item({ freight: 'Gratis desde $ 500' }), { text: '¿el envío?' }),
      situations('stock_availability', { item: sizes }, { text: '¿qué tallas y colores hay?' }),
      asked('¿qué paquetería lo trae?', order()),
      asked(
        '¿hasta cuándo lo puedo devolver o cambiar?',
        order({ returnUntil: '2026-05-01', exchangeUntil: '2026-05-02' }),
      ),
      asked('¿sirve SOL25?', {}),
      asked('¿eres un bot?', {}),
    ];
    const given = new Map<AnswerKey, Set<string>>();
    for (const one of [
      ...table.map(([, , intent, facts, asked]) => situations(intent, facts, asked)),
      ...more,
    ].flat()) {
      const names = given.get(one.key) ?? new Set();
      Object.keys(one.slots).forEach((name) => names.add(name));
      given.set(one.key, names);
    }
    const around = /^(?:action|holding|hand|offer|public|article|rest)\./;
    const unfilled = answerKeys
      .filter((key) => !around.test(key))
      .flatMap((key) =>
        answeredLanguages.flatMap((language) =>
          variantsOf(key, language, 'calm').flatMap((template) =>
            slotNames(template)
              .filter((name) => !given.get(key)?.has(name))
              .map((name) => `${key} {${name}}`),
          ),
        ),
      );
    expect([...new Set(unfilled)]).toEqual([]);
    expect(answerKeys.filter((key) => !around.test(key) && !given.has(key))).toEqual([]);
  });
});
