/** How a rule is written: words as buyers type them, without accents, in a small notation that a person can read. */
import { shortForm } from '../slang.ts';
import { plain, unstretched } from '../text.ts';

/**
 * What a rule listens for. In a pattern, `...` stands for up to five words of the same sentence, `*` for any
 * ending of a word, `(a|b)` for a choice, `?` after a group for what may be missing, `\\.` for a sentence end.
 */
export type Rule = {
  /** Look-alikes: taken out of the text before `says` is looked for. */
  readonly harmless: readonly string[];
  /** By language, for the reader; all of them are looked for, since buyers mix languages. */
  readonly says: {
    readonly es: readonly string[];
    readonly pt: readonly string[];
    readonly en: readonly string[];
  };
  /** Two lists of which each must be heard, anywhere in the text: a device and who depends on it. */
  readonly together?: readonly [readonly string[], readonly string[]];
};

const sentenceEnd = /^[.,;:!?¡¿\n()]+$/;
/** Rules are written in Latin letters: other scripts say nothing to them. */
const tokens = /[a-z][a-z0-9]*(?:'[a-z]+)*|[0-9]+(?:[.,][0-9]+)*[a-z]*|[.,;:!?¡¿\n()]+/g;

/**
 * A text as rules read it: plain words between single spaces, ` . ` where a sentence ends.
 *
 * @param text as `readable` leaves it
 */
export const ruleText = (text: string): string => {
  let said = ' ';
  for (const token of plain(text).match(tokens) ?? []) {
    if (sentenceEnd.test(token)) said += '. ';
    else {
      // A point inside a number ends no sentence.
      const word = unstretched(token).replace(/[.,]/g, '');
      const full = shortForm(word);
      said += full === undefined ? `${word} ` : `${full.join(' ')} `;
    }
  }
  return said;
};

const gap = '(?: [^ .]+){0,5} ';

const source = (pattern: string): string =>
  pattern.replaceAll('(', '(?:').replaceAll('*', '[^ .]*').replaceAll(' ... ', gap);

/** One expression for all patterns. Every repeat in it is bounded, so it takes time in proportion to the text. */
export const anyOf = (patterns: readonly string[]): RegExp =>
  new RegExp(` (?:${patterns.map(source).join('|')})(?= )`, 'g');
