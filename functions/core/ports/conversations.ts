/**
 * Where conversations live: read as one view, changed by one atomic commit of domain changes.
 *
 * Every flow reads a view, decides, and commits. The commit holds what the state machines allow (a change names the
 * states it starts from), the usage lines it bills, and nothing else: all of it is written or none of it.
 */
import type { Action, ActionState } from '../domain/action.ts';
import type { Audience, ChannelId, Market } from '../domain/channel.ts';
import type { Conversation, ConversationState } from '../domain/conversation.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import type { Care, Escalation, EscalationState } from '../domain/escalation.ts';
import type {
  AccountId,
  ActionId,
  BuyerId,
  ConversationId,
  EscalationId,
  MessageId,
  ReplyId,
  TenantId,
} from '../domain/ids.ts';
import type { Understanding } from '../domain/intent.ts';
import type { BuyerMessage, DetectedLanguage, MessageAddress, MessageState } from '../domain/message.ts';
import type { Reply, ReplyState } from '../domain/reply.ts';
import type { Resolution } from '../domain/resolution.ts';
import type { UsageLine } from '../domain/usage.ts';

export type ConversationAddress = { readonly tenant: TenantId; readonly conversation: ConversationId };
export type ReplyAddress = ConversationAddress & { readonly reply: ReplyId; readonly at: Date };
export type ActionAddress = ConversationAddress & { readonly action: ActionId };
export type EscalationAddress = ConversationAddress & { readonly escalation: EscalationId };

/** The platform's own ids, opened: only what calls the platform asks for them. */
export type PlatformNames = {
  readonly conversation: string;
  readonly buyer: string;
  readonly message: string;
};

/** Words of the seller's side that were not ours, kept for the context. */
export type OutgoingWords = { readonly id: MessageId; readonly at: Date; readonly text: string };

/** A conversation and its latest turns, oldest first. */
export type ConversationView = {
  readonly conversation: Conversation;
  readonly messages: readonly BuyerMessage[];
  readonly replies: readonly Reply[];
  readonly outgoing: readonly OutgoingWords[];
  readonly escalation: Escalation | null;
};

export type MessageInConversation = {
  readonly conversation: Conversation;
  readonly message: BuyerMessage;
};

/** A buyer's message as it is first stored; conversation and session come about with it. */
export type NewMessage = MessageAddress & {
  readonly channel: ChannelId;
  readonly account: AccountId;
  readonly market: Market;
  readonly audience: Audience;
  readonly buyer: BuyerId;
  readonly platform: PlatformNames;
  readonly buyerName: string | null;
  readonly buyerEmail: string | null;
  readonly acceptedAt: Date;
  readonly text: string;
  readonly maskedText: string;
  readonly locale: string | null;
  readonly order: string | null;
  readonly item: string | null;
  readonly attachments: number;
  readonly detected: DetectedLanguage;
};

export type MessageFields = {
  readonly understanding?: Understanding;
  readonly reply?: ReplyId;
  readonly coveredBy?: MessageId;
  readonly because?: string;
  readonly decision?: DecisionRecord;
  readonly attempt?: number;
  /** When the sweep looks after it; `null` ends that. */
  readonly dueAt?: Date | null;
};

export type Change =
  | {
      readonly change: 'message';
      readonly message: MessageId;
      readonly at: Date;
      readonly from: readonly MessageState[];
      readonly to: MessageState;
      readonly fields?: MessageFields;
    }
  | { readonly change: 'new-reply'; readonly reply: Reply; readonly dueAt: Date | null }
  | {
      readonly change: 'reply';
      readonly reply: ReplyId;
      readonly at: Date;
      readonly from: readonly ReplyState[];
      readonly to: ReplyState;
      readonly fields?: {
        readonly attempts?: number;
        readonly platformId?: string | null;
        readonly because?: string;
        readonly kind?: Reply['kind'];
        readonly text?: string;
        readonly dueAt?: Date | null;
      };
    }
  | {
      /** Fails as stale unless the conversation still has this version. */
      readonly change: 'conversation';
      readonly version: number;
      readonly to?: ConversationState;
      readonly fields?: {
        readonly language?: string;
        readonly unsatisfied?: number;
        /** How often a person gave it back, and when last. */
        readonly returns?: number;
        readonly returnedAt?: Date;
        readonly rates?: EscalationId | null;
        /** The case that a person has; null: none any more. */
        readonly escalation?: EscalationId | null;
      };
    }
  /** The sweep put it back: counted, and due again. */
  | {
      readonly change: 'requeue-message';
      readonly message: MessageId;
      readonly at: Date;
      readonly from: MessageState;
      readonly attempt: number;
      readonly dueAt: Date;
    }
  | {
      readonly change: 'requeue-reply';
      readonly reply: ReplyId;
      readonly at: Date;
      readonly from: ReplyState;
      readonly attempt: number;
      readonly dueAt: Date;
    }
  | { readonly change: 'new-escalation'; readonly escalation: Escalation }
  | {
      readonly change: 'escalation';
      readonly escalation: EscalationId;
      readonly from: readonly EscalationState[];
      readonly to: EscalationState;
      /** Null: nobody has it any more. */
      readonly agent?: string | null;
      /** The case is about a claim now, with its clock. */
      readonly about?: Pick<Escalation, 'claim' | 'dueAt'>;
      /** Fails as stale unless the care that stands has the version `care.version - 1`. */
      readonly care?: Care;
      readonly summaries?: Escalation['summaries'];
    }
  /** Something to be done with an order. Fails as stale when the same stands already. */
  | { readonly change: 'new-action'; readonly action: Action }
  | {
      readonly change: 'action';
      readonly action: ActionId;
      readonly from: readonly ActionState[];
      readonly to: ActionState;
      readonly because: string;
    }
  /** Words of the seller's own person, written elsewhere. */
  | { readonly change: 'outgoing-words'; readonly words: OutgoingWords }
  /** What the buyer's silence was worth is decided up to a turn. Fails as stale unless the conversation has this version. */
  | {
      readonly change: 'settled';
      readonly version: number;
      readonly turn: number;
      /** The resolution that a return may still take back; null: none. */
      readonly resolution: Resolution | null;
      /** When to look again; null: when the buyer writes. */
      readonly dueAt: Date | null;
    }
  /** One ledger line; when it stands already the commit goes through without it. */
  | { readonly change: 'usage'; readonly line: UsageLine };

