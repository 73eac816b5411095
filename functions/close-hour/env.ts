/** What closing hours and months needs: the ledger, the state that it bills, the bucket of its files and the evidence key. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const closeHourEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  USAGE_TABLE: name,
  LEDGER_BUCKET: name,
  EVIDENCE_KEY_ARN: name,
});
export type CloseHourEnv = z.input<typeof closeHourEnv>;
