/** Promises count the hours in which somebody is there, whatever clocks, holidays and nights do. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarCases } from '../../../../bin/prove/escalation/calendar-cases.ts';
import {
  addBusinessTime,
  businessTimeBetween,
  closingAfter,
  isOpen,
  nextOpening,
  reminderTimes,
} from '../../../../functions/core/people/calendar/business-time.ts';
import type { DeskCalendar, Shift } from '../../../../functions/core/people/calendar/desk-calendar.ts';
import { aCalendar, alwaysOpen, valueOf } from '../builders.ts';

const promised = (calendar: DeskCalendar, from: string, minutes: number): string =>
  valueOf(addBusinessTime(calendar, new Date(from), minutes)).toISOString();

const everyDay = (...shifts: readonly Shift[]): DeskCalendar['week'] => ({
  mon: shifts,
  tue: shifts,
  wed: shifts,
  thu: shifts,
  fri: shifts,
  sat: shifts,
  sun: shifts,
});

describe('a promise', () => {
  it('goes on the next morning when the desk closes before', () => {
    // Wednesday 17:30 in São Paulo; half an hour is left of the day.
    expect(promised(aCalendar(), '2026-11-18T20:30:00Z', 60)).toBe('2026-11-19T12:30:00.000Z');
  });

  it('that just fills the day ends when the desk closes, not when it opens again', () => {
    expect(promised(aCalendar(), '2026-11-18T20:30:00Z', 30)).toBe('2026-11-18T21:00:00.000Z');
  });

  it('waits over a holiday and the weekend behind it', () => {
    // Friday 20 November 2026 is a holiday in Brazil.
    expect(promised(aCalendar(), '2026-11-19T20:30:00Z', 60)).toBe('2026-11-23T12:30:00.000Z');
  });

  it('waits over a holiday of a state where the desk is in that state', () => {
    expect(promised(aCalendar({ holidays: ['BR-SP'] }), '2026-07-08T21:00:00Z', 30)).toBe(
      '2026-07-10T12:30:00.000Z',
    );
    expect(promised(aCalendar({ holidays: ['BR-MG'] }), '2026-07-08T21:00:00Z', 30)).toBe(
      '2026-07-09T12:30:00.000Z',
    );
  });

  it('counts a night shift by the day on which it begins', () => {
    const calendar = aCalendar({
      timeZone: 'Asia/Shanghai',
      holidays: ['CN'],
      week: { ...everyDay({ from: '22:00', to: '06:00' }), sat: [], sun: [] },
    });
    // Friday 25 September 2026 is the Mid-Autumn Festival: its night has no shift, Thursday's goes on into it.
    expect(valueOf(isOpen(calendar, new Date('2026-09-24T20:00:00Z')))).toBe(true);
    expect(valueOf(isOpen(calendar, new Date('2026-09-25T20:00:00Z')))).toBe(false);
  });

  it('counts the hour that a change of clocks gives twice, and none that it takes', () => {
    const week = everyDay({ from: '00:00', to: '06:00' });
    const tijuana = aCalendar({ timeZone: 'America/Tijuana', holidays: ['MX'], week });
    const night = (day: string) => {
      const from = new Date(`${day}T07:00:00Z`);
      return valueOf(businessTimeBetween(tijuana, from, new Date(from.getTime() + 10 * 3_600_000)));
    };
    expect([night('2026-03-08'), night('2026-06-07'), night('2026-11-01')]).toEqual([300, 360, 420]);
  });

  it('opens longer on campaign days, be they holidays too', () => {
    const calendar = aCalendar({
      timeZone: 'America/Mexico_City',
      holidays: ['MX'],
      campaigns: [{ campaign: 'buen-fin', shifts: [{ from: '08:00', to: '22:00' }] }],
    });
    // Monday 16 November 2026: the day of the Revolution, and the last of the Buen Fin.
    expect(valueOf(isOpen(calendar, new Date('2026-11-17T03:30:00Z')))).toBe(true);
  });

  it("lets the tenant's own days win: closed, half, worked instead of a holiday, and longer", () => {
    const calendar = aCalendar({
      days: [
        { day: '2026-11-18', opens: 'closed' },
        { day: '2026-11-19', opens: 'instead', shifts: [{ from: '09:00', to: '12:00' }] },
        { day: '2026-11-20', opens: 'instead', shifts: [{ from: '10:00', to: '11:00' }] },
        { day: '2026-11-21', opens: 'also', shifts: [{ from: '10:00', to: '11:00' }] },
      ],
    });
    const open = (from: string, to: string) =>
      valueOf(businessTimeBetween(calendar, new Date(`${from}T03:00:00Z`), new Date(`${to}T03:00:00Z`)));
    expect([
      open('2026-11-18', '2026-11-19'),
      open('2026-11-19', '2026-11-20'),
      open('2026-11-20', '2026-11-21'),
      open('2026-11-21', '2026-11-22'),
    ]).toEqual([0, 180, 60, 60]);
  });

  it('counts time once where shifts overlap', () => {
    const week = everyDay({ from: '09:00', to: '13:00' }, { from: '12:00', to: '15:00' });
    const day = new Date('2026-11-18T03:00:00Z');
    const next = new Date('2026-11-19T03:00:00Z');
    expect(valueOf(businessTimeBetween(aCalendar({ week }), day, next))).toBe(360);
  });
});

describe('a calendar', () => {
  it('says that holidays are missing instead of guessing them', () => {
    expect(addBusinessTime(aCalendar(), new Date('2031-12-31T20:30:00Z'), 600)).toEqual({
      ok: false,
      problem: {
        kind: 'holiday-data-missing',
        year: 2032,
        says: 'holiday data missing for 2032: run npm run holidays',
      },
    });
    expect(isOpen(aCalendar(), new Date('2024-03-01T12:00:00Z'))).toMatchObject({ ok: false });
  });

  it('needs no holidays where it keeps none', () => {
    expect(addBusinessTime(aCalendar({ holidays: [] }), new Date('2040-01-02T12:00:00Z'), 30).ok).toBe(true);
  });

  it('that never opens is said to, not waited for', () => {
    const never = aCalendar({ week: everyDay(), holidays: [] });
    expect(nextOpening(never, new Date('2026-11-18T12:00:00Z'))).toMatchObject({
      problem: { kind: 'never-open' },
    });
  });

  it('that never closes has an end to be looked for', () => {
    const at = new Date('2026-11-18T12:00:00Z');
    expect(valueOf(closingAfter(alwaysOpen, at)).getTime()).toBeGreaterThan(at.getTime());
  });
});

describe('reminders', () => {
  it('come in open hours alone, and none at or after the promise', () => {
    const times = valueOf(
      reminderTimes(aCalendar(), {
        from: new Date('2026-11-18T20:30:00Z'),
        until: new Date('2026-11-19T12:30:00Z'),
        everyMinutes: 20,
      }),
    );
    expect(times.map((time) => time.toISOString())).toEqual([
      '2026-11-18T20:50:00.000Z',
      '2026-11-19T12:10:00.000Z',
    ]);
  });
});

describe('business time, whatever the calendar', () => {
  const generated = fc
    .integer({ min: 1, max: 1_000_000 })
    .map((seed) => calendarCases(seed, 1).at(0) ?? { calendar: aCalendar(), from: new Date(0), minutes: 1 });
  const runs = { seed: 20_261_120, numRuns: 150 };

  it('has passed by the promise, and never runs backwards', () => {
    fc.assert(
      fc.property(generated, fc.integer({ min: 0, max: 500 }), ({ calendar, from, minutes }, more) => {
        const first = addBusinessTime(calendar, from, minutes);
        const later = addBusinessTime(calendar, from, minutes + more);
        if (!first.ok || !later.ok) return;
        expect(later.value.getTime()).toBeGreaterThanOrEqual(first.value.getTime());
        expect(valueOf(businessTimeBetween(calendar, from, first.value))).toBeCloseTo(minutes, 6);
        expect(valueOf(businessTimeBetween(calendar, first.value, later.value))).toBeCloseTo(more, 6);
      }),
      runs,
    );
  });

  it('opens when it says it does', () => {
    fc.assert(
      fc.property(generated, ({ calendar, from }) => {
        const opening = nextOpening(calendar, from);
        fc.pre(opening.ok);
        expect(valueOf(isOpen(calendar, valueOf(opening)))).toBe(true);
      }),
      runs,
    );
  });
});
