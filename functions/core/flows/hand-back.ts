/** Counts how often people give a conversation back to the machine, so that it does not go to and fro. */
import type { Conversation } from '../domain/conversation.ts';
import { caseTiming } from '../policy/timing.ts';

const day = 24 * 60 * 60 * 1000;

/** Counted while it is remembered: to and fro within a few days is what must not go on. */
const returnsOf = ({ returns, returnedAt }: Conversation, now: Date): number =>
  returnedAt !== null && now.getTime() - returnedAt.getTime() < caseTiming.returnDays * day ? returns : 0;

/** Given back so often that people keep it: the machine does not answer there again for some days. */
export const isHandedBackTooOften = (conversation: Conversation, now: Date): boolean =>
  returnsOf(conversation, now) >= caseTiming.mostReturns;

/** What a conversation that a person gives back says of it. */
export const givenBack = (conversation: Conversation, now: Date) => ({
  escalation: null,
  unsatisfied: 0,
  returns: returnsOf(conversation, now) + 1,
  returnedAt: now,
});
