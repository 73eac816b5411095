/** Finds the person for a case, or says who should be asked next, or when; and always why. */
import type { ChannelId } from '../../domain/channel.ts';
import type { HandOverReason } from '../../domain/decision.ts';
import type { EscalationId, TenantId } from '../../domain/ids.ts';
import type { Intent } from '../../domain/intent.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { CalendarProblem, DeskCalendar } from '../calendar/desk-calendar.ts';
import type { AgentLevel, AgentNow, SkillGroup } from './agent.ts';
import type { Why } from './why.ts';

const notYet = (): never => {
  throw new Error('not built');
};

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
  /** Nobody of the highest level either: ask again at `until`. */
  | { readonly kind: 'nobody'; readonly until: Date; readonly why: Why };

/** Same situation, same answer. Agents and groups of another tenant are never looked at. */
export const route: (situation: RoutingSituation) => Outcome<Routed, CalendarProblem> = notYet;

/** Asks level after level until somebody is assigned or nobody is left: the answer, and the raises before it. */
export const routeThrough: (
  situation: RoutingSituation,
) => Outcome<
  { readonly routed: Exclude<Routed, { kind: 'raise' }>; readonly raised: readonly Routed[] },
  CalendarProblem
> = notYet;
