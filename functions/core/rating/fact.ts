/** A ledger line as rating reads it: what was used, where, and why it may be free. No money, nothing personal. */
import type { Calendar } from '../domain/billing-month.ts';
import { costUnits, type BookedLine, type UsageUnit } from '../domain/usage.ts';

/** What a card may set a price for; model tokens and transfer are our own cost and are never billed. */
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
] as const satisfies readonly UsageUnit[];
export type RatedUnit = (typeof ratedUnits)[number];
export const isRatedUnit = (text: string): text is RatedUnit => ratedUnits.some((unit) => unit === text);

/** Booked beside what is billed; a card may pass it on, and one that does not says nothing of it. */
export const isCost = (unit: UsageUnit): boolean => costUnits.has(unit);

/** What proves that a resolution may be billed. */
export const billableEvidence = ['buyer_confirmed', 'answered_from_facts'] as const;

export type RatedFact = {
  readonly unit: UsageUnit;
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
  /** Month (`YYYY-MM`) and day (`YYYY-MM-DD`) that it counts in, in the tenant's time zone. */
  readonly month: string;
  readonly day: string;
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

const textIn = (line: BookedLine, name: string): string | null => {
  const value = line.detail?.[name];
  return typeof value === 'string' ? value : null;
};
const numberIn = (line: BookedLine, name: string): number | null => {
  const value = line.detail?.[name];
  return typeof value === 'number' ? value : null;
};

/** What stands for a place that a line has not: an agent's seat belongs to no market. */
export const noPlace = 'none';

/** A booked line, placed in the tenant's calendar. */
export const factOf = (line: BookedLine, calendar: Pick<Calendar, 'place'>): RatedFact => {
  const { month, day, lateFor } = calendar.place(line);
  return {
    unit: line.unit,
    source: line.source,
    quantity: line.quantity,
    region: line.region,
    market: line.market ?? noPlace,
    channel: line.channel ?? noPlace,
    language: line.language,
    mode: line.mode,
    module: line.module,
    conversation: line.conversation ?? '',
    occurredAt: line.occurredAt.getTime(),
    month,
    day,
    evidence: textIn(line, 'evidence'),
    reverses: line.reverses?.source ?? null,
    lateFor,
    responseSeconds: numberIn(line, 'responseSeconds'),
  };
};
