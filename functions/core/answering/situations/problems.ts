/** What arrived broken, wrong or not at all: sorry, the next step, and a person for everything about money. */
import type { Order } from '../../domain/facts.ts';
import { hasShipped, isDelivered, parcelsOf, stageOfOrder, stageOfShipment } from '../shipping-stage.ts';
import { mentions, phrases } from '../text.ts';
import { boughtSlot } from './returns.ts';
import {
  daySlots,
  orderSlot,
  situation,
  type Background,
  type Question,
  type Situation,
} from './situation.ts';
import { cancelled, where } from './where.ts';

/** What a person will want to see, unless it is here already. */
const evidence = (question: Question, order: Order | null | undefined): readonly Situation[] => [
  ...(question.attachments > 0 ? [situation('photos.thanks')] : [situation('photos.ask')]),
  ...(order === undefined || order === null ? [situation('order.also')] : []),
];

export const damaged = (question: Question, { facts }: Background): readonly Situation[] => [
  situation('damaged.report', { slots: boughtSlot(facts.order), person: true }),
  ...evidence(question, facts.order),
];

export const wrongItem = (question: Question, { facts }: Background): readonly Situation[] => [
  situation('wrong.report', { slots: boughtSlot(facts.order), person: true }),
  ...evidence(question, facts.order),
];

/** "My package never came" is about the parcel; anything else in a missing-item message is about what was in it. */
const saysNothingCame = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    no llego, no me llego, nunca llego, no ha llegado, no lo recibi, no recibi, no he recibido, nunca
    recibi, no me ha llegado, dice entregado, aparece entregado, figura entregado, nao chegou, nunca
    chegou, nao recebi, nunca recebi, consta entregue, consta como entregue, diz entregue, diz que foi
    entregue, never arrived, never came, did not arrive, didn t arrive, haven t received, have not
    received, never received, not received, didn t receive, says delivered, marked as delivered, shows
    delivered, didn t get it, never got it`),
  );

const anotherOnItsWay = (order: Order): boolean => {
  const parcels = parcelsOf(order).map(({ shipment }) => stageOfShipment(shipment));
  return (
    parcels.length > 1 &&
    parcels.some((stage) => stage === 'delivered') &&
    parcels.some((stage) => stage !== 'delivered')
  );
};

/** Something, or everything, of a parcel is missing. */
export const missing = (order: Order, question: Question, background: Background): readonly Situation[] => {
  if (stageOfOrder(order) === 'cancelled') return cancelled(order, background);
  // The rest may simply travel apart: the facts say where it is.
  if (anotherOnItsWay(order)) return where(order, false, background);
  if (isDelivered(order)) {
    const index = order.shipments.length - 1;
    const path = `order.shipments.${String(index)}`;
    const delivered = daySlots(
      'delivered',
      order.shipments[index]?.deliveredAt,
      `${path}.deliveredAt`,
      background,
    );
    const slots = { ...orderSlot(order), ...delivered };
    const basis = [order.shipments.length === 0 ? 'order.status' : `${path}.status`];
    return saysNothingCame(question.text)
      ? [situation('missing.notReceived', { slots, basis, person: true })]
      : [
          situation('missing.part', { slots: { ...slots, ...boughtSlot(order) }, basis, person: true }),
          ...evidence(question, order),
        ];
  }
  // Not delivered by the facts: where it is answers "nothing came"; a part that lacks cannot be judged from here.
  if (hasShipped(order) !== null && saysNothingCame(question.text)) return where(order, true, background);
  return [situation('missing.part', { slots: orderSlot(order), person: true }), ...evidence(question, order)];
};
