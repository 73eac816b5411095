/** The level at which a case begins: higher for who matters most and for what can hurt. */
import type { HandOverReason } from '../../domain/decision.ts';
import { agentLevels, rankOf, type AgentLevel, type AgentNow, type SkillGroup } from './agent.ts';
import type { LevelRule } from './why.ts';

/** Somebody may be hurt, sue, dispute the payment or tell the public: no case for a beginner. */
const graveReasons: ReadonlySet<HandOverReason> = new Set([
  'safety_hazard',
  'medical_or_vulnerable',
  'legal_or_regulator',
  'chargeback_or_fraud',
  'public_threat',
  'staff_misconduct',
]);

export type Level = { readonly level: AgentLevel; readonly rule: LevelRule };

const wantedLevel = (reason: HandOverReason, vip: boolean, group: SkillGroup): Level => {
  const wanted: Level = graveReasons.has(reason)
    ? { level: 'senior', rule: 'grave-reason' }
    : vip
      ? { level: 'senior', rule: 'vip' }
      : { level: 'front-line', rule: 'first' };
  return rankOf(group.level) > rankOf(wanted.level) ? { level: group.level, rule: 'group' } : wanted;
};

/** Where nobody of the group stands so high, the highest level that is there. */
export const firstLevel = (
  { reason, vip }: { readonly reason: HandOverReason; readonly vip: boolean },
  group: SkillGroup,
  members: readonly AgentNow[],
): Level => {
  const wanted = wantedLevel(reason, vip, group);
  const ranks = members.map(({ profile }) => rankOf(profile.level));
  if (ranks.length === 0 || ranks.some((rank) => rank >= rankOf(wanted.level))) return wanted;
  return { level: agentLevels[Math.max(...ranks)] ?? wanted.level, rule: 'highest-there' };
};

/** The next level above that has anybody; null: none. */
export const levelAbove = (level: AgentLevel, members: readonly AgentNow[]): AgentLevel | null =>
  agentLevels.find(
    (one) => rankOf(one) > rankOf(level) && members.some(({ profile }) => profile.level === one),
  ) ?? null;
