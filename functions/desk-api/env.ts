/** What the desk's Lambda needs: waiting conversations, drafts, and the answers of people in two languages. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName } from '../core/parse/environment.ts';

export const deskApiEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  AUDIT_TABLE: name,
  OUTBOUND_QUEUE_URL: name,
  /** Channel access, sealed under the `access` key: what a person approves is done at the shop. */
  ACCESS_TABLE: name,
  ACCESS_KEY_ARN: name,
  /** FIFO queue of wishes for new tokens. */
  ACCESS_QUEUE_URL: name,
  /** Points the channel at another address (a sandbox). */
  RECADO_MERCADO_LIBRE_API: optionalName,
  RECADO_REST_API: optionalName,
  /** `allowed`: by Amazon Translate; `off`: by the region's reply model. */
  TRANSLATION_SERVICE: z.enum(['allowed', 'off']),
});
export type DeskApiEnv = z.input<typeof deskApiEnv>;
