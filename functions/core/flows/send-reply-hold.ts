/** When a reply that is ready must not leave: a person has the conversation, the emergency stop is on, or the buyer wrote again. */
import { threadRules } from '../channels/manifests.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { Change } from '../ports/conversations.ts';
import { outdatingMessage } from './burst.ts';
import { tellMachine } from './case-machine.ts';
import { stepAside } from './hear-person.ts';
import { keptChanging, untilSettled } from './kit.ts';
import { names, type Sending } from './sending.ts';
import { markBack, reject, type StateDeps } from './send-reply-states.ts';

/** The reply and the message that it answers, each to another state; nothing when one of them moved meanwhile. */
const withdraw = async (
  deps: StateDeps,
  { view, reply }: Sending,
  to: 'draft' | 'cancelled',
  because: string,
  message: Pick<Extract<Change, { change: 'message' }>, 'to' | 'fields'>,
): Promise<'done' | 'stale'> => {
  const withdrawn: Change = {
    change: 'reply',
    reply: reply.id,
    at: reply.createdAt,
    from: ['intended'],
    to,
    fields: { because },
  };
  const answered = view.messages
    .filter((one) => one.message === reply.inReplyTo && one.state === 'decided')
    .map((one): Change => ({
      change: 'message',
      message: one.message,
      at: one.at,
      from: ['decided'],
      ...message,
    }));
  return deps.conversations.commit(view.conversation, [withdrawn, ...answered]);
};

/** The newer message that answers for this one too. */
export const outdatedBy = ({ view, reply }: Sending): BuyerMessage | null => {
  const { channel, audience } = view.conversation;
  return outdatingMessage(view, reply, threadRules(channel, audience).burst);
};

export const cancelAsStale = async (
  deps: StateDeps,
  sending: Sending,
  by: BuyerMessage,
): Promise<Handled> => {
  const covered = { to: 'covered-by', fields: { coveredBy: by.message } } as const;
  if ((await withdraw(deps, sending, 'cancelled', 'superseded', covered)) === 'stale') return keptChanging;
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
    const changes = stepAside(deps, view, sending.reply.id);
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
    await tellMachine(deps, view, changes);
    return 'done';
  });
  if (settled === 'stale') return keptChanging;
  deps.log('reply-cancelled', { ...names(sending), because: 'agent-elsewhere' });
  return done;
};

/** A person talks to the buyer now: what we had ready is not said over their head. */
export const leaveToPerson = async (deps: StateDeps, sending: Sending): Promise<Handled> => {
  const escalated = { to: 'escalated', fields: { because: 'with_agent' } } as const;
  if ((await withdraw(deps, sending, 'cancelled', 'with_agent', escalated)) === 'stale') return keptChanging;
  deps.log('reply-cancelled', { ...names(sending), because: 'with_agent' });
  return done;
};

/** What was on its way becomes a draft: a person decides whether it still goes out. */
export const toDraft = async (deps: StateDeps, sending: Sending, because: string): Promise<Handled> => {
  const drafted = { to: 'drafted', fields: { because } } as const;
  if ((await withdraw(deps, sending, 'draft', because, drafted)) === 'stale') return keptChanging;
  deps.log('paused', { ...names(sending), because });
  return done;
};
