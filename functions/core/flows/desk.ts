/** What people do with a case: take it, give it to somebody, resolve it. */
import { openedCase, type AgentLevel, type CaseRoute } from '../domain/escalation.ts';
import type { ConversationId } from '../domain/ids.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { Change, ConversationView } from '../ports/conversations.ts';
import { watchAfter } from '../policy/timing.ts';
import { tellMachine } from './case-machine.ts';
import { next } from './case-standing.ts';
import { audited } from './desk-audit.ts';
import type { DeskCaller, DeskDeps, DeskProblem } from './desk-caller.ts';
import { findView } from './desk-inbox.ts';
import { settingsOf, type DeskSettings } from './desk-settings.ts';
import { givenBack } from './hand-back.ts';
import { untilSettled } from './kit.ts';

export type Done = { readonly conversation: ConversationId; readonly state: string; readonly reply?: string };

export const settled = async <Value>(
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
  round: (view: ConversationView) => Promise<Outcome<Value, DeskProblem> | 'stale'>,
): Promise<Outcome<Value, DeskProblem>> => {
  const result = await untilSettled(async () => {
    const view = await findView(deps, caller, conversation);
    return view === null ? failed<DeskProblem>({ kind: 'no-such-conversation' }) : round(view);
  });
  return result === 'stale' ? failed({ kind: 'stale' }) : result;
};

/** The desk of the conversation's seller; a tenant that is gone has no desk. */
export const deskOf = async (deps: DeskDeps, view: ConversationView): Promise<DeskSettings | null> => {
  const tenant = await deps.tenants.tenant(view.conversation.tenant);
  return tenant === null ? null : settingsOf(tenant, await deps.desk.desk(tenant.id));
};

/** The deployment's own operators stand in no seller's list. */
const operators: ReadonlySet<string> = new Set(['operator']);

/** Where a desk has its people written down, nobody else acts in their place. */
export const unknownAgent = (settings: DeskSettings | null, agent: string): DeskProblem | null => {
  const known = (settings?.seats ?? []).map(({ profile }) => profile.name);
  return known.length === 0 || known.includes(agent) || operators.has(agent)
    ? null
    : { kind: 'no-such-agent', agent, known };
};

/** Cancels what we were about to say by ourselves: the person speaks now. */
export const silenceOwn = (view: ConversationView, but: string | null): readonly Change[] =>
  view.replies
    .filter(
      (reply) =>
        reply.id !== but &&
        reply.kind === 'automatic' &&
        !reply.holding &&
        (reply.state === 'draft' || reply.state === 'intended'),
    )
    .map((reply): Change => ({
      change: 'reply',
      reply: reply.id,
      at: reply.createdAt,
      from: [reply.state],
      to: 'cancelled',
      fields: { because: 'person' },
    }));

/** The messages that nobody answered become the person's. */
export const toPerson = (view: ConversationView): readonly Change[] =>
  view.messages
    .filter((message) => message.state === 'drafted' || message.state === 'decided')
    .map((message): Change => ({
      change: 'message',
      message: message.message,
      at: message.at,
      from: [message.state],
      to: 'escalated',
      fields: { because: 'with_agent' },
    }));

const newCase = (deps: DeskDeps, view: ConversationView, agent: string, at: Date): readonly Change[] => {
  const { tenant, id: conversation, version } = view.conversation;
  const id = deps.derive.escalation(`${conversation}#taken#${String(version)}`);
  const opened = openedCase({
    tenant,
    conversation,
    id,
    state: 'taken',
    because: 'with_agent',
    message: null,
    agent,
    openedAt: at,
    watchAt: watchAfter(at),
  });
  return [
    { change: 'new-escalation', escalation: opened },
    { change: 'conversation', version, to: 'with-agent', fields: { escalation: id } },
  ];
};

/** The case becomes the person's; a conversation without one gets one, a closed one is taken up once more. */
export const takeChanges = (deps: DeskDeps, view: ConversationView, agent: string): readonly Change[] => {
  const { conversation, escalation } = view;
  if (escalation === null) return newCase(deps, view, agent, deps.clock());
  const taken: Change = {
    change: 'escalation',
    escalation: escalation.id,
    from: ['waiting', 'taken'],
    to: 'taken',
    agent,
  };
  // Written in any case: two who act at the same moment do so one after the other.
  const turned: Change = {
    change: 'conversation',
    version: conversation.version,
    ...(conversation.state === 'with-agent' ? {} : { to: 'with-agent' }),
    fields: { escalation: escalation.id },
  };
  return [taken, turned];
};

