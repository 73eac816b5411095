/** Every tenant's totals made from its lines again, and its limits judged by them. */
import type { Tenant } from '../domain/tenant.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import { watchLimits, type LimitsDeps } from './limits.ts';
import { makeTotals, type TotalsDeps } from './totals.ts';

export type TotalUsageDeps = TotalsDeps & LimitsDeps & { readonly tenants: Pick<TenantDirectory, 'tenants'> };

const hourMilliseconds = 60 * 60 * 1000;

/** From the last day that was made, so that a pause of days leaves no hole. */
const since = async (deps: TotalUsageDeps, tenant: Tenant): Promise<Date> => {
  const now = deps.clock();
  const earliest = new Date(now.getTime() - 40 * 24 * hourMilliseconds);
  const days = await deps.totals.booked(
    tenant.id,
    earliest.toISOString().slice(0, 10),
    now.toISOString().slice(0, 10),
  );
  const last = days.at(-1);
  if (last === undefined) return earliest;
  const lately = new Date(now.getTime() - hourMilliseconds);
  return last.madeAt < lately ? last.madeAt : lately;
};

/** How many tenants; one that fails keeps no other waiting, and fails the run at the end. */
export const totalUsage = (deps: TotalUsageDeps) => async (): Promise<number> => {
  const tenants = await deps.tenants.tenants();
  const failures: unknown[] = [];
  let tokens = 0;
  for (const tenant of tenants) {
    try {
      const days = await makeTotals(deps, tenant, await since(deps, tenant));
      deps.log('totals-made', { tenant: tenant.id, count: days });
      const today = deps.clock().toISOString().slice(0, 10);
      const [booked] = await deps.totals.booked(tenant.id, today, today);
      for (const { unit, quantity } of booked?.totals ?? []) if (unit === 'model_tokens') tokens += quantity;
      await watchLimits(deps, tenant);
    } catch (error) {
      deps.log('failed', { tenant: tenant.id, because: error instanceof Error ? error.name : 'unknown' });
      failures.push(error);
    }
  }
  // Of all tenants together: a day whose use of models is unlike the days before it is told by an alarm.
  deps.count('ModelTokens', tokens);
  if (failures.length > 0) throw failures[0];
  return tenants.length;
};
