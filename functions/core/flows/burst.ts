/** Which of a buyer's messages one answer is for: where a channel allows it, a burst is answered once, by its newest message. */
import { isFinished, type BuyerMessage, type MessageState } from '../domain/message.ts';
import type { Reply } from '../domain/reply.ts';
import type { ConversationView } from '../ports/conversations.ts';
import { timing } from '../policy/timing.ts';

/** The channel's rule: one answer for a burst, or one for each message. */
export type BurstRule = 'together' | 'each';

/** A draft or a reply that was cancelled or refused answers nothing. */
export const isAnswering = (reply: Pick<Reply, 'state'>): boolean =>
  ['intended', 'attempted', 'confirmed', 'unknown'].includes(reply.state);

const over: ReadonlySet<MessageState> = new Set(['ignored', 'dead', 'escalated', 'replied']);

const highestTurn = (turns: readonly { readonly buyerTurn: number }[]): number =>
  Math.max(0, ...turns.map(({ buyerTurn }) => buyerTurn));

/** Nobody has decided about it yet. */
const isPending = (message: BuyerMessage): boolean =>
  !isFinished(message.state) && message.state !== 'decided';

/** The buyer's messages that nobody answered yet, oldest first; `apart` from some replies, whose messages then count. */
export const unanswered = (view: ConversationView, apart: readonly Reply[] = []): readonly BuyerMessage[] => {
  const answered = highestTurn(view.replies.filter((reply) => isAnswering(reply) && !apart.includes(reply)));
  // What a message covers goes to the person with it.
  const taken = highestTurn(view.messages.filter(({ state }) => state === 'escalated'));
  return view.messages.filter(
    ({ buyerTurn, state }) =>
      buyerTurn > answered && !over.has(state) && !(state === 'covered-by' && buyerTurn < taken),
  );
};

/**
 * Whether a message still belongs to what is open: accepted within some seconds of its first. By these times alone, so
 * that a burst is one however late we come to it, and a buyer who keeps typing is answered all the same. What waits as a
 * draft waits for a person, and begins nothing.
 */
const belongsTo = (open: readonly BuyerMessage[], { acceptedAt }: BuyerMessage): boolean => {
  const drafted = highestTurn(open.filter(({ state }) => state === 'drafted'));
  const since = open.filter(({ buyerTurn }) => buyerTurn > drafted).map((one) => one.acceptedAt.getTime());
  return acceptedAt.getTime() - Math.min(...since) < timing.longestBurstSeconds * 1000;
};

export type Burst = {
  /** What one answer is for, oldest first. Empty: a later answer was for it already. */
  readonly messages: readonly BuyerMessage[];
  /** Our replies to some of these that have not left: the new answer stands in for them. */
  readonly replaced: readonly Reply[];
};

/** Composed by us, and certainly not taken by anybody yet. */
const hasNotLeft = (reply: Reply): boolean =>
  reply.state === 'intended' && reply.kind === 'automatic' && !reply.holding;

/** The messages that the answer to this one is for, itself included. */
export const burstOf = (view: ConversationView, message: BuyerMessage, rule: BurstRule): Burst => {
  if (rule === 'each') return { messages: [message], replaced: [] };
  const replaceable = view.replies.filter(
    (reply) => hasNotLeft(reply) && reply.buyerTurn < message.buyerTurn,
  );
  const all = unanswered(view, replaceable);
  const replaces = belongsTo(all, message);
  const open = replaces ? all : unanswered(view);
  if (!open.some((one) => one.message === message.message)) return { messages: [], replaced: [] };
  const messages = open.filter((one) => one.buyerTurn <= message.buyerTurn);
  const answers = (reply: Reply): boolean => messages.some((one) => one.message === reply.inReplyTo);
  return { messages, replaced: replaceable.filter(answers) };
};

/**
 * The newest message that will answer for this turn too, or null: the turn is answered for itself. `open`: the
 * unanswered messages with those of this turn.
 */
const newerThan = (
  view: ConversationView,
  buyerTurn: number,
  open: readonly BuyerMessage[],
  rule: BurstRule,
): BuyerMessage | null => {
  if (rule === 'each') return null;
  const newer = view.messages.filter(
    (message) => message.buyerTurn > buyerTurn && isPending(message) && belongsTo(open, message),
  );
  return newer.find((message) => message.buyerTurn === highestTurn(newer)) ?? null;
};

/** The message that answers for `message` too: it is not worth an answer of its own. */
export const coveringMessage = (
  view: ConversationView,
  message: BuyerMessage,
  rule: BurstRule,
): BuyerMessage | null => newerThan(view, message.buyerTurn, unanswered(view), rule);

/**
 * The message that makes a reply stale: the buyer wrote again since it was composed. A holding word is never stale:
 * the person it announces will read everything.
 */
export const outdatingMessage = (
  view: ConversationView,
  reply: Reply,
  rule: BurstRule,
): BuyerMessage | null =>
  reply.holding ? null : newerThan(view, reply.buyerTurn, unanswered(view, [reply]), rule);
