/** Looks up facts, decides, and commits the decision: a reply on its way, a draft, or a case for a person. */
import { threadRules } from '../channels/manifests.ts';
import type { Decision } from '../domain/decision.ts';
import type { BuyerMessage, MessageAddress } from '../domain/message.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { Reply } from '../domain/reply.ts';
import type { Change, ConversationStore, ConversationView } from '../ports/conversations.ts';
import type { OutboundStage } from '../ports/queues.ts';
import type { PauseSwitch, TenantDirectory } from '../ports/tenants.ts';
import type { UnansweredQuestions } from '../ports/unanswered.ts';
import { burstOf, coveringMessage } from './burst.ts';
import { noteUnanswered } from './collect-unanswered.ts';
import { compose as composeReply, modeOf, type ComposeDeps, type ComposedTurn } from './compose-reply.ts';
import { withRecord } from './decision-record.ts';
import { tellMachine, type CaseTools } from './case-machine.ts';
import { keptChanging, untilSettled } from './kit.ts';
import { isHandedBackTooOften } from './hand-back.ts';
import { withPromise, type PromiseDeps } from './first-promise.ts';
import { hearRating, starsOf, type RatingDeps } from './hear-rating.ts';
import { orderAction, type OrderActionDeps } from './order-action.ts';
import { messageChange, plan } from './plan-reply.ts';
import type { Turn } from './turn.ts';

export type GenerateReplyDeps = CaseTools &
  ComposeDeps &
  OrderActionDeps &
  PromiseDeps &
  RatingDeps & {
    readonly conversations: ConversationStore;
    readonly tenants: Pick<TenantDirectory, 'tenant' | 'account'>;
    readonly pause: PauseSwitch;
    readonly outbound: OutboundStage;
    readonly unanswered: Pick<UnansweredQuestions, 'note'>;
  };

/** While the emergency stop is on nothing is said by itself: a reply becomes a draft, a hand-over is silent. */
const underStop = (decision: Decision): Decision => {
  switch (decision.kind) {
    case 'reply':
      return { ...decision, kind: 'draft', because: 'paused' };
    case 'escalate':
      return { ...decision, holding: null };
    case 'draft':
    case 'ignore':
      return decision;
  }
};

const names = (message: BuyerMessage) => ({
  tenant: message.tenant,
  conversation: message.conversation,
  message: message.message,
});

/** The same number for the same thing: the queue drops a repeat, and our rows know better than its memory. */
const forward = async (deps: GenerateReplyDeps, reply: Reply): Promise<void> => {
  const { tenant, conversation, id, createdAt, attempts, requeued } = reply;
  await deps.outbound.forward({ tenant, conversation, reply: id, at: createdAt }, attempts + requeued);
};

/** An earlier run decided: what it put on its way is put on its way again, and nothing is paid for twice. */
const forwardOwn = async (
  deps: GenerateReplyDeps,
  view: ConversationView,
  message: BuyerMessage,
): Promise<void> => {
  const own = view.replies.find(
    (reply) =>
      reply.inReplyTo === message.message && reply.kind === 'automatic' && reply.state === 'intended',
  );
  if (own !== undefined) await forward(deps, own);
};

const cover = async (
  deps: GenerateReplyDeps,
  view: ConversationView,
  message: BuyerMessage,
  by: BuyerMessage,
): Promise<Handled | 'stale'> => {
  const covered = messageChange(message, 'covered-by', { coveredBy: by.message });
  if ((await deps.conversations.commit(view.conversation, [covered])) === 'stale') return 'stale';
  deps.log('reply-decided', {
    ...names(message),
    state: 'covered-by',
    because: 'a newer message answers both',
  });
  return done;
};

/** A late message that a later answer was for already is not worth a word; any other is decided upon. */
const compose = async (deps: GenerateReplyDeps, turn: Turn): Promise<ComposedTurn> => {
  if (turn.burst.length === 0) return { decision: { kind: 'ignore', because: 'superseded' }, lines: [] };
  if (!isHandedBackTooOften(turn.view.conversation, deps.clock()))
    return composeReply(deps, turn, modeOf(turn));
  // To and fro between us and people is no help to the buyer: people keep it.
  const composed = await composeReply(deps, turn, 'human');
  const { decision } = composed;
  return decision.kind === 'escalate' && decision.because === 'human_mode'
    ? { ...composed, decision: { ...decision, because: 'handed_over_before' } }
    : composed;
};

const rated = async (
  deps: GenerateReplyDeps,
  view: ConversationView,
  message: BuyerMessage,
  stars: number,
): Promise<Handled | 'stale'> => {
  if ((await hearRating(deps, view, message, stars)) === 'stale') return 'stale';
  deps.log('reply-decided', { ...names(message), state: 'ignore', because: 'rating' });
  return done;
};

const decideAndCommit = async (
  deps: GenerateReplyDeps,
  view: ConversationView,
  message: BuyerMessage,
): Promise<Handled | 'stale'> => {
  const { channel, audience } = view.conversation;
  const rule = threadRules(channel, audience).burst;
  const by = coveringMessage(view, message, rule);
  if (by !== null) return cover(deps, view, message, by);
  const tenant = await deps.tenants.tenant(message.tenant);
  if (tenant === null) return { next: 'bury', because: 'the tenant is gone' };
  const { messages: burst, replaced } = burstOf(view, message, rule);
  const turn: Turn = { view, message, burst, replaced, rule, tenant };
  const stars = starsOf(view, message);
  if (stars !== null) return rated(deps, view, message, stars);
  const composed = await orderAction(deps, turn, await compose(deps, turn));
  if (composed === 'stale') return 'stale';
  const paused = await deps.pause.paused(message.tenant, channel);
  const { decision, promise } = await withPromise(
    deps,
    turn,
    paused ? underStop(composed.decision) : composed.decision,
  );
  const planned = plan(deps, turn, decision, promise);
  const { reply } = planned;
  const changes = withRecord(planned.changes, message, decision, composed.record);
  if (decision.kind === 'escalate') await noteUnanswered(deps, view, message, decision.because);
  const billed = composed.lines.map((line): Change => ({ change: 'usage', line }));
  if ((await deps.conversations.commit(view.conversation, [...changes, ...billed])) === 'stale')
    return 'stale';
  deps.log('reply-decided', { ...names(message), state: decision.kind, because: decision.because });
  if (paused && composed.decision.kind === 'reply') deps.log('paused', names(message));
  if (decision.kind === 'escalate')
    deps.log('conversation-escalated', { ...names(message), because: decision.because });
  if (reply !== null) await forward(deps, reply);
  if (decision.kind === 'escalate') await tellMachine(deps, view, changes);
  return done;
};

export const generateReply =
  (deps: GenerateReplyDeps) =>
  async (address: MessageAddress): Promise<Handled> => {
    const settled = await untilSettled(async (): Promise<Handled | 'stale'> => {
      const view = await deps.conversations.view(address, address);
      const message = view?.messages.find((turn) => turn.message === address.message);
      if (view === null || message === undefined)
        return { next: 'bury', because: 'there is no such message' };
      if (message.state === 'recognized') return decideAndCommit(deps, view, message);
      await forwardOwn(deps, view, message);
      return done;
    });
    return settled === 'stale' ? keptChanging : settled;
  };
