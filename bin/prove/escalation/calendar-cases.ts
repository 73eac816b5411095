/** Generated desks and promises: shifts by day and night, half days, campaigns, holidays, zones that change clocks. */
import type { DeskCalendar, OwnDay, Shift } from '../../../functions/core/people/calendar/desk-calendar.ts';
import { campaignIds } from '../../../functions/core/policy/campaigns.ts';
import type { HolidayRegion } from '../../../functions/core/policy/holiday-regions.ts';
import { chanceOf } from '../figure.ts';

/** The Saturdays before clocks change, north and south. */
const north = ['2026-03-07', '2026-10-31', '2027-03-13', '2027-11-06'];
const chile = ['2026-04-04', '2026-09-05', '2027-04-03', '2027-09-04'];

/** A zone with the holidays that a desk there keeps, and when its clocks change. */
const places: readonly (readonly [string, HolidayRegion, readonly string[]])[] = [
  ['America/Tijuana', 'MX', north],
  ['America/Ciudad_Juarez', 'MX', north],
  ['America/Santiago', 'CL', chile],
  ['America/New_York', 'US', north],
  ['America/Los_Angeles', 'US', north],
  ['America/Mexico_City', 'MX', []],
  ['America/Sao_Paulo', 'BR-SP', []],
  ['America/Manaus', 'BR-AM', []],
  ['America/Bahia', 'BR-BA', []],
  ['America/Sao_Paulo', 'BR', []],
  ['America/Argentina/Buenos_Aires', 'AR', []],
  ['America/Bogota', 'CO', []],
  ['Asia/Shanghai', 'CN', []],
];

const first = Date.parse('2026-01-01T00:00:00Z');
const twoYears = 2 * 365 * 86_400_000;

export type CalendarCase = {
  readonly calendar: DeskCalendar;
  readonly from: Date;
  readonly minutes: number;
};

export const calendarCases = (seed: number, count: number): readonly CalendarCase[] => {
  const chance = chanceOf(seed);
  const below = (limit: number): number => Math.floor(chance() * limit);
  const one = <Value>(values: readonly Value[], otherwise: Value): Value =>
    values[below(values.length)] ?? otherwise;
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

  const office: Shift = { from: '09:00', to: '18:00' };
  const anyShift = (): Shift => {
    const from = below(96) * 15;
    const to = from + 15 + below(48) * 15;
    return { from: clock(from), to: to === 24 * 60 ? '24:00' : clock(to % (24 * 60)) };
  };
  const shiftsOfDay = (): readonly Shift[] => {
    const kinds: readonly (() => readonly Shift[])[] = [
      () => [office],
      () => [
        { from: '08:00', to: '12:00' },
        { from: '14:00', to: '18:30' },
      ],
      () => [{ from: '22:00', to: '06:00' }],
      // Readings that a change of clocks skips or repeats: at one, at two, and at midnight in Chile.
      () => [
        { from: '23:30', to: '00:30' },
        { from: '01:30', to: '02:30' },
      ],
      () => [{ from: '00:00', to: '01:15' }, { from: '02:30', to: '09:00' }, anyShift()],
      () => [anyShift(), anyShift(), anyShift()],
      () => [],
    ];
    return one(kinds, () => [office])();
  };
  const dayNear = (instant: number): string =>
    new Date(instant + (below(20) - 3) * 86_400_000).toISOString().slice(0, 10);
  const ownDay = (instant: number): OwnDay => {
    const day = dayNear(instant);
    const kind = below(4);
    if (kind === 0) return { day, opens: 'closed' };
    if (kind === 1) return { day, opens: 'instead', shifts: [{ from: '09:00', to: '13:00' }] };
    return { day, opens: kind === 2 ? 'also' : 'instead', shifts: [anyShift()] };
  };

  const aCase = (): CalendarCase => {
    const [timeZone, region, changes] = one(places, ['America/Sao_Paulo', 'BR', []]);
    const anywhere = first + below(twoYears / 60_000) * 60_000;
    const change = below(2) === 0 ? one(changes, '') : '';
    const instant = change === '' ? anywhere : Date.parse(`${change}T00:00:00Z`) + below(2 * 1440) * 60_000;
    const week = { mon: [office], tue: [office], wed: [office], thu: [office], fri: [office] };
    const some = {
      mon: shiftsOfDay(),
      tue: shiftsOfDay(),
      wed: shiftsOfDay(),
      thu: shiftsOfDay(),
      fri: shiftsOfDay(),
    };
    const calendar: DeskCalendar = {
      timeZone,
      week: {
        ...(below(3) === 0 ? week : some),
        sat: below(2) === 0 ? shiftsOfDay() : [{ from: '09:00', to: '13:00' }],
        sun: below(2) === 0 ? shiftsOfDay() : [],
      },
      holidays: below(8) === 0 ? [region, 'CN'] : [region],
      campaigns:
        below(2) === 0
          ? []
          : [{ campaign: one(campaignIds, '11.11'), shifts: [{ from: '07:00', to: '01:00' }] }],
      days: Array.from({ length: below(5) }, () => ownDay(instant)),
    };
    return { calendar, from: new Date(instant), minutes: below(20) === 0 ? 0 : 5 + below(3000) };
  };
  return Array.from({ length: count }, aCase);
};
