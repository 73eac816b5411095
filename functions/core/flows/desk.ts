/** What people do with what waits for them: take, answer, approve, resolve. */
import { openedCase } from '../domain/escalation.ts';
import { isOpaqueId, replyId, type ConversationId } from '../domain/ids.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { Reply } from '../domain/reply.ts';
import type { Change, ConversationView } from '../ports/conversations.ts';
import { dueAfter, watchAfter } from '../policy/timing.ts';
import {
  findView,
  findWaitingReply,
  type DeskCaller,
  type DeskDeps,
  type DeskProblem,
} from './desk-inbox.ts';
import { givenBack } from './hand-back.ts';
import { untilSettled } from './kit.ts';

type Done = { readonly conversation: ConversationId; readonly state: string; readonly reply?: string };

const settled = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
  round: (view: ConversationView) => Promise<Outcome<Done, DeskProblem> | 'stale'>,
): Promise<Outcome<Done, DeskProblem>> => {
  const result = await untilSettled(async () => {
    const view = await findView(deps, caller, conversation);
    return view === null ? failed<DeskProblem>({ kind: 'no-such-conversation' }) : round(view);
  });
  return result === 'stale' ? failed({ kind: 'stale' }) : result;
};

/** Cancels what we were about to say by ourselves: the person speaks now. */
const silenceOwn = (view: ConversationView, but: string | null): readonly Change[] =>
  view.replies
    .filter(
      (reply) =>
        reply.id !== but &&
        reply.kind === 'automatic' &&
        !reply.holding &&
        (reply.state === 'draft' || reply.state === 'intended'),
    )
    .map((reply): Change => ({
      change: 'reply',
      reply: reply.id,
      at: reply.createdAt,
      from: [reply.state],
      to: 'cancelled',
      fields: { because: 'person' },
    }));

/** The messages that nobody answered become the person's. */
const toPerson = (view: ConversationView): readonly Change[] =>
  view.messages
    .filter((message) => message.state === 'drafted' || message.state === 'decided')
    .map((message): Change => ({
      change: 'message',
      message: message.message,
      at: message.at,
      from: [message.state],
      to: 'escalated',
      fields: { because: 'with_agent' },
    }));

const newCase = (deps: DeskDeps, view: ConversationView, agent: string, at: Date): readonly Change[] => {
  const id = deps.derive.escalation(`${view.conversation.id}#taken#${String(view.conversation.version)}`);
  const { tenant, id: conversation, version } = view.conversation;
  return [
    {
      change: 'new-escalation',
      escalation: openedCase({
        tenant,
        conversation,
        id,
        state: 'taken',
        because: 'with_agent',
        message: null,
        agent,
        openedAt: at,
        watchAt: watchAfter(at),
      }),
    },
    { change: 'conversation', version, to: 'with-agent', fields: { escalation: id } },
  ];
};

const takeChanges = (deps: DeskDeps, view: ConversationView, agent: string): readonly Change[] => {
  const { conversation, escalation } = view;
  if (escalation === null)
    return conversation.state === 'closed' ? [] : newCase(deps, view, agent, deps.clock());
  const taken: Change = {
    change: 'escalation',
    escalation: escalation.id,
    from: ['waiting', 'taken'],
    to: 'taken',
    agent,
  };
  return conversation.state === 'with-agent'
    ? [taken]
    : [
        taken,
        {
          change: 'conversation',
          version: conversation.version,
          to: 'with-agent',
          fields: { escalation: escalation.id },
        },
      ];
};

/** A closed conversation stays closed until the buyer writes again. */
const stateAfter = ({ conversation, escalation }: ConversationView) =>
  conversation.state === 'closed' && escalation === null ? 'closed' : 'with-agent';

export const takeConversation = async (deps: DeskDeps, caller: DeskCaller, conversation: string) =>
  settled(deps, caller, conversation, async (view) => {
    const changes = [...takeChanges(deps, view, caller.agent), ...silenceOwn(view, null), ...toPerson(view)];
    if (changes.length === 0)
      return found({ conversation: view.conversation.id, state: view.conversation.state });
    const written = await deps.conversations.commit(view.conversation, changes);
    return written === 'stale'
      ? 'stale'
      : found({ conversation: view.conversation.id, state: stateAfter(view) });
  });

