/** Calendars that nobody wrote, calendars that were written wrongly, and the business days of marketplaces. */
import { describe, expect, it } from 'vitest';
import { buyerTimeZone } from '../../../../functions/core/answering/voice.ts';
import { markets } from '../../../../functions/core/domain/channel.ts';
import {
  addBusinessDays,
  claimDue,
  marketCalendar,
} from '../../../../functions/core/people/calendar/business-days.ts';
import { calendarFaults } from '../../../../functions/core/people/calendar/calendar-faults.ts';
import { defaultCalendar } from '../../../../functions/core/people/calendar/default-calendar.ts';
import { aCalendar, valueOf } from '../builders.ts';

describe('a tenant without a calendar', () => {
  it("is open nine to six on weekdays in its own zone, but on its country's holidays", () => {
    const calendar = defaultCalendar({ timeZone: 'Asia/Shanghai', locale: 'zh-CN' });
    expect(calendar).toMatchObject({
      timeZone: 'Asia/Shanghai',
      holidays: ['CN'],
      week: { sat: [], sun: [] },
    });
    expect(calendar.week.mon).toEqual([{ from: '09:00', to: '18:00' }]);
  });

  it.each([
    ['pt-BR', ['BR']],
    ['es-MX', ['MX']],
    ['en-US', ['US']],
    ['zh', ['CN']],
    ['es', []],
    ['en', []],
  ])('with the locale %s keeps the holidays %j', (locale, holidays) => {
    expect(defaultCalendar({ timeZone: 'UTC', locale }).holidays).toEqual(holidays);
  });
});

describe('a claim', () => {
  const due = (market: 'BR' | 'MX' | 'AR', from: string): string =>
    valueOf(claimDue(market, new Date(from))).toISOString();

  it('has two business days, holidays of the country not counted', () => {
    // Thursday before Consciência Negra, a Friday: Monday is the first day, Tuesday the second.
    expect(due('BR', '2026-11-19T15:00:00Z')).toBe('2026-11-24T15:00:00.000Z');
    expect(due('MX', '2026-11-19T15:00:00Z')).toBe('2026-11-23T15:00:00.000Z');
  });

  it('opened on a weekend counts from Monday', () => {
    expect(due('AR', '2026-11-14T15:00:00Z')).toBe('2026-11-17T15:00:00.000Z');
  });

  it('keeps the time of day where clocks change', () => {
    // Chile goes to summer time on 6 September 2026.
    expect(valueOf(claimDue('CL', new Date('2026-09-03T15:00:00Z'))).toISOString()).toBe(
      '2026-09-07T14:00:00.000Z',
    );
  });

  it('says so where holidays are missing', () => {
    expect(claimDue('BR', new Date('2031-12-31T12:00:00Z'))).toMatchObject({
      problem: { kind: 'holiday-data-missing', year: 2032 },
    });
  });

  it('goes by the clock that buyers of the market go by', () => {
    expect(markets.map((market) => marketCalendar(market).timeZone)).toEqual(markets.map(buyerTimeZone));
  });

  it('of no days is due at once', () => {
    const from = new Date('2026-11-20T12:00:00Z');
    expect(valueOf(addBusinessDays(aCalendar(), from, 0))).toEqual(from);
  });
});

describe('a calendar that is written wrongly', () => {
  it('is told place by place', () => {
    expect(
      calendarFaults(
        aCalendar({
          timeZone: 'America/Atlantis',
          week: {
            ...aCalendar().week,
            mon: [{ from: '9:00', to: '18:00' }],
            tue: [{ from: '09:00', to: '25:00' }],
          },
          days: [{ day: '2026-02-30', opens: 'closed' }],
        }),
      ),
    ).toEqual([
      'timeZone: there is no time zone America/Atlantis',
      'week.mon[0].from: 9:00 is no time of day (HH:MM)',
      'week.tue[0].to: 25:00 is no time of day (HH:MM, or 24:00)',
      'days[0].day: 2026-02-30 is no day (YYYY-MM-DD)',
    ]);
  });

  it('and none where it may be used', () => {
    expect(
      calendarFaults(aCalendar({ week: { ...aCalendar().week, sat: [{ from: '22:00', to: '24:00' }] } })),
    ).toEqual([]);
  });
});
