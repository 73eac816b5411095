/** What every flow shares: its tools, and how it tries again when what it read is no longer so. */
import type { Clock, Count, DerivedIds, Log } from '../ports/tools.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Handled } from '../domain/outcome.ts';
import type { UsageLine } from '../domain/usage.ts';

export type Tools = {
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
  readonly derive: DerivedIds;
  /** The region whose lines these are. */
  readonly region: string;
};

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

/** For the queue, after `untilSettled` gave up. */
export const keptChanging: Handled = {
  next: 'retry',
  afterSeconds: null,
  because: 'the conversation kept changing',
};
