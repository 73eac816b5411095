/** From a zone's wall clock to instants and back, where clocks are changed too. */
import { IANAZone } from 'luxon';

/** Kept: making a zone asks the system for its rules. Bounded by the zones that there are. */
const zones = new Map<string, IANAZone>();

export const isTimeZone = (name: string): boolean => IANAZone.isValidZone(name);

/** Throws for a zone that does not exist: `calendarFaults` finds it before a calendar is stored. */
const zoneOf = (name: string): IANAZone => {
  const known = zones.get(name);
  if (known !== undefined) return known;
  if (!isTimeZone(name)) throw new RangeError(`there is no time zone ${name}`);
  const zone = IANAZone.create(name);
  zones.set(name, zone);
  return zone;
};

const minuteMilliseconds = 60_000;
export const dayMilliseconds = 24 * 60 * minuteMilliseconds;

/** A wall-clock reading as if it were UTC: what a zone's clock shows at an instant. */
export const readingAt = (instant: number, timeZone: string): number =>
  instant + zoneOf(timeZone).offset(instant) * minuteMilliseconds;

/**
 * The instant of a wall-clock reading. RFC 5545 section 3.3.5: a reading that comes twice means the first; one that
 * is skipped is told by the clock as it was before the change.
 */
export const instantOf = (reading: number, timeZone: string): number => {
  const zone = zoneOf(timeZone);
  const before = reading - zone.offset(reading - dayMilliseconds) * minuteMilliseconds;
  if (readingAt(before, timeZone) === reading) return before;
  const after = reading - zone.offset(reading + dayMilliseconds) * minuteMilliseconds;
  return readingAt(after, timeZone) === reading ? after : before;
};

/** Days are whole numbers here: days since 1970-01-01 of a wall clock. */
export const dayAt = (instant: number, timeZone: string): number =>
  Math.floor(readingAt(instant, timeZone) / dayMilliseconds);
export const writtenDay = (day: number): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10);
/** 0 for Monday to 6 for Sunday: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Minutes since midnight of `HH:MM`, `24:00` included; null: it is no time. */
export const minutesOf = (time: string): number | null => {
  const [, hours = '', minutes = ''] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours === '' || Number(minutes) > 59 || total > 24 * 60 ? null : total;
};
