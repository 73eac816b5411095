/** A reply on its way to the platform: intended → attempted → confirmed, or unknown and settled by reading back. */
import type { Ask } from './decision.ts';
import type { ConversationId, MessageId, ReplyId, TenantId } from './ids.ts';

export const replyStates = [
  'draft',
  'intended',
  'attempted',
  'confirmed',
  'unknown',
  'rejected',
  'cancelled',
] as const;
export type ReplyState = (typeof replyStates)[number];

export const nextReplyStates = {
  draft: ['intended', 'cancelled'],
  intended: ['attempted', 'draft', 'cancelled', 'rejected', 'confirmed'],
  // Back to `intended` only when reading back proved that the platform never took it.
  attempted: ['confirmed', 'unknown', 'rejected', 'intended'],
  unknown: ['confirmed', 'intended', 'rejected', 'cancelled'],
  // A person may send it again, or drop it.
  rejected: ['intended', 'cancelled'],
  confirmed: [],
  cancelled: [],
} as const satisfies Record<ReplyState, readonly ReplyState[]>;

export const mayMove = (from: ReplyState, to: ReplyState): boolean =>
  nextReplyStates[from].some((state) => state === to);

/** Who wrote it: the machine, the machine with a person's approval, or a person. */
export const replyKinds = ['automatic', 'approved', 'person'] as const;
export type ReplyKind = (typeof replyKinds)[number];

export type Reply = {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly id: ReplyId;
  readonly inReplyTo: MessageId;
  /** The platform's time of that message: with the id it is its place in the conversation. */
  readonly inReplyToAt: Date;
  readonly state: ReplyState;
  readonly kind: ReplyKind;
  readonly text: string;
  readonly language: string;
  /** `buyerTurn` that it answers: a higher one in the conversation makes it stale. */
  readonly buyerTurn: number;
  /** An honest word that a person will answer; it hands the conversation over and is not billed as a reply. */
  readonly holding: boolean;
  readonly createdAt: Date;
  /** How often sending was attempted. */
  readonly attempts: number;
  /** How often the sweep put it back. */
  readonly requeued: number;
  /** The platform's id of what we sent, once it told us. */
  readonly platformId: string | null;
  readonly because: string;
  /** It states facts of an order, an item or an article: what a verified resolution rests on. */
  readonly fromFacts?: boolean;
  /** What it asks the buyer for, if anything: the next message is read with it in mind. */
  readonly asks: Ask | null;
};
