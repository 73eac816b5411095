/** What the Lambda behind `GET /channels/rest/{registration}/replies` needs: shops that poll for their replies. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const listRepliesEnv = z.object({
  HOME_REGION: homeRegion,
  REGISTRATIONS_TABLE: name,
  ACCESS_KEY_ARN: name,
  TENANTS_TABLE: name,
  CONVERSATIONS_TABLE: name,
  KEYS_TABLE: name,
  DATA_KEY_ARN: name,
});
export type ListRepliesEnv = z.input<typeof listRepliesEnv>;
