/** Skill groups: which one takes a case, those that the skills of agents name, and the one that takes the rest. */
import { isChannelId } from '../../domain/channel.ts';
import { handOverReasons, type HandOverReason } from '../../domain/decision.ts';
import { groupCriteria } from '../../domain/escalation.ts';
import type { TenantId } from '../../domain/ids.ts';
import { isIntent, type Intent } from '../../domain/intent.ts';
import type { DeskCalendar } from '../calendar/desk-calendar.ts';
import { sameLanguage, type AgentProfile, type SkillGroup } from './agent.ts';
import type { GroupAspect } from './why.ts';

export const generalGroupId = 'general';

/** The group that takes what no other takes; everybody is in it. */
export const generalGroup = (tenant: TenantId, calendar: DeskCalendar): SkillGroup => ({
  tenant,
  id: generalGroupId,
  reasons: [],
  intents: [],
  channels: [],
  languages: [],
  vipOnly: false,
  level: 'front-line',
  calendar,
});

type Topic = { readonly intents?: readonly Intent[]; readonly reasons?: readonly HandOverReason[] };

/** Kinds of problem that desks are split by, under the names that people give them. */
const topics: Readonly<Record<string, Topic>> = {
  logistics: {
    intents: ['order_status', 'shipping_delay', 'delivery_address_change', 'missing_item', 'customs_tax'],
  },
  returns: { intents: ['return_request', 'exchange_request', 'refund_status', 'damaged_item', 'wrong_item'] },
  payments: { intents: ['payment_issue', 'invoice_request', 'refund_status', 'discount_coupon'] },
  sales: { intents: ['product_question', 'stock_availability', 'price_objection', 'discount_coupon'] },
  warranty: { intents: ['warranty_repair', 'damaged_item'] },
  complaints: {
    intents: ['complaint_escalation'],
    reasons: ['anger_high', 'repeat_contact', 'explicit_escalation', 'public_threat', 'staff_misconduct'],
  },
  legal: { reasons: ['legal_or_regulator', 'chargeback_or_fraud', 'safety_hazard', 'medical_or_vulnerable'] },
  claims: { reasons: ['claim'] },
};
const otherNames: Readonly<Record<string, string>> = {
  shipping: 'logistics',
  delivery: 'logistics',
  refunds: 'returns',
  'after-sales': 'returns',
  billing: 'payments',
  'pre-sales': 'sales',
  product: 'sales',
  complaint: 'complaints',
  claim: 'claims',
};

const named = (skill: string): Partial<Pick<SkillGroup, 'intents' | 'reasons' | 'channels'>> | null => {
  const topic = topics[otherNames[skill] ?? skill];
  if (topic !== undefined) return topic;
  if (isIntent(skill)) return { intents: [skill] };
  if (isChannelId(skill)) return { channels: [skill] };
  const reason = handOverReasons.find((one) => one === skill);
  return reason === undefined ? null : { reasons: [reason] };
};

/** For a tenant that has set no groups: each skill of an agent that names a topic, an intent, a reason or a channel. */
export const impliedGroups = (
  tenant: TenantId,
  agents: readonly Pick<AgentProfile, 'skills'>[],
  calendar: DeskCalendar,
): readonly SkillGroup[] =>
  [...new Set(agents.flatMap(({ skills }) => skills))].toSorted().flatMap((skill) => {
    const asked = named(skill);
    return asked === null ? [] : [{ ...generalGroup(tenant, calendar), ...asked, id: skill }];
  });

/** What of a case decides its group. */
export type GroupedCase = {
  readonly reason: HandOverReason;
  readonly intent: Intent | null;
  readonly channel: string;
  readonly language: string;
  readonly vip: boolean;
};

/**
 * What a group asks for and finds in a case; null: something that it asks for is not there. Reason and intent are
 * one question: a group of complaints takes an angry buyer and a complaint alike.
 */
export const aspectsFound = (group: SkillGroup, one: GroupedCase): readonly GroupAspect[] | null => {
  const byReason = group.reasons.includes(one.reason);
  const byIntent = group.intents.some((intent) => intent === one.intent);
  const asksProblem = group.reasons.length > 0 || group.intents.length > 0;
  if (asksProblem && !byReason && !byIntent) return null;
  const byChannel = group.channels.some((channel) => channel === one.channel);
  if (group.channels.length > 0 && !byChannel) return null;
  const byLanguage = group.languages.some((language) => sameLanguage(language, one.language));
  if (group.languages.length > 0 && !byLanguage) return null;
  if (group.vipOnly && !one.vip) return null;
  const holds = {
    reason: byReason,
    intent: byIntent,
    channel: byChannel,
    language: byLanguage,
    vip: group.vipOnly,
  };
  return groupCriteria.filter((aspect) => holds[aspect]);
};

/** Everybody is in the general group; elsewhere whoever has its skill, or has named none. */
export const isMember = ({ skills }: Pick<AgentProfile, 'skills'>, group: SkillGroup): boolean =>
  group.id === generalGroupId || skills.length === 0 || skills.includes(group.id);

/** More aspects first, then the heavier one (vip, language, channel, intent, reason last to first), then by id. */
const weightOf = (aspects: readonly GroupAspect[]): number =>
  aspects.reduce((sum, aspect) => sum + 100 + groupCriteria.indexOf(aspect), 0);

/** The most particular group that has members; the general one where none fits. */
export const groupFor = (
  one: GroupedCase,
  groups: readonly SkillGroup[],
  members: readonly Pick<AgentProfile, 'skills'>[],
  general: SkillGroup,
): { readonly group: SkillGroup; readonly by: readonly GroupAspect[] } => {
  const fitting = groups
    .filter((group) => group.id !== generalGroupId && members.some((member) => isMember(member, group)))
    .flatMap((group) => {
      const by = aspectsFound(group, one);
      return by === null ? [] : [{ group, by }];
    })
    .toSorted((a, b) => weightOf(b.by) - weightOf(a.by) || (a.group.id < b.group.id ? -1 : 1));
  return fitting[0] ?? { group: groups.find(({ id }) => id === generalGroupId) ?? general, by: [] };
};
