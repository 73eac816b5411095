/** Finds the person for a case, or says who should be asked next, or when; and always why. */
import type { ChannelId } from '../../domain/channel.ts';
import type { HandOverReason } from '../../domain/decision.ts';
import type { EscalationId, TenantId } from '../../domain/ids.ts';
import type { Intent } from '../../domain/intent.ts';
import { found, type Outcome } from '../../domain/outcome.ts';
import { nextOpening } from '../calendar/business-time.ts';
import type { CalendarProblem, DeskCalendar } from '../calendar/desk-calendar.ts';
import { calendarOf, needsSpeaker, obstacleOf, speaks } from './ability.ts';
import { rankOf, type AgentLevel, type AgentNow, type SkillGroup } from './agent.ts';
import { choose } from './choose.ts';
import { firstLevel, levelAbove, type Level } from './first-level.ts';
import { generalGroup, groupFor, isMember } from './groups.ts';
import type { GroupAspect, RoutingRule, Unable, Why } from './why.ts';

export type RoutingSituation = {
  readonly tenant: TenantId;
  readonly escalation: EscalationId;
  readonly reason: HandOverReason;
  readonly intent: Intent | null;
  readonly channel: ChannelId;
  /** Of the buyer, ISO 639-1, or `unknown`. */
  readonly language: string;
  readonly vip: boolean;
  /** Who answered this buyer last; null: nobody yet. */
  readonly previousAgent: string | null;
  /** Who had this case and did not answer it, or gave it back. */
  readonly declined: readonly string[];
  /** The level to ask; null: where such a case begins. */
  readonly level: AgentLevel | null;
  /** Two-way translation is to be had: then an agent of any language is able. */
  readonly translated: boolean;
  readonly at: Date;
  readonly groups: readonly SkillGroup[];
  readonly agents: readonly AgentNow[];
  /** Of the tenant's desk: hours of the general group. */
  readonly calendar: DeskCalendar;
};

export type Routed =
  | {
      readonly kind: 'assigned';
      readonly agent: string;
      readonly group: string;
      readonly level: AgentLevel;
      readonly why: Why;
    }
  /** Nobody of the level is able: ask the next one, at once. */
  | { readonly kind: 'raise'; readonly to: AgentLevel; readonly why: Why }
  /** Nobody above either: ask again at `until`, beginning with the first level (`level: null`). */
  | { readonly kind: 'nobody'; readonly until: Date; readonly why: Why };

/** Somebody on shift may come back or resolve a case at any time. */
const lookAgainMinutes = 5;

/** What the question comes down to, before anybody is looked at. */
type Asked = {
  readonly situation: RoutingSituation;
  readonly group: SkillGroup;
  readonly groupBy: readonly GroupAspect[];
  readonly members: readonly AgentNow[];
  readonly level: Level;
  readonly speakerOnly: boolean;
};

const asked = (situation: RoutingSituation): Asked => {
  const agents = situation.agents.filter(({ profile }) => profile.tenant === situation.tenant);
  const { group, by: groupBy } = groupFor(
    situation,
    situation.groups.filter(({ tenant }) => tenant === situation.tenant),
    agents.map(({ profile }) => profile),
    generalGroup(situation.tenant, situation.calendar),
  );
  const members = agents.filter(({ profile }) => isMember(profile, group));
  const level: Level =
    situation.level === null
      ? firstLevel(situation, group, members)
      : { level: situation.level, rule: 'asked' };
  return { situation, group, groupBy, members, level, speakerOnly: needsSpeaker(situation, agents) };
};

type Looked = { readonly able: readonly AgentNow[]; readonly unable: Unable };

const lookAt = (
  { situation, group, speakerOnly }: Asked,
  agents: readonly AgentNow[],
): Outcome<Looked, CalendarProblem> => {
  const able: AgentNow[] = [];
  const unable = { declined: 0, language: 0, outsideShift: 0, absent: 0, full: 0 };
  for (const agent of agents) {
    const obstacle = obstacleOf(agent, situation, group, speakerOnly);
    if (!obstacle.ok) return obstacle;
    if (obstacle.value === null) able.push(agent);
    else unable[obstacle.value] += 1;
  }
  return found({ able, unable });
};

