/** How articles and questions are read: letters folded, words and numbers cut out, sizes and measures kept whole. */

/** `pt-BR` → `pt`. */
export const baseLanguage = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

/** Lower case without accents. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

/**
 * Numbers with their decimals (`1.5`), letters with their apostrophes (`don't`), and both together when nothing stands
 * between (`2xl`, `110v`).
 */
const pieces = /(?:\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)+/gu;
const innerPieces = /\p{N}+(?:[.,]\p{N}+)*|\D+/gu;
const han = /\p{Script=Han}/u;

/** Chinese is written without spaces: its words are found by pairs of characters. */
const pairsOf = (word: string): readonly string[] => {
  const signs = Array.from(word);
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
};

/** `1,5` and `1.5` are one number; `1.500` keeps its dot, as nobody can tell. */
const oneNumber = (piece: string): string => piece.replaceAll(',', '.');

const wholeAndParts = (piece: string): readonly string[] => {
  if (han.test(piece)) return pairsOf(piece);
  if (!/\p{N}/u.test(piece)) return [piece.replace(/['’]/g, '')];
  const parts = (piece.match(innerPieces) ?? []).map(oneNumber);
  return parts.length === 1 ? parts : [parts.join(''), ...parts];
};

/** Words and numbers in order, lower case, accents kept: stems need them. */
export const wordsIn = (text: string): readonly string[] =>
  (text.normalize('NFKC').toLowerCase().match(pieces) ?? []).flatMap(wholeAndParts);
