/** The shape of the fixed answers: what is written for one situation. */
import type { AnsweredLanguage } from '../../domain/language.ts';

/** At least three ways to say it, so that nobody reads the same sentence twice in a row. */
export type Variants = readonly [string, string, string, ...string[]];
export type InThree = Readonly<Record<AnsweredLanguage, Variants>>;

/**
 * Which opening fits: good or plain news, a matter that is not settled yet, unwelcome news, something late, something that went wrong, money.
 * `direct` takes a greeting only, `grave` a sober one, `own` brings its own words from the first one on.
 */
export const tones = ['bright', 'help', 'sober', 'late', 'fault', 'money', 'direct', 'grave', 'own'] as const;
export type Tone = (typeof tones)[number];

/** Templates (see `template.ts`) for one situation; `upset` where the calm words would grate. */
export type Texts = { readonly tone: Tone; readonly calm: InThree; readonly upset?: InThree };
