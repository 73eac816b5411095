/** Looks up facts, decides, and commits the decision: a reply on its way, a draft, or a case for a person. */
import { done, type Handled } from '../domain/outcome.ts';
import { isFinished, type BuyerMessage, type MessageAddress } from '../domain/message.ts';
import type { Decision } from '../domain/decision.ts';
import { modeFor } from '../domain/tenant.ts';
import type { Reply } from '../domain/reply.ts';
import { threadRules } from '../channels/manifests.ts';
import type { Change, ConversationStore, ConversationView } from '../ports/conversations.ts';
import type { OutboundStage } from '../ports/queues.ts';
import type { PauseSwitch, TenantDirectory } from '../ports/tenants.ts';
import { dueAfter, timing } from '../policy/timing.ts';
import { compose, type ComposeDeps } from './compose-reply.ts';
import { handOver } from './hand-over.ts';
import { storedLast, unanswered, untilSettled, type Tools } from './kit.ts';
import type { Turn } from './turn.ts';

export type GenerateReplyDeps = Tools &
  ComposeDeps & {
    readonly conversations: ConversationStore;
    readonly tenants: Pick<TenantDirectory, 'tenant' | 'account'>;
    readonly pause: PauseSwitch;
    readonly outbound: OutboundStage;
  };

const names = (message: BuyerMessage) => ({
  tenant: message.tenant,
  conversation: message.conversation,
  message: message.message,
});

const messageChange = (
  message: BuyerMessage,
  to: BuyerMessage['state'],
  fields: Extract<Change, { change: 'message' }>['fields'] = {},
): Change => ({
  change: 'message',
  message: message.message,
  at: message.at,
  from: [message.state],
  to,
  fields: fields ?? {},
});

/** A newer message of the buyer answers for this one too, unless the buyer has been typing for too long already. */
const newerOne = (
  deps: GenerateReplyDeps,
  view: ConversationView,
  message: BuyerMessage,
): BuyerMessage | null => {
  const { channel, audience } = view.conversation;
  if (threadRules(channel, audience).burst === 'each') return null;
  const open = unanswered(view).filter((turn) => !isFinished(turn.state) || turn.state === 'covered-by');
  const newest = storedLast(open);
  if (newest === undefined || newest.buyerTurn <= message.buyerTurn || isFinished(newest.state)) return null;
  const oldest = open[0] ?? message;
  const waited = deps.clock().getTime() - oldest.acceptedAt.getTime();
  return waited < timing.longestBurstSeconds * 1000 ? newest : null;
};

const replyFor = (
  deps: GenerateReplyDeps,
  turn: Turn,
  text: string,
  rest: Pick<Reply, 'state' | 'holding' | 'language' | 'because' | 'asks'>,
): Reply => ({
  tenant: turn.message.tenant,
  conversation: turn.message.conversation,
  id: deps.derive.reply(turn.message.message, rest.holding ? 'holding' : 'answer'),
  inReplyTo: turn.message.message,
  kind: 'automatic',
  text,
  buyerTurn: turn.message.buyerTurn,
  createdAt: deps.clock(),
  attempts: 0,
  requeued: 0,
  platformId: null,
  ...rest,
});

/** Drafts that nobody sent are replaced by the newer words; the other messages of the burst are covered by this one. */
const covers = (turn: Turn): readonly Change[] => [
  ...turn.view.replies
    .filter((reply) => reply.state === 'draft')
    .map((reply): Change => ({
      change: 'reply',
      reply: reply.id,
      at: reply.createdAt,
      from: ['draft'],
      to: 'cancelled',
      fields: { because: 'superseded' },
    })),
  ...turn.burst
    .filter(
      (earlier) =>
        earlier.message !== turn.message.message &&
        (earlier.state === 'recognized' || earlier.state === 'drafted'),
    )
    .map((earlier) => messageChange(earlier, 'covered-by', { coveredBy: turn.message.message })),
];

type Planned = { readonly changes: readonly Change[]; readonly reply: Reply | null };

const planEscalation = (
  deps: GenerateReplyDeps,
  turn: Turn,
  decision: Extract<Decision, { kind: 'escalate' }>,
): Planned => {
  const opened = handOver(deps, turn.view, {
    source: turn.message.message,
    message: turn.message.message,
    because: decision.because,
    takesConversation: true,
  });
  const ended = messageChange(turn.message, 'escalated', { because: decision.because });
  const holding =
    decision.holding === null
      ? null
      : replyFor(deps, turn, decision.holding, {
          state: 'intended',
          holding: true,
          language: decision.language,
          because: decision.because,
          asks: null,
        });
  return {
    changes: [
      ended,
      ...covers(turn),
      ...opened,
      ...(holding === null
        ? []
        : [{ change: 'new-reply', reply: holding, dueAt: dueAfter(deps.clock()) } as const]),
    ],
    reply: holding,
  };
};

/**
 * Answers in a row that did not satisfy: one that has to ask, one to a buyer who is (still) unhappy, one about what was
 * answered just before. A calm new question, or thanks, starts again.
 */
