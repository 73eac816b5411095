/** What a buyer's silence after our answer was worth, with its evidence, and what a later return takes back. */
import type { Intent } from './intent.ts';
import type { Mode } from './decision.ts';

/** Evidence that is billed, and reasons why a silence is free. */
export const billedEvidence = ['buyer_confirmed', 'answered_from_facts'] as const;
export const freeEvidence = ['low_rating', 'hand_over', 'no_evidence', 'silence'] as const;
export type Evidence = (typeof billedEvidence)[number] | (typeof freeEvidence)[number];

export const isBilled = (evidence: Evidence): boolean => billedEvidence.some((named) => named === evidence);

/** A resolution that was billed and may still be taken back. Holds no order: the messages that it covers do. */
export type Resolution = {
  /** The line's source: the buyer's last message. */
  readonly source: string;
  readonly acceptedAt: Date;
  readonly until: Date;
  /** It covers the buyer's turns after the first of these, to the second. */
  readonly after: number;
  readonly turn: number;
  readonly intent: Intent | null;
  readonly language: string;
  readonly mode: Mode;
};
