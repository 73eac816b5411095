/** What waits for people: the inbox, and one conversation with its turns. */
import { conversationId, isOpaqueId, replyId, type ReplyId, type TenantId } from '../domain/ids.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { Reply } from '../domain/reply.ts';
import type { ConversationStore, ConversationView, Inbox, InboxEntry } from '../ports/conversations.ts';
import type { OutboundStage } from '../ports/queues.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { CaseTools } from './case-machine.ts';

export type DeskDeps = CaseTools & {
  readonly tenants: Pick<TenantDirectory, 'tenants'>;
  readonly conversations: ConversationStore;
  readonly inbox: Inbox;
  readonly outbound: OutboundStage;
};

/** Whom the caller may act for: one tenant of a token, or every tenant for the deployment's own operators. */
export type DeskCaller = { readonly tenant: TenantId | 'every'; readonly agent: string };

export type DeskProblem =
  | { readonly kind: 'no-such-conversation' }
  | { readonly kind: 'no-such-draft' }
  | { readonly kind: 'nothing-to-answer' }
  | { readonly kind: 'stale' };

/** One line of the inbox: a case or a draft, with what a person needs to choose it. */
export type InboxItem = {
  readonly kind: 'escalation' | 'draft';
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

const sharedOf = (view: ConversationView, entry: InboxEntry) => {
  const newest = view.messages.at(-1);
  return {
    kind: entry.kind,
    tenant: view.conversation.tenant,
    conversation: view.conversation.id,
    id: entry.id,
    since: entry.since.toISOString(),
    language: newest?.understanding?.language ?? view.conversation.language,
    intent: newest?.understanding?.intent ?? null,
    sentiment: newest?.understanding?.sentiment ?? null,
    lastBuyerText: newest?.text ?? '',
  };
};

/** A draft by its own address: it waits although the conversation has grown far beyond it. */
const draftOf = async (deps: DeskDeps, { tenant, conversation, id, since }: InboxEntry) =>
  deps.conversations.reply({ tenant, conversation, reply: replyId(id), at: since });

/** Null: the list runs behind, and somebody has dealt with it already. */
const itemOf = async (deps: DeskDeps, entry: InboxEntry): Promise<InboxItem | null> => {
  const view = await deps.conversations.view(entry);
  if (view === null) return null;
  if (entry.kind === 'escalation') {
    if (view.escalation === null || view.escalation.id !== entry.id) return null;
    const { state, because, agent, dueAt, claim } = view.escalation;
    const clock = { dueAt: dueAt?.toISOString() ?? null, actions: [...(claim?.actions ?? [])] };
    const shown = { ...sharedOf(view, entry), ...clock, state, agent };
    const refused = view.replies.findLast((reply) => reply.state === 'rejected');
    if (because !== 'send_rejected' || refused === undefined) return { ...shown, because, text: null };
    // The words are a draft again, which a person may mend and approve, with the platform's reason.
    const reason = `${because}: ${refused.because}`;
    return { ...shown, kind: 'draft', id: refused.id, because: reason, text: refused.text };
  }
  const draft = await draftOf(deps, entry);
  if (draft === null || draft.state !== 'draft') return null;
  return {
    ...sharedOf(view, entry),
    state: draft.state,
    because: draft.because,
    agent: null,
    text: draft.text,
    dueAt: null,
    actions: [],
  };
};

const entriesFor = async (deps: DeskDeps, caller: DeskCaller): Promise<readonly InboxEntry[]> =>
  (
    await Promise.all((await tenantsOf(deps, caller)).map(async (tenant) => deps.inbox.waiting(tenant)))
  ).flat();

/** What a platform refused comes first: its buyer believes in an answer that never came. */
const place = ({ because }: InboxItem): number => (because.startsWith('send_rejected') ? 0 : 1);

export const listInbox = async (deps: DeskDeps, caller: DeskCaller): Promise<readonly InboxItem[]> => {
  const items = await Promise.all((await entriesFor(deps, caller)).map(async (entry) => itemOf(deps, entry)));
  return items.flatMap((item) => item ?? []).toSorted((one, other) => place(one) - place(other));
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

/** Turns that a person reads before answering. */
const wholeStory = 200;

/** A conversation with its turns, oldest first. */
export const showConversation = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
): Promise<Outcome<ConversationView, DeskProblem>> => {
  const view = await findView(deps, caller, conversation, wholeStory);
  return view === null ? failed({ kind: 'no-such-conversation' }) : found(view);
};
