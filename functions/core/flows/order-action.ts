/** What a buyer plainly wants done with an order is done where the seller permits it, and waits for a person where not. */
import { askAddress, sayDone } from '../answering/action-words.ts';
import { neededFacts } from '../answering/fact-needs.ts';
import { standingOf, worthOf } from '../answering/order-standing.ts';
import { confirmedIn, wishIn, type OrderWish } from '../answering/order-wish.ts';
import { defaultThresholds } from '../answering/thresholds.ts';
import { manifests, threadRules } from '../channels/manifests.ts';
import { isPermitted, type Action, type OrderAction } from '../domain/action.ts';
import type { Order } from '../domain/facts.ts';
import { modeFor } from '../domain/tenant.ts';
import type { ActionSettings } from '../ports/actions.ts';
import type { PauseSwitch } from '../ports/tenants.ts';
import type { DerivedIds } from '../ports/tools.ts';
import { intentOf, replyOf, teamReply, wordsFor } from './action-reply.ts';
import { actionShop, orderOf } from './action-shop.ts';
import { modeOf, type ComposedTurn } from './compose-reply.ts';
import { knownBefore } from './look-up.ts';
import { performAction, tellAction, type PerformDeps } from './perform-action.ts';
import type { Turn } from './turn.ts';

export type OrderActionDeps = PerformDeps & {
  readonly derive: DerivedIds;
  readonly pause: PauseSwitch;
  readonly actionSettings: ActionSettings;
};

const machine = { who: 'machine', country: null } as const;

const aboutTurn = (deps: OrderActionDeps, { view, burst, replaced, tenant }: Turn) =>
  wordsFor(view, burst, replaced, deps.clock(), tenant.tone);

/** Never in a public thread, never where a person already talks, never where the channel does nothing for buyers. */
const wishOfTurn = ({ view, burst, tenant }: Turn): OrderWish | null => {
  const { channel, audience, state } = view.conversation;
  if (audience === 'public' || state === 'with-agent' || !manifests[channel].offers.actions) return null;
  const least = tenant.thresholds['intent'] ?? defaultThresholds.intent;
  const { asked } = knownBefore(view, burst);
  const earlier = view.messages.filter((message) => !burst.includes(message));
  return confirmedIn(burst, earlier, asked, least) ?? wishIn(burst, least);
};

const orderIdOf = ({ view, burst }: Turn, { confirmed, message }: OrderWish): string | null => {
  const messages = confirmed ? [message] : burst;
  const { order } = neededFacts(messages, knownBefore(view, messages));
  return order?.kind === 'look-up' ? order.id : null;
};

/** Decided to be a person's to do: what could be done here. Anger, risk and doubt are left to people as they are. */
const isOpenTo = ({ decision }: ComposedTurn, { confirmed }: OrderWish): boolean => {
  if (decision.kind === 'reply') return confirmed;
  if (decision.kind !== 'escalate') return false;
  const { because } = decision;
  return (
    because === 'intent_needs_person' ||
    because === 'human_mode' ||
    (confirmed && because === 'low_confidence')
  );
};

const isAutomatic = (turn: Turn, kind: OrderAction): boolean => {
  const { channel, audience } = turn.view.conversation;
  return (
    threadRules(channel, audience).mode === 'automatic' &&
    modeOf(turn) === 'automatic' &&
    modeFor(turn.tenant.modes, channel, intentOf[kind]) === 'automatic'
  );
};

const newAction = (
  deps: OrderActionDeps,
  { view }: Turn,
  wish: OrderWish,
  order: Order,
  rest: Pick<Action, 'state' | 'because'>,
): Action => ({
  tenant: view.conversation.tenant,
  conversation: view.conversation.id,
  id: deps.derive.action(wish.message.message, wish.kind),
  kind: wish.kind,
  order: order.id,
  details: wish.address === null ? {} : { address: wish.address },
  amount: worthOf(order, wish.kind),
  message: wish.message.message,
  messageAt: wish.message.at,
  createdAt: deps.clock(),
  ...rest,
});

/** It is not done: a person's, as it was decided; where nothing but a yes was decided upon, the team is named. */
const leftToTeam = (
  deps: OrderActionDeps,
  turn: Turn,
  { confirmed }: OrderWish,
  composed: ComposedTurn,
): ComposedTurn => (confirmed ? teamReply(composed, aboutTurn(deps, turn)) : composed);

