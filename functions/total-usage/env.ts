/** What totals and limits need: the ledger, and the tenants with their limits. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const totalUsageEnv = z.object({
  HOME_REGION: homeRegion,
  TENANTS_TABLE: name,
  USAGE_TABLE: name,
});
export type TotalUsageEnv = z.input<typeof totalUsageEnv>;
