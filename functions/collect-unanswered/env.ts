/** What listing unanswered questions needs: where they stand, and what opens their masked words. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const collectUnansweredEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
});
export type CollectUnansweredEnv = z.input<typeof collectUnansweredEnv>;