export const takeConversation = async (deps: DeskDeps, caller: DeskCaller, conversation: string) =>
  settled<Done>(deps, caller, conversation, async (view) => {
    const problem = unknownAgent(await deskOf(deps, view), caller.agent);
    if (problem !== null) return failed(problem);
    const { id, tenant } = view.conversation;
    const changes = [...takeChanges(deps, view, caller.agent), ...silenceOwn(view, null), ...toPerson(view)];
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
    await audited(deps, caller, tenant, 'taken', id);
    await tellMachine(deps, view, changes);
    return found({ conversation: id, state: 'with-agent' });
  });

export type TransferTo = { readonly agent: string } | { readonly group: string };

const groupsOf = (settings: DeskSettings): readonly string[] => [
  ...new Set(['general', ...settings.groups.map(({ id }) => id)]),
];

const levelOf = (settings: DeskSettings, agent: string): AgentLevel =>
  settings.seats.find(({ profile }) => profile.name === agent)?.profile.level ?? 'front-line';

/** Who had it does not get it back by itself. */
const routeTo = (
  settings: DeskSettings,
  before: CaseRoute | null,
  to: TransferTo,
  at: Date,
): CaseRoute | DeskProblem => {
  const declined = [...new Set([...(before?.declined ?? []), ...(before?.agent ? [before.agent] : [])])];
  if ('agent' in to) {
    const problem = unknownAgent(settings, to.agent);
    if (problem !== null) return problem;
    const group = before?.group ?? 'general';
    const level = levelOf(settings, to.agent);
    return { agent: to.agent, group, level, at, why: null, again: null, declined };
  }
  const known = groupsOf(settings);
  if (!known.includes(to.group)) return { kind: 'no-such-group', group: to.group, known };
  // Nobody's, and due at once: the machine finds somebody of the group.
  return { agent: null, group: to.group, level: 'front-line', at, why: null, again: at, declined };
};

export const transferConversation = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
  to: TransferTo,
) =>
  settled<Done>(deps, caller, conversation, async (view) => {
    const { escalation } = view;
    const settings = await deskOf(deps, view);
    if (escalation === null || settings === null) return failed({ kind: 'no-case' });
    const known = unknownAgent(settings, caller.agent);
    if (known !== null) return failed(known);
    const route = routeTo(settings, escalation.care.route, to, deps.clock());
    if ('kind' in route) return failed(route);
    const given: Change = {
      change: 'escalation',
      escalation: escalation.id,
      from: [escalation.state],
      to: 'waiting',
      agent: null,
      care: next(escalation.care, { route, routes: escalation.care.routes + 1, remindedAt: null }),
    };
    if ((await deps.conversations.commit(view.conversation, [given])) === 'stale') return 'stale';
    const { tenant, id } = view.conversation;
    await audited(deps, caller, tenant, 'transferred', id, {
      to: 'agent' in to ? to.agent : to.group,
      as: 'agent' in to ? 'agent' : 'group',
    });
    await tellMachine(deps, view, [given]);
    return found({ conversation: id, state: view.conversation.state });
  });

/** Ends the case with what is left of it, and closes the conversation; the buyer's next message opens it again. */
export const resolveConversation = async (deps: DeskDeps, caller: DeskCaller, conversation: string) =>
  settled<Done>(deps, caller, conversation, async (view) => {
    const { conversation: owner, escalation } = view;
    const problem = unknownAgent(await deskOf(deps, view), caller.agent);
    if (problem !== null) return failed(problem);
    const ended: readonly Change[] =
      escalation === null
        ? []
        : [
            {
              change: 'escalation',
              escalation: escalation.id,
              from: ['waiting', 'taken'],
              to: 'resolved',
              agent: caller.agent,
            },
          ];
    const closed: readonly Change[] =
      owner.state === 'closed'
        ? []
        : [
            {
              change: 'conversation',
              version: owner.version,
              to: 'closed',
              fields: givenBack(owner, deps.clock()),
            },
          ];
    const changes = [...ended, ...closed, ...silenceOwn(view, null), ...toPerson(view)];
    if (changes.length === 0) return found({ conversation: owner.id, state: owner.state });
    if ((await deps.conversations.commit(owner, changes)) === 'stale') return 'stale';
    await audited(deps, caller, owner.tenant, 'resolved', owner.id);
    await tellMachine(deps, view, changes);
    return found({ conversation: owner.id, state: 'closed' });
  });
