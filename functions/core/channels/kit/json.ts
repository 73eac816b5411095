/** Reads JSON and text from outside: what is broken is a value, never an exception. */
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Unreadable } from '../../ports/channel.ts';
import * as z from 'zod/mini';

const unreadable = (because: string) => failed({ kind: 'unreadable', because } satisfies Unreadable);

/** Members that are `null` count as absent: many shops write what they do not know as `null`. */
const parseJson = (text: string): unknown =>
  JSON.parse(text, (_name, value: unknown) => (value === null ? undefined : value));

/** Text to shape in one step. The reason names fields, never values: it goes into logs. */
export const readJson = <Schema extends z.ZodMiniType>(
  schema: Schema,
  text: string,
): Outcome<z.output<Schema>, Unreadable> => {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return unreadable('not JSON');
  }
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return found(parsed.data);
  const fields = parsed.error.issues.map(({ path }) => path.map(String).join('.') || 'the whole');
  return unreadable(`wrong or missing: ${[...new Set(fields)].join(', ')}`);
};

/** Strictly UTF-8: a lenient decoder would make two different bodies look the same. */
export const readUtf8 = (bytes: Uint8Array): Outcome<string, Unreadable> => {
  try {
    return found(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unreadable('not UTF-8');
  }
};

/** An id in a platform's own spelling: 1 to 256 characters, none a control character or half of a surrogate pair. */
export const platformId = z.string().check(z.regex(/^[^\p{Cc}\p{Cs}]{1,256}$/u));

/** A shop that has no value for an id may leave it out or send it empty. */
export const optionalPlatformId = z.pipe(
  z.optional(z.union([z.literal(''), platformId])),
  z.transform((id: string | undefined) => (id === undefined || id === '' ? null : id)),
);

/** Text as a person typed it, without what no store or queue takes: NUL and halves of surrogate pairs. */
export const cleanText = z.pipe(
  z.string(),
  z.transform((text: string) => text.toWellFormed().replaceAll('\0', '\u{fffd}')),
);

const instantShape = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `Date` rolls 30 February over into March; a calendar does not have it. */
const isCalendarDay = (parts: RegExpExecArray | null): boolean => {
  if (parts === null) return false;
  const [, year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(2000, Number(month) - 1, day));
  date.setUTCFullYear(Number(year), Number(month) - 1, day);
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === day;
};

const isInstant = (text: string): boolean =>
  isCalendarDay(instantShape.exec(text)) && !Number.isNaN(Date.parse(text));
const isDay = (text: string): boolean => isCalendarDay(dayShape.exec(text));

/** ISO 8601 with its zone, as a Date: without a zone nobody knows which moment is meant. */
export const instant = z.pipe(
  z.string().check(z.refine(isInstant)),
  z.transform((text: string) => new Date(text)),
);

/** ISO 8601 kept as text: a day, or a moment with its zone. */
export const dayOrInstant = z.string().check(z.refine((text) => isDay(text) || isInstant(text)));
