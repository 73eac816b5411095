/** Desks for the tests of people: a test names what matters to it, these supply the rest. */
import { escalationId, tenantId } from '../../../functions/core/domain/ids.ts';
import type { Outcome } from '../../../functions/core/domain/outcome.ts';
import type { DeskCalendar, Shift } from '../../../functions/core/people/calendar/desk-calendar.ts';
import type { AgentNow, AgentProfile } from '../../../functions/core/people/routing/agent.ts';
import type { RoutingSituation } from '../../../functions/core/people/routing/route.ts';

export const ourTenant = tenantId('lunaecasa0');
export const nineToSix: readonly Shift[] = [{ from: '09:00', to: '18:00' }];
const wholeDay: readonly Shift[] = [{ from: '00:00', to: '24:00' }];

export const aCalendar = (given: Partial<DeskCalendar> = {}): DeskCalendar => ({
  timeZone: 'America/Sao_Paulo',
  week: {
    mon: nineToSix,
    tue: nineToSix,
    wed: nineToSix,
    thu: nineToSix,
    fri: nineToSix,
    sat: [],
    sun: [],
  },
  holidays: ['BR'],
  campaigns: [],
  days: [],
  ...given,
});

export const alwaysOpen: DeskCalendar = {
  timeZone: 'UTC',
  week: {
    mon: wholeDay,
    tue: wholeDay,
    wed: wholeDay,
    thu: wholeDay,
    fri: wholeDay,
    sat: wholeDay,
    sun: wholeDay,
  },
  holidays: [],
  campaigns: [],
  days: [],
};

export const anAgent = (
  name: string,
  profile: Partial<AgentProfile> = {},
  now: Partial<AgentNow> = {},
): AgentNow => ({
  profile: {
    tenant: ourTenant,
    name,
    level: 'front-line',
    languages: ['zh-CN'],
    skills: [],
    capacity: 4,
    calendar: null,
    ...profile,
  },
  presence: 'online',
  openCases: 0,
  ...now,
});

export const aSituation = (given: Partial<RoutingSituation> = {}): RoutingSituation => ({
  tenant: ourTenant,
  escalation: escalationId('a'.repeat(26)),
  reason: 'human_requested',
  intent: 'human_agent',
  channel: 'rest',
  language: 'pt',
  vip: false,
  previousAgent: null,
  declined: [],
  level: null,
  translated: true,
  at: new Date('2026-11-18T15:00:00Z'),
  groups: [],
  agents: [],
  calendar: alwaysOpen,
  ...given,
});

/** The value of a right answer; a problem fails the test that asked. */
export const valueOf = <Value, Problem extends { readonly kind: string }>(
  outcome: Outcome<Value, Problem>,
): Value => {
  if (!outcome.ok) throw new Error(`unexpected problem: ${outcome.problem.kind}`);
  return outcome.value;
};
