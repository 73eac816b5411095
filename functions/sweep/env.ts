/** What the minute's sweep needs: it finds what is past its due time and puts it back once, then gives it to a person. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const sweepEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  DETECTED_QUEUE_URL: name,
  RECOGNIZED_QUEUE_URL: name,
  OUTBOUND_QUEUE_URL: name,
});
export type SweepEnv = z.input<typeof sweepEnv>;
