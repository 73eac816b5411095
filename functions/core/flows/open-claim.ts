/** Gives a claim to a person at once: its words kept, its clock running, what the platform lets the seller do listed. */
import type { Market } from '../domain/channel.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { Account } from '../domain/tenant.ts';
import type { Claim, InboundMessage } from '../ports/channel.ts';
import type { Change, ConversationView } from '../ports/conversations.ts';
import type { QueuedArrival } from '../ports/queues.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { addBusinessDays, claimDays, claimDue, weekdaysOf } from '../people/calendar/business-days.ts';
import { handOver } from './hand-over.ts';
import { silence } from './hear-person.ts';
import { tellMachine, type CaseTools } from './case-machine.ts';
import { keptChanging, untilSettled, type Tools } from './kit.ts';
import { arrivalNames } from './put-arrival.ts';
import { newMessage, storeBilled, type StoreMessageDeps } from './store-message.ts';

/** As a message of the buyer's: each step of the claim, and each word in it, is one. */
const asMessage = (claim: Claim, message: string): InboundMessage => ({
  account: claim.account,
  conversation: claim.conversation,
  message,
  buyer: { id: claim.buyer, name: null, email: null },
  text: claim.text,
  locale: null,
  order: claim.order,
  item: null,
  at: claim.at,
  attachments: 0,
  audience: 'private',
});

/** Nothing leaves by itself any more: a word too many can cost the seller the claim. */
const toPerson = (view: ConversationView, message: BuyerMessage): readonly Change[] => {
  if (message.state !== 'detected') return [];
  const escalated: Change = {
    change: 'message',
    message: message.message,
    at: message.at,
    from: ['detected'],
    to: 'escalated',
    fields: { because: 'claim' },
  };
  return [escalated, ...silence(view, 'claim')];
};

/**
 * The rule of business days, or a date that the platform names itself, whichever is sooner. Without holidays for the
 * year the days are counted as if there were none: a person is early then, and never late.
 */
const dueOf = (market: Market, claim: Claim): Date => {
  const counted = claimDue(market, claim.at);
  const ruled = counted.ok ? counted : addBusinessDays(weekdaysOf(market), claim.at, claimDays);
  const times = [claim.dueAt, ruled.ok ? ruled.value : claim.at].flatMap((due) => due?.getTime() ?? []);
  return new Date(Math.min(...times));
};

const changesFor = (
  deps: Tools,
  view: ConversationView,
  message: BuyerMessage,
  claim: Claim,
): readonly Change[] => {
  const isNew = message.state === 'detected';
  // Told again after its case was resolved: nothing new happened.
  if (!isNew && view.escalation === null) return [];
  const { claim: name, stage, reason, availableActions: actions } = claim;
  const dueAt = dueOf(view.conversation.market, claim);
  return [
    ...toPerson(view, message),
    ...handOver(deps, view, {
      source: message.message,
      message: message.message,
      because: 'claim',
      takesConversation: isNew,
      about: { claim: { claim: name, stage, reason, actions }, dueAt },
    }),
  ];
};

export const openClaim = async (
  deps: StoreMessageDeps & CaseTools,
  account: Account,
  queued: QueuedArrival,
  claim: Claim,
): Promise<Handled> => {
  const inbound = asMessage(claim, arrivalNames(queued).name);
  const stored = await storeBilled(deps, await newMessage(deps, account, queued, inbound));
  const address = stored.message;
  const names = { tenant: address.tenant, conversation: address.conversation, message: address.message };
  if (stored.kind === 'stored') deps.log('message-stored', { ...names, channel: queued.channel });
  const opened = await untilSettled(async () => {
    const view = await deps.conversations.view(address, address);
    const message = view?.messages.find((turn) => turn.message === address.message);
    if (view === null || message === undefined) return 'done';
    const changes = changesFor(deps, view, message, claim);
    if (changes.length === 0) return 'done';
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
    await tellMachine(deps, view, changes);
    return 'done';
  });
  if (opened === 'stale') return keptChanging;
  deps.log('conversation-escalated', { ...names, because: 'claim' });
  return done;
};
