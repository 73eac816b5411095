/** What becomes of a case: its promise, its person, its words in two languages, its end; and who may read what. */
import { describe, expect, it } from 'vitest';
import { answerConversation, approveDraft } from '../../../functions/core/flows/desk-answer.ts';
import { listInbox } from '../../../functions/core/flows/desk-inbox.ts';
import { showConversation } from '../../../functions/core/flows/desk-show.ts';
import {
  resolveConversation,
  takeConversation,
  transferConversation,
} from '../../../functions/core/flows/desk.ts';
import type { CaseStep, Escalation } from '../../../functions/core/domain/escalation.ts';
import { aSeat } from '../../fakes/desk.ts';
import { house, plainConversation, type House, type HouseRules } from '../../fakes/house.ts';

const { conversation } = plainConversation;
const seats = [aSeat('Lin'), aSeat('Mei', { level: 'senior' }), aSeat('Bia', { level: 'supervisor' })];
const angry = { means: { intent: 'human_agent', sentiment: 'angry' } } as const;

const waiting = async (rules: HouseRules = {}): Promise<House> => {
  const h = house({ desk: { seats }, ...rules });
  h.says('quero uma pessoa!!!', angry);
  await h.quiet();
  return h;
};
const caseOf = (h: House): Escalation => {
  const [one] = h.memory.everything().escalations;
  if (one === undefined) throw new Error('there is no case');
  return one;
};
const visit = (h: House, step: CaseStep) => {
  const { tenant, conversation: of, id, care } = caseOf(h);
  return {
    address: { tenant, conversation: of, escalation: id },
    run: care.run,
    step,
    skipped: new Set<CaseStep>(),
  };
};
/** What the machine does until it waits or ends, as its choice does. */
const tended = async (h: House): Promise<readonly string[]> => {
  const steps: string[] = [];
  let due = await h.steps.close.tend(visit(h, 'look'));
  while (due.next !== 'wait' && due.next !== 'ended' && steps.length < 30) {
    steps.push(due.next);
    const asked = visit(h, due.next);
    if (due.next === 'notify') due = await h.steps.notify(asked);
    else if (['summarise', 'route', 'tell'].includes(due.next)) due = await h.steps.open(asked);
    else due = await h.steps.close.tend(asked);
  }
  await h.quiet();
  return [...steps, due.next];
};

describe('a buyer who wants a person', () => {
  it('is told in the same breath when one answers, and not told again', async () => {
    const h = await waiting();
    expect(h.sent()).toEqual([expect.stringMatching(/hoje até as 10h30/)]);
    expect(await tended(h)).toEqual(['summarise', 'route', 'notify', 'wait']);
    expect(h.sent()).toHaveLength(1);
  });

  it('starts the machine once, and the sweep starts it when nobody did', async () => {
    const h = await waiting();
    expect(h.machine.begun.map(({ run }) => run)).toEqual([1]);
    await h.sweep();
    expect(h.machine.begun).toHaveLength(1);
    h.pass(200);
    await h.sweep();
    expect(h.machine.begun.map(({ run }) => run)).toEqual([1, 2]);
    expect(await h.steps.close.tend({ ...visit(h, 'look'), run: 1 })).toEqual({ next: 'ended', seconds: 0 });
  });

  it('is told by the machine when the case came out of a fault', async () => {
    const h = house({ desk: { seats } });
    h.says('oi', { means: { intent: 'order_status' } });
    await h.step('inbound');
    h.pass(200);
    await h.sweep();
    h.pass(200);
    await h.sweep();
    expect(caseOf(h).because).toBe('overdue');
    expect(await tended(h)).toContain('tell');
    expect(h.sent().at(-1)).toMatch(/\d+h/);
  });

  it('goes up a level when the time of one has passed, and is told again only when the promise moves', async () => {
    const h = await waiting();
    await tended(h);
    expect(caseOf(h).care.route).toMatchObject({ agent: 'Lin', level: 'front-line' });
    h.pass(30 * 60);
    await tended(h);
    expect(caseOf(h).care.route).toMatchObject({ agent: 'Mei', level: 'senior' });
    expect(h.sent()).toHaveLength(1);
    h.pass(61 * 60);
    await tended(h);
    expect(h.sent()).toHaveLength(2);
    expect(new Set(h.sent()).size).toBe(2);
  });

  it('ends with an alarm when nobody comes, and the first word of a person starts it again', async () => {
    const h = await waiting();
    for (let hours = 0; hours < 30 && !caseOf(h).care.overdue; hours += 1) {
      await tended(h);
      h.pass(3600);
    }
    expect(await tended(h)).toEqual(['ended']);
    expect(h.counted).toContain('EscalationOverdue');
    const begun = h.machine.begun.length;
    await answerConversation(h.desk, h.agent, conversation, 'Desculpe a demora.');
    expect(h.machine.begun).toHaveLength(begun + 1);
    expect(caseOf(h).care.watchAt).not.toBeNull();
  });
});

