/** What is counted in articles and looked for by questions: stems, meanings, and beginnings that languages share. */
import { meaningsOf } from './meanings.ts';
import { cognateOf, stemOf } from './stems.ts';
import { stopWords } from './stop-words.ts';
import { baseLanguage, folded, wordsIn } from './text.ts';

/** One word of a text, or words that mean something together: each of its terms stands for the same thing. */
export type Word = {
  /** Empty for words that mean something only together. */
  readonly stem: string;
  readonly cognate: string | null;
  readonly meanings: readonly string[];
};

/** Signs in front keep the kinds apart in one list of terms. */
export const meaningTerm = (meaning: string): string => `#${meaning}`;
export const cognateTerm = (cognate: string): string => `^${cognate}`;

/** @param language as of the article or the buyer, `es` or `pt-BR` */
export const wordsOf = (text: string, language: string): readonly Word[] => {
  const base = baseLanguage(language);
  const spoken = wordsIn(text);
  const plain = spoken.map(folded);
  const silent = stopWords(base);
  const single = new Map<number, readonly string[]>();
  const together: Word[] = [];
  for (const { at, words, meanings } of meaningsOf(plain, base, silent)) {
    if (words === 1) single.set(at, meanings);
    else together.push({ stem: '', cognate: null, meanings });
  }
  const alone = spoken.flatMap((word, at): readonly Word[] => {
    const flat = plain[at] ?? '';
    const meanings = single.get(at) ?? [];
    if (silent.has(flat)) return meanings.length === 0 ? [] : [{ stem: '', cognate: null, meanings }];
    return [{ stem: stemOf(word, base), cognate: cognateOf(flat), meanings }];
  });
  return [...alone, ...together];
};
