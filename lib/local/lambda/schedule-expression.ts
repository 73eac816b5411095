/** Schedule expressions of EventBridge: rate() and the part of cron() without L, W and #. */

/** Whether something is due in the minutes or milliseconds that passed. */
export type Times =
  | { readonly kind: 'rate'; readonly everyMs: number }
  /** `minute` is the start of a minute in milliseconds since the epoch. */
  | { readonly kind: 'cron'; readonly matches: (minute: number) => boolean };

const minuteMs = 60_000;
const units: Readonly<Record<string, number>> = {
  minute: minuteMs,
  hour: 60 * minuteMs,
  day: 1440 * minuteMs,
};

const names = {
  month: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  weekday: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};

type Field = { readonly from: number; readonly to: number; readonly names?: readonly string[] };

/** Minutes, hours, day of month, month, day of week (1 is Sunday), year. */
const fields: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: names.month },
  { from: 1, to: 7, names: names.weekday },
  { from: 1970, to: 2199 },
];

const itemShape = /^(?:(\*)|([A-Z0-9]+)(?:-([A-Z0-9]+))?)(?:\/(\d+))?$/u;

const numberOf = (text: string, field: Field): number => {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named === -1 ? Number(text) : named + field.from;
  if (!Number.isInteger(value) || value < field.from || value > field.to)
    throw new Error(`${text} is not between ${field.from} and ${field.to}`);
  return value;
};

type Accepts = (value: number) => boolean;

const item = (text: string, field: Field): Accepts => {
  const [, star, first, last, step] = itemShape.exec(text.toUpperCase()) ?? [];
  if (star === undefined && first === undefined) throw new Error(`${text} is not imitated on this machine`);
  const from = first === undefined ? field.from : numberOf(first, field);
  // `5` is 5 alone, `5/10` is 5, 15, 25 and so on to the end.
  const open = first === undefined || (last === undefined && step !== undefined);
  const to = last === undefined ? (open ? field.to : from) : numberOf(last, field);
  const every = Number(step ?? 1);
  if (every < 1) throw new Error(`${text} has no step`);
  return (value) => value >= from && value <= to && (value - from) % every === 0;
};

const accepts = (text: string, field: Field): Accepts => {
  if (text === '?') return () => true;
  const items = text.split(',').map((part) => item(part, field));
  return (value) => items.some((one) => one(value));
};

/** The fields of a minute as they read in a time zone. */
const clockIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    weekday: 'short',
  });
  return (at: number): readonly number[] => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    const weekday = names.weekday.indexOf((parts.get('weekday') ?? '').toUpperCase()) + 1;
    return [part('minute'), part('hour'), part('day'), part('month'), weekday, part('year')];
  };
};

const cron = (inside: string, timeZone: string): Times => {
  const texts = inside.trim().split(/\s+/u);
  if (texts.length !== fields.length) throw new Error('cron() has six fields');
  if ((texts[2] === '?') === (texts[4] === '?'))
    throw new Error('cron() has ? as the day of the month or as the day of the week');
  const tests = fields.map((field, index) => accepts(texts[index] ?? '', field));
  const read = clockIn(timeZone);
  return {
    kind: 'cron',
    matches: (minute) => {
      const values = read(minute);
      return tests.every((test, index) => test(values[index] ?? Number.NaN));
    },
  };
};

const rate = (inside: string): Times => {
  const [, count, unit = ''] = /^\s*(\d+)\s+(minute|hour|day)s?\s*$/u.exec(inside) ?? [];
  const everyMs = Number(count) * (units[unit] ?? Number.NaN);
  if (!(everyMs > 0)) throw new Error('rate() is a number of minutes, hours or days');
  return { kind: 'rate', everyMs };
};

/** Throws when the expression is wrong, or right and not imitated. */
export const readSchedule = (expression: string, timeZone = 'UTC'): Times => {
  const [, kind, inside = ''] = /^(rate|cron)\((.*)\)$/u.exec(expression) ?? [];
  try {
    if (kind === 'rate') return rate(inside);
    if (kind === 'cron') return cron(inside, timeZone);
  } catch (error) {
    throw new Error(`${expression}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  throw new Error(`${expression}: only rate() and cron() are imitated`);
};
