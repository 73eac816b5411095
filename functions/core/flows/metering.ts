/** What a console shows of metering: usage as it runs, what a statement is made from, and the limits. */
import { calendarOf, type Month, type Place } from '../domain/billing-month.ts';
import type { Limit, LimitState } from '../domain/limits.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Dimension, Total } from '../domain/totals.ts';
import { daysBetween, lineName, type BookedLine } from '../domain/usage.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Limits } from '../ports/limits.ts';
import { usedThisMonth, type LimitsDeps, type Used } from './limits.ts';
import { bookingDays, totalsOfMonth, type TotalsDeps } from './totals.ts';

export type UsageLive = {
  readonly month: Month;
  readonly used: Used;
  /** When the newest totals were made; null: none yet. */
  readonly asOf: Date | null;
  readonly totals: readonly Total[];
};

/** What a tenant used in the month that runs, over the dimensions asked for; ten minutes old at the most. */
export const usageLive = async (
  deps: Pick<LimitsDeps, 'totals' | 'region' | 'clock'>,
  tenant: Tenant,
  by: readonly Dimension[],
): Promise<UsageLive> => {
  const { month, used } = await usedThisMonth(deps, tenant);
  const today = deps.clock().toISOString().slice(0, 10);
  const [booked] = await deps.totals.booked(tenant.id, today, today);
  return { month, used, asOf: booked?.madeAt ?? null, totals: await totalsOfMonth(deps, tenant, month, by) };
};

/** A month's usage over the dimensions asked for. */
export const usageOfMonth = async (
  deps: Pick<TotalsDeps, 'totals'>,
  tenant: Tenant,
  month: Month,
  by: readonly Dimension[],
): Promise<readonly Total[]> => totalsOfMonth(deps, tenant, month, by);

/** The lines that a month's statement is made from, each once, a day of booking at a time: in memory stays one day. */
export async function* statementInput(
  deps: { readonly ledger: Pick<Ledger, 'day' | 'late'> },
  tenant: Tenant,
  month: Month,
): AsyncGenerator<{ readonly line: BookedLine; readonly place: Place }> {
  const calendar = calendarOf(tenant.timeZone);
  const { from, to } = bookingDays(calendar, month);
  for (const day of daysBetween(new Date(from), new Date(to))) {
    const rows = [...(await deps.ledger.day(tenant.id, day)), ...(await deps.ledger.late(tenant.id, day))];
    const lines = new Map(
      rows.flatMap(({ line }) => (line === null ? [] : [[lineName(line), line] as const])),
    );
    for (const line of lines.values()) {
      // A line that was written later than its day comes with the day on which it was written.
      if (line.bookedAt.toISOString().slice(0, 10) !== day) continue;
      const place = calendar.place(line);
      if (place.month === month) yield { line, place };
    }
  }
}

export type LimitsShown = {
  readonly limits: readonly Limit[];
  readonly used: Used;
  readonly state: LimitState | null;
};

export const limitsOf = async (
  deps: Pick<LimitsDeps, 'totals' | 'region' | 'clock' | 'limits'>,
  tenant: Tenant,
): Promise<LimitsShown> => {
  const [limits, state, { used }] = await Promise.all([
    deps.limits.limits(tenant.id),
    deps.limits.state(tenant.id),
    usedThisMonth(deps, tenant),
  ]);
  return { limits, used, state };
};

/** Replaces the limits of what is named; a limit without amounts goes. */
export const setLimits = async (
  deps: { readonly limits: Limits },
  tenant: Tenant,
  given: readonly Limit[],
): Promise<readonly Limit[]> => {
  const before = await deps.limits.limits(tenant.id);
  const merged = new Map([...before, ...given].map((limit) => [limit.of, limit]));
  const limits = [...merged.values()].filter(({ soft, hard }) => soft !== null || hard !== null);
  await deps.limits.set(tenant.id, limits);
  return limits;
};
