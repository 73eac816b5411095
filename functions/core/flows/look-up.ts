/** Looks up the facts that a turn needs from the channel's own sources: once for the turn, never kept for another buyer. */
import { itemOfOrder, neededFacts, type FactNeeds, type Known } from '../answering/fact-needs.ts';
import type { Before } from '../answering/before.ts';
import { orderNumberIn } from '../answering/order-numbers.ts';
import { isCourteous } from '../answering/situations/social.ts';
import type { Facts, Item, Order } from '../domain/facts.ts';
import type { ChannelId } from '../domain/channel.ts';
import type { BuyerMessage } from '../domain/message.ts';
import type { AccessDirectory } from '../ports/access.ts';
import type {
  Access,
  AccessDenied,
  Busy,
  ItemSource,
  NotFound,
  OrderSource,
  Unreadable,
} from '../ports/channel.ts';
import type { ConversationStore, ConversationView } from '../ports/conversations.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Account } from '../domain/tenant.ts';
import { isAnswering } from './burst.ts';
import type { Tools } from './kit.ts';

export type LookUpDeps = Tools & {
  readonly conversations: Pick<ConversationStore, 'platformNames'>;
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly access: AccessDirectory;
  readonly sources: Readonly<Record<ChannelId, OrderSource & ItemSource>>;
};

export type FactProblem = 'busy' | 'access-denied' | null;
export type LookedUp = { readonly facts: Facts; readonly problem: FactProblem };

type Answer<Value> = Outcome<Value, NotFound | Busy | AccessDenied | Unreadable>;

/** Messages that a fragment may go on with: what was said longer ago is another matter. */
const remembered = 2;

/** The last words that said something of their own. */
const beforeIn = (earlier: readonly BuyerMessage[]): Before | null => {
  const told = earlier.filter(({ text }) => text.trim() !== '' && !isCourteous(text)).slice(-remembered);
  const last = told.at(-1);
  if (last === undefined) return null;
  const intents = told
    .toReversed()
    .flatMap(({ understanding }) => understanding?.intent ?? [])
    .filter((intent) => intent !== 'other_out_of_scope' && intent !== 'greeting_thanks');
  return { text: last.text, intents: [...new Set(intents)] };
};

/** What the conversation told before this burst: the order that was named, and what we asked for last. */
export const knownBefore = (view: ConversationView, burst: readonly BuyerMessage[]): Known => {
  const first = Math.min(...burst.map(({ buyerTurn }) => buyerTurn));
  const earlier = view.messages.filter((message) => message.buyerTurn < first);
  // A bare number said long ago was the answer to our question then.
  const everAsked = view.replies.find(({ asks }) => asks?.asksFor === 'order_number')?.asks ?? null;
  return {
    audience: view.conversation.audience,
    order: earlier.findLast((message) => message.order !== null)?.order ?? orderNumberIn(earlier, everAsked),
    item: earlier.map((message) => message.item).findLast((item) => item !== null) ?? null,
    before: beforeIn(earlier),
    asked: view.replies.findLast((reply) => isAnswering(reply) && reply.buyerTurn < first)?.asks ?? null,
  };
};

type Ask<Value> = (access: Access) => Promise<Answer<Value>>;
type Asked = <Value>(ask: Ask<Value>) => Promise<Answer<Value>>;

/** Asked once more: a shop that hiccups is no reason to bring in a person, and a token that ended is renewed. */
const asking =
  (deps: LookUpDeps, channel: ChannelId, account: Account, access: Access): Asked =>
  async (ask) => {
    const first = await ask(access);
    if (first.ok) return first;
    if (first.problem.kind === 'busy') return ask(access);
    if (first.problem.kind !== 'access-denied') return first;
    const renewed = await deps.access.renew(channel, account, access);
    return renewed === null ? first : ask(renewed);
  };

type Read<Value> = { readonly value: Value | null | undefined; readonly problem: FactProblem };

const read = <Value>(deps: LookUpDeps, message: BuyerMessage, answer: Answer<Value>): Read<Value> => {
  if (answer.ok) return { value: answer.value, problem: null };
  if (answer.problem.kind === 'not-found') return { value: null, problem: null };
  deps.log('facts-unavailable', {
    tenant: message.tenant,
    conversation: message.conversation,
    message: message.message,
    because: answer.problem.kind,
  });
  return { value: undefined, problem: answer.problem.kind === 'access-denied' ? 'access-denied' : 'busy' };
};

const nothing = { value: undefined, problem: null } as const;

const orderFor = async (
  deps: LookUpDeps,
  channel: ChannelId,
  message: BuyerMessage,
  needs: FactNeeds,
  asked: Asked,
): Promise<Read<Order>> => {
  const { order } = needs;
  if (order?.kind !== 'look-up') return nothing;
  const names = await deps.conversations.platformNames(message);
  if (names === null) return { value: null, problem: null };
  return read(
    deps,
    message,
    await asked(async (access) => deps.sources[channel].order(order.id, names.buyer, access)),
  );
};

/** Where the buyer wants it delivered: the last postcode that was written. */
const postcodeIn = (burst: readonly BuyerMessage[]): string | null =>
  burst
    .flatMap(({ understanding }) => understanding?.entities ?? [])
    .findLast(({ type }) => type === 'postcode')?.value ?? null;

const itemFor = async (
  deps: LookUpDeps,
  channel: ChannelId,
  message: BuyerMessage,
  needs: FactNeeds,
  postcode: string | null,
  order: Facts,
  asked: Asked,
): Promise<Read<Item>> => {
  const { item } = needs;
  const id = item?.kind === 'look-up' ? item.id : item?.kind === 'ask' ? itemOfOrder(order) : null;
  if (id === null) return nothing;
  return read(deps, message, await asked(async (access) => deps.sources[channel].item(id, postcode, access)));
};

export const lookUp = async (
  deps: LookUpDeps,
  view: ConversationView,
  burst: readonly BuyerMessage[],
  known: Known,
  /** An intent less sure than this is not looked up for. */
  leastConfidence: number,
): Promise<LookedUp> => {
  const message = burst.at(-1);
  const needs = neededFacts(burst, known, leastConfidence);
  const wanted = needs.order?.kind === 'look-up' || needs.item !== undefined;
  if (message === undefined || !wanted || view.conversation.state === 'with-agent')
    return { facts: {}, problem: null };
  const { channel, account: id } = view.conversation;
  const account = await deps.tenants.account(channel, id);
  const access = account === null ? null : await deps.access.access(channel, account);
  if (account === null || access === null) return { facts: {}, problem: 'access-denied' };
  // A shop that polls has told us no address to ask at.
  if (access.address === '') return { facts: {}, problem: needs.order?.kind === 'look-up' ? 'busy' : null };
  const asked = asking(deps, channel, account, access);
  const order = await orderFor(deps, channel, message, needs, asked);
  const withOrder: Facts = order.value === undefined ? {} : { order: order.value };
  const item = await itemFor(deps, channel, message, needs, postcodeIn(burst), withOrder, asked);
  return {
    facts: { ...withOrder, ...(item.value === undefined ? {} : { item: item.value }) },
    problem: order.problem ?? item.problem,
  };
};
