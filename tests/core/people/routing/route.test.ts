/** A case goes to somebody who can take it, evenly, and says truly why. */
import { describe, expect, it } from 'vitest';
import { routingMistakes, spread } from '../../../../bin/prove/escalation/routing.ts';
import { agentLocales } from '../../../../functions/core/people/agent-locale.ts';
import { generalGroup, impliedGroups } from '../../../../functions/core/people/routing/groups.ts';
import {
  route,
  routeThrough,
  type RoutingSituation,
} from '../../../../functions/core/people/routing/route.ts';
import { sayWhy } from '../../../../functions/core/people/routing/say-why.ts';
import { profileOf } from '../../../../functions/core/people/routing/seed-agent.ts';
import { tenantId } from '../../../../functions/core/domain/ids.ts';
import { aCalendar, alwaysOpen, anAgent, aSituation, ourTenant, valueOf } from '../builders.ts';

const routed = (given: Partial<RoutingSituation>) => valueOf(route(aSituation(given)));

describe('a case', () => {
  it('goes back to whoever answered this buyer before, though another is less loaded', () => {
    const agents = [anAgent('Lin', {}, { openCases: 2 }), anAgent('Wang')];
    expect(routed({ agents, previousAgent: 'Lin' })).toMatchObject({
      agent: 'Lin',
      why: { rule: 'returning-buyer', load: { open: 2, capacity: 4 } },
    });
  });

  it('goes to the least loaded by share of what each can take', () => {
    const agents = [anAgent('Lin', { capacity: 8 }, { openCases: 3 }), anAgent('Wang', {}, { openCases: 2 })];
    expect(routed({ agents })).toMatchObject({ agent: 'Lin', why: { rule: 'least-loaded', able: 2 } });
  });

  it("goes to who speaks the buyer's language, though more loaded", () => {
    const agents = [anAgent('Lin'), anAgent('Ana', { languages: ['pt-BR'] }, { openCases: 3 })];
    expect(routed({ agents })).toMatchObject({
      agent: 'Ana',
      why: { rule: 'speaks-the-language', speaks: true },
    });
  });

  it('needs a speaker where nothing translates, unless nobody speaks it at all', () => {
    const full = anAgent('Ana', { languages: ['pt'] }, { openCases: 4 });
    expect(routed({ agents: [anAgent('Lin'), full], translated: false })).toMatchObject({
      kind: 'nobody',
      why: { unable: { language: 1, full: 1 } },
    });
    expect(routed({ agents: [anAgent('Lin')], translated: false })).toMatchObject({
      agent: 'Lin',
      why: { speaks: false },
    });
  });

  it('is raised at once when nobody of its level is able', () => {
    const agents = [anAgent('Lin', {}, { presence: 'away' }), anAgent('Zhao', { level: 'supervisor' })];
    expect(routed({ agents })).toMatchObject({
      kind: 'raise',
      to: 'supervisor',
      why: { unable: { absent: 1 } },
    });
    expect(valueOf(routeThrough(aSituation({ agents })))).toMatchObject({
      routed: { kind: 'assigned', agent: 'Zhao', why: { levelRule: 'asked' } },
      raised: [{ to: 'supervisor' }],
    });
  });

  it('that is grave, or of a buyer who matters, begins higher; where nobody stands so high, with the highest', () => {
    const agents = [anAgent('Lin'), anAgent('Zhao', { level: 'senior' })];
    expect(routed({ agents, reason: 'legal_or_regulator' })).toMatchObject({ agent: 'Zhao' });
    expect(routed({ agents, vip: true })).toMatchObject({ agent: 'Zhao', why: { levelRule: 'vip' } });
    expect(routed({ agents: [anAgent('Lin')], vip: true })).toMatchObject({
      agent: 'Lin',
      why: { levelRule: 'highest-there' },
    });
  });

  it('waits for the next shift when all have gone home', () => {
    const calendar = aCalendar();
    expect(
      routed({ agents: [anAgent('Lin', { calendar })], at: new Date('2026-11-19T23:00:00Z') }),
    ).toMatchObject({ kind: 'nobody', until: new Date('2026-11-23T12:00:00Z') });
  });

  it('is asked for again soon when somebody is there and full', () => {
    const at = new Date('2026-11-18T15:00:00Z');
    expect(routed({ agents: [anAgent('Lin', {}, { openCases: 4 })], at })).toMatchObject({
      until: new Date('2026-11-18T15:05:00Z'),
    });
  });

  it('never goes to the people of another tenant', () => {
    const agents = [anAgent('Lin', { tenant: tenantId('otherones0') })];
    expect(routed({ agents })).toMatchObject({ kind: 'nobody', why: { considered: 0 } });
  });

  it('goes to the most particular group that has people', () => {
    const plain = generalGroup(ourTenant, alwaysOpen);
    const groups = [
      { ...plain, id: 'returns', intents: ['return_request' as const] },
      { ...plain, id: 'returns-brazil', intents: ['return_request' as const], languages: ['pt'] },
      { ...plain, id: 'empty', intents: ['return_request' as const], languages: ['pt'], vipOnly: true },
    ];
    const agents = [anAgent('Lin', { skills: ['returns'] }), anAgent('Ana', { skills: ['returns-brazil'] })];
    expect(routed({ agents, groups, intent: 'return_request', vip: true })).toMatchObject({
      agent: 'Ana',
      why: { group: 'returns-brazil', groupBy: ['intent', 'language'] },
    });
  });

  it('says that holidays are missing instead of finding nobody', () => {
    const agents = [anAgent('Lin', { calendar: aCalendar() })];
    expect(route(aSituation({ agents, at: new Date('2033-01-05T15:00:00Z') }))).toMatchObject({
      problem: { kind: 'holiday-data-missing', year: 2033 },
    });
  });

  it('goes to the same person however often it is asked, and in whatever order people are listed', () => {
    const agents = ['Lin', 'Wang', 'Zhao', 'Chen'].map((name) => anAgent(name));
    expect(routed({ agents: agents.toReversed() })).toEqual(routed({ agents }));
  });
});

