/** What a history must come to, computed from its facts alone by another way: another calendar, no ledger, no chain. */
import { Temporal } from 'temporal-polyfill';
import type { Delivery, Fact, History } from './ledger-histories.ts';

/** Quantities by month and unit. */
export type Expected = ReadonlyMap<string, ReadonlyMap<string, number>>;

const local = (moment: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);

/** The month of a moment, or the first one after it that was open when the fact was booked. */
const monthFor = (moment: Date, bookedAt: Date, zone: string): string => {
  let month = local(moment, zone).toPlainDate().toPlainYearMonth();
  const booked = Temporal.Instant.fromEpochMilliseconds(bookedAt.getTime());
  for (;;) {
    const closing = month.add({ months: 1 }).toPlainDate({ day: 4 }).toZonedDateTime(zone).toInstant();
    if (Temporal.Instant.compare(booked, closing) < 0) return month.toString();
    month = month.add({ months: 1 });
  }
};

const units = {
  translated: 'translation_characters',
  fee: 'channel_fee',
  sent: 'transfer_bytes',
  tokens: 'model_tokens',
  escalated: 'escalation',
  replied: 'generated_reply',
  spoken: 'voice_minute',
  seat: 'agent_seat_day',
  resolved: 'verified_resolution',
  returned: 'verified_resolution',
  message: 'message',
} as const;

const quantityOf = (fact: Fact): number => {
  switch (fact.kind) {
    case 'message':
    case 'seat':
    case 'resolved':
    case 'fee':
    case 'escalated':
    case 'replied':
      return 1;
    case 'returned':
      return -1;
    case 'spoken':
      return Math.ceil(fact.amount / 60);
    case 'translated':
    case 'sent':
    case 'tokens':
      return fact.amount;
  }
};

/** The first time that each fact came. */
const firsts = (deliveries: readonly Delivery[]): readonly Delivery[] => {
  const seen = new Set<string>();
  return deliveries.filter(({ fact }) => {
    const is = !seen.has(fact.id);
    seen.add(fact.id);
    return is;
  });
};

const dayMilliseconds = 86_400_000;

/** Which messages open a session: in the order in which they came, 24 hours or more after the start of the last one. */
const openings = (deliveries: readonly Delivery[]): ReadonlySet<string> => {
  const started = new Map<string, number>();
  const opened = new Set<string>();
  for (const { fact } of deliveries) {
    if (fact.kind !== 'message') continue;
    const last = started.get(fact.conversation);
    if (last !== undefined && fact.acceptedAt.getTime() - last < dayMilliseconds) continue;
    started.set(fact.conversation, fact.acceptedAt.getTime());
    opened.add(fact.id);
  }
  return opened;
};

export const expectedOf = ({ tenant, deliveries }: History): Expected => {
  const months = new Map<string, Map<string, number>>();
  const first = firsts(deliveries);
  const opening = openings(first);
  const add = (month: string, unit: string, quantity: number): void => {
    const sums = months.get(month) ?? new Map<string, number>();
    sums.set(unit, (sums.get(unit) ?? 0) + quantity);
    months.set(month, sums);
  };
  for (const { fact, at } of first) {
    const moment = fact.kind === 'returned' ? fact.of.acceptedAt : fact.acceptedAt;
    const month = monthFor(moment, at, tenant.timeZone);
    add(month, units[fact.kind], quantityOf(fact));
    if (opening.has(fact.id)) add(month, 'session', 1);
  }
  return months;
};
