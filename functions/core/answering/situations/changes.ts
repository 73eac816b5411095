/** Changes of an order that has been placed: another address, a cancellation. A person confirms them; we promise none. */
import type { Order } from '../../domain/facts.ts';
import { hasShipped, isDelivered, stageOfOrder } from '../shipping-stage.ts';
import { cancelled, where } from './where.ts';
import { returnWindow } from './returns.ts';
import { orderSlot, situation, textSlot, type Background, type Situation } from './situation.ts';

const parcelSlots = (order: Order) => {
  const index = order.shipments.length - 1;
  return {
    ...orderSlot(order),
    ...textSlot('carrier', order.shipments[index]?.carrier, `order.shipments.${String(index)}.carrier`),
  };
};

const basis = ['order.status', 'order.shipments'];

export const addressChange = (order: Order, background: Background): readonly Situation[] => {
  if (stageOfOrder(order) === 'cancelled') return cancelled(order, background);
  if (isDelivered(order)) return where(order, false, background);
  const slots = parcelSlots(order);
  const shipped = hasShipped(order);
  if (shipped === null) return [situation('address.asked', { slots: orderSlot(order), basis, person: true })];
  return [situation(shipped ? 'address.shipped' : 'address.notShipped', { slots, basis, person: true })];
};

export const cancellation = (order: Order, background: Background): readonly Situation[] => {
  if (stageOfOrder(order) === 'cancelled') return cancelled(order, background);
  const slots = parcelSlots(order);
  if (isDelivered(order))
    return [
      situation('cancel.delivered', { slots, basis, person: true }),
      ...returnWindow(order, background),
    ];
  const shipped = hasShipped(order);
  if (shipped === null) return [situation('cancel.asked', { slots, basis, person: true })];
  return shipped
    ? [situation('cancel.shipped', { slots, basis, person: true }), ...returnWindow(order, background)]
    : [situation('cancel.notShipped', { slots, basis, person: true })];
};
