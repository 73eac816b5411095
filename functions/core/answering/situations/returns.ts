/** Sending back and exchanging: inside or past the window that the order states, or under way already. */
import type { Order, ReturnCase } from '../../domain/facts.ts';
import { asCode } from '../shipping-stage.ts';
import type { Slots } from '../template.ts';
import { mentions, phrases, sayable } from '../text.ts';
import { refundOf } from './refund.ts';
import {
  daySlots,
  daysUntil,
  orderSlot,
  madeSlot,
  situation,
  type Background,
  type Question,
  type Situation,
} from './situation.ts';

/** The buyer only wants to know how long: the date settles it, nobody has to act. */
const asksHowLong = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    hasta cuando, cuanto tiempo, cuantos dias, que plazo, cual es el plazo, fecha limite, estoy a
    tiempo, todavia puedo, aun puedo, ate quando, quanto tempo, quantos dias, qual o prazo, qual e o
    prazo, prazo para, ainda posso, ainda da, ainda consigo, how long, how many days, until when,
    deadline, return window, still return, still exchange, can i still, last day`),
  );

const refused: ReadonlySet<string> = new Set(
  phrases('rejected, declined, denied, refused, rechazada, recusada'),
);
const dropped: ReadonlySet<string> = new Set(['cancelled', 'canceled', 'expired', 'cancelada']);

const returnUnderWay = (
  order: Order,
  one: ReturnCase,
  index: number,
  background: Background,
): readonly Situation[] => {
  const path = `order.returns.${String(index)}`;
  const basis = [`${path}.status`];
  const slots = {
    ...orderSlot(order),
    ...daySlots('requested', one.requestedAt, `${path}.requestedAt`, background),
    ...daySlots('received', one.receivedAt, `${path}.receivedAt`, background),
    ...daySlots('labelUntil', one.labelValidUntil, `${path}.labelValidUntil`, background),
  };
  const refund = order.refund === undefined ? [] : [refundOf(order, order.refund, background)];
  if (refused.has(asCode(one.status))) return [situation('return.refused', { slots, basis, person: true })];
  if (one.receivedAt !== undefined) {
    // With the parcel back, the money is what is left to tell; without a word about it, a person looks.
    return [situation('return.received', { slots, basis, person: refund.length === 0 }), ...refund];
  }
  if ((daysUntil(one.labelValidUntil, background) ?? 0) < 0) {
    return [
      situation('return.labelExpired', { slots, basis: [...basis, `${path}.labelValidUntil`], person: true }),
    ];
  }
  return [situation('return.open', { slots, basis, asksFor: 'person' }), ...refund];
};

const openReturn = (order: Order): { readonly one: ReturnCase; readonly index: number } | undefined =>
  order.returns.map((one, index) => ({ one, index })).findLast(({ one }) => !dropped.has(asCode(one.status)));

/** The sentence about the return window to add where a cancellation comes too late; none when it is past or unknown. */
export const returnWindow = (order: Order, background: Background): readonly Situation[] => {
  const left = daysUntil(order.returnUntil, background);
  if (left === null || left < 0) return [];
  const slots = daySlots('returnUntil', order.returnUntil, 'order.returnUntil', background);
  return [situation('return.also', { slots, basis: ['order.returnUntil'] })];
};

const byWindow = (
  what: 'return' | 'exchange',
  order: Order,
  until: string | undefined,
  question: Question,
  background: Background,
): Situation => {
  const fact = `order.${what}Until`;
  const slots = { ...orderSlot(order), ...daySlots('until', until, fact, background) };
  const left = daysUntil(until, background);
  if (left === null) return situation(`${what}.unknown`, { slots, basis: [fact], person: true });
  if (left < 0) return situation(`${what}.past`, { slots, basis: [fact], person: true });
  return asksHowLong(question.text)
    ? situation(`${what}.window`, { slots, basis: [fact], asksFor: 'person' })
    : situation(`${what}.within`, { slots, basis: [fact], person: true });
};

export const returnRequest = (
  order: Order,
  question: Question,
  background: Background,
): readonly Situation[] => {
  const under = openReturn(order);
  if (under !== undefined) return returnUnderWay(order, under.one, under.index, background);
  if (order.refund !== undefined) return [refundOf(order, order.refund, background)];
  return [byWindow('return', order, order.returnUntil, question, background)];
};

export const exchangeRequest = (
  order: Order,
  question: Question,
  background: Background,
): readonly Situation[] => {
  const under = openReturn(order);
  if (under !== undefined) return returnUnderWay(order, under.one, under.index, background);
  return [byWindow('exchange', order, order.exchangeUntil, question, background)];
};

/** What was bought, as the order writes it; nothing when it holds several things. */
export const boughtSlot = (order: Order | null | undefined): Slots => {
  const [line] = order?.items ?? [];
  const title = sayable(line?.title);
  if (line === undefined || title === null || order?.items.length !== 1) return {};
  const variant = sayable(line.variant);
  return madeSlot('bought', variant === null ? title : `${title} (${variant})`, 'order.items.0');
};