/** Goes on with what is intended, or was begun before: done and read back, or a person's. */
const goOn = async (
  deps: OrderActionDeps,
  turn: Turn,
  wish: OrderWish,
  action: Action,
  composed: ComposedTurn,
): Promise<ComposedTurn | 'stale'> => {
  const { conversation } = turn.view;
  const mayAct = !(await deps.pause.paused(conversation.tenant, conversation.channel));
  const whenDone = () => [];
  const ended = await performAction(deps, { conversation, action, by: machine, mayAct, whenDone });
  if (ended === 'stale') return 'stale';
  const said = ended.state === 'done' ? sayDone(aboutTurn(deps, turn), action.kind, ended.order) : null;
  return said === null ? leftToTeam(deps, turn, wish, composed) : replyOf(composed, action.kind, said);
};

/** It was done in an earlier run, whose words were never stored: they are made again from the order. */
const retold = async (
  deps: OrderActionDeps,
  turn: Turn,
  action: Action,
  composed: ComposedTurn,
): Promise<ComposedTurn> => {
  const shop = await actionShop(deps, turn.view.conversation, action);
  const order = shop === null ? null : orderOf(await shop.order(action.order));
  const said = order === null ? null : sayDone(aboutTurn(deps, turn), action.kind, order);
  return said === null ? composed : replyOf(composed, action.kind, said);
};

/** Why it waits for a person; null: it may be done now. */
const heldBecause = async (
  deps: OrderActionDeps,
  turn: Turn,
  wish: OrderWish,
  order: Order,
): Promise<string | null> => {
  const { tenant, channel } = turn.view.conversation;
  const rules = await deps.actionSettings.rules(tenant);
  if (!isPermitted(rules, wish.kind, worthOf(order, wish.kind))) return 'not-permitted';
  if (!isAutomatic(turn, wish.kind)) return 'mode';
  const standing = standingOf(order, wish.kind, aboutTurn(deps, turn));
  if (!wish.clear || standing === 'unsure') return 'not-clear';
  return (await deps.pause.paused(tenant, channel)) ? 'paused' : null;
};

const begin = async (
  deps: OrderActionDeps,
  turn: Turn,
  wish: OrderWish,
  composed: ComposedTurn,
): Promise<ComposedTurn | 'stale'> => {
  const { conversation } = turn.view;
  const { kind, message, address } = wish;
  const id = orderIdOf(turn, wish);
  const shop = await actionShop(deps, conversation, { message: message.message, messageAt: message.at });
  const order = shop === null || id === null ? null : orderOf(await shop.order(id));
  if (order === null || (kind === 'address' && address === null)) return composed;
  const about = aboutTurn(deps, turn);
  if (standingOf(order, kind, about) === 'closed') return composed;
  const held = await heldBecause(deps, turn, wish, order);
  if (held === null && address !== null && !wish.confirmed) {
    const asked = askAddress(about, order, address);
    if (asked !== null) return replyOf(composed, kind, asked, 'confirmation');
  }
  const state = held === null ? 'intended' : 'waiting-for-approval';
  const action = newAction(deps, turn, wish, order, { state, because: held ?? 'permitted' });
  const stored = await deps.conversations.commit(conversation, [{ change: 'new-action', action }]);
  if (stored === 'stale') return 'stale';
  await tellAction(deps, { by: machine }, action, state, action.because);
  return held === null ? goOn(deps, turn, wish, action, composed) : leftToTeam(deps, turn, wish, composed);
};

/** `stale`: the conversation changed meanwhile; read it again and decide again. */
export const orderAction = async (
  deps: OrderActionDeps,
  turn: Turn,
  composed: ComposedTurn,
): Promise<ComposedTurn | 'stale'> => {
  const wish = wishOfTurn(turn);
  if (wish === null) return composed;
  const { tenant, id: conversation } = turn.view.conversation;
  const action = deps.derive.action(wish.message.message, wish.kind);
  const before = await deps.conversations.action({ tenant, conversation, action });
  if (before === null) return isOpenTo(composed, wish) ? begin(deps, turn, wish, composed) : composed;
  switch (before.state) {
    case 'intended':
    case 'attempted':
      return goOn(deps, turn, wish, before, composed);
    case 'done':
      return retold(deps, turn, before, composed);
    case 'waiting-for-approval':
    case 'refused':
    case 'unknown':
      return leftToTeam(deps, turn, wish, composed);
  }
};
