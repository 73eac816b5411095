/** What waits for people: the inbox with its clocks, and how a conversation or a draft is found. */
import { agentLevels, type Escalation } from '../domain/escalation.ts';
import { conversationId, isOpaqueId, replyId, type ReplyId, type TenantId } from '../domain/ids.ts';
import type { Reply } from '../domain/reply.ts';
import { sayWhy } from '../people/routing/say-why.ts';
import { composeSummary } from '../people/summary/summary.ts';
import type { ConversationView, InboxEntry } from '../ports/conversations.ts';
import type { DeskCaller, DeskDeps } from './desk-caller.ts';
import { readerOf, type Reader } from './desk-reading.ts';
import { waitingSince } from './case-standing.ts';
import { inboxAction } from './inbox-action.ts';
import { summaryInput } from './summary-input.ts';

export type { DeskCaller, DeskDeps, DeskProblem } from './desk-caller.ts';

/** One line of the inbox: a case, a draft, or what is to be done with an order, with what a person needs to choose it. */
export type InboxItem = {
  readonly kind: InboxEntry['kind'];
  readonly tenant: string;
  readonly conversation: string;
  readonly id: string;
  readonly since: string;
  readonly state: string;
  readonly because: string;
  readonly agent: string | null;
  readonly language: string | null;
  readonly intent: string | null;
  readonly sentiment: string | null;
  readonly lastBuyerText: string;
  readonly text: string | null;
  /** By when it must be answered, where somebody outside set a time. */
  readonly dueAt: string | null;
  /** What the platform lets the seller do about it. */
  readonly actions: string[];
  readonly channel: string;
  readonly market: string;
  /** The story so far, in the reader's language. */
  readonly summary: string | null;
  /** By when the buyer was told that a person answers. */
  readonly promisedBy: string | null;
  /** Since when the buyer waits; null: the last word was ours. */
  readonly waitingSince: string | null;
  readonly level: string | null;
  readonly group: string | null;
  /** Why this person, or why nobody. */
  readonly why: string | null;
  readonly reminders: number;
  readonly overdue: boolean;
  /** Words of the buyer are masked for this reader. */
  readonly masked: boolean;
};

/** What the reader wants to see of it; what is left out restricts nothing. */
export type InboxFilter = {
  readonly state?: string | undefined;
  readonly agent?: string | undefined;
  readonly language?: string | undefined;
  readonly sentiment?: string | undefined;
  readonly because?: string | undefined;
  readonly channel?: string | undefined;
  readonly overdue?: boolean | undefined;
};

const tenantsOf = async (deps: DeskDeps, caller: DeskCaller): Promise<readonly TenantId[]> =>
  caller.tenant === 'every' ? (await deps.tenants.tenants()).map((tenant) => tenant.id) : [caller.tenant];

export const findView = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
  turns?: number,
): Promise<ConversationView | null> => {
  if (!isOpaqueId(conversation)) return null;
  for (const tenant of await tenantsOf(deps, caller)) {
    const view = await deps.conversations.view(
      { tenant, conversation: conversationId(conversation) },
      null,
      turns,
    );
    if (view !== null) return view;
  }
  return null;
};

const sharedOf = (view: ConversationView, entry: InboxEntry, reader: Reader) => {
  const newest = view.messages.at(-1);
  const shown = newest === undefined ? '' : reader.wordsOf(newest);
  return {
    kind: entry.kind,
    tenant: view.conversation.tenant,
    conversation: view.conversation.id,
    id: entry.id,
    since: entry.since.toISOString(),
    language: newest?.understanding?.language ?? view.conversation.language,
    intent: newest?.understanding?.intent ?? null,
    sentiment: newest?.understanding?.sentiment ?? null,
    lastBuyerText: shown,
    channel: view.conversation.channel,
    market: view.conversation.market,
    masked: newest !== undefined && shown !== newest.text,
  };
};

const noCase = {
  dueAt: null,
  actions: [],
  summary: null,
  promisedBy: null,
  waitingSince: null,
  level: null,
  group: null,
  why: null,
  reminders: 0,
  overdue: false,
};

/** The story in the reader's language: as it was written for the desk, or composed again from what is stored. */
export const summaryFor = (
  deps: DeskDeps,
  view: ConversationView,
  escalation: Escalation,
  reader: Reader,
): string =>
  escalation.summaries[reader.locale] ??
  composeSummary(
    summaryInput({ escalation, view, settings: reader.settings, now: deps.clock() }, {}, reader.locale),
  );

