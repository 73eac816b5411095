/** A person's words to the buyer, typed in the person's own language; and drafts of ours that a person sends. */
import { threadRules } from '../channels/manifests.ts';
import { isOpaqueId, replyId } from '../domain/ids.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { Reply } from '../domain/reply.ts';
import type { Change, ConversationView } from '../ports/conversations.ts';
import { dueAfter } from '../policy/timing.ts';
import { tellMachine } from './case-machine.ts';
import { deskOf, settled, silenceOwn, takeChanges, toPerson, unknownAgent, type Done } from './desk.ts';
import { audited, auditFirstResponse } from './desk-audit.ts';
import type { DeskCaller, DeskDeps, DeskProblem } from './desk-caller.ts';
import { findWaitingReply } from './desk-inbox.ts';
import { prepareWords, type Prepared } from './desk-words.ts';

/** What went out, and how: the agent reads it back. */
export type Said = Done & Pick<Prepared, 'text' | 'language' | 'back' | 'note' | 'length' | 'most'>;

/** `number`: one that no send of this reply had before, or the queue would take it for a repeat. */
const forward = async (deps: DeskDeps, reply: Reply, number: number): Promise<void> => {
  const { tenant, conversation, id, createdAt } = reply;
  await deps.outbound.forward({ tenant, conversation, reply: id, at: createdAt }, number);
};

const said = (view: ConversationView, state: string, reply: string, prepared: Prepared): Said => {
  const { text, language, back, note, length, most } = prepared;
  return { conversation: view.conversation.id, state, reply, text, language, back, note, length, most };
};

const personsReply = (
  deps: DeskDeps,
  view: ConversationView,
  newest: ConversationView['messages'][number],
  id: Reply['id'],
  { text, language }: Prepared,
): Reply => ({
  tenant: view.conversation.tenant,
  conversation: view.conversation.id,
  id,
  inReplyTo: newest.message,
  inReplyToAt: newest.at,
  state: 'intended',
  kind: 'person',
  text,
  language,
  buyerTurn: view.conversation.buyerTurn,
  holding: false,
  createdAt: deps.clock(),
  attempts: 0,
  requeued: 0,
  platformId: null,
  because: 'person',
  asks: null,
});

/**
 * A person's words go out by the same road as ours, with the same proof. The same words to the same message are sent
 * once, however often the command runs. Nothing of what was typed is lost: a problem gives it back.
 */
export const answerConversation = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
  typed: string,
): Promise<Outcome<Said, DeskProblem>> => {
  let sending: Reply | null = null;
  const result = await settled<Said>(deps, caller, conversation, async (view) => {
    const newest = view.messages.at(-1);
    const settings = await deskOf(deps, view);
    if (newest === undefined || settings === null) return failed({ kind: 'nothing-to-answer' });
    const problem = unknownAgent(settings, caller.agent);
    if (problem !== null) return failed(problem);
    if (view.conversation.state === 'closed' && view.escalation === null)
      return failed({ kind: 'closed', text: typed });
    const id = deps.derive.reply(newest.message, `person#${deps.contentHash(caller.agent, typed)}`);
    const prepared = await prepareWords(deps, view, settings, typed, id);
    if (!prepared.ok) return prepared;
    const told = said(view, 'with-agent', id, prepared.value);
    if (view.replies.some((reply) => reply.id === id)) return found(told);
    const reply = personsReply(deps, view, newest, id, prepared.value);
    const changes: readonly Change[] = [
      { change: 'new-reply', reply, dueAt: dueAfter(deps.clock()) },
      ...takeChanges(deps, view, caller.agent),
      ...silenceOwn(view, id),
      ...toPerson(view),
      ...prepared.value.lines.map((line): Change => ({ change: 'usage', line })),
    ];
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
    sending = reply;
    await afterwards(deps, caller, view, changes, prepared.value);
    return found(told);
  });
  if (result.ok && sending !== null) await forward(deps, sending, 0);
  return result;
};

const afterwards = async (
  deps: DeskDeps,
  caller: DeskCaller,
  view: ConversationView,
  changes: readonly Change[],
  { from, language, length, note }: Prepared,
): Promise<void> => {
  const { tenant, id, buyer } = view.conversation;
  await audited(deps, caller, tenant, 'answered', id, {
    characters: length,
    from,
    into: language,
    translated: note === null && from !== language ? 'yes' : 'no',
  });
  if (view.escalation !== null) await auditFirstResponse(deps, caller, view.escalation);
  await deps.buyerAgents.remember(tenant, buyer, caller.agent);
  await tellMachine(deps, view, changes);
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

/** The buyer wrote after it was composed, where one answer is for all: whoever approves must have read that. */
const isStale = (view: ConversationView, draft: Reply): boolean => {
  const { channel, audience, buyerTurn } = view.conversation;
  return (
    draft.state === 'draft' &&
    threadRules(channel, audience).burst === 'together' &&
    buyerTurn > draft.buyerTurn
  );
};

/**
 * Sends a draft, or a reply that the platform refused, after a person has read it (and perhaps changed its words).
 * `anyway`: also when the buyer has written since.
 */
export const approveDraft = async (
  deps: DeskDeps,
  caller: DeskCaller,
  draft: string,
  typed: string | null,
  anyway = false,
): Promise<Outcome<Done, DeskProblem>> => {
  const reply = isOpaqueId(draft) ? await findWaitingReply(deps, caller, replyId(draft)) : null;
  if (reply === null || (reply.state !== 'draft' && reply.state !== 'rejected'))
    return failed({ kind: 'no-such-draft' });
  const view = await deps.conversations.view(reply);
  const settings = view === null ? null : await deskOf(deps, view);
  if (view === null || settings === null) return failed({ kind: 'no-such-draft' });
  const problem = unknownAgent(settings, caller.agent);
  if (problem !== null) return failed(problem);
  if (!anyway && isStale(view, reply)) return failed({ kind: 'stale-draft', draft });
  const prepared = typed === null ? null : await prepareWords(deps, view, settings, typed, reply.id);
  if (prepared !== null && !prepared.ok) return prepared;
  const now = deps.clock();
  const changes: readonly Change[] = [
    approval(reply, prepared?.value.text ?? null, now),
    ...(prepared?.value.lines ?? []).map((line): Change => ({ change: 'usage', line })),
  ];
  // Somebody was quicker: approved it, or wrote instead.
  if ((await deps.conversations.commit(view.conversation, changes)) === 'stale')
    return failed({ kind: 'no-such-draft' });
  await audited(deps, caller, view.conversation.tenant, 'approved', reply.id);
  await forward(deps, reply, now.getTime());
  await tellMachine(deps, view, changes);
  return found({ conversation: reply.conversation, state: view.conversation.state, reply: reply.id });
};
