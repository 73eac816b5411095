/** The people of a desk: what each can do, and whether they are there now. */
import type { ChannelId } from '../../domain/channel.ts';
import type { HandOverReason } from '../../domain/decision.ts';
import { agentLevels, type AgentLevel } from '../../domain/escalation.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Intent } from '../../domain/intent.ts';
import type { DeskCalendar } from '../calendar/desk-calendar.ts';

export { agentLevels, type AgentLevel } from '../../domain/escalation.ts';

/** JSON as it stands: a row of the tenants table. */
export type AgentProfile = {
  readonly tenant: TenantId;
  /** Unique in the tenant. */
  readonly name: string;
  readonly level: AgentLevel;
  /** BCP 47 tags; the language alone is compared: `pt-BR` speaks `pt`. The first is the one the agent reads best. */
  readonly languages: readonly string[];
  /** Ids of skill groups; none: every group. */
  readonly skills: readonly string[];
  /** Cases at a time. */
  readonly capacity: number;
  /** Own shifts; null: those of the group. */
  readonly calendar: DeskCalendar | null;
};

export const presences = ['online', 'away', 'offline'] as const;
export type Presence = (typeof presences)[number];

/** An agent as of now: changing, so apart from the profile. */
export type AgentNow = {
  readonly profile: AgentProfile;
  readonly presence: Presence;
  /** Cases that the agent has and has not resolved. */
  readonly openCases: number;
};

/** Which cases a group takes; an empty list restricts nothing. JSON as it stands: a row of the tenants table. */
export type SkillGroup = {
  readonly tenant: TenantId;
  readonly id: string;
  readonly reasons: readonly HandOverReason[];
  readonly intents: readonly Intent[];
  readonly channels: readonly ChannelId[];
  /** Of the buyer, ISO 639-1. */
  readonly languages: readonly string[];
  readonly vipOnly: boolean;
  /** Where a case of it begins. */
  readonly level: AgentLevel;
  readonly calendar: DeskCalendar;
};

/** Places in the order in which a case is raised. */
export const rankOf = (level: AgentLevel): number => agentLevels.indexOf(level);

/** Whether two tags name one language: `pt-BR` and `pt` do. */
export const sameLanguage = (one: string, other: string): boolean =>
  one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
