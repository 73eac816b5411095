/** Why a case went where it went: the rule that decided, with all that it counted. */
import type { AgentLevel } from './agent.ts';
import type { GroupAspect } from './groups.ts';

/** What decided between those who were able; the last that left one. */
export const routingRules = [
  'returning-buyer',
  'only-one-able',
  'speaks-the-language',
  'least-loaded',
  'equal-share',
  'nobody-able',
] as const;
export type RoutingRule = (typeof routingRules)[number];

/** Why the level was asked: `highest-there`: nobody of the group stands as high as the case would begin. */
export const levelRules = ['asked', 'vip', 'grave-reason', 'group', 'first', 'highest-there'] as const;
export type LevelRule = (typeof levelRules)[number];

/** Why agents of the group and level were not able: each is counted once, under the first that holds. */
export type Unable = {
  readonly declined: number;
  readonly language: number;
  readonly outsideShift: number;
  readonly absent: number;
  readonly full: number;
};

export type Why = {
  readonly rule: RoutingRule;
  readonly group: string;
  /** What of the case the group asks for and found; none for the general group. */
  readonly groupBy: readonly GroupAspect[];
  readonly level: AgentLevel;
  readonly levelRule: LevelRule;
  /** Agents of the group and level. */
  readonly considered: number;
  readonly able: number;
  readonly unable: Unable;
  /** Whether whoever got it speaks the buyer's language; null: nobody got it, or the language is not known. */
  readonly speaks: boolean | null;
  /** Cases of whoever got it before this one, and how many are the most; null: nobody got it. */
  readonly load: { readonly open: number; readonly capacity: number } | null;
};
