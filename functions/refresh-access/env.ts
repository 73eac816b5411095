/** What the only writer of channel tokens needs. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName, receives } from '../core/parse/environment.ts';

export const refreshAccessEnv = z.object({
  HOME_REGION: homeRegion,
  TENANTS_TABLE: name,
  ACCESS_TABLE: name,
  ACCESS_KEY_ARN: name,
  DEAD_LETTERS_URL: name,
  MAX_RECEIVES: receives,
  RECADO_MERCADO_LIBRE_API: optionalName,
});
export type RefreshAccessEnv = z.input<typeof refreshAccessEnv>;
