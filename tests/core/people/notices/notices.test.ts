/** People are told what waits in the shape of their tool, in their hours, and nothing of the buyer. */
import { describe, expect, it } from 'vitest';
import { conversationId } from '../../../../functions/core/domain/ids.ts';
import { agentLocales } from '../../../../functions/core/people/agent-locale.ts';
import { asMail, asRobotBody, robots } from '../../../../functions/core/people/notices/formats.ts';
import { noticeWords, type Notice } from '../../../../functions/core/people/notices/notice.ts';
import { noticeTime, planNotices } from '../../../../functions/core/people/notices/when.ts';
import { aCalendar, valueOf } from '../builders.ts';

const now = new Date('2026-11-18T15:00:00Z');
const aNotice = (given: Partial<Notice> = {}): Notice => ({
  kind: 'assigned',
  conversation: conversationId('a'.repeat(26)),
  channel: 'mercado-libre',
  market: 'BR',
  because: 'anger_high',
  intent: 'shipping_delay',
  sentiment: 'angry',
  language: 'pt',
  promisedBy: new Date('2026-11-18T16:30:00Z'),
  at: now,
  ...given,
});
const reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', console: null } as const;
const many = (count: number): readonly Notice[] => Array.from({ length: count }, () => aNotice());

describe('a notice', () => {
  it('tells in Chinese what waits, by when, and the command that opens it', () => {
    expect(asMail(noticeWords([aNotice()], reader))).toEqual({
      subject: '有工单分配给你',
      text: [
        'mercado-libre BR · 买家非常愤怒 · 物流延误 · 愤怒 · 语言：pt · 已承诺不晚于：2026-11-19 00:30 (Asia/Shanghai)',
        `打开：npm run show -- --conversation ${'a'.repeat(26)}`,
        '',
      ].join('\n'),
    });
  });

  it('links to a console where there is one', () => {
    const words = noticeWords([aNotice()], { ...reader, console: 'https://desk.example/' });
    expect(JSON.parse(asRobotBody('dingtalk', words))).toMatchObject({
      msgtype: 'markdown',
      markdown: { title: '有工单分配给你' },
    });
    expect(asRobotBody('dingtalk', words)).toContain(
      `(https://desk.example/conversations/${'a'.repeat(26)})`,
    );
  });

  it('has the fields that each robot documents', () => {
    const words = noticeWords([aNotice()], { ...reader, locale: 'en' });
    const bodies = robots.map((robot): unknown => JSON.parse(asRobotBody(robot, words)));
    expect(bodies).toMatchObject([
      { msgtype: 'markdown', markdown: { content: expect.stringContaining('### A case is yours') } },
      { msg_type: 'text', content: { text: expect.stringContaining('A case is yours\n') } },
      { msgtype: 'markdown', markdown: { title: 'A case is yours', text: expect.stringContaining('  \n') } },
    ]);
  });

  it('of many is a digest that fits every robot and counts the rest', () => {
    for (const locale of agentLocales) {
      const words = noticeWords(many(60), { ...reader, locale });
      expect(words.title).toContain('60');
      expect(words.lines.at(-1)).toContain('50');
      expect(new TextEncoder().encode(asRobotBody('wecom', words)).length).toBeLessThan(5000);
      expect(asRobotBody('wecom', words)).toContain('npm run inbox');
    }
  });
});

describe('quiet hours', () => {
  it('hold a notice until the desk opens, but not an urgent one', () => {
    const night = new Date('2026-11-19T02:00:00Z');
    expect(valueOf(noticeTime(aCalendar(), night, false)).toISOString()).toBe('2026-11-19T12:00:00.000Z');
    expect(valueOf(noticeTime(aCalendar(), night, true))).toEqual(night);
  });
});

describe('many notices', () => {
  const rule = { moreThan: 3, withinMinutes: 10 };
  const minutesAgo = (...minutes: readonly number[]): readonly Date[] =>
    minutes.map((count) => new Date(now.getTime() - count * 60_000));

  it('go out one by one while they are few', () => {
    expect(planNotices(many(2), minutesAgo(3, 12, 15), now, rule)).toMatchObject({ send: 'each' });
  });

  it('go out as one when they would be many', () => {
    expect(planNotices(many(2), minutesAgo(1, 2), now, rule)).toMatchObject({ send: 'digest' });
    expect(planNotices(many(4), [], now, rule)).toMatchObject({ send: 'digest' });
  });

  it('wait after a digest until the span has room', () => {
    expect(planNotices(many(1), minutesAgo(1, 2, 3, 9), now, rule)).toEqual({
      send: 'later',
      at: new Date(now.getTime() + 60_000),
    });
  });

  it('are none when nothing waits', () => {
    expect(planNotices([], minutesAgo(1, 2, 3, 4), now, rule)).toEqual({ send: 'each', notices: [] });
  });
});