/** A person's words go out by the same road as ours, with the same proof. */
export const answerConversation = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
  text: string,
) => {
  const now = deps.clock();
  let sending: Reply | null = null;
  const result = await settled(deps, caller, conversation, async (view) => {
    const newest = view.messages.at(-1);
    if (newest === undefined) return failed<DeskProblem>({ kind: 'nothing-to-answer' });
    const reply: Reply = {
      tenant: view.conversation.tenant,
      conversation: view.conversation.id,
      id: deps.derive.reply(newest.message, `person#${now.toISOString()}`),
      inReplyTo: newest.message,
      inReplyToAt: newest.at,
      state: 'intended',
      kind: 'person',
      text,
      language: view.conversation.language ?? 'unknown',
      buyerTurn: view.conversation.buyerTurn,
      holding: false,
      createdAt: now,
      attempts: 0,
      requeued: 0,
      platformId: null,
      because: 'person',
      asks: null,
    };
    const changes = [
      { change: 'new-reply', reply, dueAt: dueAfter(now) } as const,
      ...takeChanges(deps, view, caller.agent),
      ...silenceOwn(view, reply.id),
      ...toPerson(view),
    ];
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
    sending = reply;
    return found({ conversation: view.conversation.id, state: stateAfter(view), reply: reply.id });
  });
  if (result.ok) await forward(deps, sending, 0);
  return result;
};

/** `number`: one that no send of this reply had before, or the queue would take it for a repeat. */
const forward = async (deps: DeskDeps, reply: Reply | null, number: number): Promise<void> => {
  if (reply === null) return;
  const { tenant, conversation, id, createdAt } = reply;
  await deps.outbound.forward({ tenant, conversation, reply: id, at: createdAt }, number);
};

const approval = (reply: Reply, text: string | null, now: Date): Change => ({
  change: 'reply',
  reply: reply.id,
  at: reply.createdAt,
  from: [reply.state],
  to: 'intended',
  fields: {
    kind: 'approved',
    because: 'approved',
    dueAt: dueAfter(now),
    ...(text === null ? {} : { text }),
  },
});

/** Sends a draft, or a reply that the platform refused, after a person has read it (and perhaps changed its words). */
export const approveDraft = async (
  deps: DeskDeps,
  caller: DeskCaller,
  draft: string,
  text: string | null,
): Promise<Outcome<Done, DeskProblem>> => {
  const reply = isOpaqueId(draft) ? await findWaitingReply(deps, caller, replyId(draft)) : null;
  if (reply === null || (reply.state !== 'draft' && reply.state !== 'rejected'))
    return failed({ kind: 'no-such-draft' });
  const view = await deps.conversations.view(reply);
  if (view === null) return failed({ kind: 'no-such-draft' });
  const now = deps.clock();
  const written = await deps.conversations.commit(view.conversation, [approval(reply, text, now)]);
  // Somebody was quicker: approved it, or wrote instead.
  if (written === 'stale') return failed({ kind: 'no-such-draft' });
  await forward(deps, reply, now.getTime());
  return found({ conversation: reply.conversation, state: view.conversation.state, reply: reply.id });
};

/** Ends the case with what is left of it, and closes the conversation; the buyer's next message opens it again. */
export const resolveConversation = async (deps: DeskDeps, caller: DeskCaller, conversation: string) =>
  settled(deps, caller, conversation, async (view) => {
    const { conversation: owner, escalation } = view;
    const changes: readonly Change[] = [
      ...(escalation === null
        ? []
        : [
            {
              change: 'escalation',
              escalation: escalation.id,
              from: ['waiting', 'taken'],
              to: 'resolved',
              agent: caller.agent,
            } as const,
          ]),
      ...(owner.state === 'closed'
        ? []
        : [
            {
              change: 'conversation',
              version: owner.version,
              to: 'closed',
              fields: givenBack(owner, deps.clock()),
            } as const,
          ]),
      ...silenceOwn(view, null),
      ...toPerson(view),
    ];
    if (changes.length === 0) return found({ conversation: owner.id, state: owner.state });
    return (await deps.conversations.commit(owner, changes)) === 'stale'
      ? 'stale'
      : found({ conversation: owner.id, state: 'closed' });
  });
