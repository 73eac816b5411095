/**
 * What the platform holds and notifications may have failed to tell: its own list of undelivered notices (kept two
 * days), unanswered questions, unread messages, open claims. It knows no order and no date filter that can be relied
 * on, so a cursor is what a list held last time, and news is what it holds besides.
 */
import { createHash } from 'node:crypto';
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Access, AccessDenied, Busy } from '../../ports/channel.ts';
import type { Missed, MissedChannel } from '../../ports/pulling.ts';
import * as z from 'zod/mini';
import { readFromPlatform, type ReadProblem } from './api.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { id, moment } from './fields.ts';
import { conversationName, messageName } from './names.ts';
import { resourceOf, targetOf, type Target } from './paths.ts';
import { notification } from './payload.ts';
import { sellerOf } from './thread.ts';

type Problem = Busy | AccessDenied;
/** `key` tells one entry of a list from another, and from itself after it changed. */
type Entry = Missed & { readonly key: string };
type Look = (deps: ChannelDeps, access: Access) => Promise<Outcome<readonly Entry[], Problem>>;

/** Milliseconds: what is younger may still be announced, and is left for the next look. */
const settledMs = 30_000;
const pageSize = 50;
const mostPages = 20;

/** Closed to this kind of seller counts as empty; an answer that we cannot read is asked for again. */
const asProblem = (problem: ReadProblem): Problem | null => {
  switch (problem.kind) {
    case 'absent':
      return null;
    case 'unreadable':
      return { kind: 'busy', afterSeconds: null, because: problem.because };
    case 'busy':
    case 'access-denied':
      return problem;
  }
};

/** Page by page, each entry read by itself: one of a strange shape hides no other. */
const listed = async <Schema extends z.ZodMiniType>(
  deps: ChannelDeps,
  access: Access,
  segments: readonly string[],
  query: Readonly<Record<string, string>>,
  member: string,
  schema: Schema,
  pages = mostPages,
): Promise<Outcome<readonly z.output<Schema>[], Problem>> => {
  const all: z.output<Schema>[] = [];
  const page = z.record(z.string(), z.unknown());
  for (let at = 0; at < pages; at += 1) {
    const where = { ...query, offset: String(at * pageSize), limit: String(pageSize) };
    const read = await readFromPlatform(deps, access, page, segments, where);
    if (!read.ok) {
      const problem = asProblem(read.problem);
      return problem === null ? found(all) : failed(problem);
    }
    const entries = read.value[member];
    if (!Array.isArray(entries)) return found(all);
    for (const entry of entries) {
      const parsed = z.safeParse(schema, entry);
      if (parsed.success) all.push(parsed.data);
    }
    if (entries.length < pageSize) break;
  }
  return found(all);
};

const pointerTo = (
  access: Access,
  topic: string,
  target: Target,
  key: string,
  at: Date,
): Missed['pointer'] => ({
  account: access.account,
  application: access.applicationId,
  topic,
  resource: resourceOf(target),
  notice: `missed ${key}`,
  at,
});

/** A question is a conversation of its own: its name alone tells. */
const namesOf = (id: string): Missed['names'] => ({
  conversation: conversationName({ kind: 'question', id }),
  message: null,
});

/** Of Global Selling too: to an application without them the list is empty. */
const topics = [
  'questions',
  'messages',
  'post_purchase',
  'marketplace_questions',
  'marketplace_messages',
  'marketplace_claims',
];

/** The list is the application's: those of other sellers are theirs to catch up. */
const undelivered: Look = async (deps, access) => {
  const all: Entry[] = [];
  for (const topic of topics) {
    const query = { app_id: access.applicationId ?? '', topic };
    const notices = await listed(deps, access, ['missed_feeds'], query, 'messages', notification);
    if (!notices.ok) return notices;
    for (const notice of notices.value) {
      const target = targetOf(notice.topic, notice.resource);
      if (target === null || target === 'other-topic' || notice.user_id !== sellerOf(access)) continue;
      const at = notice.sent ?? notice.received ?? deps.now();
      const key = [notice._id ?? notice.id ?? at.toISOString(), resourceOf(target)].join(' ');
      const pointer = pointerTo(access, notice.topic, target, key, at);
      all.push({ key, pointer, names: target.kind === 'question' ? namesOf(target.id) : null });
    }
  }
  return found(all);
};

const question = z.object({ id, date_created: moment });

