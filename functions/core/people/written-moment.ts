/** A moment as agents read it in any language: `2026-11-20 18:00 (America/Sao_Paulo)`. */
import { readingAt } from './calendar/wall-clock.ts';

/** The minute on the reader's clock. */
export const writtenMinute = (moment: Date, timeZone: string): string =>
  new Date(readingAt(moment.getTime(), timeZone)).toISOString().slice(0, 16).replace('T', ' ');

/** With whose clock it is: teams sit in several zones. */
export const writtenMoment = (moment: Date, timeZone: string): string =>
  `${writtenMinute(moment, timeZone)} (${timeZone})`;
