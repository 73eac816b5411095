/** Judges one routing by looking at the desk again, by other means: shifts by the oracle, counts by plain loops. */
import { agentLevels, type AgentNow } from '../../../functions/core/people/routing/agent.ts';
import type { Routed, RoutingSituation } from '../../../functions/core/people/routing/route.ts';
import { oracleOf } from './calendar-oracle.ts';

const languageOf = (tag: string): string => tag.toLowerCase().replace(/-.*/, '');

type Judged = { readonly agent: AgentNow; readonly able: boolean; readonly speaks: boolean };

/** Everybody of the tenant who is in the group that the answer names. */
const deskOf = (situation: RoutingSituation, groupId: string): readonly Judged[] => {
  const ours = situation.agents.filter(({ profile }) => profile.tenant === situation.tenant);
  const group = situation.groups.find(({ id, tenant }) => id === groupId && tenant === situation.tenant);
  const knows = (agent: AgentNow): boolean =>
    agent.profile.languages.map(languageOf).includes(situation.language);
  const speakerNeeded = !situation.translated && situation.language !== 'unknown' && ours.some(knows);
  return ours
    .filter(
      ({ profile: { skills } }) => groupId === 'general' || skills.length === 0 || skills.includes(groupId),
    )
    .map((agent) => {
      const calendar = agent.profile.calendar ?? group?.calendar ?? situation.calendar;
      const able =
        !situation.declined.includes(agent.profile.name) &&
        (!speakerNeeded || knows(agent)) &&
        oracleOf(calendar)(situation.at.getTime()) &&
        agent.presence === 'online' &&
        agent.openCases < agent.profile.capacity;
      return { agent, able, speaks: knows(agent) };
    });
};

const ratio = ({ agent }: Judged): number => agent.openCases / agent.profile.capacity;
const same = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9;

/** Whether the group that is named asks for nothing that the case lacks, and is named with what it asks for. */
const groupIsTrue = (situation: RoutingSituation, { group, groupBy }: Routed['why']): boolean => {
  if (group === 'general') return groupBy.length === 0;
  const found = situation.groups.find(({ id, tenant }) => id === group && tenant === situation.tenant);
  if (found === undefined) return false;
  const holds = {
    reason: found.reasons.includes(situation.reason),
    intent: situation.intent !== null && found.intents.includes(situation.intent),
    channel: found.channels.includes(situation.channel),
    language: found.languages.map(languageOf).includes(situation.language),
    vip: found.vipOnly && situation.vip,
  };
  const asks =
    (found.reasons.length === 0 && found.intents.length === 0 ? true : holds.reason || holds.intent) &&
    (found.channels.length === 0 || holds.channel) &&
    (found.languages.length === 0 || holds.language) &&
    (!found.vipOnly || holds.vip);
  const told = (['reason', 'intent', 'channel', 'language', 'vip'] as const).filter((one) => holds[one]);
  return asks && told.join() === groupBy.join();
};

const ruleIsTrue = (situation: RoutingSituation, routed: Routed, desk: readonly Judged[]): boolean => {
  const { why } = routed;
  const able = desk.filter((one) => one.able && one.agent.profile.level === why.level);
  if (routed.kind !== 'assigned') return why.rule === 'nobody-able' && able.length === 0;
  const given = able.find(({ agent }) => agent.profile.name === routed.agent);
  if (given === undefined) return false;
  const fitting = able.some((one) => one.speaks) ? able.filter((one) => one.speaks) : able;
  const least = Math.min(...fitting.map(ratio));
  const leastLoaded = fitting.filter((one) => same(ratio(one), least));
  switch (why.rule) {
    case 'returning-buyer':
      return situation.previousAgent === routed.agent;
    case 'only-one-able':
      return able.length === 1;
    case 'speaks-the-language':
      return able.length > 1 && fitting.length === 1 && given.speaks;
    case 'least-loaded':
      return fitting.length > 1 && leastLoaded.length === 1 && leastLoaded[0] === given;
    case 'equal-share':
      return leastLoaded.length > 1 && leastLoaded.includes(given);
    case 'nobody-able':
      return false;
  }
};

const countsAreTrue = (routed: Routed, desk: readonly Judged[]): boolean => {
  const { why } = routed;
  const unable = Object.values(why.unable).reduce((sum, count) => sum + count, 0);
  if (why.considered !== why.able + unable) return false;
  const level = desk.filter(({ agent }) => agent.profile.level === why.level);
  return why.considered === level.length && why.able === level.filter(({ able }) => able).length;
};

const grave = /^(?:safety_|medical_|legal_|chargeback_|public_|staff_)/;

const levelIsTrue = (situation: RoutingSituation, { why }: Routed, desk: readonly Judged[]): boolean => {
  const group = situation.groups.find(({ id, tenant }) => id === why.group && tenant === situation.tenant);
  switch (why.levelRule) {
    case 'asked':
      return situation.level !== null;
    case 'grave-reason':
      return grave.test(situation.reason);
    case 'vip':
      return situation.vip;
    case 'group':
      return group !== undefined && group.level !== 'front-line';
    case 'first':
      return !situation.vip && !grave.test(situation.reason);
    case 'highest-there':
      return desk.every(
        ({ agent }) => agentLevels.indexOf(agent.profile.level) <= agentLevels.indexOf(why.level),
      );
  }
};

/** What is wrong with an answer, in a word each. */
export const routingFaults = (situation: RoutingSituation, routed: Routed): readonly string[] => {
  const desk = deskOf(situation, routed.why.group);
  const given = desk.find(({ agent }) => routed.kind === 'assigned' && agent.profile.name === routed.agent);
  const checks: readonly (readonly [string, boolean])[] = [
    ['unable', routed.kind !== 'assigned' || given?.able === true],
    ['group', groupIsTrue(situation, routed.why)],
    ['rule', ruleIsTrue(situation, routed, desk)],
    ['level', levelIsTrue(situation, routed, desk)],
    ['counts', countsAreTrue(routed, desk)],
    ['load', routed.kind !== 'assigned' || routed.why.load?.open === given?.agent.openCases],
    [
      'speaks',
      routed.kind !== 'assigned' ||
        routed.why.speaks === (situation.language === 'unknown' ? null : given?.speaks),
    ],
    [
      'raise',
      routed.kind !== 'raise' || agentLevels.indexOf(routed.to) > agentLevels.indexOf(routed.why.level),
    ],
    ['until', routed.kind !== 'nobody' || routed.until > situation.at],
  ];
  return checks.filter(([, right]) => !right).map(([what]) => what);
};
