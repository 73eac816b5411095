/** What a buyer is told about something done with an order: fixed words, from the order as it was read back. */
import type { OrderAction } from '../domain/action.ts';
import type { Order } from '../domain/facts.ts';
import { compose, type Composed } from './compose.ts';
import { checkReply } from './guard.ts';
import { holdingAnswer } from './holding.ts';
import { moneySlot, orderSlot, situation, textSlot, type Situation } from './situations/situation.ts';
import { defaultThresholds } from './thresholds.ts';
import { backgroundOf, turnOf, type DecisionInput, type Turn } from './turn.ts';

/** The part of a turn that words about an action rest on. */
export type ActionTurn = Pick<
  DecisionInput,
  'messages' | 'conversation' | 'channel' | 'previousTexts' | 'variantSeed' | 'now' | 'timeZone' | 'tone'
>;

const turnAbout = (about: ActionTurn, order: Order | null): Turn =>
  turnOf({
    ...about,
    facts: { order },
    quotes: [],
    factProblem: null,
    mode: 'automatic',
    thresholds: defaultThresholds,
    asked: null,
    before: null,
  });

const addressSlots = (order: Order) => ({
  ...orderSlot(order),
  ...textSlot('address', order.address, 'order.address'),
});

const doneOf = (kind: OrderAction, order: Order, turn: Turn): Situation => {
  switch (kind) {
    case 'cancel':
      return situation('action.cancelled', { slots: orderSlot(order), basis: ['order.status'] });
    case 'address':
      return situation('action.addressChanged', { slots: addressSlots(order), basis: ['order.address'] });
    case 'return':
      return situation('action.returnOpened', { slots: orderSlot(order), basis: ['order.returns'] });
    case 'refund': {
      const { amount, currency = '' } = order.refund ?? {};
      const paid = moneySlot('amount', amount, currency, 'order.refund.amount', backgroundOf(turn));
      return situation('action.refundAsked', {
        slots: { ...orderSlot(order), ...paid },
        basis: ['order.refund'],
      });
    }
  }
};

export type ActionSaid = Composed & { readonly language: Turn['language'] };

const said = (turn: Turn, told: Situation): ActionSaid | null => {
  const { voice, mood, conversation, channel, variantSeed, previousTexts, language, tone } = turn;
  const composed = compose({
    situations: [told],
    voice,
    mood,
    handsOver: false,
    audience: conversation.audience,
    maximumCharacters: channel.reply.maximumCharacters,
    variantSeed,
    previousTexts,
    tone,
  });
  if (composed === null) return null;
  const passes = checkReply(composed.text, {
    facts: turn.facts,
    quotes: [],
    language,
    market: conversation.market,
    audience: conversation.audience,
    rules: channel.reply,
    now: turn.now,
    timeZone: turn.timeZone,
    forbidden: tone?.forbidden ?? [],
  }).ok;
  return passes ? { ...composed, language } : null;
};

/** It is done, and the order shows it. Null: no words fit this channel. */
export const sayDone = (about: ActionTurn, kind: OrderAction, order: Order): ActionSaid | null => {
  const turn = turnAbout(about, order);
  return said(turn, doneOf(kind, order, turn));
};

/** The address as we read it, for a yes. Null: it cannot be repeated on this channel. */
export const askAddress = (about: ActionTurn, order: Order, address: string): ActionSaid | null => {
  const wanted: Order = { ...order, address };
  const slots = addressSlots(wanted);
  if (slots['address'] === undefined) return null;
  const asked = situation('action.addressAsk', { slots, basis: ['order.status'] });
  return said(turnAbout(about, wanted), asked);
};

/** The team looks at it: nothing is promised. Null where not even that fits. */
export const sayTeam = (about: ActionTurn): { text: string | null; language: Turn['language'] } => {
  const turn = turnAbout(about, null);
  const { voice, mood, variantSeed, previousTexts, language, tone } = turn;
  const { maximumCharacters } = turn.channel.reply;
  const because = 'intent_needs_person';
  const text = holdingAnswer({
    because,
    unavailable: false,
    voice,
    mood,
    maximumCharacters,
    variantSeed,
    previousTexts,
    tone,
  });
  return { text, language };
};