describe('an answer typed in Chinese', () => {
  const typed = '您的订单1001明天送达';
  const taught = async (): Promise<House> => {
    const h = await waiting();
    h.means(typed, { language: 'zh', languageConfidence: 1 });
    h.translator.knows('您的订单⟦1⟧明天送达', 'pt', 'Seu pedido ⟦1⟧ chega amanhã');
    h.translator.knows('Seu pedido ⟦1⟧ chega amanhã', 'zh', '您的订单⟦1⟧明天到');
    return h;
  };

  it('reaches the buyer in Portuguese with the right order, and is read back', async () => {
    const h = await taught();
    const said = await answerConversation(h.desk, h.agent, conversation, typed);
    await h.quiet();
    expect(h.sent().at(-1)).toBe('Seu pedido 1001 chega amanhã');
    expect(said).toMatchObject({
      ok: true,
      value: { language: 'pt', back: '您的订单1001明天到', note: null },
    });
  });

  it('goes as it is, with a note, when it cannot be translated', async () => {
    const h = await waiting();
    h.means(typed, { language: 'zh', languageConfidence: 1 });
    const said = await answerConversation(h.desk, h.agent, conversation, typed);
    await h.quiet();
    expect(h.sent().at(-1)).toBe(`Mensagem da nossa equipe (ainda sem tradução): ${typed}`);
    expect(said).toMatchObject({ ok: true, value: { note: 'not translated: throttled' } });
  });

  it('is not trusted when a number was changed', async () => {
    const h = await taught();
    h.translator.knows('您的订单⟦1⟧明天送达', 'pt', 'Seu pedido ⟦1⟧ chega em 3 dias');
    await answerConversation(h.desk, h.agent, conversation, typed);
    await h.quiet();
    expect(h.sent().at(-1)).toContain(typed);
  });

  it('is sent once, however often the command runs, and wakes the machine', async () => {
    const h = await taught();
    await tended(h);
    await h.steps.close.wait(visit(h, 'wait'), 'token-1');
    await answerConversation(h.desk, h.agent, conversation, typed);
    h.pass(5);
    await answerConversation(h.desk, h.agent, conversation, typed);
    await h.quiet();
    expect(h.sent().filter((text) => text.includes('1001'))).toHaveLength(1);
    expect(h.machine.woken).toContain('token-1');
  });
});

describe('what the desk cannot do', () => {
  it('is said with what to do, and the words come back', async () => {
    const h = await waiting();
    const long = 'palavra '.repeat(300);
    expect(await answerConversation(h.desk, h.agent, conversation, long)).toMatchObject({
      ok: false,
      problem: { kind: 'too-long', most: 2000, text: long },
    });
    expect(await takeConversation(h.desk, { ...h.agent, agent: 'Ninguém' }, conversation)).toMatchObject({
      problem: { kind: 'no-such-agent', known: ['Lin', 'Mei', 'Bia'] },
    });
    expect(await transferConversation(h.desk, h.agent, conversation, { group: 'nada' })).toMatchObject({
      problem: { kind: 'no-such-group' },
    });
    await resolveConversation(h.desk, h.agent, conversation);
    expect(await answerConversation(h.desk, h.agent, conversation, 'Mais uma coisa.')).toMatchObject({
      problem: { kind: 'closed', text: 'Mais uma coisa.' },
    });
    await takeConversation(h.desk, h.agent, conversation);
    expect(await answerConversation(h.desk, h.agent, conversation, 'Mais uma coisa.')).toMatchObject({
      ok: true,
    });
  });

  it('holds a draft back when the buyer has written since', async () => {
    const h = house({ modes: [{ channel: '*', intent: '*', mode: 'review' }], desk: { seats } });
    h.says('obrigado', { means: { intent: 'greeting_thanks' } });
    await h.quiet();
    const draft = h.replies()[0]?.id ?? '';
    h.says('e mais isto');
    await h.step('inbound');
    expect(await approveDraft(h.desk, h.agent, draft, null)).toMatchObject({
      problem: { kind: 'stale-draft' },
    });
  });
});

describe('giving a case to somebody', () => {
  it('leaves it with that person, and tells them', async () => {
    const h = await waiting();
    await tended(h);
    await transferConversation(h.desk, h.agent, conversation, { agent: 'Bia' });
    await tended(h);
    expect(caseOf(h).care.route).toMatchObject({ agent: 'Bia', why: null });
    expect(h.steps.notices.map((notice) => notice.to)).toEqual(['Lin@example.com', 'Bia@example.com']);
  });

  it('is raised from who took it without going to and fro', async () => {
    const h = await waiting();
    await takeConversation(h.desk, h.agent, conversation);
    await tended(h);
    h.pass(70 * 60);
    expect((await tended(h)).filter((step) => step === 'route')).toHaveLength(1);
    expect(caseOf(h)).toMatchObject({ state: 'waiting', agent: null });
  });
});

