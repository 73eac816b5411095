/** A tenant's limits, and whether a hard one is reached. */
import type { TenantId } from '../domain/ids.ts';
import type { Limit, LimitState } from '../domain/limits.ts';

export type Limits = {
  limits(tenant: TenantId): Promise<readonly Limit[]>;
  set(tenant: TenantId, limits: readonly Limit[]): Promise<void>;
  state(tenant: TenantId): Promise<LimitState | null>;
  note(tenant: TenantId, state: LimitState): Promise<void>;
};

/** What a worker asks before it asks a model; believed for half a minute. */
export type ModelAllowance = {
  /** True: the tenant's hard limit is reached. */
  stopped(tenant: string): Promise<boolean>;
};
