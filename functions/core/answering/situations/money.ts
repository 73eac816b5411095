/** Payments and invoices, as the order states them. */
import type { Order } from '../../domain/facts.ts';
import type { Slots } from '../template.ts';
import { asCode } from '../shipping-stage.ts';
import { mentions, phrases, spaced } from '../text.ts';
import { paymentMethod } from '../wording.ts';
import { refundOf } from './refund.ts';
import {
  codeSlot,
  daySlots,
  madeSlot,
  orderSlot,
  situation,
  textSlot,
  withoutOrder,
  type Background,
  type Question,
  type Situation,
} from './situation.ts';

const saysTwice = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    dos veces, doble cobro, cobro doble, cobraron doble, duplicado, doble cargo, doble, duas vezes, em
    dobro, cobranca dupla, cobranca duplicada, dobrado, duplicada, twice, double charged, charged
    double, two times, duplicate charge, duplicate, overcharged`),
  );

/** Means of payment in general, before anything is bought. */
const asksBeforePaying = (text: string): boolean =>
  / (?:aceptan|acepta|aceptas|aceitam|aceita|accept|take|puedo pagar|se puede pagar|posso pagar|da pra pagar|da para pagar|can i pay|parcela|parcelam|parcelas sem juros|cuantas cuotas|quantas vezes|meses sin intereses|medios de pago|formas de pago|formas de pagamento|payment methods|payment options|pagar con|pagar com|pay with|contra entrega|cash on delivery) /.test(
    spaced(text),
  );

const approvedStatuses: ReadonlySet<string> = new Set(
  phrases(`
  approved, paid, accredited, authorized, captured, completed, succeeded, success, settled, confirmed,
  aprobado, aprovado, pago, pagado`),
);
const pendingStatuses: ReadonlySet<string> = new Set(
  phrases(`
  pending, in_process, processing, waiting, unpaid, awaiting_payment, in_mediation, under_review,
  pendiente, pendente, created, waiting_payment, payment_pending`),
);
const rejectedStatuses: ReadonlySet<string> = new Set(
  phrases(`
  rejected, declined, failed, denied, refused, expired, cancelled, canceled, rechazado, recusado`),
);
const returnedStatuses: ReadonlySet<string> = new Set([
  'refunded',
  'partially_refunded',
  'charged_back',
  'reembolsado',
]);

const paymentSlots = (order: Order, background: Background): Slots => ({
  ...orderSlot(order),
  ...madeSlot('method', paymentMethod(order.payment?.method, background.language), 'order.payment.method'),
  ...(order.payment?.instalments !== undefined && order.payment.instalments > 1
    ? madeSlot('instalments', String(order.payment.instalments), 'order.payment.instalments')
    : {}),
  ...daySlots('due', order.payment?.due, 'order.payment.due', background),
});

export const isPaymentRejected = ({ payment }: Order): boolean =>
  payment !== undefined && rejectedStatuses.has(asCode(payment.status));

export const paymentOf = (order: Order, background: Background): Situation => {
  const { payment } = order;
  const slots = paymentSlots(order, background);
  if (payment === undefined)
    return situation('payment.unclear', { slots, basis: ['order.payment'], person: true });
  const basis = ['order.payment.status'];
  const status = asCode(payment.status);
  if (returnedStatuses.has(status) && order.refund !== undefined)
    return refundOf(order, order.refund, background);
  if (approvedStatuses.has(status)) return situation('payment.approved', { slots, basis, asksFor: 'person' });
  if (pendingStatuses.has(status)) return situation('payment.pending', { slots, basis });
  if (rejectedStatuses.has(status)) return situation('payment.rejected', { slots, basis, asksFor: 'person' });
  return situation('payment.unclear', { slots, basis, person: true });
};

export const payment = (question: Question, background: Background): readonly Situation[] => {
  const { order } = background.facts;
  if (saysTwice(question.text)) {
    return [
      situation('payment.twice', { slots: order ? orderSlot(order) : {}, person: true }),
      ...(order ? [] : [situation('order.also')]),
    ];
  }
  if (order) return [paymentOf(order, background)];
  if (asksBeforePaying(question.text)) return [situation('payment.means', { person: true })];
  return [withoutOrder(background.facts)];
};

/** Other names or tax data on the document: only a person may change it. */
const asksForChange = (question: Question): boolean =>
  question.entities.some((entity) => entity.type === 'tax_id') ||
  mentions(
    question.text,
    phrases(`
    cambiar, corregir, modificar, otra razon social, mal, equivocada, equivocado, error, errada, errado,
    trocar, alterar, wrong, change, correct, incorrect, fix, refacturar`),
  );

export const invoice = (order: Order, question: Question, background: Background): Situation => {
  if (asksForChange(question)) return situation('invoice.change', { slots: orderSlot(order), person: true });
  if (order.invoice === undefined)
    return situation('invoice.none', { slots: orderSlot(order), basis: ['order.invoice'], person: true });
  const slots = {
    ...orderSlot(order),
    ...textSlot('invoice', order.invoice.type, 'order.invoice.type'),
    ...codeSlot('number', order.invoice.number, 'order.invoice.number'),
    ...daySlots('issued', order.invoice.issuedAt, 'order.invoice.issuedAt', background),
  };
  // A number that may not be said leaves nothing to say.
  if (slots['number'] === undefined)
    return situation('invoice.none', { slots: orderSlot(order), person: true });
  return situation('invoice.issued', { slots, basis: ['order.invoice'], asksFor: 'person' });
};
