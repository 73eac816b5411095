/** What the first worker needs: it stores, seals, masks and finds the language. */
import * as z from 'zod/mini';
import { homeRegion, name, receives } from '../core/parse/environment.ts';

export const detectLanguageEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  ID_KEY_SECRET: name,
  BODIES_BUCKET: name,
  DETECTED_QUEUE_URL: name,
  /** Where a poison record is parked. */
  DEAD_LETTERS_URL: name,
  MAX_RECEIVES: receives,
  /** `confirmed`: the stage opted out of AI service content use, so Comprehend may be asked where the region has it. */
  LANGUAGE_SERVICE: z.enum(['allowed', 'off']),
});
export type DetectLanguageEnv = z.input<typeof detectLanguageEnv>;
