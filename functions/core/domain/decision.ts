/** What we do about a buyer's message, as a value with its reasons; doing it comes after. */
import { escalationReasons, type Intent } from './intent.ts';
import type { AnsweredLanguage } from './language.ts';

/** Why a person gets a case. */
export const handOverReasons = [
  ...escalationReasons,
  'low_confidence',
  'missing_fact',
  'unsatisfied_three_times',
  'guard_held_twice',
  'unsupported_language',
  'intent_needs_person',
  'human_mode',
  'handed_over_before',
  'with_agent',
  'agent_elsewhere',
  'send_rejected',
  'send_unknown',
  'access_denied',
  'poison',
  'overdue',
  'attachment_only',
  'claim',
] as const;
export type HandOverReason = (typeof handOverReasons)[number];

export type Mode = 'automatic' | 'review' | 'human';

/** What an answer asks the buyer for: the order's number, whether a person should look at it, or a yes to what it repeats. */
export const askables = ['order_number', 'person', 'confirmation'] as const;
export type AsksFor = (typeof askables)[number];

/** Our last question to the buyer, and what it was about: the answer to it often holds nothing but the datum. */
export type Ask = { readonly asksFor: AsksFor; readonly intents: readonly Intent[] };

/** Words for the buyer, with all that they rest on. */
type Words = {
  readonly text: string;
  readonly language: AnsweredLanguage;
  /** Paths of the facts that it states or was chosen by, like `order.shipments.0.estimated`. */
  readonly facts: readonly string[];
  readonly intents: readonly Intent[];
  readonly asksFor: AsksFor | null;
};

export type Decision =
  | { readonly kind: 'ignore'; readonly because: 'empty' | 'superseded' }
  /** Hand over; `holding` is the honest word to the buyer, or null where nothing may be said. */
  | {
      readonly kind: 'escalate';
      readonly because: HandOverReason;
      readonly holding: string | null;
      readonly language: AnsweredLanguage;
      readonly facts: readonly string[];
    }
  | ({ readonly kind: 'draft'; readonly because: string } & Words)
  | ({ readonly kind: 'reply'; readonly because: string } & Words);
