/** Judges what a buyer's silence was worth: the fairness rule as one pure function. */
import type { BuyerMessage } from '../domain/message.ts';
import type { Evidence } from '../domain/resolution.ts';
import type { Reply } from '../domain/reply.ts';
import { settling } from '../policy/settling.ts';
import type { ConversationView } from '../ports/conversations.ts';
import type { SettlingRecord } from '../ports/settling.ts';

/** What the buyer wrote since the last judgement, oldest first; what was ignored says nothing. */
export const unsettled = (view: ConversationView, settledTurn: number): readonly BuyerMessage[] =>
  view.messages
    .filter(({ buyerTurn, state }) => buyerTurn > settledTurn && state !== 'ignored')
    .toSorted((one, other) => one.buyerTurn - other.buyerTurn);

/** The buyer's last message that wanted something. */
export const lastWish = (messages: readonly BuyerMessage[]): BuyerMessage | undefined =>
  messages.findLast(({ understanding }) => understanding?.intent !== 'greeting_thanks');

const isPersons = (state: BuyerMessage['state']): boolean =>
  state === 'escalated' || state === 'drafted' || state === 'dead';

/** The words that the buyer has from us: not a promise that a person will come, not a question. */
const answers = (reply: Reply): boolean =>
  reply.state === 'confirmed' && !reply.holding && reply.kind !== 'person' && reply.asks === null;

const personTookPart = (
  view: ConversationView,
  record: Pick<SettlingRecord, 'cases'>,
  messages: readonly BuyerMessage[],
  since: Date,
): boolean =>
  view.conversation.state === 'with-agent' ||
  messages.some(({ state }) => isPersons(state)) ||
  record.cases.some(({ openedAt }) => openedAt >= since) ||
  view.outgoing.some(({ at }) => at >= since) ||
  view.replies.some((reply) => (reply.kind === 'person' || reply.holding) && reply.createdAt >= since);

/** The evidence of what the buyer wrote since the last judgement; null when that is nothing. */
export const evidenceOf = (
  view: ConversationView,
  record: Pick<SettlingRecord, 'cases' | 'settledTurn'>,
): Evidence | null => {
  const messages = unsettled(view, record.settledTurn);
  const [first] = messages;
  const last = messages.at(-1);
  if (first === undefined || last === undefined) return null;
  // Clocks of platforms and ours differ: what we accepted first began the story.
  const since = first.acceptedAt < first.at ? first.acceptedAt : first.at;
  const stars = record.cases.filter(({ openedAt }) => openedAt >= since).map((one) => one.stars ?? 5);
  if (stars.some((given) => given <= settling.lowestBilledStars)) return 'low_rating';
  if (personTookPart(view, record, messages, since)) return 'hand_over';
  const mood = last.understanding?.sentiment;
  if (mood === 'negative' || mood === 'angry') return 'no_evidence';
  const given = view.replies.filter((reply) => answers(reply) && reply.buyerTurn >= first.buyerTurn);
  const thanked =
    last.understanding?.intent === 'greeting_thanks' &&
    mood === 'positive' &&
    given.some(({ buyerTurn }) => buyerTurn < last.buyerTurn);
  if (thanked) return 'buyer_confirmed';
  const wish = lastWish(messages);
  const answer =
    wish === undefined ? undefined : given.findLast(({ buyerTurn }) => buyerTurn >= wish.buyerTurn);
  if (answer === undefined) return 'no_evidence';
  return answer.kind === 'automatic' && answer.fromFacts === true ? 'answered_from_facts' : 'silence';
};

/** The orders that messages are about: what the platform attached, and the numbers that the buyer wrote. */
const ordersIn = (messages: readonly BuyerMessage[]): ReadonlySet<string> =>
  new Set(
    messages.flatMap(({ order, understanding }) => [
      ...(order === null ? [] : [order]),
      ...(understanding?.entities ?? [])
        .filter(({ type }) => type === 'order_number')
        .map(({ value }) => value.replaceAll(/\D/g, '')),
    ]),
  );

const intentsIn = (messages: readonly BuyerMessage[]): ReadonlySet<string> =>
  new Set(
    messages
      .flatMap(({ understanding }) => [understanding?.intent, understanding?.secondaryIntent])
      .filter((intent) => intent !== undefined && intent !== null)
      .filter((intent) => intent !== 'greeting_thanks' && intent !== 'other_out_of_scope'),
  );

/** A return is about the same order, or wants the same; thanks that come late are none. */
export const isSameMatter = (
  resolved: { readonly intent: string | null; readonly messages: readonly BuyerMessage[] },
  returned: BuyerMessage,
): boolean => {
  const wishes = intentsIn([returned]);
  const only = returned.understanding?.intent === 'greeting_thanks' && wishes.size === 0;
  const mood = returned.understanding?.sentiment;
  if (only && mood !== 'negative' && mood !== 'angry') return false;
  if (resolved.intent !== null && wishes.has(resolved.intent)) return true;
  const orders = ordersIn(resolved.messages);
  return [...ordersIn([returned])].some((order) => orders.has(order));
};
