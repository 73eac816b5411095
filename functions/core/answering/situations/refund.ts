/** Where money that goes back is: paid, on its way, refused, or nothing about it in the facts. */
import { phrases } from '../text.ts';
import type { Order, Refund } from '../../domain/facts.ts';
import { asCode } from '../shipping-stage.ts';
import { paymentMethod, timeSpan } from '../wording.ts';
import {
  daySlots,
  daysUntil,
  madeSlot,
  moneySlot,
  orderSlot,
  situation,
  type Background,
  type Situation,
} from './situation.ts';

const paid: ReadonlySet<string> = new Set(
  phrases(`
  paid, completed, complete, refunded, succeeded, success, done, processed, settled, issued, sent,
  credited, reimbursed, reembolsado, pagado, pago, concluido, closed`),
);
const approved: ReadonlySet<string> = new Set(phrases('approved, authorized, accepted, aprobado, aprovado'));
const underWay: ReadonlySet<string> = new Set(
  phrases(`
  pending, processing, in_process, in_progress, initiated, requested, created, open, opened,
  scheduled, under_review, in_review, pendiente, pendente, en_proceso, em_processamento, started,
  submitted`),
);
const refused: ReadonlySet<string> = new Set(
  phrases(`
  rejected, declined, denied, refused, failed, cancelled, canceled, rechazado, recusado, negado`),
);

const isZero = (amount: string | undefined): boolean =>
  amount === undefined || /^-?0+(?:\.0+)?$/.test(amount.trim());

const slotsOf = (order: Order, refund: Refund, background: Background) => ({
  ...orderSlot(order),
  ...moneySlot('amount', refund.amount, refund.currency, 'order.refund.amount', background),
  ...madeSlot('method', paymentMethod(refund.method, background.language), 'order.refund.method'),
  ...daySlots('refunded', refund.at, 'order.refund.at', background),
  ...daySlots('expected', refund.expectedBy, 'order.refund.expectedBy', background),
  ...madeSlot('showsWithin', timeSpan(refund.showsWithin, background.language), 'order.refund.showsWithin'),
  ...(isZero(refund.fee)
    ? {}
    : moneySlot('fee', refund.fee, refund.currency, 'order.refund.fee', background)),
});

/** What is known of a refund that the facts hold. */
export const refundOf = (order: Order, refund: Refund, background: Background): Situation => {
  const slots = slotsOf(order, refund, background);
  const basis = ['order.refund.status'];
  const status = asCode(refund.status);
  if (refused.has(status)) return situation('refund.rejected', { slots, basis, person: true });
  if (paid.has(status)) return situation('refund.paid', { slots, basis, asksFor: 'person' });
  const overdue = (daysUntil(refund.expectedBy, background) ?? 0) < 0;
  if (!approved.has(status) && !underWay.has(status))
    return situation('refund.unclear', { slots, basis, person: true });
  if (overdue)
    return situation('refund.overdue', { slots, basis: [...basis, 'order.refund.expectedBy'], person: true });
  return situation(approved.has(status) ? 'refund.approved' : 'refund.pending', { slots, basis });
};

/** The buyer asks for money back that is due, or that should be. */
export const refundStatus = (order: Order, background: Background): Situation => {
  if (order.refund !== undefined) return refundOf(order, order.refund, background);
  const last = order.returns.length - 1;
  const lastReturn = order.returns[last];
  const path = `order.returns.${String(last)}`;
  if (lastReturn === undefined)
    return situation('refund.none', { slots: orderSlot(order), basis: ['order.refund'], person: true });
  const slots = {
    ...orderSlot(order),
    ...daySlots('requested', lastReturn.requestedAt, `${path}.requestedAt`, background),
    ...daySlots('received', lastReturn.receivedAt, `${path}.receivedAt`, background),
  };
  const key = lastReturn.receivedAt === undefined ? 'refund.awaitsReturn' : 'refund.returnReceived';
  return situation(key, { slots, basis: ['order.refund', `${path}.status`], person: true });
};
