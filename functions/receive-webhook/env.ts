/** What the webhook's Lambda needs; its construct must supply it, or the app does not compile. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const receiveWebhookEnv = z.object({
  HOME_REGION: homeRegion,
  /** FIFO queue of arrivals. */
  INBOUND_QUEUE_URL: name,
  /** FIFO queue of notices whose content must be fetched. */
  POINTERS_QUEUE_URL: name,
  /** Standard queue that keeps what was genuine and could not be read. */
  UNREADABLE_QUEUE_URL: name,
  /** Webhook secrets by channel and registration, sealed under the `access` key. */
  REGISTRATIONS_TABLE: name,
  ACCESS_KEY_ARN: name,
  /** Bodies too large for a queue, sealed by the bucket's key. */
  BODIES_BUCKET: name,
  /** Secret that holds the region's id key. */
  ID_KEY_SECRET: name,
});
export type ReceiveWebhookEnv = z.input<typeof receiveWebhookEnv>;
