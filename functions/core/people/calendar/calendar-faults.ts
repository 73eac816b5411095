/** What is wrong with a calendar that somebody wrote, said with its place before it is stored. */
import { weekdays, type DeskCalendar, type Shift } from './desk-calendar.ts';
import { isTimeZone, minutesOf } from './wall-clock.ts';

const shiftFaults = (shifts: readonly Shift[], where: string): readonly string[] =>
  shifts.flatMap(({ from, to }, index) => {
    const place = `${where}[${String(index)}]`;
    const start = minutesOf(from);
    if (start === null || start === 24 * 60) return [`${place}.from: ${from} is no time of day (HH:MM)`];
    return minutesOf(to) === null ? [`${place}.to: ${to} is no time of day (HH:MM, or 24:00)`] : [];
  });

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T`);
};

/** One sentence each with its place; none when the calendar may be used. Regions and campaigns are their types'. */
export const calendarFaults = (calendar: DeskCalendar): readonly string[] => [
  ...(isTimeZone(calendar.timeZone) ? [] : [`timeZone: there is no time zone ${calendar.timeZone}`]),
  ...weekdays.flatMap((weekday) => shiftFaults(calendar.week[weekday], `week.${weekday}`)),
  ...calendar.campaigns.flatMap(({ campaign, shifts }) => shiftFaults(shifts, `campaigns.${campaign}`)),
  ...calendar.days.flatMap((own, index) => [
    ...(isDay(own.day) ? [] : [`days[${String(index)}].day: ${own.day} is no day (YYYY-MM-DD)`]),
    ...(own.opens === 'closed' ? [] : shiftFaults(own.shifts, `days[${String(index)}].shifts`)),
  ]),
];
