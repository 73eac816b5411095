/** Personal data taken out of a text before a model, a log or a person abroad may see it. */
import { aligned } from '../aligned.ts';
import { findContacts, findPhones } from './contacts.ts';
import { findPersonalDates } from './dates.ts';
import { findIdentifiers } from './identifiers.ts';
import { findLabelled } from './labelled.ts';
import { findNames } from './names.ts';
import { findPostcodes, findStreets } from './places.ts';
import { settled, type PersonalSpan } from './span.ts';

export type Masked = {
  /** The text with `[CPF]` and so on in the place of each span. */
  readonly text: string;
  /** Offsets into the text as given, in its order, never overlapping. */
  readonly spans: readonly PersonalSpan[];
};

/** Everything personal in a text. Pure; takes time in proportion to the text. */
export const findPersonal = (given: string): PersonalSpan[] => {
  const text = aligned(given);
  return settled([
    ...findContacts(text),
    ...findLabelled(text),
    ...findIdentifiers(text),
    ...findPersonalDates(text),
    ...findPostcodes(text, given),
    ...findPhones(text),
    ...findStreets(text, given),
    ...findNames(text, given),
  ]);
};

/**
 * Replaces personal data by placeholders. Order numbers, tracking codes, article codes, prices and sizes stay,
 * since nobody could answer without them.
 */
export const mask = (text: string): Masked => {
  const spans = findPersonal(text);
  let masked = '';
  let done = 0;
  for (const { type, start, end } of spans) {
    masked += `${text.slice(done, start)}[${type.toUpperCase()}]`;
    done = end;
  }
  return { text: masked + text.slice(done), spans };
};
