/** Closes a tenant's month: reconciled without a difference, and signed with the evidence key; a difference refuses it by name. */
import { calendarOf, type Month } from '../domain/billing-month.ts';
import { linesHash } from '../domain/chain.ts';
import type { MonthClose, SignedClose } from '../domain/month-close.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { Tenant } from '../domain/tenant.ts';
import { byUnit, totalsOf } from '../domain/totals.ts';
import type { MonthCloses, Signer } from '../ports/evidence.ts';
import type { TotalsStore } from '../ports/totals.ts';
import { isClosed, type LedgerFault, type ReconcileDeps } from './reconcile-books.ts';
import { reconcileMonth } from './reconcile.ts';

export type CloseMonthDeps = ReconcileDeps & {
  readonly totals: TotalsStore;
  readonly closes: MonthCloses;
  readonly signer: Signer;
  readonly region: string;
};

export type CloseProblem =
  /** The month has not begun in the tenant's time zone. */
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'differences'; readonly faults: readonly LedgerFault[] }
  /** The month is over, and hours of it are not closed: the next run of `close-hour` closes them. */
  | { readonly kind: 'open-hours'; readonly lines: number };

export type MonthClosed = {
  readonly close: MonthClose;
  readonly signed: SignedClose;
  /** It was closed for good before. */
  readonly stood: boolean;
};

/** What the hourly close does of itself: only for good, never an interim one. */
export const signMonthOf =
  (deps: CloseMonthDeps) =>
  async (tenant: Tenant, month: Month): Promise<'signed' | 'stood' | 'refused'> => {
    if ((await deps.closes.read(tenant.id, month))?.close.kind === 'final') return 'stood';
    const closed = await closeMonth(deps, tenant, month);
    return closed.ok ? 'signed' : 'refused';
  };

/** Before the cut the close is an interim one: it proves what is booked so far, and may be made again. */
export const closeMonth = async (
  deps: CloseMonthDeps,
  tenant: Tenant,
  month: Month,
): Promise<Outcome<MonthClosed, CloseProblem>> => {
  const calendar = calendarOf(tenant.timeZone);
  const now = deps.clock();
  if (now < calendar.start(month)) return failed({ kind: 'not-begun' });
  const before = await deps.closes.read(tenant.id, month);
  const { books, lines, faults } = await reconcileMonth(deps, tenant, month);
  if (faults.length > 0) return failed({ kind: 'differences', faults });
  if (before?.close.kind === 'final') return found({ ...before, stood: true });
  const open = lines.filter((line) => !isClosed(books, line)).length;
  const isOver = now >= calendar.cut(month);
  if (isOver && open > 0) return failed({ kind: 'open-hours', lines: open });
  const close: MonthClose = {
    format: 'recado-month-close-1',
    tenant: tenant.id,
    region: deps.region,
    month,
    timeZone: tenant.timeZone,
    from: books.from.toISOString(),
    cut: calendar.cut(month).toISOString(),
    closedAt: now.toISOString(),
    kind: isOver ? 'final' : 'interim',
    lines: lines.length,
    linesHash: linesHash(deps.digest, lines),
    openLines: open,
    totals: byUnit(totalsOf(lines, calendar)),
    chain: books.entries,
  };
  const document = JSON.stringify(close);
  const signed: SignedClose = {
    document,
    algorithm: 'ECDSA_SHA_256',
    key: deps.signer.key,
    publicKey: await deps.signer.publicKey(),
    signature: await deps.signer.sign(deps.digest(document)),
  };
  await deps.closes.write(close, signed);
  return found({ close, signed, stood: false });
};
