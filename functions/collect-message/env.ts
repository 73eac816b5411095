/** What the fetching worker needs: it turns pointers into arrivals, with the sellers' tokens. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName, receives } from '../core/parse/environment.ts';

export const collectMessageEnv = z.object({
  HOME_REGION: homeRegion,
  /** Only for counting calls of accounts that nobody connected. */
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  ACCESS_TABLE: name,
  ACCESS_KEY_ARN: name,
  /** FIFO queue of wishes for new tokens. */
  ACCESS_QUEUE_URL: name,
  INBOUND_QUEUE_URL: name,
  BODIES_BUCKET: name,
  ID_KEY_SECRET: name,
  DEAD_LETTERS_URL: name,
  MAX_RECEIVES: receives,
  RECADO_MERCADO_LIBRE_API: optionalName,
});
export type CollectMessageEnv = z.input<typeof collectMessageEnv>;
