/** How a rule is written: words as buyers type them, without accents, in a small notation that a person can read. */
import { plain } from '../text.ts';
import { spelledOut } from '../slang.ts';

/**
 * What a rule listens for. In a pattern, `...` stands for up to three words of the same sentence, `*` for any
 * ending of a word, `(a|b)` for a choice, `?` after a group for what may be missing.
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
};

/** A rule made ready: does the text say it? */
export type Listens = (text: RuleText) => boolean;

/** A text as rules read it: plain words between single spaces, ` . ` where a sentence ends. */
export type RuleText = string & { readonly ruleText?: never };

const sentenceEnd = /[.,;:!?¡¿\n()]+/;
const tokens = /\p{L}[\p{L}\p{N}]*(?:'\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*\p{L}*|[.,;:!?¡¿\n()]+/gu;
const stretched = /(\p{L})\1{2,}/gu;

/** @param text as `readable` leaves it */
export const ruleText = (text: string): RuleText => {
  const words: string[] = [];
  for (const [token] of plain(text).matchAll(tokens)) {
    if (sentenceEnd.test(token) && !/[\p{L}\p{N}]/u.test(token)) words.push('.');
    else words.push(...spelledOut(token.replace(stretched, '$1').replaceAll("'", '')));
  }
  return ` ${words.join(' ')} `;
};

const gap = '(?: [^ .]+){0,3} ';

const source = (pattern: string): string =>
  pattern.replaceAll('(', '(?:').replaceAll('*', '[^ .]*').replaceAll(' ... ', gap);

/** One expression for all patterns. Every repeat in it is bounded, so it takes time in proportion to the text. */
export const anyOf = (patterns: readonly string[]): RegExp =>
  new RegExp(` (?:${patterns.map(source).join('|')})(?= )`, 'g');

export const listenFor = (rule: Rule): Listens => {
  const harmless = rule.harmless.length > 0 ? anyOf(rule.harmless) : null;
  const says = anyOf([...rule.says.es, ...rule.says.pt, ...rule.says.en]);
  return (text) => {
    says.lastIndex = 0;
    if (!says.test(text)) return false;
    if (harmless === null) return true;
    const rest = text.replace(harmless, ' .');
    says.lastIndex = 0;
    return says.test(rest);
  };
};
