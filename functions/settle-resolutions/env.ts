/** What settling needs: conversations with the keys that open them, and the ledger. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const settleResolutionsEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
});
export type SettleResolutionsEnv = z.input<typeof settleResolutionsEnv>;
