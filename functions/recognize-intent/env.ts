/** What the second worker needs: intent, mood, entities and risk, in the process first, a model when unsure. */
import * as z from 'zod/mini';
import { homeRegion, name, receives } from '../core/parse/environment.ts';

export const recognizeIntentEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  RECOGNIZED_QUEUE_URL: name,
  DEAD_LETTERS_URL: name,
  MAX_RECEIVES: receives,
});
export type RecognizeIntentEnv = z.input<typeof recognizeIntentEnv>;