const caseOf = (deps: DeskDeps, view: ConversationView, escalation: Escalation, reader: Reader) => {
  const { dueAt, claim, care } = escalation;
  const standing = { escalation, view, settings: reader.settings, now: deps.clock() };
  return {
    dueAt: dueAt?.toISOString() ?? null,
    actions: [...(claim?.actions ?? [])],
    summary: summaryFor(deps, view, escalation, reader),
    promisedBy: care.promisedBy?.toISOString() ?? null,
    waitingSince: waitingSince(standing)?.toISOString() ?? null,
    level: care.route?.level ?? null,
    group: care.route?.group ?? null,
    why: care.route === null || care.route.why === null ? null : sayWhy(care.route.why, reader.locale),
    reminders: care.reminders,
    overdue: care.overdue,
  };
};

/** A draft by its own address: it waits although the conversation has grown far beyond it. */
const draftOf = async (deps: DeskDeps, { tenant, conversation, id, since }: InboxEntry) =>
  deps.conversations.reply({ tenant, conversation, reply: replyId(id), at: since });

/** Null: the list runs behind, and somebody has dealt with it already. */
const itemOf = async (deps: DeskDeps, caller: DeskCaller, entry: InboxEntry): Promise<InboxItem | null> => {
  const view = await deps.conversations.view(entry);
  const reader = view === null ? null : await readerOf(deps, caller, view);
  if (view === null || reader === null) return null;
  const shared = sharedOf(view, entry, reader);
  if (entry.kind === 'escalation') {
    const { escalation } = view;
    if (escalation === null || escalation.id !== entry.id) return null;
    const { state, because } = escalation;
    const agent = escalation.agent ?? escalation.care.route?.agent ?? null;
    const shown = { ...shared, ...caseOf(deps, view, escalation, reader), state, agent };
    const refused = view.replies.findLast((reply) => reply.state === 'rejected');
    if (because !== 'send_rejected' || refused === undefined) return { ...shown, because, text: null };
    // The words are a draft again, which a person may mend and approve, with the platform's reason.
    const reason = `${because}: ${refused.because}`;
    return { ...shown, kind: 'draft', id: refused.id, because: reason, text: refused.text };
  }
  if (entry.kind === 'action') {
    const action = await inboxAction(deps, entry, reader);
    return action === null ? null : { ...shared, ...noCase, ...action };
  }
  const draft = await draftOf(deps, entry);
  if (draft === null || draft.state !== 'draft') return null;
  const { state, because, text } = draft;
  return { ...shared, ...noCase, state, because, agent: null, text };
};

export const entriesFor = async (deps: DeskDeps, caller: DeskCaller): Promise<readonly InboxEntry[]> =>
  (
    await Promise.all((await tenantsOf(deps, caller)).map(async (tenant) => deps.inbox.waiting(tenant)))
  ).flat();

/** What a platform refused comes first: its buyer believes in an answer that never came. Then whoever waits longest in vain. */
const place = ({ because, overdue, level }: InboxItem): number => {
  if (because.startsWith('send_rejected')) return 0;
  if (overdue) return 1;
  return 2 + agentLevels.length - agentLevels.findIndex((one) => one === level);
};

const clockOf = ({ dueAt, promisedBy, waitingSince: waits, since }: InboxItem): string =>
  waits === null ? `~${since}` : (dueAt ?? promisedBy ?? since);

const fits = (item: InboxItem, filter: InboxFilter): boolean =>
  (filter.state === undefined || item.state === filter.state) &&
  (filter.agent === undefined || item.agent === filter.agent) &&
  (filter.language === undefined || item.language === filter.language) &&
  (filter.sentiment === undefined || item.sentiment === filter.sentiment) &&
  (filter.because === undefined || item.because.startsWith(filter.because)) &&
  (filter.channel === undefined || item.channel === filter.channel) &&
  (filter.overdue === undefined || item.overdue === filter.overdue);

export const listInbox = async (
  deps: DeskDeps,
  caller: DeskCaller,
  filter: InboxFilter = {},
): Promise<readonly InboxItem[]> => {
  const entries = await entriesFor(deps, caller);
  const items = await Promise.all(entries.map(async (entry) => itemOf(deps, caller, entry)));
  return items
    .flatMap((item) => item ?? [])
    .filter((item) => fits(item, filter))
    .toSorted((one, other) => place(one) - place(other) || clockOf(one).localeCompare(clockOf(other)));
};

/** A reply that a person may send: a draft, or one that was refused and whose case is open. */
export const findWaitingReply = async (
  deps: DeskDeps,
  caller: DeskCaller,
  id: ReplyId,
): Promise<Reply | null> => {
  const entries = await entriesFor(deps, caller);
  const draft = entries.find((entry) => entry.id === id && entry.kind === 'draft');
  if (draft !== undefined) return draftOf(deps, draft);
  for (const entry of entries.filter(({ kind }) => kind === 'escalation')) {
    const view = await deps.conversations.view(entry);
    const reply = view?.replies.find((one) => one.id === id);
    if (reply !== undefined) return reply;
  }
  return null;
};
