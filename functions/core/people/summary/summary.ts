/** The whole story of a case for the person who takes it, composed from what is stored, without a model. */
import type { HandOverReason } from '../../domain/decision.ts';
import type { ClaimCase } from '../../domain/escalation.ts';
import type { Facts } from '../../domain/facts.ts';
import type { ConversationView } from '../../ports/conversations.ts';
import type { AgentLocale } from '../agent-locale.ts';
import type { ProtectedFact } from '../translation/protect.ts';

const notYet = (): never => {
  throw new Error('not built');
};

export type SummaryInput = {
  readonly view: Pick<ConversationView, 'conversation' | 'messages' | 'replies' | 'outgoing'>;
  readonly because: HandOverReason;
  readonly facts: Facts;
  readonly claim: ClaimCase | null;
  /** By when a person was promised to the buyer; null: nobody promised a time. */
  readonly promisedBy: Date | null;
  /** By when the platform wants it solved. */
  readonly platformDue: Date | null;
  /** IANA zone of whoever reads it: its days and hours are written. */
  readonly timeZone: string;
  readonly locale: AgentLocale;
};

export const longestSummary = 900;

/**
 * What the buyer wants, mood, facts, what was tried, what was promised, why it was handed over, what the platform
 * allows: a line each, at most `longestSummary` characters. The buyer's words only as masked.
 */
export const composeSummary: (input: SummaryInput) => string = notYet;

/** What a model is given to write the same: `text` holds each critical fact as its token; `restore` puts it back. */
export type SummaryMaterial = { readonly text: string; readonly facts: readonly ProtectedFact[] };
export const summaryMaterial: (input: SummaryInput) => SummaryMaterial = notYet;
