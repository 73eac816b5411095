/** Gives a case to a person: by skill, language, history and load; a level up when the time of the one before has passed. */
import { agentLevels, type AgentLevel, type CaseRoute } from '../domain/escalation.ts';
import { escalationId } from '../domain/ids.ts';
import type { AgentNow } from '../people/routing/agent.ts';
import { routeThrough, type RoutingSituation } from '../people/routing/route.ts';
import type { BuyerAgents } from '../ports/buyer-agents.ts';
import type { Change, Inbox } from '../ports/conversations.ts';
import { caseTiming, watchAfter } from '../policy/timing.ts';
import type { CaseStanding } from './case-standing.ts';
import type { DeskSettings } from './desk-settings.ts';
import { careChange, type CaseAct, type CaseDeps } from './tend-case.ts';

export type RouteDeps = CaseDeps & {
  readonly inbox: Inbox;
  readonly buyerAgents: Pick<BuyerAgents, 'previous'>;
  /** Two-way translation is to be had here. */
  readonly translated: boolean;
};

/** Cases that each person has and has not resolved, by the rows themselves: no counter that could run away. */
const openCases = async (deps: RouteDeps, standing: CaseStanding): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  const waiting = await deps.inbox.waiting(standing.tenant.id);
  await Promise.all(
    waiting.map(async (entry) => {
      if (entry.kind !== 'escalation' || entry.id === standing.escalation.id) return;
      const one = await deps.conversations.escalation({ ...entry, escalation: escalationId(entry.id) });
      const agent = one === null ? null : (one.agent ?? one.care.route?.agent ?? null);
      if (agent !== null) counts.set(agent, (counts.get(agent) ?? 0) + 1);
    }),
  );
  return counts;
};

const agentsNow = async (deps: RouteDeps, standing: CaseStanding): Promise<readonly AgentNow[]> => {
  const counts = await openCases(deps, standing);
  return standing.settings.seats.map(({ profile, presence }) => ({
    profile,
    presence,
    openCases: counts.get(profile.name) ?? 0,
  }));
};

/** Null: where such a case begins. After a level's time the next one is asked. */
const levelWanted = ({ escalation }: CaseStanding): AgentLevel | null => {
  const { route } = escalation.care;
  if (route === null || route.agent === null) return null;
  return agentLevels[Math.min(agentLevels.indexOf(route.level) + 1, agentLevels.length - 1)] ?? null;
};

const situationOf = async (
  deps: RouteDeps,
  standing: CaseStanding,
  declined: readonly string[],
): Promise<RoutingSituation> => {
  const { escalation, view, settings, now } = standing;
  const newest = view.messages.findLast(({ understanding }) => understanding !== null);
  return {
    tenant: escalation.tenant,
    escalation: escalation.id,
    reason: escalation.because,
    intent: newest?.understanding?.intent ?? null,
    channel: view.conversation.channel,
    language: view.conversation.language ?? 'unknown',
    vip: false,
    previousAgent: await deps.buyerAgents.previous(escalation.tenant, view.conversation.buyer),
    declined,
    level: levelWanted(standing),
    translated: deps.translated,
    at: now,
    groups: settings.groups,
    agents: await agentsNow(deps, standing),
    calendar: settings.calendar,
  };
};

const levelOfAgent = (settings: DeskSettings, name: string): AgentLevel =>
  settings.seats.find(({ profile }) => profile.name === name)?.profile.level ?? 'front-line';

/** A person took it, or gave it to somebody: so it is, and nobody is asked. */
const byHand = ({ escalation, settings, now }: CaseStanding): CaseRoute | null => {
  const { agent, state, care } = escalation;
  if (state !== 'taken' || agent === null || agent === care.route?.agent) return null;
  return {
    agent,
    group: care.route?.group ?? 'general',
    level: levelOfAgent(settings, agent),
    at: now,
    why: null,
    again: null,
    declined: care.route?.declined ?? [],
  };
};

const askedFor = async (deps: RouteDeps, standing: CaseStanding): Promise<CaseRoute> => {
  const { escalation, now } = standing;
  const before = escalation.care.route;
  const declined = [
    ...new Set([...(before?.declined ?? []), ...(before?.agent == null ? [] : [before.agent])]),
  ];
  const situation = await situationOf(deps, standing, declined);
  const asked = routeThrough(situation);
  // Hours that cannot be counted keep nobody waiting: whoever is there may take it.
  const counted = asked.ok
    ? asked
    : routeThrough({ ...situation, calendar: { ...situation.calendar, holidays: [], campaigns: [] } });
  if (!asked.ok) {
    deps.count('HolidayDataMissing');
    deps.log('failed', { tenant: escalation.tenant, because: asked.problem.kind });
  }
  const later = new Date(now.getTime() + caseTiming.routeAgainMinutes * 60_000);
  const again = (until: Date): Date => (until > now ? until : later);
  if (!counted.ok)
    return { agent: null, group: 'general', level: 'front-line', at: now, why: null, again: later, declined };
  const { routed } = counted.value;
  if (routed.kind === 'assigned') return { ...routed, at: now, again: null, declined };
  const { why, until } = routed;
  // Nobody above is there: whoever has it keeps it, and the case has nowhere to be raised to.
  if (before !== null && before.agent !== null) return { ...before, level: 'supervisor', at: now, why };
  const at = before?.at ?? now;
  return { agent: null, group: why.group, level: 'front-line', at, why, again: again(until), declined: [] };
};

const plain = ({ agent, group, level, at, why, again, declined }: CaseRoute): CaseRoute => ({
  agent,
  group,
  level,
  at,
  why,
  again,
  declined,
});

/** Raised to somebody else, it is no longer whose it was: or it would go to and fro between the two. */
const takenAway = ({ escalation }: CaseStanding, route: CaseRoute, change: Change): Change =>
  change.change === 'escalation' && escalation.state === 'taken' && route.agent !== escalation.agent
    ? { ...change, to: 'waiting', agent: null }
    : change;

export const routeCase =
  (deps: RouteDeps): CaseAct =>
  async (standing) => {
    const { care } = standing.escalation;
    const taken = byHand(standing);
    const route = plain(taken ?? (await askedFor(deps, standing)));
    // Nobody before and nobody now: nothing that people would have to be told again.
    const same = care.route !== null && care.route.agent === null && route.agent === null;
    const changed = careChange(standing, {
      route,
      routes: same ? care.routes : care.routes + 1,
      remindedAt: standing.now,
      watchAt: watchAfter(standing.now),
    });
    return deps.conversations.commit(standing.view.conversation, [
      taken === null ? takenAway(standing, route, changed) : changed,
    ]);
  };
