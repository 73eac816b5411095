/** When a billing month and its days begin and end in a time zone, whatever the clocks do there. */

const hour = 3_600_000;
const month = /^\d{4}-(0[1-9]|1[0-2])$/;
export const isMonth = (text: string): boolean => month.test(text);

export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

/** The day (`YYYY-MM-DD`) that an instant lies on in the zone. */
export const dayOf = (instant: number, zone: string): string => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const year = (parts.get('year') ?? '').padStart(4, '0');
  return `${year}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
};

/** The first instant of a day: not always midnight, where clocks go forward at that hour. */
export const dayStart = (day: string, zone: string): number => {
  const middle = Date.parse(`${day}T00:00:00Z`);
  // The local day never goes back, so half the interval can be left out at each look.
  let [before, after] = [middle - 16 * hour, middle + 16 * hour];
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (dayOf(between, zone) < day) before = between;
    else after = between;
  }
  return after;
};

/** The day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);

export const nextMonth = (of: string): string => dayAfter(`${of}-28`, 4).slice(0, 7);
export const monthBefore = (of: string): string => dayAfter(`${of}-01`, -1).slice(0, 7);

/** Instants in milliseconds: `from` belongs to it, `to` no more. */
export type Period = { readonly from: number; readonly to: number };

export const isWithin = (instant: number, { from, to }: Period): boolean => instant >= from && instant < to;

/** From the first to the last day, both in. */
export const periodOf = (first: string, last: string, zone: string): Period => ({
  from: dayStart(first, zone),
  to: dayStart(dayAfter(last, 1), zone),
});

export const monthPeriod = (of: string, zone: string): Period => ({
  from: dayStart(`${of}-01`, zone),
  to: dayStart(`${nextMonth(of)}-01`, zone),
});
