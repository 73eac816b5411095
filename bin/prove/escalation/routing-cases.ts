/** Generated desks at generated moments: groups, agents, shifts, loads, cases; and desks whose agents are all equal. */
import { handOverReasons } from '../../../functions/core/domain/decision.ts';
import { escalationId, tenantId } from '../../../functions/core/domain/ids.ts';
import { intents } from '../../../functions/core/domain/intent.ts';
import type { DeskCalendar } from '../../../functions/core/people/calendar/desk-calendar.ts';
import {
  agentLevels,
  presences,
  type AgentNow,
  type SkillGroup,
} from '../../../functions/core/people/routing/agent.ts';
import { generalGroup } from '../../../functions/core/people/routing/groups.ts';
import type { RoutingSituation } from '../../../functions/core/people/routing/route.ts';
import { chanceOf } from '../figure.ts';

export const ourTenant = tenantId('demoseller');
const otherTenant = tenantId('otherones0');

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

const around = (
  timeZone: string,
  from: string,
  to: string,
  holidays: DeskCalendar['holidays'],
): DeskCalendar => {
  const day = [{ from, to }];
  return {
    timeZone,
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays,
    campaigns: [],
    days: [],
  };
};
const always: DeskCalendar = (() => {
  const day = [{ from: '00:00', to: '24:00' }];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  return { timeZone: 'UTC', week, holidays: [], campaigns: [], days: [] };
})();
const calendars: readonly DeskCalendar[] = [
  around('Asia/Shanghai', '09:00', '18:00', ['CN']),
  around('Asia/Shanghai', '20:00', '05:00', ['CN']),
  around('America/Sao_Paulo', '08:00', '17:00', ['BR-SP']),
  always,
  always,
  always,
];

type Chance = () => number;
const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);
const oneOf = <Value>(chance: Chance, first: Value, ...others: readonly Value[]): Value =>
  [first, ...others][below(chance, others.length + 1)] ?? first;
const caseId = (chance: Chance) =>
  escalationId(Array.from({ length: 26 }, () => base32[below(chance, 32)] ?? 'a').join(''));

const groupNames = ['returns', 'brazil', 'angry', 'vips'] as const;

const groupsOf = (chance: Chance, calendar: DeskCalendar): readonly SkillGroup[] => {
  const plain = generalGroup(ourTenant, calendar);
  const all: readonly SkillGroup[] = [
    { ...plain, id: 'returns', intents: ['return_request', 'refund_status', 'exchange_request'] },
    { ...plain, id: 'brazil', languages: ['pt'], calendar: calendars[2] ?? calendar },
    { ...plain, id: 'angry', reasons: ['anger_high', 'explicit_escalation'], level: 'senior' },
    { ...plain, id: 'vips', vipOnly: true, channels: ['mercado-libre'] },
    { ...plain, id: 'returns', intents: [], tenant: otherTenant },
  ];
  return all.filter(() => chance() < 0.7);
};

const agentOf = (chance: Chance, name: string): AgentNow => ({
  profile: {
    tenant: chance() < 0.9 ? ourTenant : otherTenant,
    name,
    level: agentLevels[below(chance, 10) < 6 ? 0 : below(chance, 3)] ?? 'front-line',
    languages: oneOf<readonly string[]>(chance, ['zh-CN'], ['zh-CN', 'en'], ['pt-BR'], ['es-MX', 'en']),
    skills: groupNames.filter(() => chance() < 0.3),
    capacity: 1 + below(chance, 5),
    calendar: chance() < 0.4 ? (calendars[below(chance, calendars.length)] ?? null) : null,
  },
  presence: chance() < 0.75 ? 'online' : oneOf(chance, ...presences),
  openCases: below(chance, 5),
});

const moments = Date.parse('2026-01-01T00:00:00Z');

export const routingCases = (seed: number, count: number): readonly RoutingSituation[] => {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => {
    const calendar = calendars[below(chance, calendars.length)] ?? always;
    const names = Array.from({ length: below(chance, 14) }, (_, index) => `agent-${String(index)}`);
    return {
      tenant: ourTenant,
      escalation: caseId(chance),
      reason: oneOf(chance, ...handOverReasons),
      intent: chance() < 0.9 ? oneOf(chance, ...intents) : null,
      channel: oneOf(chance, 'rest', 'mercado-libre'),
      language: oneOf(chance, 'pt', 'es', 'en', 'fr', 'unknown'),
      vip: chance() < 0.2,
      previousAgent: chance() < 0.3 ? oneOf(chance, 'nobody-any-more', ...names) : null,
      declined: names.filter(() => chance() < 0.1),
      level: chance() < 0.7 ? null : oneOf(chance, ...agentLevels),
      translated: chance() < 0.5,
      at: new Date(moments + below(chance, 2 * 365 * 1440) * 60_000),
      groups: groupsOf(chance, calendar),
      agents: names.map((name) => agentOf(chance, name)),
      calendar,
    };
  });
};

/** Cases before a desk of so many agents whom nothing tells apart. */
export const equalCases = (seed: number, count: number, agents: number): readonly RoutingSituation[] => {
  const chance = chanceOf(seed);
  const desk = Array.from({ length: agents }, (_, index): AgentNow => ({
    profile: {
      tenant: ourTenant,
      name: `agent-${String(index)}`,
      level: 'front-line',
      languages: ['zh-CN'],
      skills: [],
      capacity: 8,
      calendar: null,
    },
    presence: 'online',
    openCases: 3,
  }));
  return Array.from({ length: count }, () => ({
    tenant: ourTenant,
    escalation: caseId(chance),
    reason: 'human_requested' as const,
    intent: 'human_agent' as const,
    channel: 'rest' as const,
    language: 'pt',
    vip: false,
    previousAgent: null,
    declined: [],
    level: null,
    translated: true,
    at: new Date(moments),
    groups: [],
    agents: desk,
    calendar: always,
  }));
};
