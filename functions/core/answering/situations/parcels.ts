/** An order in several parcels: one sentence that says where each of them is. */
import type { Order } from '../../domain/facts.ts';
import type { AnswerKey } from '../fixed-answers/catalogue.ts';
import { parcelWords, type ParcelState } from '../fixed-answers/parcels.ts';
import { render } from '../template.ts';
import { voiceFor } from '../voice.ts';
import { orderSlot, situation, type Background, type Situation } from './situation.ts';

/** Every other situation of a parcel is one of moving. */
const states: Readonly<Partial<Record<AnswerKey, ParcelState>>> = {
  'where.delivered': 'delivered',
  'missing.notReceived': 'delivered',
  'where.out': 'out',
  'where.pickup': 'pickup',
  'where.preparing': 'preparing',
  'where.dispatchLate': 'preparing',
  'where.problem': 'problem',
  'where.unclear': 'problem',
};

/** All of them told in one sentence; a person where one of them needs one. */
export const severalParcels = (
  order: Order,
  each: readonly Situation[],
  background: Background,
): Situation => {
  const voice = voiceFor(background.language, null, background.market);
  const told = each.map((one) => ({
    one,
    said: render(parcelWords[states[one.key] ?? 'moving'][background.language], voice, one.slots),
  }));
  const text = told.flatMap(({ said }) => said.map((sentence) => sentence.text)).join('; ');
  const basis = told.flatMap(({ one, said }) => [
    ...one.basis,
    ...said.flatMap((sentence) => sentence.facts),
  ]);
  const person = each.some((one) => one.person);
  return situation('where.parcels', {
    slots: { ...orderSlot(order), parcels: { text, fact: null } },
    basis,
    person,
    ...(person ? {} : { asksFor: 'person' }),
  });
};
