/** Agents as seeds write them, as the profiles that routing reads. */
import type { TenantId } from '../../domain/ids.ts';
import type { AgentLevel, AgentProfile } from './agent.ts';

/** `role` tells the level; the rest is a profile's own. */
export type SeedAgent = {
  readonly tenant: TenantId;
  readonly name: string;
  readonly role: string;
  readonly languages: readonly string[];
  readonly skills?: readonly string[] | undefined;
};

/** Words in a role that tell a level; the first that stands in it, anywhere and in any case. */
const roleWords: readonly (readonly [AgentLevel, RegExp])[] = [
  [
    'supervisor',
    /supervis|manager|team.?lead|lead(?:er)?\b|head|gerente|encarregad|encargad|主管|经理|组长/iu,
  ],
  ['senior', /senior|sênior|sénior|specialist|especialista|expert|second.?(?:line|level)|高级|资深|专家/iu],
];

/** Cases that a person of a level has at a time unless a profile says otherwise. */
const capacities = { 'front-line': 8, senior: 6, supervisor: 4 } as const satisfies Record<
  AgentLevel,
  number
>;

export const profileOf = ({ tenant, name, role, languages, skills = [] }: SeedAgent): AgentProfile => {
  const level = roleWords.find(([, words]) => words.test(role))?.[0] ?? 'front-line';
  return { tenant, name, level, languages, skills, capacity: capacities[level], calendar: null };
};
