/**
 * Business time told another way, to judge ours by: minute by minute, each asked alone whether the desk is open, on
 * the Temporal calendar and with the holidays of the library itself instead of our table.
 */
import { Temporal } from 'temporal-polyfill';
import type { DeskCalendar, Shift } from '../../../functions/core/people/calendar/desk-calendar.ts';
import type { HolidayRegion } from '../../../functions/core/policy/holiday-regions.ts';
import { publicDays } from '../../holidays/public-days.ts';

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const holidays = new Map<string, ReadonlySet<string>>();
const holidaysIn = (region: HolidayRegion, year: number): ReadonlySet<string> => {
  const key = `${region} ${String(year)}`;
  const known = holidays.get(key);
  if (known !== undefined) return known;
  const states = region.startsWith('BR-') ? publicDays('BR', year) : [];
  const days = new Set([...publicDays(region, year), ...states]);
  holidays.set(key, days);
  return days;
};

/** Written down by hand for the years that are generated, from the organisers' announcements and a wall calendar. */
const campaigns: Readonly<Record<string, readonly (readonly [first: string, days: number])[]>> = {
  'hot-sale-mx': [
    ['2026-05-25', 9],
    ['2027-05-31', 9],
    ['2028-05-29', 9],
  ],
  'hot-sale-ar': [
    ['2026-05-11', 3],
    ['2027-05-10', 3],
    ['2028-05-08', 3],
  ],
  'buen-fin': [
    ['2026-11-12', 5],
    ['2027-11-11', 5],
    ['2028-11-16', 5],
  ],
  'black-friday': [
    ['2026-11-27', 1],
    ['2027-11-26', 1],
    ['2028-11-24', 1],
  ],
  '11.11': [
    ['2026-11-11', 1],
    ['2027-11-11', 1],
    ['2028-11-11', 1],
  ],
};

const isCampaignDay = (campaign: string, date: Temporal.PlainDate): boolean =>
  (campaigns[campaign] ?? []).some(([first, days]) => {
    const since = Temporal.PlainDate.from(first).until(date, { largestUnit: 'days' }).days;
    return since >= 0 && since < days;
  });

const shiftsOf = (calendar: DeskCalendar, date: Temporal.PlainDate): readonly Shift[] => {
  const name = date.toString();
  const own = calendar.days.filter(({ day }) => day === name);
  if (own.some(({ opens }) => opens === 'closed')) return [];
  const instead = own.flatMap((one) => (one.opens === 'instead' ? one.shifts : []));
  if (own.some(({ opens }) => opens === 'instead'))
    return [...instead, ...own.flatMap((one) => (one.opens === 'also' ? one.shifts : []))];
  const also = own.flatMap((one) => (one.opens === 'also' ? one.shifts : []));
  const campaign = calendar.campaigns.filter((one) => isCampaignDay(one.campaign, date));
  if (campaign.length > 0) return [...campaign.flatMap(({ shifts }) => shifts), ...also];
  if (calendar.holidays.some((region) => holidaysIn(region, date.year).has(name))) return also;
  const weekday = weekdayNames[date.dayOfWeek - 1] ?? 'mon';
  return [...calendar.week[weekday], ...also];
};

const at = (date: Temporal.PlainDate, time: string, zone: string): number => {
  const [day, clock] = time === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, time];
  const reading = day.toPlainDateTime(Temporal.PlainTime.from(clock));
  return reading.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
};

const ranges = (calendar: DeskCalendar, date: Temporal.PlainDate): readonly (readonly [number, number])[] =>
  shiftsOf(calendar, date).map(({ from, to }) => {
    const ends = to > from ? date : date.add({ days: 1 });
    return [at(date, from, calendar.timeZone), at(ends, to, calendar.timeZone)];
  });

/** Whether a desk is open at an instant; days are kept, for each minute asks again. */
export const oracleOf = (calendar: DeskCalendar): ((instant: number) => boolean) => {
  const days = new Map<string, readonly (readonly [number, number])[]>();
  const rangesOf = (date: Temporal.PlainDate) => {
    const name = date.toString();
    const known = days.get(name) ?? ranges(calendar, date);
    days.set(name, known);
    return known;
  };
  let hour = Number.NaN;
  let near: readonly (readonly [number, number])[] = [];
  return (instant) => {
    if (Math.floor(instant / 3_600_000) !== hour) {
      hour = Math.floor(instant / 3_600_000);
      const date = Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO(calendar.timeZone)
        .toPlainDate();
      near = [-1, 0, 1].flatMap((days) => rangesOf(date.add({ days })));
    }
    return near.some(([start, end]) => start <= instant && instant < end);
  };
};

/** Counts open minutes one by one; `from` is a whole minute. Null after 500 days. */
export const promisedByOracle = (
  isOpen: (instant: number) => boolean,
  from: number,
  minutes: number,
): number | null => {
  let left = minutes;
  for (let instant = from; instant < from + 500 * 86_400_000; instant += 60_000) {
    if (left === 0) return instant;
    if (isOpen(instant)) left -= 1;
  }
  return null;
};
