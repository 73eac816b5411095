/** What the later steps of a case need: waiting, reminding, bringing the conversation back, asking how it went. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const closeEscalationEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  OUTBOUND_QUEUE_URL: name,
});
export type CloseEscalationEnv = z.input<typeof closeEscalationEnv>;