const unsatisfiedAfter = (turn: Turn, decision: Extract<Decision, { kind: 'reply' | 'draft' }>): number => {
  const before = turn.view.conversation.unsatisfied;
  const meaning = turn.message.understanding;
  const last = turn.view.replies.findLast(
    (reply) => reply.kind === 'automatic' && reply.state === 'confirmed',
  );
  const answeredBefore = turn.view.messages.find((message) => message.message === last?.inReplyTo)
    ?.understanding?.intent;
  const unhappy = last !== undefined && (meaning?.sentiment === 'negative' || meaning?.sentiment === 'angry');
  const again =
    answeredBefore !== undefined &&
    answeredBefore === meaning?.intent &&
    meaning.intent !== 'greeting_thanks';
  return decision.asksFor !== null || unhappy || again ? before + 1 : 0;
};

const planReply = (
  deps: GenerateReplyDeps,
  turn: Turn,
  decision: Extract<Decision, { kind: 'reply' | 'draft' }>,
): Planned => {
  const sends = decision.kind === 'reply';
  const reply = replyFor(deps, turn, decision.text, {
    state: sends ? 'intended' : 'draft',
    holding: false,
    language: decision.language,
    because: decision.because,
    asks: decision.asksFor === null ? null : { asksFor: decision.asksFor, intents: decision.intents },
  });
  const unsatisfied = unsatisfiedAfter(turn, decision);
  const counted: readonly Change[] =
    unsatisfied === turn.view.conversation.unsatisfied
      ? [{ change: 'no-newer-turn', buyerTurn: turn.view.conversation.buyerTurn }]
      : [{ change: 'conversation', version: turn.view.conversation.version, fields: { unsatisfied } }];
  return {
    changes: [
      messageChange(turn.message, sends ? 'decided' : 'drafted', {
        because: decision.because,
        reply: reply.id,
        dueAt: dueAfter(deps.clock()),
      }),
      ...covers(turn),
      ...counted,
      { change: 'new-reply', reply, dueAt: dueAfter(deps.clock()) },
    ],
    reply: sends ? reply : null,
  };
};

const plan = (deps: GenerateReplyDeps, turn: Turn, decision: Decision): Planned => {
  switch (decision.kind) {
    case 'ignore':
      return {
        changes: [messageChange(turn.message, 'ignored', { because: decision.because })],
        reply: null,
      };
    case 'escalate':
      return planEscalation(deps, turn, decision);
    case 'reply':
    case 'draft':
      return planReply(deps, turn, decision);
  }
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

const forward = async (deps: GenerateReplyDeps, reply: Reply, attempt: number): Promise<void> => {
  const { tenant, conversation, id, createdAt } = reply;
  await deps.outbound.forward({ tenant, conversation, reply: id, at: createdAt }, attempt);
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
  if (own !== undefined) await forward(deps, own, message.attempt);
};

const decideAndCommit = async (
  deps: GenerateReplyDeps,
  view: ConversationView,
  message: BuyerMessage,
): Promise<Handled | 'stale'> => {
  const newest = newerOne(deps, view, message);
  if (newest !== null) {
    const covered = messageChange(message, 'covered-by', { coveredBy: newest.message });
    if ((await deps.conversations.commit(view.conversation, [covered])) === 'stale') return 'stale';
    deps.log('reply-decided', {
      ...names(message),
      state: 'covered-by',
      because: 'a newer message answers both',
    });
    return done;
  }
  const tenant = await deps.tenants.tenant(message.tenant);
  if (tenant === null) return { then: 'bury', because: 'the tenant is gone' };
  const turn: Turn = {
    view,
    message,
    burst: unanswered(view).filter((one) => one.buyerTurn <= message.buyerTurn),
    tenant,
  };
  const composed = await compose(
    deps,
    turn,
    modeFor(tenant.modes, view.conversation.channel, message.understanding?.intent ?? 'other_out_of_scope'),
  );
  const paused = await deps.pause.paused(message.tenant, view.conversation.channel);
  const decision = paused ? underStop(composed.decision) : composed.decision;
  const { changes, reply } = plan(deps, turn, decision);
  const billed = composed.lines.map((line): Change => ({ change: 'usage', line }));
  if ((await deps.conversations.commit(view.conversation, [...changes, ...billed])) === 'stale')
    return 'stale';
  deps.log('reply-decided', { ...names(message), state: decision.kind, because: decision.because });
  if (paused && composed.decision.kind === 'reply') deps.log('paused', names(message));
  if (decision.kind === 'escalate')
    deps.log('conversation-escalated', { ...names(message), because: decision.because });
  if (reply !== null) await forward(deps, reply, message.attempt);
  return done;
};

export const generateReply =
  (deps: GenerateReplyDeps) =>
  async (address: MessageAddress): Promise<Handled> => {
    const settled = await untilSettled(async (): Promise<Handled | 'stale'> => {
      const view = await deps.conversations.view(address, address);
      const message = view?.messages.find((turn) => turn.message === address.message);
      if (view === null || message === undefined)
        return { then: 'bury', because: 'there is no such message' };
      if (message.state === 'recognized') return decideAndCommit(deps, view, message);
      await forwardOwn(deps, view, message);
      return done;
    });
    return settled === 'stale'
      ? { then: 'retry', afterSeconds: 2, because: 'the conversation kept changing' }
      : settled;
  };
