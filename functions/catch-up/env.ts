/** What catching up needs: every account, what it is called with, where the last look ended, and the queue of pointers. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName } from '../core/parse/environment.ts';

export const catchUpEnv = z.object({
  HOME_REGION: homeRegion,
  TENANTS_TABLE: name,
  CONVERSATIONS_TABLE: name,
  ACCESS_TABLE: name,
  ACCESS_KEY_ARN: name,
  /** FIFO queue of wishes for new tokens. */
  ACCESS_QUEUE_URL: name,
  POINTERS_QUEUE_URL: name,
  /** Secret that holds the region's id key. */
  ID_KEY_SECRET: name,
  RECADO_MERCADO_LIBRE_API: optionalName,
});
export type CatchUpEnv = z.input<typeof catchUpEnv>;
