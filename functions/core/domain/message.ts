/** A buyer's message and how it moves from arrival to its one end. */
import type { DecisionRecord } from './decision-record.ts';
import type { ConversationId, MessageId, TenantId } from './ids.ts';
import type { Understanding } from './intent.ts';

/** Why a message needs no answer. */
export type IgnoredReason =
  'unknown-account' | 'own-echo' | 'agent-message' | 'superseded' | 'empty' | 'other-topic' | 'rating';

export const messageStates = [
  'received',
  'waiting-for-text',
  'detected',
  'recognized',
  'decided',
  'replied',
  'drafted',
  'escalated',
  'covered-by',
  'ignored',
  'dead',
] as const;
export type MessageState = (typeof messageStates)[number];

/** The one table of moves; the conditional write of every store enforces it. */
export const nextMessageStates = {
  received: ['detected', 'waiting-for-text', 'escalated', 'ignored', 'dead'],
  'waiting-for-text': ['detected', 'escalated', 'dead'],
  detected: ['recognized', 'covered-by', 'escalated', 'ignored', 'dead'],
  recognized: ['decided', 'drafted', 'covered-by', 'escalated', 'ignored', 'dead'],
  decided: ['replied', 'drafted', 'covered-by', 'escalated', 'dead'],
  drafted: ['replied', 'escalated', 'covered-by', 'dead'],
  escalated: ['replied'],
  replied: [],
  'covered-by': [],
  ignored: [],
  dead: ['replied'],
} as const satisfies Record<MessageState, readonly MessageState[]>;

export const mayBecome = (from: MessageState, to: MessageState): boolean =>
  nextMessageStates[from].some((state) => state === to);

/** Ends of a message's way; a draft ends the machine's part too: a person has it. */
export const isFinished = (state: MessageState): boolean =>
  state === 'replied' ||
  state === 'drafted' ||
  state === 'escalated' ||
  state === 'covered-by' ||
  state === 'ignored' ||
  state === 'dead';

/** Nothing to answer and nothing to bill: no words and nothing attached. */
export const isWordless = (message: { readonly text: string; readonly attachments: number }): boolean =>
  message.text.trim() === '' && message.attachments === 0;

/** Where a message is, in opaque ids only: the body of every queue after the first. */
export type MessageAddress = {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly message: MessageId;
  /** The platform's time: with the id it is the message's place in the conversation. */
  readonly at: Date;
};

/** The language a stage found, and how sure it was (0 to 1). */
export type DetectedLanguage = {
  readonly language: string;
  readonly confidence: number;
  readonly by: 'first-tier' | 'comprehend' | 'conversation' | 'model';
};

/** A buyer's message as a flow sees it: opened, with what the stages found so far. */
export type BuyerMessage = MessageAddress & {
  readonly state: MessageState;
  /** When our webhook took it; stamped once, on the first arrival. */
  readonly acceptedAt: Date;
  /** Count of the conversation's stored buyer messages when this one was stored. */
  readonly buyerTurn: number;
  /** The words as the buyer typed them. */
  readonly text: string;
  /** The same with personal data masked: the only form that a model or an index may see. */
  readonly maskedText: string;
  readonly locale: string | null;
  /** Order and item that the platform attached, in the platform's spelling. */
  readonly order: string | null;
  readonly item: string | null;
  readonly attachments: number;
  readonly session: string;
  readonly detected: DetectedLanguage | null;
  readonly understanding: Understanding | null;
  /** The reply that answers it, once there is one. */
  readonly reply: string | null;
  /** How often the sweep or a re-think put it back. */
  readonly attempt: number;
  /** Why it was answered as it was, once it was decided upon. */
  readonly decision?: DecisionRecord;
};
