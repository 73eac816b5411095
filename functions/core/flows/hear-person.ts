/** Hears words that left the seller's side: our own echo is let pass, a person's words stop what we were about to say. */
import { done, type Handled } from '../domain/outcome.ts';
import type { Conversation } from '../domain/conversation.ts';
import { openedCase } from '../domain/escalation.ts';
import type { EscalationId } from '../domain/ids.ts';
import type { Account } from '../domain/tenant.ts';
import type { OutgoingMessage } from '../ports/channel.ts';
import type { Change, ConversationStore, ConversationView } from '../ports/conversations.ts';
import type { OpaqueIds } from '../ports/tools.ts';
import type { Reply, ReplyState } from '../domain/reply.ts';
import { watchAfter } from '../policy/timing.ts';
import { tellMachine, type CaseTools } from './case-machine.ts';
import { handOver } from './hand-over.ts';
import { keptChanging, untilSettled, type Tools } from './kit.ts';

export type HearPersonDeps = CaseTools & {
  readonly conversations: ConversationStore;
  readonly ids: OpaqueIds;
};

/** Our replies that have not left: cancelled, and what they answered is the person's. */
export const silence = (view: ConversationView, because: 'agent_elsewhere' | 'claim'): readonly Change[] => {
  const ours = view.replies.filter(
    (reply) => reply.kind !== 'person' && (reply.state === 'intended' || reply.state === 'draft'),
  );
  const answered = new Set(ours.map((reply) => reply.inReplyTo));
  const messages = view.messages.filter(
    (message) =>
      answered.has(message.message) && (message.state === 'decided' || message.state === 'drafted'),
  );
  return [
    ...ours.map((reply): Change => ({
      change: 'reply',
      reply: reply.id,
      at: reply.createdAt,
      from: [reply.state],
      to: 'cancelled',
      fields: { because: because.replaceAll('_', '-') },
    })),
    ...messages.map((message): Change => ({
      change: 'message',
      message: message.message,
      at: message.at,
      from: [message.state],
      to: 'escalated',
      fields: { because },
    })),
  ];
};

/** The person's case: the one that waits becomes theirs, or a new one that is taken already. */
const theirCase = (deps: Tools, view: ConversationView, source: string): readonly Change[] => {
  const { conversation, escalation } = view;
  if (escalation !== null) {
    const take: Change = {
      change: 'escalation',
      escalation: escalation.id,
      from: ['waiting', 'taken'],
      to: 'taken',
      agent: 'elsewhere',
    };
    return conversation.state === 'with-agent' ? [take] : [take, withAgent(conversation, escalation.id)];
  }
  const id = deps.derive.escalation(source);
  const now = deps.clock();
  const opened: Change = {
    change: 'new-escalation',
    escalation: openedCase({
      tenant: conversation.tenant,
      conversation: conversation.id,
      id,
      state: 'taken',
      because: 'agent_elsewhere',
      message: null,
      agent: 'elsewhere',
      openedAt: now,
      watchAt: watchAfter(now),
    }),
  };
  return [opened, withAgent(conversation, id)];
};

const withAgent = (conversation: Conversation, escalation: EscalationId): Change => ({
  change: 'conversation',
  version: conversation.version,
  to: 'with-agent',
  fields: { escalation },
});

/** A person answers: what we were about to say is stopped, and the case is theirs. A source opens one case, however often. */
export const stepAside = (deps: Tools, view: ConversationView, source: string): readonly Change[] => [
  ...silence(view, 'agent_elsewhere'),
  ...(view.conversation.state === 'closed' ? [] : theirCase(deps, view, source)),
];

const leaving: ReadonlySet<ReplyState> = new Set(['attempted', 'unknown', 'confirmed', 'rejected']);

/**
 * Platforms that hand back no reply id: our words are known by the id that they got there, or while we do not know it
 * yet, by being the very words.
 */
const ownReply = (view: ConversationView, words: OutgoingMessage): Reply | undefined =>
  words.reply === null
    ? view.replies.find(
        ({ platformId, state, text }) =>
          platformId === words.message ||
          (platformId === null && leaving.has(state) && text.trim() === words.text.trim()),
      )
    : undefined;

/** Words of ours that the platform took back after we took them for sent: a person gets them, first in the queue. */
const takenBack = (deps: Tools, view: ConversationView, reply: Reply): readonly Change[] =>
  reply.state === 'confirmed'
    ? handOver(deps, view, {
        source: reply.id,
        message: reply.inReplyTo,
        because: 'send_rejected',
        takesConversation: true,
      })
    : [];

const committed = async (
  deps: HearPersonDeps,
  view: ConversationView,
  changes: readonly Change[],
): Promise<'done' | 'stale'> => {
  const written = await deps.conversations.commit(view.conversation, changes);
  if (written === 'done') await tellMachine(deps, view, changes);
  return written;
};

export const hearPerson = async (
  deps: HearPersonDeps,
  account: Account,
  words: OutgoingMessage,
): Promise<Handled> => {
  const address = {
    tenant: account.tenant,
    conversation: deps.ids.conversation(account.channel, account.id, words.conversation),
  };
  if (words.reply !== null && (await deps.conversations.isOurReply(address, words.reply))) {
    deps.log('message-dropped', { ...address, because: 'own-echo' });
    return done;
  }
  const heard = await untilSettled(async () => {
    const view = await deps.conversations.view(address);
    // A person who writes first, before any buyer did: there is nothing of ours to stop.
    if (view === null) return 'nothing-to-stop';
    const id = deps.ids.message(account.channel, account.id, words.message);
    const said = { id, at: words.at, text: words.text };
    if (await deps.conversations.hasWords(address, said)) return 'heard-before';
    const own = ownReply(view, words);
    if (own !== undefined) {
      const changes = words.refused === null ? [] : takenBack(deps, view, own);
      if (changes.length === 0) return 'own';
      return (await committed(deps, view, changes)) === 'stale' ? 'stale' : 'taken-back';
    }
    const kept: Change = { change: 'outgoing-words', words: said };
    const changes = [kept, ...stepAside(deps, view, id)];
    return (await committed(deps, view, changes)) === 'stale' ? 'stale' : 'heard';
  });
  if (heard === 'stale') return keptChanging;
  if (heard === 'own') deps.log('message-dropped', { ...address, because: 'own-echo' });
  if (heard === 'taken-back') deps.log('conversation-escalated', { ...address, because: 'send_rejected' });
  if (heard === 'heard') deps.log('agent-heard', { ...address, because: 'agent_elsewhere' });
  return done;
};
