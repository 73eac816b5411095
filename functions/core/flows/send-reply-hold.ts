/** When a reply that is ready must not leave: the buyer wrote again, or the emergency stop is on. */
import { done, type Handled } from '../domain/outcome.ts';
import type { Change } from '../ports/conversations.ts';
import { timing } from '../policy/timing.ts';
import { stepAside } from './hear-person.ts';
import { storedLast, unanswered, untilSettled, type Tools } from './kit.ts';
import { names, type Sending } from './sending.ts';
import { markBack, reject, type StateDeps } from './send-reply-states.ts';

const retry: Handled = { then: 'retry', afterSeconds: 2, because: 'the conversation kept changing' };

/**
 * The buyer wrote again since it was composed, and has not waited too long: the newest message answers all.
 * A holding word is never stale: the person it announces will read everything.
 */
export const isStale = (deps: Pick<Tools, 'clock'>, sending: Sending): boolean => {
  const { view, reply } = sending;
  if (reply.holding || view.conversation.buyerTurn <= reply.buyerTurn) return false;
  const newer = unanswered(view).filter((message) => message.buyerTurn > reply.buyerTurn);
  if (newer.length === 0) return false;
  const waiting = view.messages.find((message) => message.message === reply.inReplyTo);
  const waited = deps.clock().getTime() - (waiting?.acceptedAt ?? reply.createdAt).getTime();
  return waited < timing.longestBurstSeconds * 1000;
};

const answeredMessage = (sending: Sending) =>
  sending.view.messages.filter(
    (message) => message.message === sending.reply.inReplyTo && message.state === 'decided',
  );

export const cancelAsStale = async (deps: StateDeps, sending: Sending): Promise<Handled> => {
  const newest = storedLast(unanswered(sending.view));
  if (newest === undefined) return retry;
  const cancelled: Change = {
    change: 'reply',
    reply: sending.reply.id,
    at: sending.reply.createdAt,
    from: ['intended'],
    to: 'cancelled',
    fields: { because: 'superseded' },
  };
  const covered = answeredMessage(sending).map((message): Change => ({
    change: 'message',
    message: message.message,
    at: message.at,
    from: ['decided'],
    to: 'covered-by',
    fields: { coveredBy: newest.message },
  }));
  if ((await deps.conversations.commit(sending.view.conversation, [cancelled, ...covered])) === 'stale')
    return retry;
  deps.log('reply-cancelled', { ...names(sending), because: 'superseded' });
  return done;
};

/** A person of the seller's answered on the platform meanwhile: ours is not said, and the conversation is theirs. */
export const giveWay = async (deps: StateDeps, sending: Sending): Promise<Handled> => {
  // Two people: who wrote at our desk must hear that the words did not leave.
  if (sending.reply.kind === 'person')
    return reject(deps, sending, 'send_rejected', 'somebody has answered on the platform');
  await markBack(deps, sending);
  const settled = await untilSettled(async () => {
    const view = await deps.conversations.view(sending.address);
    if (view === null) return 'done';
    return deps.conversations.commit(view.conversation, stepAside(deps, view, sending.reply.id));
  });
  if (settled === 'stale') return retry;
  deps.log('reply-cancelled', { ...names(sending), because: 'agent-elsewhere' });
  return done;
};

/** What was on its way becomes a draft: a person decides whether it still goes out. */
export const toDraft = async (deps: StateDeps, sending: Sending, because: string): Promise<Handled> => {
  const draft: Change = {
    change: 'reply',
    reply: sending.reply.id,
    at: sending.reply.createdAt,
    from: ['intended'],
    to: 'draft',
    fields: { because },
  };
  const drafted = answeredMessage(sending).map((message): Change => ({
    change: 'message',
    message: message.message,
    at: message.at,
    from: ['decided'],
    to: 'drafted',
    fields: { because },
  }));
  if ((await deps.conversations.commit(sending.view.conversation, [draft, ...drafted])) === 'stale')
    return retry;
  deps.log('paused', { ...names(sending), because });
  return done;
};
