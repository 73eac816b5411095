/** A case that a person has: opened with its reason, taken, resolved. */
import type { ConversationId, EscalationId, MessageId, TenantId } from './ids.ts';
import type { HandOverReason } from './decision.ts';

export const escalationStates = ['waiting', 'taken', 'resolved'] as const;
export type EscalationState = (typeof escalationStates)[number];

export const nextEscalationStates = {
  waiting: ['taken', 'resolved'],
  taken: ['waiting', 'resolved'],
  resolved: [],
} as const satisfies Record<EscalationState, readonly EscalationState[]>;

/** What the platform says of a claim that a case is about: ids and codes, no words of people. */
export type ClaimCase = {
  readonly claim: string;
  readonly stage: string;
  readonly reason: string;
  /** What the platform lets the seller do about it, in its own words. */
  readonly actions: readonly string[];
};

export type Escalation = {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly id: EscalationId;
  readonly state: EscalationState;
  readonly because: HandOverReason;
  readonly message: MessageId | null;
  readonly openedAt: Date;
  readonly agent: string | null;
  /** By when somebody outside wants it answered; null: nobody set a time. */
  readonly dueAt: Date | null;
  readonly claim: ClaimCase | null;
};
