/**
 * Makes totals from lines, never by counting up. They are kept by the day (UTC) that lines were booked on: a day that is
 * over never changes, whatever comes late or is taken back, so that only the newest days are read again.
 */
import { calendarOf, type Calendar, type Month } from '../domain/billing-month.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Tenant } from '../domain/tenant.ts';
import { summed, totalsOf, type Dimension, type Total } from '../domain/totals.ts';
import { daysBetween, type BookedLine } from '../domain/usage.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Clock } from '../ports/tools.ts';
import type { TotalsStore } from '../ports/totals.ts';
import { inGroups } from './reconcile-books.ts';

export type TotalsDeps = { readonly clock: Clock; readonly ledger: Ledger; readonly totals: TotalsStore };

const hourMilliseconds = 60 * 60 * 1000;

export const bookedDay = (line: BookedLine): string => line.bookedAt.toISOString().slice(0, 10);

/** All lines that were booked on a day. */
const linesBookedOn = async (
  ledger: Ledger,
  tenant: TenantId,
  day: string,
): Promise<readonly BookedLine[]> => {
  const [own, late] = await Promise.all([ledger.day(tenant, day), ledger.late(tenant, day)]);
  const rows = new Map([...own, ...late].map((row) => [row.at, row.line]));
  return [...rows.values()].filter((line) => line !== null).filter((line) => bookedDay(line) === day);
};

/** Makes the totals of what was booked today, and yesterday while the clock has just passed midnight. */
export const makeTotals = async (
  deps: TotalsDeps,
  tenant: Tenant,
  since: Date | null = null,
): Promise<number> => {
  const calendar = calendarOf(tenant.timeZone);
  const now = deps.clock();
  const days = daysBetween(since ?? new Date(now.getTime() - hourMilliseconds), now);
  await inGroups(days, async (day) => {
    const madeAt = deps.clock();
    const lines = await linesBookedOn(deps.ledger, tenant.id, day);
    await deps.totals.replace(tenant.id, { day, madeAt, totals: totalsOf(lines, calendar) });
  });
  return days.length;
};

/** The days on which lines may be booked that count in a month. */
export const bookingDays = (
  calendar: Calendar,
  month: Month,
): { readonly from: string; readonly to: string } => ({
  from: new Date(calendar.start(month).getTime() - hourMilliseconds).toISOString().slice(0, 10),
  to: calendar.cut(month).toISOString().slice(0, 10),
});

/** The totals of a month, over the dimensions that are asked for. */
export const totalsOfMonth = async (
  deps: Pick<TotalsDeps, 'totals'>,
  tenant: Tenant,
  month: Month,
  by: readonly Dimension[],
): Promise<readonly Total[]> => {
  const { from, to } = bookingDays(calendarOf(tenant.timeZone), month);
  const booked = await deps.totals.booked(tenant.id, from, to);
  return summed(
    booked.flatMap(({ totals }) => totals.filter(({ day }) => day.startsWith(month))),
    by,
  );
};
