/** A billable fact as finance reads it: quantities and opaque ids, no money and nothing personal. */
import type { ConversationId, TenantId } from './ids.ts';
import type { ChannelId, Market } from './channel.ts';
import type { Mode } from './decision.ts';
import type { Intent } from './intent.ts';

/** What a line counts; each is defined in `docs/finance-evidence.md`. */
export const usageUnits = [
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
  'model_tokens',
  'transfer_bytes',
] as const;
export type UsageUnit = (typeof usageUnits)[number];
export const isUsageUnit = (text: string): text is UsageUnit => usageUnits.some((unit) => unit === text);

/** What others charge us for: booked beside what we bill, so that the margin of each conversation is known. */
export const costUnits: ReadonlySet<UsageUnit> = new Set([
  'model_tokens',
  'translation_characters',
  'channel_fee',
  'transfer_bytes',
]);

/** The part of the product that a fact belongs to. */
export const usageModules = [
  'conversation',
  'understanding',
  'answering',
  'escalation',
  'translation',
  'voice',
  'desk',
  'channel',
] as const;
export type UsageModule = (typeof usageModules)[number];

export type UsageLine = {
  readonly tenant: TenantId;
  readonly region: string;
  readonly unit: UsageUnit;
  /** The fact that is billed, e.g. the message id: tenant + unit + source is the line's identity. */
  readonly source: string;
  /** Negative for a line that takes another one back. */
  readonly quantity: number;
  /** Null for what belongs to no conversation: an agent's seat. */
  readonly channel: ChannelId | null;
  readonly market: Market | null;
  readonly language: string;
  readonly intent: Intent | null;
  readonly mode: Mode;
  readonly module: UsageModule;
  readonly conversation: ConversationId | null;
  /** The platform's time. */
  readonly occurredAt: Date;
  /** When we accepted it, stamped once: decides day and month. */
  readonly acceptedAt: Date;
  readonly detail?: Readonly<Record<string, string | number>>;
  /** The line of the same unit that this one takes back: it counts in that line's month while the month is open. */
  readonly reverses?: { readonly source: string; readonly acceptedAt: Date };
};

/** A line as it stands in the ledger. */
export type BookedLine = UsageLine & {
  /** When it was written: decides the hour whose close holds it, and the month once its own is closed. */
  readonly bookedAt: Date;
};

/** Unit and source: the line's name among those of its tenant. */
export const lineName = (line: Pick<UsageLine, 'unit' | 'source'>): string => `${line.unit}#${line.source}`;

/** The moment that decides the month: for a reversal, that of the line which it takes back. */
export const countsFrom = (line: UsageLine): Date => line.reverses?.acceptedAt ?? line.acceptedAt;

/** The hour of a moment, `YYYY-MM-DDTHH` in UTC. */
export const hourOf = (moment: Date): string => moment.toISOString().slice(0, 13);

const dayMilliseconds = 24 * 60 * 60 * 1000;
const hourMilliseconds = 60 * 60 * 1000;

/** The first moment of an hour of `hourOf`. */
export const startOfHour = (hour: string): Date => new Date(`${hour}:00:00.000Z`);
export const hourAfter = (hour: string): string =>
  hourOf(new Date(startOfHour(hour).getTime() + hourMilliseconds));

/** Days of UTC, `YYYY-MM-DD`, from the first moment's to the last moment's. */
export const daysBetween = (from: Date, to: Date): readonly string[] => {
  const first = Date.parse(from.toISOString().slice(0, 10));
  const count = Math.floor((to.getTime() - first) / dayMilliseconds) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    new Date(first + index * dayMilliseconds).toISOString().slice(0, 10),
  );
};

/** One line as text, the same for the same line, whoever writes it: what is hashed and compared. */
export const canonicalLine = (line: BookedLine): string =>
  JSON.stringify([
    line.tenant,
    line.region,
    line.unit,
    line.source,
    line.quantity,
    line.channel,
    line.market,
    line.language,
    line.intent,
    line.mode,
    line.module,
    line.conversation,
    line.occurredAt.toISOString(),
    line.acceptedAt.toISOString(),
    line.bookedAt.toISOString(),
    Object.entries(line.detail ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    line.reverses === undefined ? null : [line.reverses.source, line.reverses.acceptedAt.toISOString()],
  ]);

/** The order of a file of lines: by name, character by character. */
export const inLineOrder = (lines: readonly BookedLine[]): readonly BookedLine[] => {
  const named = lines.map((line) => ({ name: `${lineName(line)}#${line.acceptedAt.toISOString()}`, line }));
  return named
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .map(({ line }) => line);
};
