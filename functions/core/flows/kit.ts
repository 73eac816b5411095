/** What every flow shares: its tools, and how it tries again when what it read is no longer so. */
import type { ConversationView } from '../ports/conversations.ts';
import type { Clock, Count, DerivedIds, Log } from '../ports/tools.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { BuyerMessage } from '../domain/message.ts';
import type { UsageLine } from '../domain/usage.ts';

export type Tools = {
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
  readonly derive: DerivedIds;
  /** The region whose lines these are. */
  readonly region: string;
};

/** How a record came: its receive count and whether the queue hands it out once more. */
export type Receipt = { readonly receive: number; readonly last: boolean };

const staleTries = 5;

/** Reads, decides and commits again while others write; gives up (to the queue's retry) after a few rounds. */
export const untilSettled = async <Result>(
  round: () => Promise<Result | 'stale'>,
): Promise<Result | 'stale'> => {
  for (let attempt = 1; attempt < staleTries; attempt += 1) {
    const result = await round();
    if (result !== 'stale') return result;
  }
  return round();
};

export const conversationAddress = (conversation: Conversation) => ({
  tenant: conversation.tenant,
  conversation: conversation.id,
});

/** The parts of a ledger line that follow from the conversation. */
export const lineOf = (
  tools: Pick<Tools, 'region'>,
  conversation: Pick<Conversation, 'tenant' | 'id' | 'channel' | 'market'>,
  rest: Omit<UsageLine, 'tenant' | 'region' | 'channel' | 'market' | 'conversation'>,
): UsageLine => ({
  tenant: conversation.tenant,
  region: tools.region,
  channel: conversation.channel,
  market: conversation.market,
  conversation: conversation.id,
  ...rest,
});

/**
 * The message that was stored last: it answers for the whole burst. Not the last by the platform's time: platforms tell
 * out of order, and a message that was stored earlier may have been decided already, without the later one.
 */
export const storedLast = (messages: readonly BuyerMessage[]): BuyerMessage | undefined =>
  messages.reduce<BuyerMessage | undefined>(
    (last, message) => (last === undefined || message.buyerTurn > last.buyerTurn ? message : last),
    undefined,
  );

/** The buyer's messages that no reply has answered yet, oldest first: a draft or a cancelled reply answers nothing. */
export const unanswered = (view: ConversationView) => {
  const answering = new Set(['intended', 'attempted', 'confirmed', 'unknown']);
  const answeredTurn = Math.max(
    0,
    ...view.replies.filter((reply) => answering.has(reply.state)).map((reply) => reply.buyerTurn),
  );
  return view.messages.filter(
    (message) =>
      message.buyerTurn > answeredTurn &&
      !['ignored', 'dead', 'escalated', 'replied'].includes(message.state),
  );
};
