/** Where the parcel is: order status, late deliveries, several parcels. */
import type { Order, Shipment } from '../../domain/facts.ts';
import type { Slots } from '../template.ts';
import { parcelsOf, stageOfOrder, stageOfShipment } from '../shipping-stage.ts';
import { sayable } from '../text.ts';
import { dayOf, spokenDay } from '../format.ts';
import { readsAs } from '../reply-language.ts';
import { isPaymentRejected, paymentOf } from './money.ts';
import { refundOf } from './refund.ts';
import {
  codeSlot,
  daySlots,
  daysUntil,
  madeSlot,
  orderSlot,
  situation,
  textSlot,
  type Background,
  type Situation,
} from './situation.ts';
import { severalParcels } from './parcels.ts';

/** Days without any movement after which a parcel counts as stuck. */
const stuckDays = 4;

/** The carrier's newest event: its day, with its words where they are in the buyer's language. */
const lastMove = (shipment: Shipment, path: string, background: Background): Slots => {
  const days = shipment.events.flatMap((event, index) => {
    const day = dayOf(event.at, background.timeZone);
    return day === null ? [] : [{ event, index, day }];
  });
  const [newest] = days.sort((a, b) => Date.parse(b.event.at) - Date.parse(a.event.at));
  if (newest === undefined) return {};
  const { thing } = spokenDay(newest.day, background.language, background);
  const words = sayable(newest.event.text);
  const quoted = words !== null && readsAs(words, background.language) ? `“${words}”, ` : '';
  return madeSlot('lastMove', `${quoted}${thing}`, `${path}.events.${String(newest.index)}`);
};

const hasMovedLately = (shipment: Shipment, background: Background): boolean =>
  shipment.events.some((event) => (daysUntil(event.at, background) ?? -Infinity) > -stuckDays);

const shipmentSlots = (shipment: Shipment, path: string, background: Background): Slots => ({
  ...textSlot('carrier', shipment.carrier, `${path}.carrier`),
  ...codeSlot('tracking', shipment.tracking, `${path}.tracking`),
  ...daySlots('estimated', shipment.estimated, `${path}.estimated`, background),
  ...daySlots('delivered', shipment.deliveredAt, `${path}.deliveredAt`, background),
  ...lastMove(shipment, path, background),
});

/** Not yet gone: on time, or past the day by which it should have left. */
const preparing = (
  order: Order,
  shipBy: string | undefined,
  path: string,
  saysLate: boolean,
  background: Background,
): Situation => {
  const slots = { ...orderSlot(order), ...daySlots('shipBy', shipBy, path, background) };
  const late = (daysUntil(shipBy, background) ?? 0) < 0;
  return late
    ? situation('where.dispatchLate', { slots, basis: ['order.status', path], person: true })
    : situation('where.preparing', {
        slots,
        basis: ['order.status'],
        ...(saysLate ? { asksFor: 'person' } : {}),
      });
};

const moving = (
  shipment: Shipment,
  path: string,
  slots: Slots,
  saysLate: boolean,
  background: Background,
): Situation => {
  const basis = [`${path}.status`];
  const daysLeft = daysUntil(shipment.estimated, background);
  const movedLately = hasMovedLately(shipment, background);
  if (daysLeft !== null && daysLeft < 0) {
    const late = { slots, basis: [...basis, `${path}.estimated`] };
    return movedLately && !background.upset
      ? situation('where.late', { ...late, asksFor: 'person' })
      : situation('where.stalled', { ...late, person: true });
  }
  const stage = stageOfShipment(shipment);
  if (stage === 'delayed' || stage === 'customs') {
    const help =
      saysLate && background.upset ? ({ person: true } as const) : ({ asksFor: 'person' } as const);
    return situation(`where.${stage}`, { slots, basis, ...help });
  }
  if (!saysLate) return situation('where.moving', { slots, basis });
  if (daysLeft !== null) return situation('where.onTime', { slots, basis, asksFor: 'person' });
  return movedLately
    ? situation('where.noDate', { slots, basis, asksFor: 'person' })
    : situation('where.stuck', { slots, basis, person: true });
};

const parcel = (
  order: Order,
  shipment: Shipment,
  index: number,
  saysLate: boolean,
  background: Background,
): Situation => {
  const path = `order.shipments.${String(index)}`;
  const slots = { ...orderSlot(order), ...shipmentSlots(shipment, path, background) };
  const basis = [`${path}.status`];
  const stage = stageOfShipment(shipment);
  switch (stage) {
    case 'unpaid':
    case 'preparing':
      return shipment.shipBy === undefined
        ? preparing(order, order.shipBy, 'order.shipBy', saysLate, background)
        : preparing(order, shipment.shipBy, `${path}.shipBy`, saysLate, background);
    case 'moving':
    case 'delayed':
    case 'customs':
      return moving(shipment, path, slots, saysLate, background);
    case 'out':
      return situation('where.out', { slots, basis });
    case 'pickup':
      return situation('where.pickup', { slots, basis });
    case 'delivered':
      return saysLate
        ? situation('missing.notReceived', { slots, basis, person: true })
        : situation('where.delivered', { slots, basis, asksFor: 'person' });
    case 'problem':
      return situation('where.problem', { slots, basis, person: true });
    case 'cancelled':
    case 'unknown':
      return situation('where.unclear', { slots, basis, person: true });
  }
};

/** The order without parcels: its own status is all we know. */
const bare = (order: Order, saysLate: boolean, background: Background): Situation => {
  const slots = orderSlot(order);
  const basis = ['order.status'];
  switch (stageOfOrder(order)) {
    case 'unpaid':
      return situation('where.unpaid', {
        slots: { ...slots, ...daySlots('due', order.payment?.due, 'order.payment.due', background) },
        basis: [...basis, 'order.payment.status'],
      });
    case 'preparing':
      return preparing(order, order.shipBy, 'order.shipBy', saysLate, background);
    case 'moving':
    case 'delayed':
    case 'customs':
    case 'out':
      return situation('where.moving', { slots, basis });
    case 'pickup':
      return situation('where.pickup', { slots, basis });
    case 'delivered':
      return situation('where.delivered', { slots, basis, asksFor: 'person' });
    case 'problem':
      return situation('where.problem', { slots, basis, person: true });
    case 'cancelled':
    case 'unknown':
      return situation('where.unclear', { slots, basis, person: true });
  }
};

export const cancelled = (order: Order, background: Background): readonly Situation[] => [
  situation('where.cancelled', {
    slots: {
      ...orderSlot(order),
      ...daySlots('cancelled', order.cancelled?.at, 'order.cancelled.at', background),
    },
    basis: ['order.status'],
    asksFor: 'person',
  }),
  ...(order.refund === undefined ? [] : [refundOf(order, order.refund, background)]),
];

/** Where the order is. `saysLate`: the buyer says that it should have come already. */
export const where = (order: Order, saysLate: boolean, background: Background): readonly Situation[] => {
  const stage = stageOfOrder(order);
  if (stage === 'cancelled') return cancelled(order, background);
  if (order.shipments.length === 0 && isPaymentRejected(order)) return [paymentOf(order, background)];
  const sent = parcelsOf(order);
  const [only] = sent;
  if (only === undefined || stage === 'unpaid') {
    if (stage === 'unknown' && order.refund !== undefined) return [refundOf(order, order.refund, background)];
    return [bare(order, saysLate, background)];
  }
  if (sent.length === 1) return [parcel(order, only.shipment, only.index, saysLate, background)];
  const each = sent.map(({ shipment, index }) => parcel(order, shipment, index, saysLate, background));
  return [severalParcels(order, each, background)];
};
