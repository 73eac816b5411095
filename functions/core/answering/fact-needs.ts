/** Which facts a burst of messages needs looked up, and under which id. */
import type { Audience } from '../domain/channel.ts';
import type { Ask } from '../domain/decision.ts';
import type { Facts, Order } from '../domain/facts.ts';
import type { Intent } from '../domain/intent.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { asksOfAnItem } from './attribute-match.ts';
import type { Before } from './before.ts';
import { isWrittenLike, orderNumberIn } from './order-numbers.ts';
import { defaultThresholds } from './thresholds.ts';
import { isCourteous } from './situations/social.ts';
import { heardOf, isSure, topicsOf } from './topics.ts';

/** Look one up, or there is nothing to look up with and the buyer must be asked. */
export type FactNeed = { readonly kind: 'look-up'; readonly id: string } | { readonly kind: 'ask' };
export type FactNeeds = { readonly order?: FactNeed; readonly item?: FactNeed };

/** What is known of the conversation before this burst. */
export type Known = {
  readonly audience: Audience;
  /** Order and item that an earlier message of the conversation named. */
  readonly order: string | null;
  readonly item: string | null;
  readonly asked: Ask | null;
  readonly before: Before | null;
};

/** `must`: without it the buyer is asked. */
const must: Readonly<Record<Intent, { readonly order?: true; readonly item?: true }>> = {
  order_status: { order: true },
  shipping_delay: { order: true },
  delivery_address_change: { order: true },
  order_cancel: { order: true },
  return_request: { order: true },
  exchange_request: { order: true },
  refund_status: { order: true },
  damaged_item: {},
  wrong_item: {},
  missing_item: { order: true },
  product_question: { item: true },
  stock_availability: { item: true },
  price_objection: {},
  discount_coupon: {},
  payment_issue: {},
  invoice_request: { order: true },
  warranty_repair: {},
  customs_tax: {},
  complaint_escalation: {},
  human_agent: {},
  greeting_thanks: {},
  other_out_of_scope: {},
};

const attached = (messages: readonly BuyerMessage[], what: 'order' | 'item'): string | null =>
  messages.findLast((message) => message[what] !== null)?.[what] ?? null;

const need = (isMust: boolean, id: string | null): FactNeed | undefined => {
  if (id !== null) return { kind: 'look-up', id };
  return isMust ? { kind: 'ask' } : undefined;
};

/** The order that the words name counts first where it is written like the one attached; else it is something else. */
const orderOf = (messages: readonly BuyerMessage[], known: Known): string | null => {
  const own = attached(messages, 'order');
  const named = orderNumberIn(messages, known.asked, own ?? known.order);
  if (named !== null && (own === null || isWrittenLike(named, own))) return named;
  return own ?? known.order;
};

/** Thanks and greetings rest on nothing. */
const isCourtesy = (messages: readonly BuyerMessage[], leastConfidence: number): boolean => {
  const heard = heardOf(messages);
  return (
    heard.length > 0 &&
    heard.every(
      (message) =>
        isCourteous(message.text) ||
        (isSure(message, leastConfidence) &&
          message.understanding.intent === 'greeting_thanks' &&
          !message.text.includes('?')),
    )
  );
};

/**
 * What to look up before deciding: all that is known, for an answer may rest on what the words ask and not on what
 * the message was taken for. In a public thread an order is never looked up: nothing of it may be said there.
 */
export const neededFacts = (
  messages: readonly BuyerMessage[],
  known: Known,
  leastConfidence: number = defaultThresholds.intent,
): FactNeeds => {
  const intents = topicsOf(messages, known.asked, leastConfidence).map(({ intent }) => intent);
  const orderId = orderOf(messages, known);
  const named = orderNumberIn(messages, known.asked, orderId) !== null;
  if (isCourtesy(messages, leastConfidence) && !named) return {};
  const asksItem =
    intents.length === 0 ||
    intents.some((intent) => must[intent].item === true || intent === 'exchange_request') ||
    messages.some(({ text }) => asksOfAnItem(text));
  const itemId = attached(messages, 'item') ?? known.item;
  // An item that nobody named may be the only one of the order.
  const item = need(
    intents.some((intent) => must[intent].item === true) || (asksItem && orderId !== null),
    itemId,
  );
  const order =
    known.audience === 'public'
      ? undefined
      : need(
          intents.some((intent) => must[intent].order === true),
          orderId,
        );
  return { ...(order === undefined ? {} : { order }), ...(item === undefined ? {} : { item }) };
};

/** True when a fact that an answer to these intents must have was not even looked up. */
export const lacksFacts = (intents: readonly Intent[], facts: Facts): boolean =>
  intents.some(
    (intent) =>
      (must[intent].order === true && facts.order === undefined) ||
      (must[intent].item === true && facts.item === undefined),
  );

/** An item that nobody named but the order tells: its only line. For needs that ask for an item. */
export const itemOfOrder = (facts: Facts): string | null => {
  const order: Order | null = facts.order ?? null;
  const lines = new Set(order?.items.map(({ item }) => item));
  const [only] = lines;
  return lines.size === 1 ? (only ?? null) : null;
};
