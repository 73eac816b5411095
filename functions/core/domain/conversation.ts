/** A conversation of one buyer with one seller, and the table of what its state may become. */
import type { AccountId, BuyerId, ConversationId, EscalationId, TenantId } from './ids.ts';
import type { Audience, ChannelId, Market } from './channel.ts';

export const conversationStates = ['open', 'with-agent', 'closed'] as const;
export type ConversationState = (typeof conversationStates)[number];

export const nextConversationStates = {
  open: ['with-agent', 'closed'],
  'with-agent': ['open', 'closed'],
  // The buyer came back; or a person takes it up once more.
  closed: ['open', 'with-agent'],
} as const satisfies Record<ConversationState, readonly ConversationState[]>;

export const mayTurn = (from: ConversationState, to: ConversationState): boolean =>
  nextConversationStates[from].some((state) => state === to);

export type Conversation = {
  readonly tenant: TenantId;
  readonly id: ConversationId;
  readonly state: ConversationState;
  readonly channel: ChannelId;
  readonly account: AccountId;
  readonly market: Market;
  readonly audience: Audience;
  readonly buyer: BuyerId;
  /** Raised by every write; a writer that saw an older one is stale. */
  readonly version: number;
  /** Count of stored buyer messages. */
  readonly buyerTurn: number;
  /** Language of the last message that told one. */
  readonly language: string | null;
  /** Start of the session that is open, and its id: billing counts sessions by it. */
  readonly session: { readonly id: string; readonly startedAt: Date } | null;
  /** Times in a row that an answer did not satisfy (a question for a missing datum counts). */
  readonly unsatisfied: number;
  /** How often in a row a person gave it back to the machine, and when last: it must not go to and fro for ever. */
  readonly returns: number;
  readonly returnedAt: Date | null;
  /** The case whose rating the buyer was asked for, until it is answered. */
  readonly rates: EscalationId | null;
  readonly lastBuyerAt: Date | null;
};

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A session opens with a buyer message accepted 24 h or more after the start of the last one. */
export const opensSession = (last: { readonly startedAt: Date } | null, acceptedAt: Date): boolean =>
  last === null || acceptedAt.getTime() - last.startedAt.getTime() >= dayMilliseconds;
