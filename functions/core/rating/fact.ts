/** A ledger line as rating reads it: what was used, where, and why it may be free. No money, nothing personal. */

/** What a line may count. A price may be set for each; `model_tokens` is our own cost and is never billed. */
export const ratedUnits = [
  'session',
  'message',
  'intent_call',
  'generated_reply',
  'translation_characters',
  'voice_minute',
  'agent_seat_day',
  'escalation',
  'verified_resolution',
  'channel_fee',
] as const;
export type RatedUnit = (typeof ratedUnits)[number];
export const isRatedUnit = (text: string): text is RatedUnit => ratedUnits.some((unit) => unit === text);

/** Why a resolution is one that may be billed. */
export const billableEvidence = ['buyer_confirmed', 'answered_from_facts'] as const;

export type RatedFact = {
  readonly unit: string;
  /** With the unit it names the line. */
  readonly source: string;
  /** A whole number; below zero on a reversal. */
  readonly quantity: number;
  readonly region: string;
  readonly market: string;
  readonly channel: string;
  readonly language: string;
  readonly mode: string;
  readonly module: string;
  readonly conversation: string;
  /** The platform's time, in milliseconds. */
  readonly occurredAt: number;
  /** When it was accepted, or booked when that month was closed already: decides the month. In milliseconds. */
  readonly bookedAt: number;
  /** Of a resolution: what proves it; null says nothing. */
  readonly evidence: string | null;
  /** The source of the line that this one takes back; null for usage. */
  readonly reverses: string | null;
  /** The closed month that it belongs to (`YYYY-MM`), when it came too late for that. */
  readonly lateFor: string | null;
  /** How long the buyer waited for this answer, where the line says so. */
  readonly responseSeconds: number | null;
};

export type FactSource = Iterable<RatedFact> | AsyncIterable<RatedFact>;
