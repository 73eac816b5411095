/** A notification: no words, only what exists and whose it is (README.md has its fields). */
import * as z from 'zod/mini';
import { id, moment } from './fields.ts';

const lenientId = z.catch(z.optional(id), undefined);

export const notification = z.object({
  topic: z.string().check(z.minLength(1), z.maxLength(64)),
  resource: z.string().check(z.minLength(1), z.maxLength(256)),
  user_id: id,
  application_id: z.optional(id),
  actions: z.catch(z.optional(z.array(z.string())), undefined),
  /** Older topics; typed ones call it `id`; some calls have neither. */
  _id: lenientId,
  id: lenientId,
  sent: moment,
  received: moment,
  /** As some calls spell it. */
  recieved: moment,
});
export type Notification = z.output<typeof notification>;
