/** What an order's own state allows to be done with it, what that is worth, and whether it has been done. */
import type { Action, OrderAction } from '../domain/action.ts';
import type { Money, Order } from '../domain/facts.ts';
import { daysFromToday, dayOf, type Moment } from './format.ts';
import { isSameAddress } from './new-address.ts';
import { asCode, hasShipped, isDelivered, stageOfOrder } from './shipping-stage.ts';

/** `unsure`: the facts do not tell, or money would leave before the goods are back: a person decides. */
export type Standing = 'open' | 'unsure' | 'closed';

const isCancelled = (order: Order): boolean => stageOfOrder(order) === 'cancelled';

/** Returns that came to nothing count as none. */
const dropped: ReadonlySet<string> = new Set([
  'cancelled',
  'canceled',
  'expired',
  'cancelada',
  'rejected',
  'declined',
  'denied',
  'refused',
]);
const returnsUnderWay = ({ returns }: Order) => returns.filter(({ status }) => !dropped.has(asCode(status)));

const beforeShipping = (order: Order): Standing => {
  if (isCancelled(order)) return 'closed';
  const shipped = hasShipped(order);
  return shipped === null ? 'unsure' : shipped ? 'closed' : 'open';
};

const toReturn = (order: Order, moment: Moment): Standing => {
  if (isCancelled(order) || order.refund !== undefined || returnsUnderWay(order).length > 0) return 'closed';
  const day = order.returnUntil === undefined ? null : dayOf(order.returnUntil, moment.timeZone);
  if (day === null) return 'unsure';
  if ((daysFromToday(day, moment) ?? -1) < 0) return 'closed';
  // Of several things the words may mean one.
  return isDelivered(order) && order.items.length === 1 ? 'open' : 'unsure';
};

const toRefund = (order: Order): Standing => {
  if (order.refund !== undefined) return 'closed';
  const isBack =
    isCancelled(order) || returnsUnderWay(order).some(({ receivedAt }) => receivedAt !== undefined);
  return isBack ? 'open' : 'unsure';
};

export const standingOf = (order: Order, kind: OrderAction, moment: Moment): Standing => {
  switch (kind) {
    case 'cancel':
    case 'address':
      return beforeShipping(order);
    case 'return':
      return toReturn(order, moment);
    case 'refund':
      return toRefund(order);
  }
};

/** The money that it moves; null: none. */
export const worthOf = ({ total, currency }: Order, kind: OrderAction): Money | null =>
  kind === 'cancel' || kind === 'refund' ? { amount: total, currency } : null;

/** Read back: the order shows what was asked for. */
export const showsDone = (order: Order, { kind, details }: Pick<Action, 'kind' | 'details'>): boolean => {
  switch (kind) {
    case 'cancel':
      return isCancelled(order);
    case 'address':
      return order.address !== undefined && isSameAddress(order.address, details.address ?? '');
    case 'return':
      return returnsUnderWay(order).length > 0;
    case 'refund':
      return order.refund !== undefined;
  }
};
