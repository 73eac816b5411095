/** Messages after a sale in both shapes that the platform documents, and the thread that they stand in. */
import { found, type Outcome } from '../../domain/outcome.ts';
import type { Access } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { cleanText } from '../kit/json.ts';
import { readFromPlatform, type ReadProblem } from './api.ts';
import { id, moment, statusWord } from './fields.ts';

export type Message = {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly at: Date | null;
  readonly attachments: number;
  /** Why moderation refuses it, else null. */
  readonly refused: string | null;
  /** Moderation has not decided yet. */
  readonly isJudged: boolean;
  readonly pack: string | null;
  readonly order: string | null;
};

const words = z.pipe(
  z.optional(z.union([cleanText, z.object({ plain: z.optional(cleanText) })])),
  z.transform((text): string => (typeof text === 'string' ? text : (text?.plain ?? ''))),
);
const moderation = z.optional(z.object({ status: z.optional(statusWord), reason: z.optional(z.string()) }));
const attachments = z.prefault(z.array(z.unknown()), []);
const writer = z.object({ user_id: id });
const status = z.optional(statusWord);

type Judgement = { readonly status?: string | undefined; readonly reason?: string | undefined };

const refusalOf = (shown: string | undefined, judged: Judgement | undefined): string | null =>
  shown === 'rejected' || judged?.status === 'rejected'
    ? `moderation: ${judged?.reason ?? 'no reason told'}`
    : null;

/** Open strings, spelled differently by the platform's own pages. */
const undecided = /^(?:pending|in_moderation|under_review|processing|waiting)/;
const isJudged = (shown: string | undefined, judged: Judgement | undefined): boolean =>
  ![shown, judged?.status].some((word) => word !== undefined && undecided.test(word));

const enveloped = z.pipe(
  z.object({
    id,
    from: writer,
    status,
    text: words,
    message_date: z.prefault(
      z.object({ received: moment, created: moment, available: moment, notified: moment }),
      {},
    ),
    message_moderation: moderation,
    message_attachments: attachments,
    message_resources: z.prefault(z.array(z.object({ id, name: z.string() })), []),
  }),
  z.transform((told): Message => {
    const { received, created, available, notified } = told.message_date;
    const named = (name: string): string | null =>
      told.message_resources.find((resource) => resource.name === name)?.id ?? null;
    return {
      id: told.id,
      from: told.from.user_id,
      text: told.text,
      at: received ?? created ?? available ?? notified,
      attachments: told.message_attachments.length,
      refused: refusalOf(told.status, told.message_moderation),
      isJudged: isJudged(told.status, told.message_moderation),
      pack: named('packs'),
      order: named('orders'),
    };
  }),
);

const flat = z.pipe(
  z.object({
    message_id: id,
    from: writer,
    status,
    text: words,
    date_received: moment,
    date_created: moment,
    date_available: moment,
    date: moment,
    moderation,
    attachments,
    resource: z.optional(z.string()),
    resource_id: z.optional(id),
  }),
  z.transform((told): Message => ({
    id: told.message_id,
    from: told.from.user_id,
    text: told.text,
    at: told.date_received ?? told.date_created ?? told.date_available ?? told.date,
    attachments: told.attachments.length,
    refused: refusalOf(told.status, told.moderation),
    isJudged: isJudged(told.status, told.moderation),
    pack: told.resource === 'packs' ? (told.resource_id ?? null) : null,
    order: told.resource === 'orders' ? (told.resource_id ?? null) : null,
  })),
);

const thread = z.object({
  conversation_status: z.optional(z.object({ status, substatus: z.optional(statusWord) })),
  messages: z.array(enveloped),
});
export type Thread = z.output<typeof thread>;

const single = z.union([
  z.pipe(
    thread,
    z.transform(({ messages }) => messages),
  ),
  z.pipe(
    flat,
    z.transform((message) => [message]),
  ),
]);

/** Without `mark_as_read=false` the platform would take what we read as read by the seller. */
const unread = { tag: 'post_sale', mark_as_read: 'false' } as const;

export const readMessage = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
  global: boolean,
): Promise<Outcome<readonly Message[], ReadProblem>> =>
  readFromPlatform(deps, access, single, [...(global ? ['marketplace'] : []), 'messages', name], unread);

export const sellerOf = (access: Access): string => access.platformUser ?? access.account;

/** Global Selling names no seller in a thread's path. */
export const threadPath = (access: Access, pack: string, global: boolean): readonly string[] =>
  global
    ? ['marketplace', 'messages', 'packs', pack]
    : ['messages', 'packs', pack, 'sellers', sellerOf(access)];

/** A thread with its newest messages, oldest first. */
export const readThread = async (
  deps: ChannelDeps,
  access: Access,
  pack: string,
  global: boolean,
): Promise<Outcome<Thread, ReadProblem>> => {
  const read = await readFromPlatform(deps, access, thread, threadPath(access, pack, global), unread);
  return read.ok ? found({ ...read.value, messages: inOrder(read.value.messages) }) : read;
};

/** The platform lists the newest first, and its clock counts whole seconds: the list decides between equals. */
const inOrder = (messages: readonly Message[]): Message[] =>
  messages.toReversed().toSorted((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0));

/** Why nobody may write here now; `null`: the thread is open. The site's own assistant counts as a block. */
export const blockOf = ({ conversation_status: told }: Thread): string | null => {
  const isBlocked = told?.status === 'blocked' || (told?.substatus ?? '').includes('ai_assistant');
  return isBlocked ? `the thread is blocked: ${told?.substatus ?? 'no reason told'}` : null;
};
