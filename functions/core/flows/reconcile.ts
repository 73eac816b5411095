/** Holds a tenant's month against all that proves it, and names what is wrong; changes nothing. */
import { calendarOf, type Calendar, type Month } from '../domain/billing-month.ts';
import type { Tenant } from '../domain/tenant.ts';
import { differences, totalsOf } from '../domain/totals.ts';
import { lineName, type BookedLine } from '../domain/usage.ts';
import type { BookedTotals, TotalsStore } from '../ports/totals.ts';
import { distinct, openBooks, type Books, type LedgerFault, type ReconcileDeps } from './reconcile-books.ts';
import { closedFaults } from './reconcile-hours.ts';
import { openFaults } from './reconcile-open.ts';

const hourMilliseconds = 60 * 60 * 1000;

/** Stored totals that are not what their lines come to; a day that was booked into since it was read is left out. */
export const totalFaults = (
  kept: readonly BookedTotals[],
  books: Books,
  calendar: Calendar,
): readonly LedgerFault[] => {
  const days = Map.groupBy(
    books.standing.flatMap(({ line }) => line ?? []),
    (line) => line.bookedAt.toISOString().slice(0, 10),
  );
  // Of its first and last day the books hold a part only.
  const whole = kept.filter(({ day }) => new Date(day) >= books.from && endOf(day) <= books.until);
  return whole.flatMap(({ day, madeAt, totals }) => {
    const lines = days.get(day) ?? [];
    const since = madeAt.getTime() - hourMilliseconds / 60;
    return lines.some((line) => line.bookedAt.getTime() >= since)
      ? []
      : differences(totals, totalsOf(lines, calendar)).map((found): LedgerFault => ({
          kind: 'total',
          ...found,
        }));
  });
};

const endOf = (day: string): Date => new Date(Date.parse(day) + 24 * hourMilliseconds);

export type Reconciled = {
  readonly books: Books;
  /** All lines that count in the month. */
  readonly lines: readonly BookedLine[];
  readonly faults: readonly LedgerFault[];
};

/** The lines of some books that count in a month; a name that stands twice is taken once. */
export const linesOfMonth = (books: Books, calendar: Calendar, month: Month): readonly BookedLine[] => {
  const lines = new Map<string, BookedLine>();
  for (const { line } of books.standing)
    if (line !== null && calendar.place(line).month === month && !lines.has(lineName(line)))
      lines.set(lineName(line), line);
  return [...lines.values()];
};

/** Everything that is wrong with a tenant's month, each fault by name; nothing is changed. */
export const reconcileMonth = async (
  deps: ReconcileDeps & { readonly totals: TotalsStore },
  tenant: Tenant,
  month: Month,
): Promise<Reconciled> => {
  const calendar = calendarOf(tenant.timeZone);
  const books = await openBooks(deps, tenant.id, calendar, month);
  const lines = linesOfMonth(books, calendar, month);
  const [closed, open, kept] = await Promise.all([
    closedFaults(deps, books, true),
    openFaults(deps, tenant.id, books),
    deps.totals.booked(
      tenant.id,
      books.from.toISOString().slice(0, 10),
      books.until.toISOString().slice(0, 10),
    ),
  ]);
  const faults = [...closed, ...open, ...totalFaults(kept, books, calendar)];
  return { books, lines, faults: distinct(faults) };
};
