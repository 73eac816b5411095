/** What the third worker needs: it looks up facts, decides, and writes the reply. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName, receives } from '../core/parse/environment.ts';

export const generateReplyEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  AUDIT_TABLE: name,
  /** Channel access, sealed under the `access` key. */
  ACCESS_TABLE: name,
  ACCESS_KEY_ARN: name,
  /** FIFO queue of wishes for new tokens. */
  ACCESS_QUEUE_URL: name,
  /** Where the indexes of the sellers' articles lie. */
  KNOWLEDGE_BUCKET: name,
  OUTBOUND_QUEUE_URL: name,
  DEAD_LETTERS_URL: name,
  MAX_RECEIVES: receives,
  /** Points the channel at another address (a sandbox). */
  RECADO_MERCADO_LIBRE_API: optionalName,
  RECADO_REST_API: optionalName,
});
export type GenerateReplyEnv = z.input<typeof generateReplyEnv>;
