/** Which facts a burst of messages needs looked up, and under which id. */
import type { Audience } from '../domain/channel.ts';
import type { Ask } from '../domain/decision.ts';
import type { Facts, Order } from '../domain/facts.ts';
import type { Intent } from '../domain/intent.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { defaultThresholds } from './thresholds.ts';
import { orderNumberIn, topicsOf } from './topics.ts';

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
};

/** `must`: without it the buyer is asked; `helps`: looked up when we know which. */
type Want = 'must' | 'helps';

const wants: Readonly<Record<Intent, { readonly order?: Want; readonly item?: Want }>> = {
  order_status: { order: 'must' },
  shipping_delay: { order: 'must' },
  delivery_address_change: { order: 'must' },
  order_cancel: { order: 'must' },
  return_request: { order: 'must' },
  exchange_request: { order: 'must', item: 'helps' },
  refund_status: { order: 'must' },
  damaged_item: { order: 'helps' },
  wrong_item: { order: 'helps' },
  missing_item: { order: 'must' },
  product_question: { item: 'must' },
  stock_availability: { item: 'must' },
  price_objection: { item: 'helps' },
  discount_coupon: {},
  payment_issue: { order: 'helps' },
  invoice_request: { order: 'must' },
  warranty_repair: { order: 'helps', item: 'helps' },
  customs_tax: { item: 'helps' },
  complaint_escalation: {},
  human_agent: {},
  greeting_thanks: {},
  other_out_of_scope: {},
};

const attached = (messages: readonly BuyerMessage[], what: 'order' | 'item'): string | null =>
  messages.findLast((message) => message[what] !== null)?.[what] ?? null;

const need = (wanted: readonly (Want | undefined)[], id: string | null): FactNeed | undefined => {
  if (wanted.every((want) => want === undefined)) return undefined;
  if (id !== null) return { kind: 'look-up', id };
  return wanted.includes('must') ? { kind: 'ask' } : undefined;
};

/**
 * What to look up before deciding. The platform's own attachment counts first, then the number that the buyer wrote,
 * then what the conversation knew. In a public thread an order is never looked up: nothing of it may be said there.
 */
export const neededFacts = (
  messages: readonly BuyerMessage[],
  known: Known,
  leastConfidence: number = defaultThresholds.intent,
): FactNeeds => {
  const topics = topicsOf(messages, known.asked, leastConfidence).map(({ intent }) => wants[intent]);
  const item = need(
    topics.map((topic) => topic.item),
    attached(messages, 'item') ?? known.item,
  );
  const orderId = attached(messages, 'order') ?? orderNumberIn(messages, known.asked) ?? known.order;
  const wanted = topics.map((topic) => topic.order);
  // An item that nobody named may be the only one of the order.
  if (item?.kind === 'ask') wanted.push('helps');
  const order = known.audience === 'public' ? undefined : need(wanted, orderId);
  return { ...(order === undefined ? {} : { order }), ...(item === undefined ? {} : { item }) };
};

/** True when a fact that an answer to these intents must have was not even looked up. */
export const lacksFacts = (intents: readonly Intent[], facts: Facts): boolean =>
  intents.some(
    (intent) =>
      (wants[intent].order === 'must' && facts.order === undefined) ||
      (wants[intent].item === 'must' && facts.item === undefined),
  );

/** An item that nobody named but the order tells: its only line. For needs that ask for an item. */
export const itemOfOrder = (facts: Facts): string | null => {
  const order: Order | null = facts.order ?? null;
  const lines = new Set(order?.items.map(({ item }) => item));
  const [only] = lines;
  return lines.size === 1 ? (only ?? null) : null;
};
