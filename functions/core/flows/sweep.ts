/** Finds what is past its due time: puts it back once, and then gives it to a person. */
import { isFinished, type BuyerMessage } from '../domain/message.ts';
import type {
  Change,
  ConversationStore,
  ConversationView,
  OverdueEntry,
  OverdueIndex,
} from '../ports/conversations.ts';
import type { NextStage, OutboundStage } from '../ports/queues.ts';
import { dueAfter } from '../policy/timing.ts';
import { handOver } from './hand-over.ts';
import { nextRun, tellMachine, type CaseTools } from './case-machine.ts';

export type SweepDeps = CaseTools & {
  readonly overdue: OverdueIndex;
  readonly conversations: ConversationStore;
  readonly toRecognize: NextStage;
  readonly toGenerate: NextStage;
  readonly toSend: OutboundStage;
};

const atMost = 400;

const messageToPerson = async (
  deps: SweepDeps,
  view: ConversationView,
  message: BuyerMessage,
): Promise<void> => {
  const escalated: Change = {
    change: 'message',
    message: message.message,
    at: message.at,
    from: [message.state],
    to: 'escalated',
    fields: { because: 'overdue' },
  };
  const opened = handOver(deps, view, {
    source: message.message,
    message: message.message,
    because: 'overdue',
    takesConversation: true,
  });
  if ((await deps.conversations.commit(view.conversation, [escalated, ...opened])) === 'done') {
    await tellMachine(deps, view, opened);
    deps.log('conversation-escalated', {
      tenant: message.tenant,
      conversation: message.conversation,
      message: message.message,
      because: 'overdue',
    });
  }
};

const sweepMessage = async (
  deps: SweepDeps,
  address: Extract<OverdueEntry, { kind: 'message' }>['address'],
): Promise<void> => {
  const view = await deps.conversations.view(address, address);
  const message = view?.messages.find((turn) => turn.message === address.message);
  if (view === null || message === undefined || isFinished(message.state)) return;
  // Its reply has a due time of its own.
  if (
    message.state === 'decided' &&
    view.replies.some((reply) => reply.inReplyTo === message.message && reply.state !== 'cancelled')
  )
    return;
  if (message.attempt >= 1) return messageToPerson(deps, view, message);
  const attempt = message.attempt + 1;
  const again: Change = {
    change: 'requeue-message',
    message: message.message,
    at: message.at,
    from: message.state,
    attempt,
    dueAt: dueAfter(deps.clock()),
  };
  if ((await deps.conversations.commit(view.conversation, [again])) === 'stale') return;
  await (message.state === 'detected' ? deps.toRecognize : deps.toGenerate).forward(address, attempt);
  deps.count('Requeued');
  deps.log('message-requeued', {
    tenant: address.tenant,
    conversation: address.conversation,
    message: address.message,
    state: message.state,
    attempt,
  });
};

const sweepReply = async (
  deps: SweepDeps,
  address: Extract<OverdueEntry, { kind: 'reply' }>['address'],
): Promise<void> => {
  const reply = await deps.conversations.reply(address);
  if (reply === null) return;
  const view = await deps.conversations.view(address, { message: reply.inReplyTo, at: reply.inReplyToAt });
  if (view === null) return;
  if (reply.state !== 'intended' && reply.state !== 'attempted' && reply.state !== 'unknown') return;
  if (reply.requeued >= 1) {
    const because = reply.state === 'intended' ? 'overdue' : 'send_unknown';
    const rejected: Change = {
      change: 'reply',
      reply: reply.id,
      at: reply.createdAt,
      from: [reply.state],
      to: 'rejected',
      fields: { because },
    };
    const waiting = view.messages
      .filter(
        ({ message, state }) => message === reply.inReplyTo && (state === 'decided' || state === 'drafted'),
      )
      .map((message): Change => ({
        change: 'message',
        message: message.message,
        at: message.at,
        from: [message.state],
        to: 'escalated',
        fields: { because },
      }));
    const opened = handOver(deps, view, {
      source: `${reply.id}#${String(view.conversation.version)}`,
      message: reply.inReplyTo,
      because,
      takesConversation: true,
    });
    const changes = [rejected, ...waiting, ...opened];
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return;
    await tellMachine(deps, view, opened);
    deps.log('conversation-escalated', {
      tenant: address.tenant,
      conversation: address.conversation,
      reply: reply.id,
      because,
    });
    return;
  }
  const attempt = reply.requeued + 1;
  const again: Change = {
    change: 'requeue-reply',
    reply: reply.id,
    at: reply.createdAt,
    from: reply.state,
    attempt,
    dueAt: dueAfter(deps.clock()),
  };
  if ((await deps.conversations.commit(view.conversation, [again])) === 'stale') return;
  // A number that no send of it had before, or the queue would take it for a repeat.
  await deps.toSend.forward(address, reply.attempts + attempt);
  deps.count('Requeued');
  deps.log('message-requeued', {
    tenant: address.tenant,
    conversation: address.conversation,
    reply: reply.id,
    state: reply.state,
    attempt,
  });
};

/** A case whose machine should have acted long ago: never started, lost, or failed. Another one takes over. */
const sweepCase = async (
  deps: SweepDeps,
  address: Extract<OverdueEntry, { kind: 'escalation' }>['address'],
): Promise<void> => {
  const [view, escalation] = await Promise.all([
    deps.conversations.view(address),
    deps.conversations.escalation(address),
  ]);
  const watchAt = escalation?.care.watchAt ?? null;
  if (view === null || escalation === null || watchAt === null || watchAt > deps.clock()) return;
  if ((await nextRun(deps, view.conversation, escalation)) === 'done') deps.count('Requeued');
};

const sweepEntry = async (deps: SweepDeps, entry: OverdueEntry): Promise<void> => {
  switch (entry.kind) {
    case 'message':
      return sweepMessage(deps, entry.address);
    case 'reply':
      return sweepReply(deps, entry.address);
    case 'escalation':
      return sweepCase(deps, entry.address);
  }
};

/** How many were looked at. One that fails does not keep the others waiting: the next minute finds it again. */
export const sweep = (deps: SweepDeps) => async (): Promise<number> => {
  const entries = await deps.overdue.overdue(deps.clock(), atMost);
  for (const entry of entries) {
    try {
      await sweepEntry(deps, entry);
    } catch (error) {
      deps.log('failed', {
        conversation: entry.address.conversation,
        because: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
  return entries.length;
};
