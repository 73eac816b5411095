/** The platform's plain values, as its pages and its answers disagree about them. */
import * as z from 'zod/mini';
import { instant, platformId } from '../kit/json.ts';

/** A number or a text. A number too large for JSON would already name somebody else: it is refused. */
export const id = z.pipe(
  z.union([platformId, z.number().check(z.refine(Number.isSafeInteger))]),
  z.transform(String),
);

/** As the platform writes ids into its bodies: a number where one can hold it. */
export const numbered = (text: string): number | string => {
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
};

/** Any spelling of a status: `NON_MODERATED`, `clean`, `Available`. */
export const statusWord = z.pipe(
  z.string(),
  z.transform((text: string) => text.toLowerCase()),
);

/** A moment with its zone, or in UTC where the platform leaves the zone out; anything else counts as not told. */
export const moment = z.pipe(
  z.optional(z.unknown()),
  z.transform((value: unknown): Date | null => {
    if (typeof value !== 'string') return null;
    const parsed = [value, `${value}Z`]
      .map((text) => z.safeParse(instant, text))
      .find(({ success }) => success);
    return parsed?.success === true ? parsed.data : null;
  }),
);

/** Money as the platform writes it, a JSON number; without the exponent that JavaScript would write. */
export const amount = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^-?\d{1,15}(?:\.\d{1,6})?$/))]),
  z.transform((value: number | string) => (typeof value === 'string' ? value : plainNumber(value))),
);

const plainNumber = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '');
