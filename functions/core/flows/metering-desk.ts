/** What finance asks for: a month reconciled, or closed; for one tenant or for all, faults by name. */
import { isMonth } from '../domain/billing-month.ts';
import type { MonthClose } from '../domain/month-close.ts';
import type { Tenant } from '../domain/tenant.ts';
import { closeFileOf } from '../policy/ledger-files.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import { closeHoursOf, type CloseHourDeps } from './close-hour.ts';
import { closeMonth, type CloseMonthDeps, type CloseProblem, type MonthClosed } from './close-month.ts';
import { faultText, type LedgerFault } from './reconcile-books.ts';
import { reconcileMonth } from './reconcile.ts';

export type FinanceDeps = CloseMonthDeps &
  CloseHourDeps & { readonly tenants: Pick<TenantDirectory, 'tenants'> };

export type FinanceRequest = {
  readonly do: 'reconcile' | 'close-month';
  readonly month: string;
  readonly tenant: string | null;
};

type Closed = Pick<MonthClose, 'kind' | 'closedAt' | 'totals' | 'openLines'> & {
  readonly stood: boolean;
  readonly hours: number;
  readonly file: string;
  readonly key: string;
  readonly signature: string;
};
export type FinanceResult = {
  readonly tenant: string;
  readonly month: string;
  readonly lines: number;
  readonly faults: readonly string[];
  readonly faultCount: number;
  readonly refused: string | null;
  readonly closed: Closed | null;
};
export type FinanceAnswer =
  | { readonly ok: true; readonly results: readonly FinanceResult[] }
  | { readonly ok: false; readonly problem: string };

/** An answer of a Lambda has room for some thousand lines. */
const mostFaults = 1000;

const named = (faults: readonly LedgerFault[]) => ({
  faults: faults.slice(0, mostFaults).map(faultText),
  faultCount: faults.length,
});

const reasonOf = (problem: CloseProblem): string => {
  switch (problem.kind) {
    case 'not-begun':
      return 'the month has not begun';
    case 'differences':
      return 'the ledger differs from what proves it';
    case 'open-hours':
      return `${String(problem.lines)} lines are in hours that are not closed yet: close-hour closes them within the hour`;
  }
};

const closedOf = ({ close, signed, stood }: MonthClosed): Closed => ({
  kind: close.kind,
  closedAt: close.closedAt,
  totals: close.totals,
  openLines: close.openLines,
  hours: close.chain.length,
  stood,
  file: closeFileOf(close),
  key: signed.key,
  signature: signed.signature,
});

const one = async (deps: FinanceDeps, request: FinanceRequest, tenant: Tenant): Promise<FinanceResult> => {
  const names = { tenant: tenant.id, month: request.month };
  if (request.do === 'reconcile') {
    const { lines, faults } = await reconcileMonth(deps, tenant, request.month);
    return { ...names, lines: lines.length, ...named(faults), refused: null, closed: null };
  }
  // Hours that are over need not wait for the schedule.
  await closeHoursOf(deps, tenant);
  const closed = await closeMonth(deps, tenant, request.month);
  if (closed.ok)
    return {
      ...names,
      lines: closed.value.close.lines,
      ...named([]),
      refused: null,
      closed: closedOf(closed.value),
    };
  const faults = closed.problem.kind === 'differences' ? closed.problem.faults : [];
  return { ...names, lines: 0, ...named(faults), refused: reasonOf(closed.problem), closed: null };
};

export const answerFinance = async (deps: FinanceDeps, request: FinanceRequest): Promise<FinanceAnswer> => {
  if (!isMonth(request.month)) return { ok: false, problem: 'a month is YYYY-MM' };
  const all = await deps.tenants.tenants();
  const wanted = request.tenant === null ? all : all.filter(({ id }) => id === request.tenant);
  if (wanted.length === 0) return { ok: false, problem: `there is no tenant ${request.tenant ?? ''}`.trim() };
  const results: FinanceResult[] = [];
  for (const tenant of wanted) results.push(await one(deps, request, tenant));
  return { ok: true, results };
};
