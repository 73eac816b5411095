/** The changes that a decision means: a reply on its way, a draft, a case for a person, or nothing to say. */
import type { Decision } from '../domain/decision.ts';
import type { ToldPromise } from '../domain/escalation.ts';
import type { BuyerMessage, MessageState } from '../domain/message.ts';
import type { Reply } from '../domain/reply.ts';
import type { Change } from '../ports/conversations.ts';
import { dueAfter } from '../policy/timing.ts';
import { isAnswering } from './burst.ts';
import { handOver } from './hand-over.ts';
import type { Tools } from './kit.ts';
import type { Turn } from './turn.ts';

export const messageChange = (
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

const replyFor = (
  deps: Tools,
  turn: Turn,
  text: string,
  rest: Pick<Reply, 'state' | 'holding' | 'language' | 'because' | 'asks' | 'fromFacts'>,
): Reply => ({
  tenant: turn.message.tenant,
  conversation: turn.message.conversation,
  id: deps.derive.reply(turn.message.message, rest.holding ? 'holding' : 'answer'),
  inReplyTo: turn.message.message,
  inReplyToAt: turn.message.at,
  kind: 'automatic',
  text,
  buyerTurn: turn.message.buyerTurn,
  createdAt: deps.clock(),
  attempts: 0,
  requeued: 0,
  platformId: null,
  ...rest,
});

/** What the newer words stand in for: drafts for the burst that nobody sent, and replies that have not left. */
const cancels = ({ view, rule, message, replaced }: Turn): readonly Change[] =>
  view.replies
    .filter(
      (reply) =>
        replaced.includes(reply) ||
        (reply.state === 'draft' && (rule === 'together' || reply.inReplyTo === message.message)),
    )
    .map((reply): Change => ({
      change: 'reply',
      reply: reply.id,
      at: reply.createdAt,
      from: [reply.state],
      to: 'cancelled',
      fields: { because: 'superseded' },
    }));

const coverable: ReadonlySet<MessageState> = new Set(['recognized', 'decided', 'drafted']);

/** The other messages of the burst are covered by this one. */
const covers = (turn: Turn): readonly Change[] => [
  ...cancels(turn),
  ...turn.burst
    .filter((earlier) => earlier.message !== turn.message.message && coverable.has(earlier.state))
    .map((earlier) => messageChange(earlier, 'covered-by', { coveredBy: turn.message.message })),
];

export type Planned = { readonly changes: readonly Change[]; readonly reply: Reply | null };

const planEscalation = (
  deps: Tools,
  turn: Turn,
  decision: Extract<Decision, { kind: 'escalate' }>,
  promise: ToldPromise | undefined,
): Planned => {
  const opened = handOver(deps, turn.view, {
    source: turn.message.message,
    message: turn.message.message,
    because: decision.because,
    takesConversation: true,
    promise,
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

/** Our newest words of their own were never seen: a draft, or withdrawn before they left. */
const lastWentUnseen = ({ view, replaced }: Turn): boolean => {
  const last = view.replies.findLast((reply) => reply.kind === 'automatic' && !reply.holding);
  return last !== undefined && (!isAnswering(last) || replaced.includes(last));
};

/**
 * Answers in a row that did not satisfy: one that has to ask, one to a buyer who is (still) unhappy, one about what was
 * answered just before. A calm new question, or thanks, starts again. What the buyer never saw is counted once, with
 * what stands in for it.
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
  if (decision.asksFor === null && !unhappy && !again) return 0;
  return lastWentUnseen(turn) ? Math.max(before, 1) : before + 1;
};

const planReply = (
  deps: Tools,
  turn: Turn,
  decision: Extract<Decision, { kind: 'reply' | 'draft' }>,
): Planned => {
  const sends = decision.kind === 'reply';
  const reply = replyFor(deps, turn, decision.text, {
    state: sends ? 'intended' : 'draft',
    holding: false,
    language: decision.language,
    because: decision.because,
    fromFacts: decision.facts.length > 0,
    asks: decision.asksFor === null ? null : { asksFor: decision.asksFor, intents: decision.intents },
  });
  const unsatisfied = unsatisfiedAfter(turn, decision);
  const counted: readonly Change[] =
    unsatisfied === turn.view.conversation.unsatisfied
      ? []
      : [{ change: 'conversation', version: turn.view.conversation.version, fields: { unsatisfied } }];
  return {
    changes: [
      messageChange(turn.message, sends ? 'decided' : 'drafted', {
        because: decision.because,
        reply: reply.id,
        // From here on its reply is looked after.
        dueAt: null,
      }),
      ...covers(turn),
      ...counted,
      { change: 'new-reply', reply, dueAt: dueAfter(deps.clock()) },
    ],
    reply: sends ? reply : null,
  };
};

/** `promise`: what the word of a hand-over tells of the time. */
export const plan = (deps: Tools, turn: Turn, decision: Decision, promise?: ToldPromise): Planned => {
  switch (decision.kind) {
    case 'ignore':
      return {
        changes: [messageChange(turn.message, 'ignored', { because: decision.because })],
        reply: null,
      };
    case 'escalate':
      return planEscalation(deps, turn, decision, promise);
    case 'reply':
    case 'draft':
      return planReply(deps, turn, decision);
  }
};
