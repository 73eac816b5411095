/** A person approves what a buyer wants done with an order, or refuses it: done at the shop, read back, and told. */
import { sayDone } from '../answering/action-words.ts';
import type { Action } from '../domain/action.ts';
import type { Order } from '../domain/facts.ts';
import { actionId, isOpaqueId, type ActionId } from '../domain/ids.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { Reply } from '../domain/reply.ts';
import type { TenantTone } from '../domain/tenant.ts';
import type { Change, ConversationView } from '../ports/conversations.ts';
import { dueAfter } from '../policy/timing.ts';
import { wordsFor } from './action-reply.ts';
import { tellMachine } from './case-machine.ts';
import { deskOf, unknownAgent, type Done } from './desk.ts';
import { audited } from './desk-audit.ts';
import type { DeskCaller, DeskDeps, DeskProblem } from './desk-caller.ts';
import { entriesFor } from './desk-inbox.ts';
import { performAction, tellAction, type PerformDeps } from './perform-action.ts';

export type ApproveActionDeps = DeskDeps & PerformDeps;
export type Approved = Done & { readonly action: Action['state'] };

const doneReply = (
  deps: ApproveActionDeps,
  view: ConversationView,
  action: Action,
  order: Order,
  tone: TenantTone | undefined,
): Reply | null => {
  const wanted = view.messages.filter(({ message }) => message === action.message);
  const said = sayDone(wordsFor(view, wanted, [], deps.clock(), tone), action.kind, order);
  if (said === null) return null;
  return {
    tenant: action.tenant,
    conversation: action.conversation,
    id: deps.derive.reply(action.message, `action#${action.kind}`),
    inReplyTo: action.message,
    inReplyToAt: action.messageAt,
    state: 'intended',
    kind: 'approved',
    text: said.text,
    language: said.language,
    buyerTurn: view.conversation.buyerTurn,
    holding: false,
    createdAt: deps.clock(),
    attempts: 0,
    requeued: 0,
    platformId: null,
    because: said.because,
    fromFacts: true,
    asks: null,
  };
};

/** The case that was opened for nothing but this ends with it; one that somebody took, or that goes on, is left alone. */
const endsCase = (
  { conversation, escalation, messages }: ConversationView,
  action: Action,
  agent: string,
): readonly Change[] => {
  const isLast = messages.at(-1)?.message === action.message;
  if (
    escalation === null ||
    escalation.state !== 'waiting' ||
    escalation.message !== action.message ||
    !isLast
  )
    return [];
  return [
    { change: 'escalation', escalation: escalation.id, from: ['waiting'], to: 'resolved', agent },
    {
      change: 'conversation',
      version: conversation.version,
      ...(conversation.state === 'closed' ? {} : { to: 'closed' }),
      fields: { escalation: null },
    },
  ];
};

/** What waits for a person, or for its end. */
const waitingAction = async (deps: ApproveActionDeps, caller: DeskCaller, id: ActionId) => {
  const entry = (await entriesFor(deps, caller)).find((one) => one.kind === 'action' && one.id === id);
  return entry === undefined ? null : deps.conversations.action({ ...entry, action: id });
};

type Found = { readonly view: ConversationView; readonly action: Action };

const find = async (
  deps: ApproveActionDeps,
  caller: DeskCaller,
  id: string,
): Promise<Outcome<Found, DeskProblem>> => {
  const action = isOpaqueId(id) ? await waitingAction(deps, caller, actionId(id)) : null;
  const view =
    action === null
      ? null
      : await deps.conversations.view(action, { message: action.message, at: action.messageAt });
  const settings = view === null ? null : await deskOf(deps, view);
  if (action === null || view === null || settings === null) return failed({ kind: 'no-such-action' });
  const problem = unknownAgent(settings, caller.agent);
  return problem === null ? found({ view, action }) : failed(problem);
};

const byOf = ({ agent, country }: DeskCaller) => ({ who: agent, country });

/** The buyer is told in the seller's own words: a refusal needs a reason that only a person has. */
export const refuseAction = async (
  deps: ApproveActionDeps,
  caller: DeskCaller,
  id: string,
): Promise<Outcome<Approved, DeskProblem>> => {
  const given = await find(deps, caller, id);
  if (!given.ok) return given;
  const { view, action } = given.value;
  const { conversation } = view;
  if (action.state !== 'waiting-for-approval' && action.state !== 'unknown') return failed({ kind: 'stale' });
  const refused: Change = {
    change: 'action',
    action: action.id,
    from: [action.state],
    to: 'refused',
    because: 'person',
  };
  if ((await deps.conversations.commit(conversation, [refused])) === 'stale')
    return failed({ kind: 'no-such-action' });
  await tellAction(deps, { by: byOf(caller) }, action, 'refused', 'person');
  return found({ conversation: conversation.id, state: conversation.state, action: 'refused' });
};

/** Approved again after a crash it goes on where it was: the shop's order tells what has been done. */
export const approveAction = async (
  deps: ApproveActionDeps,
  caller: DeskCaller,
  id: string,
): Promise<Outcome<Approved, DeskProblem>> => {
  const given = await find(deps, caller, id);
  if (!given.ok) return given;
  const { view, action } = given.value;
  const { conversation } = view;
  const seller = await deps.tenants.tenant(conversation.tenant);
  const waits = action.state === 'waiting-for-approval';
  if (waits) {
    const approved: Change = {
      change: 'action',
      action: action.id,
      from: ['waiting-for-approval'],
      to: 'intended',
      because: 'approved',
    };
    // Somebody was quicker.
    if ((await deps.conversations.commit(conversation, [approved])) === 'stale')
      return failed({ kind: 'no-such-action' });
    await audited(deps, caller, conversation.tenant, 'approved', action.id, { kind: action.kind });
  }
  let reply: Reply | null = null;
  let changes: readonly Change[] = [];
  const whenDone = (order: Order): readonly Change[] => {
    reply = doneReply(deps, view, action, order, seller?.tone);
    changes = [
      ...(reply === null ? [] : [{ change: 'new-reply', reply, dueAt: dueAfter(deps.clock()) } as const]),
      ...(reply === null ? [] : endsCase(view, action, caller.agent)),
    ];
    return changes;
  };
  const intended: Action = waits ? { ...action, state: 'intended', because: 'approved' } : action;
  const by = byOf(caller);
  // The stop is for what we do by ourselves: a person may go on.
  const ended = await performAction(deps, { conversation, action: intended, by, mayAct: true, whenDone });
  if (ended === 'stale') return failed({ kind: 'stale' });
  if (ended.state !== 'done')
    return failed({ kind: 'action-not-done', state: ended.state, because: ended.because });
  return found({ ...(await told(deps, view, action, reply, changes)), action: 'done' });
};

const told = async (
  deps: ApproveActionDeps,
  view: ConversationView,
  { conversation }: Action,
  reply: Reply | null,
  changes: readonly Change[],
): Promise<Done> => {
  const closes = changes.some((change) => change.change === 'conversation');
  const state = closes ? 'closed' : view.conversation.state;
  if (reply === null) return { conversation, state };
  const { tenant, id, createdAt } = reply;
  await deps.outbound.forward({ tenant, conversation, reply: id, at: createdAt }, 0);
  await tellMachine(deps, view, changes);
  return { conversation, state, reply: id };
};
