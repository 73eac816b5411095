/** Buyers' messages, orders and items for the tests of answering: only what a test names differs from the plain case. */
import type { Conversation } from '../../../functions/core/domain/conversation.ts';
import type { Item, Order, Shipment } from '../../../functions/core/domain/facts.ts';
import { conversationId, messageId, tenantId } from '../../../functions/core/domain/ids.ts';
import type { Entity, EntityType, Understanding } from '../../../functions/core/domain/intent.ts';
import type { BuyerMessage } from '../../../functions/core/domain/message.ts';
import { decide, type DecisionInput } from '../../../functions/core/answering/decision.ts';
import { defaultThresholds } from '../../../functions/core/answering/thresholds.ts';

export const now = new Date('2026-05-11T15:00:00Z');
export const timeZone = 'America/Sao_Paulo';

export const anUnderstanding = (given: Partial<Understanding> = {}): Understanding => ({
  language: 'es',
  languageVariant: null,
  languageConfidence: 0.99,
  intent: 'order_status',
  intentConfidence: 0.97,
  secondaryIntent: null,
  sentiment: 'neutral',
  urgent: false,
  escalate: false,
  escalateReason: null,
  entities: [],
  answered: true,
  ...given,
});

export const anEntity = (type: EntityType, value: string): Entity => ({
  type,
  value,
  start: 0,
  end: value.length,
});

type MessageGiven = Partial<Omit<BuyerMessage, 'understanding'>> & {
  readonly understanding?: Partial<Understanding> | null;
};

/** A recognised message; `understanding` names only what differs. */
export const aMessage = ({ understanding = {}, ...given }: MessageGiven = {}): BuyerMessage => ({
  tenant: tenantId('tienda0001'),
  conversation: conversationId('a'.repeat(26)),
  message: messageId('b'.repeat(26)),
  state: 'recognized',
  at: now,
  acceptedAt: now,
  buyerTurn: 1,
  text: 'Hola, ¿dónde está mi pedido?',
  maskedText: '',
  locale: null,
  order: null,
  item: null,
  attachments: 0,
  session: 's',
  detected: null,
  understanding: understanding === null ? null : anUnderstanding(understanding),
  reply: null,
  attempt: 0,
  ...given,
});

export const aShipment = (given: Partial<Shipment> = {}): Shipment => ({
  id: 'S-1',
  status: 'in_transit',
  carrier: 'Andina Express',
  tracking: 'AE123456789',
  estimated: '2026-05-14',
  events: [{ at: '2026-05-10T09:00:00-03:00', status: 'in_transit', text: '' }],
  ...given,
});

export const anOrder = (given: Partial<Order> = {}): Order => ({
  id: 'R-1042',
  buyer: 'comprador-7',
  status: 'paid',
  placedAt: '2026-05-02',
  total: '1234.50',
  currency: 'BRL',
  items: [{ item: 'ITEM-1', title: 'Zapatillas Runner', variant: 'negro, 42', quantity: 1 }],
  shipments: [aShipment()],
  returns: [],
  ...given,
});

export const anItem = (given: Partial<Item> = {}): Item => ({
  id: 'ITEM-1',
  title: 'Zapatillas Runner',
  price: '1234.50',
  currency: 'BRL',
  stock: 4,
  attributes: { material: 'lona', garantía: '6 meses' },
  variants: [],
  ...given,
});

export const aConversation = (
  given: Partial<DecisionInput['conversation']> = {},
): Pick<Conversation, 'state' | 'audience' | 'market' | 'language' | 'unsatisfied'> => ({
  state: 'open',
  audience: 'private',
  market: 'MX',
  language: null,
  unsatisfied: 0,
  ...given,
});

export const anInput = (given: Partial<DecisionInput> = {}): DecisionInput => ({
  messages: [aMessage()],
  conversation: aConversation(),
  facts: { order: anOrder() },
  quotes: [],
  factProblem: null,
  mode: 'automatic',
  channel: {
    mode: 'automatic',
    reply: { maximumCharacters: 2000, links: 'forbidden', contacts: 'forbidden' },
  },
  thresholds: defaultThresholds,
  asked: null,
  before: null,
  previousTexts: [],
  variantSeed: 0,
  now,
  timeZone,
  ...given,
});

/** What the buyer reads, whatever kind of decision says it; '' when nothing is said. */
export const wordsFor = (given: Partial<DecisionInput>): string => {
  const decision = decide(anInput(given));
  if (decision.kind === 'escalate') return decision.holding ?? '';
  return decision.kind === 'ignore' ? '' : decision.text;
};
