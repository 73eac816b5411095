/**
 * Does one action at the shop, with one effect however often this runs: the action's id is the shop's idempotency
 * key, and what the shop's order shows decides what became of it.
 */
import { showsDone } from '../answering/order-standing.ts';
import type { Action, ActionState } from '../domain/action.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Order } from '../domain/facts.ts';
import type { AuditLog } from '../ports/audit.ts';
import type { Change, ConversationStore } from '../ports/conversations.ts';
import type { Clock, Log } from '../ports/tools.ts';
import { actionShop, orderOf, type ActionShop, type ActionShopDeps } from './action-shop.ts';

export type PerformDeps = ActionShopDeps & {
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AuditLog;
  readonly conversations: Pick<ConversationStore, 'action' | 'commit' | 'platformNames'>;
};

export type Performed =
  | { readonly state: 'done'; readonly order: Order }
  | { readonly state: 'refused' | 'unknown' | 'waiting-for-approval'; readonly because: string };

export type Performing = {
  readonly conversation: Conversation;
  readonly action: Action;
  readonly by: { readonly who: string; readonly country: string | null };
  /** False while the emergency stop is on: nothing is asked of the shop, what was asked before is read back. */
  readonly mayAct: boolean;
  /** What else becomes true in the moment when it is done. */
  readonly whenDone: (order: Order) => readonly Change[];
};

/** Words for the log and the audit: what happened, never about whom. */
export const tellAction = async (
  deps: Pick<PerformDeps, 'clock' | 'log' | 'audit'>,
  { by }: Pick<Performing, 'by'>,
  { tenant, conversation, message, id, kind }: Action,
  state: ActionState,
  because: string,
): Promise<void> => {
  deps.log('order-action', { tenant, conversation, message, action: kind, state, because });
  if (state === 'intended') return;
  await deps.audit.record({
    tenant,
    at: deps.clock(),
    action: 'order-action',
    who: by.who,
    country: by.country,
    subject: id,
    detail: { kind, state, because },
  });
};

const mostTries = 2;

/** `earlier`: the shop may have taken it before. */
const attempt = async (shop: ActionShop, action: Action, earlier: boolean): Promise<Performed> => {
  const { id, order, kind, details } = action;
  let maybe = earlier;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answer = await shop.act({ id, order, action: kind, details });
    if (!answer.ok && answer.problem.kind === 'busy') continue;
    if (!answer.ok && answer.problem.kind === 'access-denied') break;
    const shown = orderOf(await shop.order(order));
    if (shown !== null && showsDone(shown, action)) return { state: 'done', order: shown };
    if (answer.ok) return { state: 'unknown', because: 'not-shown' };
    maybe ||= answer.problem.kind === 'unknown';
    if (answer.problem.kind === 'unknown') continue;
    return shown === null && maybe
      ? { state: 'unknown', because: 'not-readable' }
      : { state: 'refused', because: answer.problem.kind };
  }
  return maybe
    ? { state: 'unknown', because: 'no-answer' }
    : { state: 'waiting-for-approval', because: 'busy' };
};

/** What earlier runs left: an order that shows it is the end of the matter. */
const readBack = async (shop: ActionShop | null, action: Action): Promise<Performed | null> => {
  const shown = shop === null ? null : orderOf(await shop.order(action.order));
  return shown !== null && showsDone(shown, action) ? { state: 'done', order: shown } : null;
};

const settle = async (
  deps: PerformDeps,
  performing: Performing,
  from: ActionState,
  performed: Performed,
): Promise<Performed | 'stale'> => {
  const { conversation, action, whenDone } = performing;
  const because = performed.state === 'done' ? 'read-back' : performed.because;
  if (from === performed.state) return performed;
  const moved: Change = {
    change: 'action',
    action: action.id,
    from: [from],
    to: performed.state,
    because,
  };
  const others = performed.state === 'done' ? whenDone(performed.order) : [];
  // Written down first: a process that ends here leaves one line too many, never one too few.
  await tellAction(deps, performing, action, performed.state, because);
  if ((await deps.conversations.commit(conversation, [moved, ...others])) === 'stale') return 'stale';
  return performed;
};

/** For an action that is intended, attempted or unknown. `stale`: something else changed; read again. */
export const performAction = async (
  deps: PerformDeps,
  performing: Performing,
): Promise<Performed | 'stale'> => {
  const { conversation, action, mayAct } = performing;
  const { state } = action;
  const shop = await actionShop(deps, conversation, action);
  const earlier = state !== 'intended';
  const before = earlier ? await readBack(shop, action) : null;
  if (before !== null) return settle(deps, performing, state, before);
  if (shop === null || !mayAct) {
    const because = mayAct ? 'not-connected' : 'paused';
    return settle(deps, performing, state, {
      state: earlier ? 'unknown' : 'waiting-for-approval',
      because,
    });
  }
  if (state !== 'attempted') {
    const attempted: Change = {
      change: 'action',
      action: action.id,
      from: [state],
      to: 'attempted',
      because: action.because,
    };
    if ((await deps.conversations.commit(conversation, [attempted])) === 'stale') return 'stale';
  }
  return settle(deps, performing, 'attempted', await attempt(shop, action, earlier));
};
