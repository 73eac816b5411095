/** Why a case went where it went: the rule that decided, with what it counted; and a sentence of it for people. */
import type { AgentLocale } from '../agent-locale.ts';
import type { AgentLevel } from './agent.ts';

const notYet = (): never => {
  throw new Error('not built');
};

/** What decided between those who were able. */
export const routingRules = [
  'returning-buyer',
  'only-one-able',
  'speaks-the-language',
  'least-loaded',
  'equal-share',
  'nobody-able',
] as const;
export type RoutingRule = (typeof routingRules)[number];

/** Why the level was asked. */
export type LevelRule = 'asked' | 'vip' | 'grave-reason' | 'group' | 'first';

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
  readonly groupBy: readonly ('reason' | 'intent' | 'channel' | 'language' | 'vip')[];
  readonly level: AgentLevel;
  readonly levelRule: LevelRule;
  /** Agents of the group and level. */
  readonly considered: number;
  readonly able: number;
  readonly unable: Unable;
  /** Whether whoever got it speaks the buyer's language; null: nobody got it, or the language is not known. */
  readonly speaks: boolean | null;
  /** Cases of whoever got it and how many are the most; null: nobody got it. */
  readonly load: { readonly open: number; readonly capacity: number } | null;
};

/** One or two sentences without a name: the row holds the agent beside it. */
export const sayWhy: (why: Why, locale: AgentLocale) => string = notYet;
