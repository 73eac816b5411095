/** What waits for people: the inbox, and one conversation with its turns. */
import { conversationId, isOpaqueId, type TenantId } from '../domain/ids.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { ConversationStore, ConversationView, Inbox } from '../ports/conversations.ts';
import type { OutboundStage } from '../ports/queues.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { Tools } from './kit.ts';

export type DeskDeps = Tools & {
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
): Promise<ConversationView | null> => {
  if (!isOpaqueId(conversation)) return null;
  for (const tenant of await tenantsOf(deps, caller)) {
    const view = await deps.conversations.view({ tenant, conversation: conversationId(conversation) });
    if (view !== null) return view;
  }
  return null;
};

const itemOf = (
  view: ConversationView,
  entry: { kind: 'escalation' | 'draft'; id: string; since: Date },
): InboxItem | null => {
  const newest = view.messages.at(-1);
  const shared = {
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
  if (entry.kind === 'escalation') {
    if (view.escalation === null || view.escalation.id !== entry.id) return null;
    const { state, because, agent, dueAt, claim } = view.escalation;
    const clock = { dueAt: dueAt?.toISOString() ?? null, actions: [...(claim?.actions ?? [])] };
    const refused = view.replies.findLast((reply) => reply.state === 'rejected');
    if (because !== 'send_rejected' || refused === undefined)
      return { ...shared, ...clock, state, because, agent, text: null };
    // What the platform refused waits as a draft with its reason: a person changes the words and approves, or answers anew.
    const { id, text } = refused;
    return {
      ...shared,
      ...clock,
      kind: 'draft',
      id,
      state,
      because: `${because}: ${refused.because}`,
      agent,
      text,
    };
  }
  const draft = view.replies.find((reply) => reply.id === entry.id);
  return draft === undefined
    ? null
    : {
        ...shared,
        state: draft.state,
        because: draft.because,
        agent: null,
        text: draft.text,
        dueAt: null,
        actions: [],
      };
};

/** What a platform refused comes first: its buyer believes in an answer that never came. */
const place = ({ because }: InboxItem): number => (because.startsWith('send_rejected') ? 0 : 1);

export const listInbox = async (deps: DeskDeps, caller: DeskCaller): Promise<readonly InboxItem[]> => {
  const entries = (
    await Promise.all((await tenantsOf(deps, caller)).map(async (tenant) => deps.inbox.waiting(tenant)))
  ).flat();
  const items = await Promise.all(
    entries.map(async (entry) => {
      const view = await deps.conversations.view(entry);
      return view === null ? null : itemOf(view, entry);
    }),
  );
  return items.flatMap((item) => item ?? []).toSorted((one, other) => place(one) - place(other));
};

/** A conversation with its turns, oldest first. */
export const showConversation = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
): Promise<Outcome<ConversationView, DeskProblem>> => {
  const view = await findView(deps, caller, conversation);
  return view === null ? failed({ kind: 'no-such-conversation' }) : found(view);
};
