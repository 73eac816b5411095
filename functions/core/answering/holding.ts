/** The honest word while a person is on the way: that one will answer here, and no time that nobody has set. */
import type { HandOverReason } from '../domain/decision.ts';
import type { TenantTone } from '../domain/tenant.ts';
import { compose } from './compose.ts';
import type { AnswerKey } from './fixed-answers/catalogue.ts';
import { situation } from './situations/situation.ts';
import type { Mood, Voice } from './voice.ts';

const keys: Readonly<Partial<Record<HandOverReason, AnswerKey>>> = {
  safety_hazard: 'holding.safety',
  medical_or_vulnerable: 'holding.serious',
  legal_or_regulator: 'holding.serious',
  chargeback_or_fraud: 'holding.serious',
  public_threat: 'holding.serious',
  staff_misconduct: 'holding.serious',
  explicit_escalation: 'holding.requested',
  human_requested: 'holding.requested',
};

export type Holding = {
  readonly because: HandOverReason;
  /** The facts could not be looked up just now. */
  readonly unavailable: boolean;
  readonly voice: Voice;
  readonly mood: Mood;
  readonly maximumCharacters: number;
  readonly variantSeed: number;
  readonly previousTexts: readonly string[];
  readonly tone?: TenantTone | undefined;
};

/** The holding answer for a private thread; null when not even that fits the platform's length, or the seller forbids its words. */
export const holdingAnswer = ({ because, unavailable, ...rest }: Holding): string | null => {
  const key = unavailable ? 'holding.unavailable' : (keys[because] ?? 'holding.general');
  return (
    compose({ ...rest, situations: [situation(key)], handsOver: true, audience: 'private' })?.text ?? null
  );
};
