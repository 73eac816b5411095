/** What we do about a buyer's message, as a value with its reasons; doing it comes after. */
import type { EscalationReason } from './intent.ts';

/** Why a person gets a case. */
export type HandOverReason =
  | EscalationReason
  | 'low_confidence'
  | 'missing_fact'
  | 'unsatisfied_three_times'
  | 'guard_held_twice'
  | 'unsupported_language'
  | 'intent_needs_person'
  | 'human_mode'
  | 'with_agent'
  | 'send_rejected'
  | 'send_unknown'
  | 'poison'
  | 'overdue'
  | 'attachment_only';

export type Mode = 'automatic' | 'review' | 'human';

export type Decision =
  | { readonly kind: 'ignore'; readonly because: 'empty' | 'superseded' }
  /** Hand over; `holding` is the honest word to the buyer, or null where the thread takes none. */
  | { readonly kind: 'escalate'; readonly because: HandOverReason; readonly holding: string | null }
  | { readonly kind: 'draft'; readonly because: string; readonly text: string; readonly facts: readonly string[] }
  | { readonly kind: 'reply'; readonly because: string; readonly text: string; readonly facts: readonly string[] };
