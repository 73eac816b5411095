/** Sending back and exchanging: inside or past the window that the order states, or under way already. */
import type { Order, ReturnCase } from '../../domain/facts.ts';
import { asCode } from '../shipping-stage.ts';
import type { Slots } from '../template.ts';
import { phrases, sayable } from '../text.ts';
import { plainWords, wording } from '../plain-words.ts';
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

/** The buyer only wants to know how long: the date settles it, nobody has to act. Takes plain words. */
const howLong = wording(
  '(?:hasta|ate|until|by) (?:cuando|quando|que dia|que fecha|que data|qual dia|qual data|when|what day|what date)',
  '(?:cuanto|quanto|how much|how long|mucho|muito) (?:tiempo|tempo|time|do i have|is the|is my|i have)',
  '(?:cuantos|quantos|how many) (?:dias|days)',
  '(?:que|cual es el|cual es mi|qual|qual o|qual e o|what s the|what is the) (?:plazo|prazo|deadline|limite|last day|return window|window|cutoff|fecha limite|data limite)',
  '(?:fecha|dia|data) (?:limite|tope|maxima|final)|return window|deadline|last (?:day|date|chance)|plazo (?:para|de)|prazo (?:para|de)',
  '(?:estoy|estou|to|esto|ando|sigo) (?:a tiempo|a tempo|no prazo|dentro|en plazo|en fecha|ainda)',
  '(?:todavia|aun|ainda|still) (?:\\S+ )?(?:puedo|estoy|alcanzo|tengo|hay|se puede|esta|posso|da|consigo|estou|to|tenho|tem|able|have|can|time|ok|okay|in time|eligible|return|exchange|send|swap)',
  '(?:puedo|posso|can i|could i|am i|me dejan|se puede|da para|da tempo|alcanzo a|llego a|consigo) ~ (?:todavia|aun|ainda|still|aun)',
  'alcanzo a|se puede|me da tiempo|da tempo|e tarde|es tarde|muy tarde|tarde demais|too late|ja era|ya fue|still in time|dentro del plazo|dentro do prazo|no prazo|en plazo|a tiempo',
  'by when|until when|how long do i have|when is the last|when do i have to',
);
export const asksHowLong = (plain: string): boolean => howLong.test(plain);

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
  return asksHowLong(plainWords(question.text))
    ? situation(`${what}.window`, { slots, basis: [fact], asksFor: 'person' })
    : situation(`${what}.within`, { slots, basis: [fact], person: true });
};

/** What is under way already for an order, or the money that came of it; none: nothing is. */
export const returnStanding = (order: Order, background: Background): readonly Situation[] => {
  const under = openReturn(order);
  if (under !== undefined) return returnUnderWay(order, under.one, under.index, background);
  return order.refund === undefined ? [] : [refundOf(order, order.refund, background)];
};

/** The day until which the order may go back or be exchanged, told to who only asks; null: the order names none. */
export const deadline = (
  what: 'return' | 'exchange',
  order: Order,
  background: Background,
): Situation | null => {
  const until = what === 'return' ? order.returnUntil : order.exchangeUntil;
  const fact = `order.${what}Until`;
  const left = daysUntil(until, background);
  if (left === null) return null;
  const slots = { ...orderSlot(order), ...daySlots('until', until, fact, background) };
  return situation(left < 0 ? `${what}.ended` : `${what}.window`, {
    slots,
    basis: [fact],
    asksFor: 'person',
  });
};

export const returnRequest = (
  order: Order,
  question: Question,
  background: Background,
): readonly Situation[] => {
  const standing = returnStanding(order, background);
  if (standing.length > 0) return standing;
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
