/** Post-sale threads of the sandboxed platform as sellers read them, in both documented shapes. */
import type { SandboxAnswer } from '../kit/sandbox.ts';
import type { KnownClaim, Thread } from './sandbox-memory.ts';
import type { Message } from './sandbox-records.ts';
import {
  forbidden,
  json,
  notFound,
  siteOf,
  wireId,
  wireTime,
  type Call,
  type Platform,
} from './sandbox-platform.ts';

export const longestMessage = 350;
const dayMs = 24 * 60 * 60 * 1000;
/** The site's own assistant writes in the buyer's place; this is its user. */
const assistantUser = '3037204123';

export const counterpartOf = ({ assisted, buyer }: Thread): string => (assisted ? assistantUser : buyer);

/** Why nobody can write; null: the thread is open. */
export const blockOf = (platform: Platform, thread: Thread): string | null => {
  if (thread.block !== null) return thread.block;
  if (claimsOf(platform, thread).some(({ stage }) => stage === 'dispute')) return 'blocked_by_mediation';
  const last = thread.messages.at(-1)?.at;
  return last !== undefined && platform.now() - last > 30 * dayMs ? 'blocked_by_time' : null;
};

const claimsOf = ({ memory, stock }: Platform, { account, pack }: Thread): readonly KnownClaim[] =>
  [...memory.claims.values()].filter(
    (claim) => claim.account === account && stock.thread(account, claim.order) === pack,
  );

const isRejected = ({ moderation }: Message, now: number): boolean =>
  moderation !== null && moderation.at <= now;

const endsOf = (thread: Thread, { from }: Message): { readonly from: string; readonly to: string } => {
  const other = counterpartOf(thread);
  return from === 'buyer' ? { from: other, to: thread.account } : { from: thread.account, to: other };
};

/** The shape of today's pages. */
export const enveloped = (platform: Platform, thread: Thread, message: Message): unknown => {
  const ends = endsOf(thread, message);
  const rejected = isRejected(message, platform.now());
  const at = wireTime(message.at);
  return {
    id: message.id,
    site_id: siteOf(platform, thread.account),
    from: { user_id: wireId(ends.from) },
    to: { user_id: wireId(ends.to) },
    status: rejected ? 'rejected' : 'available',
    text: message.text,
    message_date: { received: at, available: at, notified: at, created: at, read: null },
    message_moderation: {
      status: rejected ? 'rejected' : 'clean',
      reason: rejected ? message.moderation?.reason : null,
      source: 'online',
    },
    message_attachments: null,
    message_resources: [
      { id: thread.pack, name: 'packs' },
      { id: thread.account, name: 'sellers' },
    ],
    conversation_first_message: thread.messages[0] === message,
  };
};

/** The older shape, which some pages and applications still show. */
const flat = (platform: Platform, thread: Thread, message: Message): unknown => {
  const ends = endsOf(thread, message);
  const rejected = isRejected(message, platform.now());
  const at = wireTime(message.at);
  return {
    message_id: message.id,
    site_id: siteOf(platform, thread.account),
    resource: 'packs',
    resource_id: thread.pack,
    from: { user_id: ends.from },
    to: [{ user_id: ends.to }],
    text: { plain: message.text },
    status: rejected ? 'REJECTED' : 'AVAILABLE',
    date: at,
    date_created: at,
    date_received: at,
    date_available: at,
    date_notified: at,
    date_read: null,
    moderation: rejected
      ? { status: 'REJECTED', reason: message.moderation?.reason, source: 'online' }
      : { status: 'NON_MODERATED' },
    attachments: [],
    conversation_first_message: thread.messages[0] === message,
  };
};

const statusOf = (platform: Platform, thread: Thread): unknown => {
  const substatus = blockOf(platform, thread);
  const [order] = platform.stock.pack(thread.account, thread.pack);
  const shipping = (order ?? platform.stock.order(thread.account, thread.pack))?.shipments[0]?.id;
  return {
    path: `/packs/${thread.pack}/sellers/${thread.account}`,
    status: substatus === null ? 'active' : 'blocked',
    substatus,
    status_date: null,
    status_update_allowed: false,
    claim_ids: claimsOf(platform, thread).map(({ id }) => wireId(id)),
    shipping_id: shipping === undefined ? null : wireId(shipping),
  };
};

const page = (platform: Platform, thread: Thread, messages: readonly Message[], total: number): unknown => ({
  paging: { limit: messages.length, offset: 0, total },
  conversation_status: statusOf(platform, thread),
  messages: messages.map((message) => enveloped(platform, thread, message)),
  seller_max_message_length: longestMessage,
  buyer_max_message_length: 3500,
});

/** A purchase that nobody has written about has a thread too: an empty one. */
export const threadOf = ({ memory, stock }: Platform, account: string, pack: string): Thread | null => {
  const known = memory.thread(account, pack);
  const order = stock.pack(account, pack)[0] ?? stock.order(account, pack);
  // An order of a pack is talked about under its pack.
  if (order !== undefined && stock.thread(account, pack) !== pack) return null;
  if (known !== undefined) return known.buyer === '' ? { ...known, buyer: order?.buyer ?? '' } : known;
  if (order === undefined) return null;
  return { account, pack, buyer: order.buyer, messages: [], readAt: 0, block: null, assisted: false };
};

/** `GET /messages/packs/{pack}/sellers/{seller}?tag=post_sale&mark_as_read=false`, newest first. */
export const readThread = (platform: Platform, { account, ids, query }: Call): SandboxAnswer => {
  const [pack = '', seller] = ids;
  if (seller !== account) return forbidden();
  const thread = threadOf(platform, account, pack);
  if (thread === null) return notFound();
  const offset = Number(query.get('offset') ?? '0');
  const limit = Number(query.get('limit') ?? '10');
  const messages = thread.messages.toReversed().slice(offset, offset + limit);
  if (query.get('mark_as_read') !== 'false')
    platform.memory.keep({ kind: 'read', account, pack, at: platform.now() });
  return json(200, page(platform, thread, messages, thread.messages.length));
};

/** `GET /messages/{id}?tag=post_sale`: one message, in the shape of the mood. */
export const readMessage = (platform: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  for (const thread of platform.memory.threadsOf(account)) {
    const message = thread.messages.find((one) => one.id === id);
    if (message === undefined) continue;
    if (platform.moods.shape === 'flat') return json(200, flat(platform, thread, message));
    return json(200, page(platform, thread, [message], 1));
  }
  return notFound();
};

/** `GET /messages/unread?role=seller&tag=post_sale` */
export const readUnread = ({ memory }: Platform, { account }: Call): SandboxAnswer => {
  const results = memory.threadsOf(account).flatMap(({ pack, messages, readAt }) => {
    const count = messages.filter(({ from, at }) => from === 'buyer' && at > readAt).length;
    return count === 0 ? [] : [{ resource: `/packs/${pack}/sellers/${account}`, count }];
  });
  return json(200, { user_id: wireId(account), results });
};
