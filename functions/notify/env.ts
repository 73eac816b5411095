/** What telling people outside a console needs. */
import * as z from 'zod/mini';
import { homeRegion, name, optionalName } from '../core/parse/environment.ts';

export const notifyEnv = z.object({
  HOME_REGION: homeRegion,
  CONVERSATIONS_TABLE: name,
  TENANTS_TABLE: name,
  KEYS_TABLE: name,
  USAGE_TABLE: name,
  DATA_KEY_ARN: name,
  ESCALATION_MACHINE_ARN: name,
  /** Whom mail comes from; without it only the robots of chats are told. */
  MAIL_FROM: optionalName,
});
export type NotifyEnv = z.input<typeof notifyEnv>;