const whyOf = (
  { situation, group, groupBy, level }: Asked,
  { able, unable }: Looked,
  rule: RoutingRule,
  agent: AgentNow | null,
): Why => ({
  rule,
  group: group.id,
  groupBy,
  level: agent?.profile.level ?? level.level,
  levelRule: level.rule,
  considered: able.length + Object.values(unable).reduce((sum, count) => sum + count, 0),
  able: able.length,
  unable,
  speaks:
    agent === null || situation.language === 'unknown' ? null : speaks(agent.profile, situation.language),
  load: agent === null ? null : { open: agent.openCases, capacity: agent.profile.capacity },
});

const assigned = (one: Asked, looked: Looked, rule: RoutingRule, agent: AgentNow): Routed => ({
  kind: 'assigned',
  agent: agent.profile.name,
  group: one.group.id,
  level: agent.profile.level,
  why: whyOf(one, looked, rule, agent),
});

/** When somebody may be able who is not now: back from a break, or at the next shift. */
const askAgainAt = (one: Asked): Outcome<Date, CalendarProblem> => {
  const { situation, group, members, speakerOnly } = one;
  const { at, declined, language } = situation;
  const soon = new Date(at.getTime() + lookAgainMinutes * 60_000);
  const lowest = rankOf(firstLevel(situation, group, members).level);
  const candidates = members.filter(
    ({ profile }) =>
      rankOf(profile.level) >= lowest &&
      !declined.includes(profile.name) &&
      (!speakerOnly || speaks(profile, language)),
  );
  const calendars =
    candidates.length === 0 ? [group.calendar] : candidates.map(({ profile }) => calendarOf(profile, group));
  let until: Date | null = null;
  for (const calendar of new Set(calendars)) {
    const opening = nextOpening(calendar, at);
    // A calendar that never opens tells of nobody.
    if (!opening.ok && opening.problem.kind === 'never-open') continue;
    if (!opening.ok) return opening;
    if (until === null || opening.value < until) until = opening.value;
  }
  return found(until === null || until < soon ? soon : until);
};

const nobodyHere = (one: Asked, looked: Looked): Outcome<Routed, CalendarProblem> => {
  const why = whyOf(one, looked, 'nobody-able', null);
  const to = levelAbove(one.level.level, one.members);
  if (to !== null) return found({ kind: 'raise', to, why });
  const until = askAgainAt(one);
  return until.ok ? found({ kind: 'nobody', until: until.value, why }) : until;
};

/** Same situation, same answer. Agents and groups of another tenant are never looked at. */
export const route = (situation: RoutingSituation): Outcome<Routed, CalendarProblem> => {
  const one = asked(situation);
  const ofLevel = (level: AgentLevel): readonly AgentNow[] =>
    one.members.filter(({ profile }) => profile.level === level);
  const returning = one.members.filter(
    ({ profile }) =>
      profile.name === situation.previousAgent && rankOf(profile.level) >= rankOf(one.level.level),
  );
  const known = lookAt(one, returning);
  if (!known.ok) return known;
  const [previous] = known.value.able;
  const looked = lookAt(one, ofLevel(previous?.profile.level ?? one.level.level));
  if (!looked.ok) return looked;
  if (previous !== undefined) return found(assigned(one, looked.value, 'returning-buyer', previous));
  const chosen = choose(looked.value.able, situation);
  return chosen === null
    ? nobodyHere(one, looked.value)
    : found(assigned(one, looked.value, chosen.rule, chosen.agent));
};

export type RoutedThrough = {
  readonly routed: Exclude<Routed, { kind: 'raise' }>;
  /** The raises before it, in order. */
  readonly raised: readonly Extract<Routed, { kind: 'raise' }>[];
};

/** Asks level after level until somebody is assigned or nobody is left. */
export const routeThrough = (situation: RoutingSituation): Outcome<RoutedThrough, CalendarProblem> => {
  const raised: Extract<Routed, { kind: 'raise' }>[] = [];
  for (let level = situation.level; ;) {
    const routed = route({ ...situation, level });
    if (!routed.ok) return routed;
    if (routed.value.kind !== 'raise') return found({ routed: routed.value, raised });
    raised.push(routed.value);
    level = routed.value.to;
  }
};
