/** Closes every hour that is over: its lines as one file, their hash on the tenant's chain; then what was closed before is checked. */
import { calendarOf, monthBefore, type Month } from '../domain/billing-month.ts';
import { emptyHead, linesHash, nextEntry, type ChainHead } from '../domain/chain.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Tenant } from '../domain/tenant.ts';
import { hourAfter, hourOf, startOfHour, type BookedLine } from '../domain/usage.ts';
import type { Count, Log } from '../ports/tools.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import {
  distinct,
  openBooks,
  standingBetween,
  type LedgerFault,
  type ReconcileDeps,
} from './reconcile-books.ts';
import { closedFaults } from './reconcile-hours.ts';
import { openFaults } from './reconcile-open.ts';

export type CloseHourDeps = ReconcileDeps & {
  /** Signs a month that is over, once its hours are closed. */
  readonly signMonth: (tenant: Tenant, month: Month) => Promise<'signed' | 'stood' | 'refused'>;
  readonly tenants: Pick<TenantDirectory, 'tenants'>;
  readonly log: Log;
  readonly count: Count;
};

const hourMilliseconds = 60 * 60 * 1000;
/** Longer than any Lambda runs: what was stamped in an hour is written by then. */
const graceMilliseconds = 15 * 60 * 1000;
/** How far back the first close of a tenant looks. */
const firstDays = 45;
/** A month that something kept from being signed for so long waits for a person. */
const signingDays = 5;

/** The last hour that may be closed. */
export const lastClosable = (now: Date): string =>
  hourOf(new Date(now.getTime() - graceMilliseconds - hourMilliseconds));

const byHour = (lines: readonly BookedLine[]): ReadonlyMap<string, readonly BookedLine[]> =>
  Map.groupBy(lines, (line) => hourOf(line.bookedAt));

type Opened = { readonly head: ChainHead | null; readonly hours: ReadonlyMap<string, readonly BookedLine[]> };

/** Lines of the hours that are over and not closed, by hour. */
const unclosed = async (deps: CloseHourDeps, tenant: TenantId, through: string): Promise<Opened> => {
  const head = await deps.chain.head(tenant);
  const closed = head?.closedThrough ?? null;
  if (closed !== null && closed >= through) return { head, hours: new Map() };
  const first =
    closed === null
      ? new Date(deps.clock().getTime() - firstDays * 24 * hourMilliseconds)
      : startOfHour(hourAfter(closed));
  const rows = await standingBetween(deps.ledger, tenant, first, startOfHour(hourAfter(through)));
  const lines = rows.flatMap(({ line }) => line ?? []);
  const wanted = lines.filter((line) => {
    const hour = hourOf(line.bookedAt);
    return (closed === null || hour > closed) && hour <= through;
  });
  return { head, hours: byHour(wanted) };
};

/** Closes hour after hour; ends early when another run was quicker. Answers how many were closed. */
const closeHours = async (deps: CloseHourDeps, tenant: Tenant, through: string): Promise<number> => {
  const opened = await unclosed(deps, tenant.id, through);
  const calendar = calendarOf(tenant.timeZone);
  let head = opened.head;
  let count = 0;
  for (const hour of [...opened.hours.keys()].toSorted()) {
    const lines = opened.hours.get(hour) ?? [];
    const file = deps.archive.fileOf(tenant.id, hour);
    const fileHash = await deps.archive.write(
      file,
      lines.map((line) => ({ line, ...calendar.place(line) })),
    );
    const entry = nextEntry(deps.digest, head ?? emptyHead, {
      tenant: tenant.id,
      hour,
      lines: lines.length,
      linesHash: linesHash(deps.digest, lines),
      file,
      fileHash,
    });
    if ((await deps.chain.advance(tenant.id, head, { entry, closedThrough: hour })) === 'stale') return count;
    head = { sequence: entry.sequence, hash: entry.hash, closedThrough: hour };
    count += 1;
    deps.log('hour-closed', { tenant: tenant.id, hour, count: lines.length });
  }
  if ((head?.closedThrough ?? '') < through)
    await deps.chain.advance(tenant.id, head, { entry: null, closedThrough: through });
  return count;
};

const tell = (deps: CloseHourDeps, tenant: TenantId, faults: readonly LedgerFault[]): void => {
  for (const fault of faults)
    deps.log('ledger-difference', {
      tenant,
      because: fault.kind,
      ...('line' in fault ? { line: fault.line } : { hour: fault.hour }),
    });
  if (faults.length > 0) deps.count('LedgerDifference', faults.length);
};

/**
 * What is wrong with the months that are still open. Before the hours close, their lines are held against the state
 * that they bill; what was closed earlier, against the chain.
 */
const checked = async (deps: CloseHourDeps, tenant: Tenant): Promise<readonly LedgerFault[]> => {
  const calendar = calendarOf(tenant.timeZone);
  const now = deps.clock();
  const month = calendar.monthOf(new Date(now.getTime() - 3 * 24 * hourMilliseconds));
  const books = await openBooks(deps, tenant.id, calendar, month);
  const [closed, open] = [await closedFaults(deps, books, false), await openFaults(deps, tenant.id, books)];
  return distinct([...closed, ...open]);
};

/** The month before, from its closing day on: signed by itself, as soon as its last hour is closed. */
const signLastMonth = async (deps: CloseHourDeps, tenant: Tenant, through: string): Promise<void> => {
  const calendar = calendarOf(tenant.timeZone);
  const month = monthBefore(calendar.monthOf(deps.clock()));
  const cut = calendar.cut(month);
  const days = (deps.clock().getTime() - cut.getTime()) / (24 * hourMilliseconds);
  if (startOfHour(hourAfter(through)) < cut || days > signingDays) return;
  if ((await deps.signMonth(tenant, month)) === 'signed')
    deps.log('month-closed', { tenant: tenant.id, because: month });
};

export type HoursClosed = { readonly hours: number; readonly faults: readonly LedgerFault[] };

/** One tenant: checks, then closes what is over. */
export const closeHoursOf = async (deps: CloseHourDeps, tenant: Tenant): Promise<HoursClosed> => {
  const through = lastClosable(deps.clock());
  const head = await deps.chain.head(tenant.id);
  if (head?.closedThrough != null && head.closedThrough >= through) return { hours: 0, faults: [] };
  const faults = await checked(deps, tenant);
  tell(deps, tenant.id, faults);
  const hours = await closeHours(deps, tenant, through);
  await signLastMonth(deps, tenant, through);
  return { hours, faults };
};

/** Every tenant; one whose close fails keeps no other waiting, and fails the run at the end. */
export const closeHour = (deps: CloseHourDeps) => async (): Promise<{ hours: number; faults: number }> => {
  let hours = 0;
  let faults = 0;
  const failures: unknown[] = [];
  for (const tenant of await deps.tenants.tenants()) {
    try {
      const closed = await closeHoursOf(deps, tenant);
      hours += closed.hours;
      faults += closed.faults.length;
    } catch (error) {
      deps.log('failed', { tenant: tenant.id, because: error instanceof Error ? error.name : 'unknown' });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { hours, faults };
};
