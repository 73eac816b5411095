/** How a reply moves while it is sent, each move one commit. */
import type { HandOverReason } from '../domain/decision.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { ReplyState } from '../domain/reply.ts';
import type { Change, ConversationStore } from '../ports/conversations.ts';
import type { Mode } from '../domain/decision.ts';
import { handOver } from './hand-over.ts';
import { tellMachine, type CaseTools } from './case-machine.ts';
import { keptChanging, lineOf, untilSettled } from './kit.ts';
import { answeredBy, names, type Sending } from './sending.ts';

export type StateDeps = CaseTools & { readonly conversations: ConversationStore };
type Fields = Extract<Change, { change: 'reply' }>['fields'];

const move = (
  sending: Sending,
  from: readonly ReplyState[],
  to: ReplyState,
  fields: Fields = {},
): Change => ({
  change: 'reply',
  reply: sending.reply.id,
  at: sending.reply.createdAt,
  from,
  to,
  fields: fields ?? {},
});

/** False when another run was quicker. */
export const markAttempted = async (deps: StateDeps, sending: Sending): Promise<boolean> => {
  const fields = { attempts: sending.reply.attempts + 1 };
  return (
    (await deps.conversations.commit(sending.view.conversation, [
      move(sending, ['intended'], 'attempted', fields),
    ])) === 'done'
  );
};

/** It certainly was not taken: it may be attempted again. */
export const markBack = async (deps: StateDeps, sending: Sending): Promise<void> => {
  const back = move(sending, ['attempted', 'unknown'], 'intended');
  await deps.conversations.commit(sending.view.conversation, [back]);
};

export const markUnknown = async (deps: StateDeps, sending: Sending): Promise<void> => {
  const unknown = move(sending, ['attempted'], 'unknown');
  await deps.conversations.commit(sending.view.conversation, [unknown]);
};

const modeOf = (sending: Sending): Mode =>
  sending.reply.kind === 'automatic' ? 'automatic' : sending.reply.kind === 'approved' ? 'review' : 'human';

const secondsSince = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));

/** What a confirmed reply bills: our own words, not a person's and not the honest word that a person will come. */
const billed = (deps: StateDeps, sending: Sending): readonly Change[] => {
  if (sending.reply.holding || sending.reply.kind === 'person') return [];
  const message = sending.view.messages.find((turn) => turn.message === sending.reply.inReplyTo);
  const line = lineOf(deps, sending.view.conversation, {
    unit: 'generated_reply',
    source: sending.reply.id,
    quantity: 1,
    language: sending.reply.language,
    intent: message?.understanding?.intent ?? null,
    mode: modeOf(sending),
    module: 'answering',
    occurredAt: sending.reply.createdAt,
    acceptedAt: sending.reply.createdAt,
    // What a promised response time is measured by.
    ...(message === undefined
      ? {}
      : { detail: { responseSeconds: secondsSince(message.acceptedAt, deps.clock()) } }),
  });
  return [{ change: 'usage', line }];
};

/** The messages that a confirmed reply ends; a person's, all that the person had read. A holding word ends none. */
const answered = ({ view, reply }: Sending): readonly Change[] => {
  if (reply.holding) return [];
  const own = view.messages.filter(
    (message) =>
      message.message === reply.inReplyTo ||
      (reply.kind === 'person' &&
        message.buyerTurn <= reply.buyerTurn &&
        (message.state === 'escalated' || message.state === 'dead')),
  );
  return own
    .filter((message) => ['decided', 'drafted', 'escalated', 'dead'].includes(message.state))
    .map((message): Change => ({
      change: 'message',
      message: message.message,
      at: message.at,
      from: [message.state],
      to: 'replied',
      fields: { reply: reply.id },
    }));
};

export const confirm = async (
  deps: StateDeps,
  sending: Sending,
  platformId: string | null,
): Promise<Handled> => {
  let { view } = sending;
  let isFresh = true;
  const confirmed = await untilSettled(async () => {
    if (!isFresh) view = (await deps.conversations.view(sending.address, answeredBy(sending.reply))) ?? view;
    isFresh = false;
    const now = view.replies.find((reply) => reply.id === sending.reply.id)?.state;
    if (now === 'confirmed') return 'done';
    const fresh = { ...sending, view };
    const bills = billed(deps, fresh);
    const sent = move(sending, ['attempted', 'unknown', 'intended'], 'confirmed', { platformId });
    return deps.conversations.commit(view.conversation, [sent, ...answered(fresh), ...bills]);
  });
  // The platform has it; only our own record lags: the next receive reads back and finds it sent.
  if (confirmed === 'stale') return keptChanging;
  deps.log('reply-sent', {
    ...names(sending),
    state: sending.reply.holding ? 'holding' : 'replied',
    durationMs: deps.clock().getTime() - sending.reply.createdAt.getTime(),
  });
  return done;
};

/** The platform or the shop will not take it, or nobody can know: a person decides, first in the queue, and reads why. */
export const reject = async (
  deps: StateDeps,
  sending: Sending,
  because: HandOverReason,
  detail: string,
): Promise<Handled> => {
  const settled = await untilSettled(async () => {
    const view = (await deps.conversations.view(sending.address, answeredBy(sending.reply))) ?? sending.view;
    const messages = view.messages
      .filter(
        ({ message, state }) =>
          message === sending.reply.inReplyTo && (state === 'decided' || state === 'drafted'),
      )
      .map((message): Change => ({
        change: 'message',
        message: message.message,
        at: message.at,
        from: [message.state],
        to: 'escalated',
        fields: { because },
      }));
    const rejected = move(sending, ['intended', 'attempted', 'unknown'], 'rejected', { because: detail });
    const opened = handOver(deps, view, {
      // With the version: a reply that a person sends again may be refused again, and that is another case.
      source: `${sending.reply.id}#${String(view.conversation.version)}`,
      message: sending.reply.inReplyTo,
      because,
      takesConversation: true,
    });
    const changes = [rejected, ...messages, ...opened];
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
    await tellMachine(deps, view, opened);
    return 'done';
  });
  if (settled === 'stale') return keptChanging;
  deps.log('reply-rejected', { ...names(sending), because: detail });
  deps.log('conversation-escalated', { ...names(sending), because });
  return done;
};