describe('the end of a case', () => {
  it('asks for a rating once, and hears it', async () => {
    const h = await waiting();
    await tended(h);
    await answerConversation(h.desk, h.agent, conversation, 'Resolvido.');
    await resolveConversation(h.desk, h.agent, conversation);
    expect(await tended(h)).toEqual(['rate', 'ended']);
    expect(await tended(h)).toEqual(['ended']);
    h.says('nota 4');
    await h.quiet();
    expect(caseOf(h).care.rating?.stars).toBe(4);
    expect(h.sent().filter((text) => /1.*5/s.test(text))).toHaveLength(1);
    expect(h.states().at(-1)).toBe('ignored');
  });

  it('asks for a rating without the words that the seller forbids, or not at all', async () => {
    const askedWith = async (...forbidden: string[]): Promise<readonly string[]> => {
      const h = await waiting({ tone: { emoji: 'as-usual', forbidden } });
      await tended(h);
      await answerConversation(h.desk, h.agent, conversation, 'Resolvido.');
      await resolveConversation(h.desk, h.agent, conversation);
      await tended(h);
      return h.sent().filter((text) => /1.*5/s.test(text));
    };
    for (const word of ['encerrar', 'melhorar', 'opinião']) {
      const [text = ''] = await askedWith(word);
      expect(text).toMatch(/1.*5/s);
      expect(text.toLowerCase()).not.toContain(word);
    }
    expect(await askedWith('5')).toEqual([]);
  });

  it('comes by itself after a quiet day behind a person’s words', async () => {
    const h = await waiting();
    await tended(h);
    await answerConversation(h.desk, h.agent, conversation, 'Já enviei.');
    await h.quiet();
    h.pass(25 * 3600);
    expect(await tended(h)).toEqual(['close', 'rate', 'ended']);
    expect({ state: h.conversation()?.state, tickets: h.tickets() }).toEqual({ state: 'open', tickets: [] });
  });

  it('leaves the conversation with people after it was given back three times', async () => {
    const h = house({ desk: { seats } });
    for (let time = 0; time < 3; time += 1) {
      h.says(`quero uma pessoa ${String(time)}`, angry);
      await h.quiet();
      await resolveConversation(h.desk, h.agent, conversation);
      h.pass(60);
    }
    h.says('obrigado', { means: { intent: 'greeting_thanks' } });
    await h.quiet();
    expect(h.tickets()).toEqual(['handed_over_before']);
  });
});

describe('a Brazilian buyer’s words', () => {
  const reader = { country: 'CN', locale: null } as const;
  const record = { countries: ['CN'], mechanism: 'standard clauses', date: '2026-01-01', signer: 'Ana' };
  const text = async (h: House, unmask = false) => {
    const shown = await showConversation(h.desk, { ...h.agent, ...reader }, conversation, unmask);
    return shown.ok ? shown.value.turns[0]?.text : shown.problem.kind;
  };

  it('are masked abroad until the transfer is recorded, and then opened one by one, written down', async () => {
    const h = house({ desk: { seats } });
    h.says('meu pedido 1001, quero uma pessoa', angry);
    await h.quiet();
    expect([await text(h), await text(h, true)]).toEqual(['meu pedido ####, quero uma pessoa', 'masked']);
    const recorded = house({ desk: { seats, transfer: record } });
    recorded.says('meu pedido 1001, quero uma pessoa', angry);
    await recorded.quiet();
    expect([await text(recorded), await text(recorded, true)]).toEqual([
      'meu pedido ####, quero uma pessoa',
      'meu pedido 1001, quero uma pessoa',
    ]);
    expect(recorded.audit.entries.map(({ action, country }) => [action, country])).toEqual([
      ['shown', 'CN'],
      ['shown-unmasked', 'CN'],
    ]);
  });
});

it('the inbox shows the story, the promise and why somebody has it; what is promised first comes first', async () => {
  const h = await waiting();
  await tended(h);
  const [item] = await listInbox(h.desk, { ...h.agent, locale: 'zh-CN' });
  expect(item).toMatchObject({ agent: 'Lin', promisedBy: '2026-11-20T13:30:00.000Z', overdue: false });
  expect(item?.summary).toMatch(/\p{Script=Han}/u);
  expect(item?.why).toMatch(/\p{Script=Han}/u);
  expect(await listInbox(h.desk, h.agent, { agent: 'Mei' })).toEqual([]);
});

it('measures the first word of a person in minutes of the calendar', async () => {
  const h = await waiting();
  await tended(h);
  h.pass(20 * 60);
  await answerConversation(h.desk, h.agent, conversation, 'Oi, sou a Lin.');
  expect(h.audit.entries.find(({ action }) => action === 'first-response')?.detail).toMatchObject({
    minutes: expect.closeTo(20, 0),
    promisedMinutes: expect.closeTo(90, 0),
    kept: 'yes',
  });
});
