/** What a shop sends: the envelope of an event and the two events that we read (README.md has their words). */
import * as z from 'zod/mini';
import { cleanText, instant, optionalPlatformId, platformId } from '../kit/json.ts';

const optionalText = z.pipe(
  z.optional(cleanText),
  z.transform((text: string | undefined) => (text === undefined || text === '' ? null : text)),
);

/** A hint and no more: what does not look like a BCP 47 tag is dropped, because the message matters and the tag does not. */
const locale = z.pipe(
  optionalText,
  z.transform((tag: string | null) =>
    tag !== null && /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}$/.test(tag) ? tag : null,
  ),
);

export const envelope = z.object({ type: z.string().check(z.minLength(1)) });

export const messageCreated = z.object({
  data: z.object({
    /** The account, where one registration serves several shops. */
    account: optionalPlatformId,
    conversation: platformId,
    message: platformId,
    buyer: z.object({ id: platformId, name: optionalText, email: optionalText }),
    text: cleanText,
    locale,
    order: optionalPlatformId,
    item: optionalPlatformId,
    at: instant,
    attachments: z.prefault(z.array(z.unknown()), []),
  }),
});

/** Our own reply coming back, or words that a person wrote in the shop's own tool. */
export const replyCreated = z.object({
  data: z.object({
    account: optionalPlatformId,
    conversation: platformId,
    reply: platformId,
    text: cleanText,
    at: instant,
  }),
});
