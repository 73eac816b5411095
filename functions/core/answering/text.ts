/** How texts are compared here: folded to lower case without accents, in whole words. */

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

const address =
  /https?:|www\.|\S@\S|(?:^|\s)@\w|\b[\w-]+\.(?:com|net|org|app|shop|store|link|me|io|ly|br|mx|ar|cl|co)\b/i;
const unsayable = /[\p{Cc}\p{Cf}\p{Co}<>{}[\]|]/u;

/**
 * A seller's or carrier's text that may stand in an answer: short, without links, contacts or marks that could be
 * read as ours. Null otherwise: what is not safe to say is not said.
 */
export const sayable = (text: string | undefined, longest = 80): string | null => {
  const clean = (text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,:!?]+$/, '');
  if (clean === '' || clean.length > longest || unsayable.test(clean) || address.test(clean)) return null;
  return clean;
};
