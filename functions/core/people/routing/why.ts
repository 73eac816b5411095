/** Why a case went where it went: the reason of the case's row, under the names that routing uses. */
import type { groupCriteria, levelRules, RouteReason } from '../../domain/escalation.ts';

export type Why = RouteReason;
export type Unable = RouteReason['unable'];
export type LevelRule = (typeof levelRules)[number];
export type GroupAspect = (typeof groupCriteria)[number];
export type { RoutingRule } from '../../domain/escalation.ts';
