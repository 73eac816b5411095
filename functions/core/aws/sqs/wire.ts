/**
 * The bodies of our queues: version 2, and version 1 of the release before, because a deploy happens with messages in
 * flight. After the first queue a body carries ids only, no text.
 */
import * as z from 'zod/mini';
import { channelIds } from '../../domain/channel.ts';
import { accountId, conversationId, messageId, registrationId, replyId, tenantId } from '../../domain/ids.ts';
import type { MessageAddress } from '../../domain/message.ts';
import type { RefreshRequest } from '../../ports/access.ts';
import type { ReplyAddress } from '../../ports/conversations.ts';
import type { QueuedArrival, QueuedPointer } from '../../ports/queues.ts';
import { writeBody } from './body.ts';

const date = z.pipe(
  z.iso.datetime(),
  z.transform((text: string) => new Date(text)),
);
const id = <Id>(make: (text: string) => Id) => z.pipe(z.string(), z.transform(make));

const inboundMessage = z.object({
  account: z.nullable(z.string()),
  conversation: z.string(),
  message: z.string(),
  buyer: z.object({ id: z.string(), name: z.nullable(z.string()), email: z.nullable(z.string()) }),
  text: z.string(),
  locale: z.nullable(z.string()),
  order: z.nullable(z.string()),
  item: z.nullable(z.string()),
  at: date,
  attachments: z.number(),
  audience: z.enum(['public', 'private']),
});
const outgoingMessage = z.object({
  account: z.nullable(z.string()),
  conversation: z.string(),
  message: z.string(),
  reply: z.nullable(z.string()),
  text: z.string(),
  at: date,
  // Bodies from before the first platform that takes words back have none.
  refused: z._default(z.nullable(z.string()), null),
});
const claim = z.object({
  account: z.nullable(z.string()),
  claim: z.string(),
  conversation: z.string(),
  buyer: z.string(),
  order: z.nullable(z.string()),
  reason: z.string(),
  stage: z.string(),
  availableActions: z.array(z.string()),
  at: date,
  dueAt: z.nullable(date),
  text: z.string(),
});
const pointer = z.object({
  account: z.nullable(z.string()),
  application: z.nullable(z.string()),
  topic: z.string(),
  resource: z.string(),
  notice: z.string(),
  at: date,
});

const arrivalFields = {
  channel: z.enum(channelIds),
  registration: id(registrationId),
  account: z.string(),
  acceptedAt: date,
};
const arrivalBody = z.union([
  z.object({
    version: z.literal(2),
    ...arrivalFields,
    arrival: z.union([
      z.object({ kind: z.literal('message'), message: inboundMessage }),
      z.object({ kind: z.literal('outgoing'), message: outgoingMessage }),
      z.object({ kind: z.literal('claim'), claim }),
    ]),
  }),
  // Version 1 knew buyers' messages of private threads only, without attachments.
  z.pipe(
    z.object({
      version: z.literal(1),
      ...arrivalFields,
      message: z.omit(inboundMessage, { audience: true, attachments: true }),
    }),
    z.transform(({ message, ...rest }) => ({
      ...rest,
      arrival: {
        kind: 'message' as const,
        message: { ...message, attachments: 0, audience: 'private' as const },
      },
    })),
  ),
]);

const pointerBody = z.object({ version: z.literal(2), ...arrivalFields, pointer });

/** A body too large for the queue lies in the bodies bucket. */
const elsewhere = z.object({ version: z.literal(2), stored: z.string() });

const messageBody = z.union([
  z.object({
    version: z.literal(2),
    tenant: id(tenantId),
    conversation: id(conversationId),
    message: id(messageId),
    at: date,
  }),
  // Version 1 called the platform's time `platformAt`.
  z.pipe(
    z.object({
      version: z.literal(1),
      tenant: id(tenantId),
      conversation: id(conversationId),
      message: id(messageId),
      platformAt: date,
    }),
    z.transform(({ platformAt, ...rest }) => ({ ...rest, at: platformAt })),
  ),
]);

const replyBody = z.union([
  z.object({
    version: z.literal(2),
    tenant: id(tenantId),
    conversation: id(conversationId),
    reply: id(replyId),
    at: date,
  }),
  z.pipe(
    z.object({
      version: z.literal(1),
      tenant: id(tenantId),
      conversation: id(conversationId),
      reply: id(replyId),
      createdAt: date,
    }),
    z.transform(({ createdAt, ...rest }) => ({ ...rest, at: createdAt })),
  ),
]);

export type Read<Body> =
  { readonly ok: true; readonly value: Body } | { readonly ok: false; readonly because: string };

const parse = <Schema extends z.ZodMiniType, Body>(
  schema: Schema,
  text: string,
  shape: (body: z.output<Schema>) => Body,
): Read<Body> => {
  try {
    const parsed = z.safeParse(schema, JSON.parse(text));
    if (parsed.success) return { ok: true, value: shape(parsed.data) };
    return {
      ok: false,
      because: `the body has the wrong shape at ${parsed.error.issues[0]?.path.join('.') ?? 'its top'}`,
    };
  } catch {
    return { ok: false, because: 'the body is not JSON or holds an id of the wrong shape' };
  }
};

export const readArrival = (text: string): Read<QueuedArrival> =>
  parse(arrivalBody, text, ({ channel, registration, account, acceptedAt, arrival }) => ({
    channel,
    registration,
    account,
    acceptedAt,
    arrival,
  }));

/** The key of a body that lies in the bucket, or null when the body is here. */
export const storedElsewhere = (text: string): string | null => {
  const read = parse(elsewhere, text, (body) => body.stored);
  return read.ok ? read.value : null;
};

export const readMessageAddress = (text: string): Read<MessageAddress> =>
  parse(messageBody, text, ({ tenant, conversation, message, at }) => ({
    tenant,
    conversation,
    message,
    at,
  }));

export const readReplyAddress = (text: string): Read<ReplyAddress> =>
  parse(replyBody, text, ({ tenant, conversation, reply, at }) => ({ tenant, conversation, reply, at }));

export const writeMessageAddress = ({ tenant, conversation, message, at }: MessageAddress): string =>
  writeBody({ tenant, conversation, message, at });
export const writeReplyAddress = ({ tenant, conversation, reply, at }: ReplyAddress): string =>
  writeBody({ tenant, conversation, reply, at });

export const readPointer = (text: string): Read<QueuedPointer> =>
  parse(pointerBody, text, ({ version: _version, ...queued }) => queued);

const refreshBody = z.object({
  version: z.literal(2),
  channel: z.enum(channelIds),
  account: id(accountId),
  /** Version of the token pair that is to be replaced. */
  pair: z.number(),
});

export const readRefreshRequest = (text: string): Read<RefreshRequest> =>
  parse(refreshBody, text, ({ channel, account, pair }) => ({ channel, account, version: pair }));

export const writeRefreshRequest = ({ channel, account, version }: RefreshRequest): string =>
  writeBody({ channel, account, pair: version });