describe('routing of generated situations', () => {
  it('gives nobody what they cannot take, and tells the true reason', () => {
    expect(routingMistakes(20_261_120, 300)).toEqual([]);
  });

  it('shares among equals within a tenth', () => {
    expect(spread(20_261_120, 3000)).toBeLessThanOrEqual(10);
  });
});

describe('agents of the seeds', () => {
  it.each([
    ['supervisor', 'supervisor'],
    ['Senior agent', 'senior'],
    ['主管', 'supervisor'],
    ['agent', 'front-line'],
    ['front-line', 'front-line'],
    ['leadership trainee', 'front-line'],
  ])('with the role %s stand on the level %s', (role, level) => {
    expect(profileOf({ tenant: ourTenant, name: 'Lin', role, languages: ['zh-CN'] }).level).toBe(level);
  });

  it('make groups of the skills that name a problem, a reason or a channel', () => {
    const skills = ['refunds', 'claim', 'rest', 'karaoke', 'warranty_repair'];
    const groups = impliedGroups(ourTenant, [{ skills }], alwaysOpen);
    expect(groups.map(({ id }) => id)).toEqual(['claim', 'refunds', 'rest', 'warranty_repair']);
    expect(groups.find(({ id }) => id === 'refunds')?.intents).toContain('refund_status');
  });
});

describe('the reason', () => {
  it('is a sentence in every language of agents, without a name', () => {
    const { why } = routed({ agents: [anAgent('Lin'), anAgent('Wang', {}, { presence: 'offline' })] });
    expect(agentLocales.map((locale) => sayWhy(why, locale))).toEqual([
      '通用组，一线客服（默认级别）：2 人中唯一可以接手的。不会说买家的语言，需要翻译。',
      "General group, front line (where cases begin): The only one able of 2. Does not speak the buyer's language: translation is needed.",
      'Grupo general, primera línea (donde empiezan los casos): La única persona disponible de 2. No habla el idioma del comprador: hace falta traducción.',
      'Grupo geral, primeira linha (onde os casos começam): A única pessoa disponível de 2. Não fala o idioma do comprador: precisa de tradução.',
    ]);
  });
});
