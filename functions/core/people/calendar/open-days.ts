/** What a calendar says of one day: its shifts, by the first rule that speaks, and the instants they cover. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { campaignDays } from '../../policy/campaigns.ts';
import { holidayOn, missingHolidays } from '../../policy/holidays.ts';
import { weekdays, type CalendarProblem, type DeskCalendar, type Shift } from './desk-calendar.ts';
import { dayMilliseconds, instantOf, minutesOf, weekdayOf, writtenDay } from './wall-clock.ts';

/** Open from `start` to before `end`, in milliseconds of UTC. */
export type Span = { readonly start: number; readonly end: number };

const isHoliday = (calendar: DeskCalendar, day: string): Outcome<boolean, CalendarProblem> => {
  const answers = calendar.holidays.map((region) => holidayOn(region, day));
  if (!answers.includes('missing')) return found(answers.includes('holiday'));
  const year = Number(day.slice(0, 4));
  return failed({ kind: 'holiday-data-missing', year, says: missingHolidays(year) });
};

/** Campaign, holiday, weekday: what the day has before the tenant's own word. */
const usualShifts = (
  calendar: DeskCalendar,
  day: number,
  name: string,
): Outcome<readonly Shift[], CalendarProblem> => {
  const year = Number(name.slice(0, 4));
  const campaigns = calendar.campaigns.filter(({ campaign }) => campaignDays(campaign, year).includes(name));
  if (campaigns.length > 0) return found(campaigns.flatMap(({ shifts }) => shifts));
  const holiday = isHoliday(calendar, name);
  if (!holiday.ok) return holiday;
  const weekday = weekdays[weekdayOf(day)];
  return found(holiday.value || weekday === undefined ? [] : calendar.week[weekday]);
};

/** The shifts that begin on a day (`dayAt`). */
export const shiftsOn = (calendar: DeskCalendar, day: number): Outcome<readonly Shift[], CalendarProblem> => {
  const name = writtenDay(day);
  const own = calendar.days.filter((one) => one.day === name);
  if (own.some(({ opens }) => opens === 'closed')) return found([]);
  const given = own.flatMap((one) => (one.opens === 'closed' ? [] : one.shifts));
  if (own.some(({ opens }) => opens === 'instead')) return found(given);
  const usual = usualShifts(calendar, day, name);
  return usual.ok ? found([...usual.value, ...given]) : usual;
};

const spanOf = (shift: Shift, day: number, timeZone: string): Span => {
  const from = minutesOf(shift.from) ?? 0;
  const to = minutesOf(shift.to) ?? 0;
  const midnight = day * dayMilliseconds;
  const ends = to > from ? to : to + 24 * 60;
  return {
    start: instantOf(midnight + from * 60_000, timeZone),
    end: instantOf(midnight + ends * 60_000, timeZone),
  };
};

/** In order, apart from each other: shifts that overlap or touch are one. A change of clocks may swallow a shift. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const whole: Span[] = [];
  for (const span of spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start)) {
    const before = whole.at(-1);
    if (before === undefined || span.start > before.end) whole.push(span);
    else whole.splice(-1, 1, { start: before.start, end: Math.max(before.end, span.end) });
  }
  return whole;
};

/** The spans of the shifts that begin on a day. */
export const spansOn = (calendar: DeskCalendar, day: number): Outcome<readonly Span[], CalendarProblem> => {
  const shifts = shiftsOn(calendar, day);
  return shifts.ok
    ? found(merged(shifts.value.map((shift) => spanOf(shift, day, calendar.timeZone))))
    : shifts;
};
