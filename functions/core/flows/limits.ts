/** Watches each tenant's limits: warns at the soft one, and at the hard one stops the models while fixed answers and people go on. */
import { calendarOf } from '../domain/billing-month.ts';
import { limitState, newlyReached, type Limited, type LimitState } from '../domain/limits.ts';
import { failed } from '../domain/outcome.ts';
import type { Tenant } from '../domain/tenant.ts';
import { byUnit, type Total } from '../domain/totals.ts';
import { tokensCost } from '../policy/model-prices.ts';
import type { Region } from '../policy/regions.ts';
import type { Limits, ModelAllowance } from '../ports/limits.ts';
import type { Clock, Count, Log } from '../ports/tools.ts';
import type { IntentModel, ReplyWriter, Unavailable } from '../ports/understanding.ts';
import { totalsOfMonth, type TotalsDeps } from './totals.ts';

export type LimitsDeps = Pick<TotalsDeps, 'totals'> & {
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
  readonly limits: Limits;
  readonly region: Region;
};

const modelCost = (region: Region, totals: readonly Total[]): number =>
  totals.reduce(
    (sum, { model, tokensIn, tokensOut }) => sum + tokensCost(region, model, tokensIn, tokensOut),
    0,
  );

export type Used = Readonly<Partial<Record<Limited, number>>>;

/** What the tenant used in the month that runs. */
export const usedThisMonth = async (
  deps: Pick<LimitsDeps, 'totals' | 'region' | 'clock'>,
  tenant: Tenant,
): Promise<{ readonly month: string; readonly used: Used }> => {
  const month = calendarOf(tenant.timeZone).monthOf(deps.clock());
  const totals = await totalsOfMonth(deps, tenant, month, ['unit', 'model']);
  const tokens = totals.filter(({ unit }) => unit === 'model_tokens');
  return { month, used: { ...byUnit(totals), model_cost_usd: modelCost(deps.region, tokens) } };
};

/** Judges the tenant's limits by the totals, and tells what is newly reached. */
export const watchLimits = async (deps: LimitsDeps, tenant: Tenant): Promise<LimitState> => {
  const [limits, before] = await Promise.all([deps.limits.limits(tenant.id), deps.limits.state(tenant.id)]);
  const { month, used } = await usedThisMonth(deps, tenant);
  const state = limitState(limits, used, month, deps.clock());
  for (const { of, kind } of newlyReached(before, state)) {
    deps.count(kind === 'hard' ? 'HardLimit' : 'SoftLimit');
    deps.log('limit-reached', { tenant: tenant.id, unit: of, because: kind });
  }
  const isNews = before === null || before.month !== month || before.stopped !== state.stopped;
  if (isNews || JSON.stringify(before.reached) !== JSON.stringify(state.reached))
    await deps.limits.note(tenant.id, state);
  return state;
};

const overLimit: Unavailable = { kind: 'unavailable', because: 'limit' };

/** An intent model that is not asked for a tenant over its hard limit: the first tier carries on alone. */
export const withinLimits = (model: IntentModel, allowance: ModelAllowance): IntentModel => ({
  async recognize(question) {
    return (await allowance.stopped(question.tenant)) ? failed(overLimit) : model.recognize(question);
  },
});

/** A writer that is not asked for a tenant over its hard limit: what no fixed answer has goes to a person. */
export const writerWithinLimits = (writer: ReplyWriter, allowance: ModelAllowance): ReplyWriter => ({
  async write(request) {
    return (await allowance.stopped(request.tenant)) ? failed(overLimit) : writer.write(request);
  },
});
