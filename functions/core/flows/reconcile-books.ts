/** What stands in the ledger for a month, with the chain beside it: what every check of the books reads first. */
import type { Calendar, Month } from '../domain/billing-month.ts';
import type { ChainEntry } from '../domain/chain.ts';
import type { TenantId } from '../domain/ids.ts';
import type { LineFault, StandingLine } from '../domain/reconciliation.ts';
import type { TotalDifference } from '../domain/totals.ts';
import { daysBetween, hourOf, type BookedLine } from '../domain/usage.ts';
import type { Archive, Chain, Digest } from '../ports/evidence.ts';
import type { Ledger, Witness } from '../ports/ledger.ts';
import type { Clock } from '../ports/tools.ts';

export type LedgerFault =
  | LineFault
  | { readonly kind: 'chain'; readonly hour: string; readonly because: string }
  | { readonly kind: 'file'; readonly hour: string; readonly file: string; readonly because: string }
  | ({ readonly kind: 'total' } & TotalDifference);

/** A fault in one line, for people. */
export const faultText = (fault: LedgerFault): string => {
  switch (fault.kind) {
    case 'chain':
      return `chain ${fault.hour}: ${fault.because}`;
    case 'file':
      return `file ${fault.hour} ${fault.file}: ${fault.because}`;
    case 'total':
      return `total ${fault.day} ${fault.hour} ${fault.unit}: kept ${String(fault.kept)}, lines ${String(fault.lines)}`;
    case 'missing':
    case 'altered':
    case 'doubled':
    case 'moved':
    case 'added':
    case 'unfounded':
      return `${fault.kind} ${fault.line} at ${fault.at.replace('\n', ' ')}${fault.fields === undefined ? '' : `: ${fault.fields.join(', ')}`}`;
  }
};

/** Two checks may find the same. */
export const distinct = (faults: readonly LedgerFault[]): readonly LedgerFault[] => [
  ...new Map(
    faults.map((fault) => ['at' in fault ? `${fault.kind} ${fault.at}` : faultText(fault), fault]),
  ).values(),
];

export type ReconcileDeps = {
  readonly clock: Clock;
  readonly digest: Digest;
  readonly ledger: Ledger;
  readonly witness: Witness;
  readonly chain: Chain;
  readonly archive: Archive;
};

/** The hours whose bookings may count in a month, and what stands in them. */
export type Books = {
  readonly from: Date;
  readonly until: Date;
  readonly closedThrough: string | null;
  readonly entries: readonly ChainEntry[];
  readonly standing: readonly StandingLine[];
};

const hourMilliseconds = 60 * 60 * 1000;
const together = 16;

/** In groups, so that a month is not asked for at once. */
export const inGroups = async <From, To>(
  from: readonly From[],
  each: (one: From) => Promise<To>,
): Promise<readonly To[]> => {
  const all: To[] = [];
  for (let start = 0; start < from.length; start += together)
    all.push(...(await Promise.all(from.slice(start, start + together).map(each))));
  return all;
};

/** Every row that was booked from a day to another; rows that two partitions lead to are one. */
export const standingBetween = async (
  ledger: Ledger,
  tenant: TenantId,
  from: Date,
  until: Date,
): Promise<readonly StandingLine[]> => {
  const days = daysBetween(from, until);
  const rows = await inGroups(days, async (day) => [
    ...(await ledger.day(tenant, day)),
    ...(await ledger.late(tenant, day)),
  ]);
  return [...new Map(rows.flat().map((row) => [row.at, row])).values()];
};

/** An hour early: clocks of two machines need not agree on the month's first moment. */
export const openBooks = async (
  deps: ReconcileDeps,
  tenant: TenantId,
  calendar: Calendar,
  month: Month,
): Promise<Books> => {
  const from = new Date(calendar.start(month).getTime() - hourMilliseconds);
  const cut = calendar.cut(month);
  const now = deps.clock();
  const until = now < cut ? now : cut;
  const head = await deps.chain.head(tenant);
  const last = hourOf(new Date(until.getTime() - (until < now ? 1 : 0)));
  const [entries, standing] = await Promise.all([
    deps.chain.entries(tenant, hourOf(from), last),
    standingBetween(deps.ledger, tenant, from, until),
  ]);
  return { from, until, closedThrough: head?.closedThrough ?? null, entries, standing };
};

/** Booked in the span whose hours the books hold. */
export const isWithin = (books: Pick<Books, 'from' | 'until'>, line: BookedLine): boolean =>
  line.bookedAt >= books.from && line.bookedAt < books.until;

export const isClosed = (books: Pick<Books, 'closedThrough'>, line: BookedLine): boolean =>
  books.closedThrough !== null && hourOf(line.bookedAt) <= books.closedThrough;
