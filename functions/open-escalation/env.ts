/** What the first steps of a case need: its story, its person, and an honest word to the buyer. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName } from '../core/parse/environment.ts';

export const openEscalationEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  /** Channel access, sealed under the `access` key: the facts of a case are the shop's. */
  ACCESS_TABLE: name,
  ACCESS_KEY_ARN: name,
  /** FIFO queue of wishes for new tokens. */
  ACCESS_QUEUE_URL: name,
  OUTBOUND_QUEUE_URL: name,
  /** Points the channel at another address (a sandbox). */
  RECADO_MERCADO_LIBRE_API: optionalName,
  RECADO_REST_API: optionalName,
});
export type OpenEscalationEnv = z.input<typeof openEscalationEnv>;