const unansweredQuestions: Look = async (deps, access) => {
  const query = { api_version: '4', status: 'UNANSWERED' };
  const segments = ['my', 'received_questions', 'search'];
  const open = await listed(deps, access, segments, query, 'questions', question);
  if (!open.ok) return open;
  return found(
    open.value.map((one): Entry => {
      const target = { kind: 'question', id: one.id, global: false } as const;
      const pointer = pointerTo(access, 'questions', target, one.id, one.date_created ?? new Date(0));
      return { key: one.id, pointer, names: namesOf(one.id) };
    }),
  );
};

const unread = z.object({ resource: z.string() });
const message = z.object({
  id,
  from: z.object({ user_id: id }),
  message_date: z.optional(z.object({ created: moment, read: moment })),
});

/** A message of the buyer that nobody has read; looking at the thread must not mark it. */
const unreadOf = async (
  deps: ChannelDeps,
  access: Access,
  pack: string,
): Promise<Outcome<readonly Entry[], Problem>> => {
  const segments = ['messages', 'packs', pack, 'sellers', sellerOf(access)];
  const query = { tag: 'post_sale', mark_as_read: 'false' };
  const thread = await listed(deps, access, segments, query, 'messages', message, 1);
  if (!thread.ok) return thread;
  const theirs = thread.value.filter(
    ({ from, message_date: date }) => from.user_id !== sellerOf(access) && date?.read == null,
  );
  return found(
    theirs.map((one): Entry => {
      const target = { kind: 'message', id: one.id, global: false } as const;
      const pointer = pointerTo(access, 'messages', target, one.id, one.message_date?.created ?? new Date(0));
      const conversation = conversationName({ kind: 'pack', id: pack });
      return { key: one.id, pointer, names: { conversation, message: messageName(one.id, false) } };
    }),
  );
};

const unreadMessages: Look = async (deps, access) => {
  const query = { role: 'seller', tag: 'post_sale' };
  const threads = await listed(deps, access, ['messages', 'unread'], query, 'results', unread, 1);
  if (!threads.ok) return threads;
  const all: Entry[] = [];
  for (const { resource } of threads.value) {
    const target = targetOf('messages', resource);
    if (target === null || target === 'other-topic' || target.kind !== 'thread') continue;
    const entries = await unreadOf(deps, access, target.id);
    if (!entries.ok) return entries;
    all.push(...entries.value);
  }
  return found(all);
};

const claim = z.object({ id, date_created: moment, last_updated: moment });

const openClaims: Look = async (deps, access) => {
  const segments = ['post-purchase', 'v1', 'claims', 'search'];
  const open = await listed(deps, access, segments, { status: 'opened' }, 'data', claim);
  if (!open.ok) return open;
  return found(
    open.value.map((one): Entry => {
      const at = one.last_updated ?? one.date_created ?? new Date(0);
      const key = `${one.id} ${at.toISOString()}`;
      const target = { kind: 'claim', id: one.id, global: false } as const;
      return { key, pointer: pointerTo(access, 'post_purchase', target, key, at), names: null };
    }),
  );
};

const looks = {
  undelivered,
  questions: unansweredQuestions,
  messages: unreadMessages,
  claims: openClaims,
} as const satisfies Readonly<Record<string, Look>>;

const short = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 16);
const cursorShape = z.array(z.string());

/** A cursor that cannot be read begins again: what is known already is not taken twice. */
const readCursor = (cursor: string | null): ReadonlySet<string> => {
  try {
    return new Set(z.parse(cursorShape, JSON.parse(cursor ?? '[]')));
  } catch {
    return new Set();
  }
};

export const mercadoLibreMissed = (deps: ChannelDeps): MissedChannel => ({
  missedTopics: Object.keys(looks),
  async missed(topic, cursor, access) {
    const look = new Map<string, Look>(Object.entries(looks)).get(topic);
    if (look === undefined) throw new TypeError('the topic is none of missedTopics');
    const held = await look(deps, access);
    if (!held.ok) return held;
    const settled = held.value.filter(
      ({ pointer }) => deps.now().getTime() - pointer.at.getTime() >= settledMs,
    );
    const before = readCursor(cursor);
    return found({
      missed: settled
        .filter(({ key }) => !before.has(short(key)))
        .map(({ pointer, names }) => ({ pointer, names })),
      next: JSON.stringify(settled.map(({ key }) => short(key))),
    });
  },
});
