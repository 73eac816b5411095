/** What a seller lets be done with orders without a person. */
import type { ActionRules } from '../domain/action.ts';
import type { TenantId } from '../domain/ids.ts';

export type ActionSettings = {
  /** Empty: nothing, every action waits for a person. */
  rules(tenant: TenantId): Promise<ActionRules>;
};
