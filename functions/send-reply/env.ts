/** What the last worker needs: it delivers a reply by the channel's rules and settles what stayed unknown. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName, receives } from '../core/parse/environment.ts';

export const sendReplyEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  ACCESS_TABLE: name,
  ACCESS_KEY_ARN: name,
  /** FIFO queue of wishes for new tokens. */
  ACCESS_QUEUE_URL: name,
  DEAD_LETTERS_URL: name,
  MAX_RECEIVES: receives,
  RECADO_MERCADO_LIBRE_API: optionalName,
  RECADO_REST_API: optionalName,
});
export type SendReplyEnv = z.input<typeof sendReplyEnv>;
