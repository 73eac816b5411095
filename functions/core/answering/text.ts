/** How texts are compared here (folded, in whole words), and which of others' texts may be said at all. */
import { contactsIn, linksIn } from './linter.ts';
import { offersSomething, speaksToMachine } from './machine-talk.ts';

/** Lower case, accents taken off, blanks single: "¿Dónde  ESTÁ?" becomes "¿donde esta?". */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Words and numbers of a text, folded, without punctuation. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words as one string with blanks around, so that `includes(' talla ')` finds whole words only. */
export const spaced = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** A list written as one text, parted by commas. */
export const phrases = (list: string): readonly string[] =>
  list.split(',').map((phrase) => phrase.replace(/\s+/g, ' ').trim());

/** True when one of the phrases (folded, whole words) stands in the text. */
export const mentions = (text: string, phrases: readonly string[]): boolean => {
  const searched = spaced(text);
  return phrases.some((phrase) => searched.includes(` ${phrase} `));
};

/** Marks that mean something to us or hide something, and letters that our buyers do not read. */
const unsayable = /[\p{Cc}\p{Cf}\p{Co}@<>\{\}\[\]\|]|[\p{L}--\p{Script=Latin}]/v;

/**
 * A seller's or carrier's text that may stand in an answer: short, without links, contacts or marks that could be
 * read as ours. Null otherwise: what is not safe to say is not said.
 */
export const sayable = (text: string | undefined, longest = 80): string | null => {
  const clean = (text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.;,:!?]+$/, '');
  if (clean === '' || clean.length > longest || unsayable.test(clean)) return null;
  if (speaksToMachine(clean) || offersSomething(clean)) return null;
  return linksIn(clean).length > 0 || contactsIn(clean).length > 0 ? null : clean;
};

/** A number of the buyer's order as platforms and carriers write them ("9400 1000 0000", "#1042"), or null. */
export const sayableCode = (text: string | undefined): string | null => {
  const clean = (text ?? '').replace(/\s+/g, ' ').trim();
  return /^[\p{L}\p{N}#][\p{L}\p{N} ._/#-]{0,63}$/u.test(clean) && linksIn(clean).length === 0 ? clean : null;
};
