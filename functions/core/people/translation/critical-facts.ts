/** Compares what two texts state, whatever their languages: numbers, amounts, dates, times, codes, links. */
import { plainFacts, type PlainFacts } from './plain-facts.ts';

export type FactsKept =
  | { readonly kept: true }
  /** In a plain spelling that both languages share: `date:05-12`, `number:150`. */
  | { readonly kept: false; readonly missing: readonly string[]; readonly added: readonly string[] };

/** A translator may write a small number as a word, and back. */
const numberWords: readonly (readonly [number: string, words: string])[] = [
  ['1', 'un uno una um uma one a an 一'],
  ['2', 'dos dois duas two 二 两 兩'],
  ['3', 'tres três three 三'],
  ['4', 'cuatro quatro four 四'],
  ['5', 'cinco five 五'],
  ['6', 'seis six 六'],
  ['7', 'siete sete seven 七'],
  ['8', 'ocho oito eight 八'],
  ['9', 'nueve nove nine 九'],
  ['10', 'diez dez ten 十'],
  ['12', 'doce doze twelve 十二'],
  ['15', 'quince quinze fifteen 十五'],
];

const saysInWords = (text: string, fact: string): boolean => {
  const words = numberWords.find(([number]) => `number:${number}` === fact)?.[1].split(' ') ?? [];
  return words.some((word) =>
    /\p{Script=Han}/u.test(word)
      ? text.includes(word)
      : new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text),
  );
};

/** What of `wanted` has no partner left in `there`, and what of `there` is left over. */
const unmatched = (
  wanted: readonly string[],
  there: readonly string[],
  same: (one: string, other: string) => boolean,
): readonly [readonly string[], readonly string[]] => {
  const left = [...there];
  const lost = wanted.filter((fact) => {
    const at = left.findIndex((other) => same(fact, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [lost, left];
};

/** `date:2026-05/12`: day and month in either order, as slashes leave it open. */
const openDate = (fact: string): string =>
  fact.replace(/(\d\d)[-/](\d\d)$/, (_, one: string, other: string) => [one, other].toSorted().join('/'));
const sameOpenDate = (one: string, other: string): boolean =>
  one.startsWith('date:') && (one.includes('/') || other.includes('/')) && openDate(one) === openDate(other);

/** `$` is any dollar or peso: it neither adds nor loses one. */
const foreign = (of: PlainFacts, than: PlainFacts): readonly string[] =>
  than.currencies.has('$')
    ? []
    : [...of.currencies]
        .filter((code) => code !== '$' && !than.currencies.has(code))
        .map((code) => `currency:${code}`);

export const criticalFactsKept = (original: string, translated: string): FactsKept => {
  const before = plainFacts(original);
  const after = plainFacts(translated);
  const [lost, left] = unmatched(before.facts, after.facts, (one, other) => one === other);
  const [missing, added] = unmatched(lost, left, sameOpenDate);
  const gone = [...missing.filter((fact) => !saysInWords(translated, fact)), ...foreign(before, after)];
  const more = [...added.filter((fact) => !saysInWords(original, fact)), ...foreign(after, before)];
  return gone.length + more.length === 0 ? { kept: true } : { kept: false, missing: gone, added: more };
};