export type Stored =
  | { readonly kind: 'stored'; readonly message: BuyerMessage; readonly opened: 'session' | null }
  | { readonly kind: 'duplicate'; readonly message: BuyerMessage };

export type ConversationStore = {
  /**
   * Stores a buyer's message once, with its conversation, its session and the lines these bill. A second call with
   * the same message id changes nothing and answers what stands.
   */
  store(
    message: NewMessage,
    lines: (session: { readonly id: string; readonly opens: boolean }) => readonly UsageLine[],
  ): Promise<Stored>;
  /** Language of the conversation so far: carries messages too short to tell. */
  language(address: ConversationAddress): Promise<string | null>;
  /**
   * `null` when there is no such conversation. `including` is loaded even if it is older than the latest turns;
   * `turns` of these are shown, or as many as a flow needs.
   */
  view(
    address: ConversationAddress,
    including?: { readonly message: MessageId; readonly at: Date } | null,
    turns?: number,
  ): Promise<ConversationView | null>;
  /** A message with its conversation, without the other turns; `null` when there is none. */
  message(address: MessageAddress): Promise<MessageInConversation | null>;
  /** `stale`: something that the changes rely on is no longer so; read again and decide again. */
  commit(
    conversation: Pick<Conversation, 'tenant' | 'id' | 'buyer'>,
    changes: readonly Change[],
  ): Promise<'done' | 'stale'>;
  reply(address: ReplyAddress): Promise<Reply | null>;
  /** A case in whatever state; `null` when there is none. */
  escalation(address: EscalationAddress): Promise<Escalation | null>;
  /** Something to be done with an order, in whatever state; `null` when there is none, or its buyer was erased. */
  action(address: ActionAddress): Promise<Action | null>;
  /** The platform's names of a conversation, its buyer and one of its messages; `null` once the buyer was erased. */
  platformNames(message: MessageAddress): Promise<PlatformNames | null>;
  /** True when these words of a person are kept already. */
  hasWords(address: ConversationAddress, words: Pick<OutgoingWords, 'id' | 'at'>): Promise<boolean>;
  /** True when the id is a reply of ours: an echo, not a person. */
  isOurReply(address: ConversationAddress, reply: string): Promise<boolean>;
  /** Counts a call for an account that nobody connected; the same message counts once. */
  dropUnknown(message: MessageId, channel: ChannelId, at: Date): Promise<void>;
};

/** Rows of one tenant that wait for a person. */
export type InboxEntry = {
  readonly kind: 'escalation' | 'draft' | 'action';
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly id: string;
  readonly since: Date;
};

export type Inbox = {
  waiting(tenant: TenantId): Promise<readonly InboxEntry[]>;
};

/** What is past its due time, for the sweep. */
export type OverdueEntry =
  | { readonly kind: 'message'; readonly address: MessageAddress }
  | { readonly kind: 'reply'; readonly address: ReplyAddress }
  | { readonly kind: 'escalation'; readonly address: EscalationAddress };

export type OverdueIndex = { overdue(now: Date, atMost: number): Promise<readonly OverdueEntry[]> };

/** Replies that wait to be fetched by a shop that polls, oldest first; `after` is the cursor of the last answer. */
export type PolledReply = {
  readonly cursor: string;
  readonly reply: Reply;
  readonly conversation: string;
  readonly inReplyTo: string;
};
export type PolledReplies = {
  /** Puts a reply out for polling; the same reply twice is one. */
  put(
    account: { readonly tenant: TenantId; readonly channel: ChannelId; readonly account: AccountId },
    address: ReplyAddress,
    at: Date,
  ): Promise<void>;
  after(
    account: { readonly tenant: TenantId; readonly channel: ChannelId; readonly account: AccountId },
    cursor: string | null,
    atMost: number,
  ): Promise<readonly PolledReply[]>;
};
