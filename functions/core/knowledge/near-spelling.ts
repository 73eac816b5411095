/** Terms of an index that a mistyped word may have meant: one letter off, too many, missing or in the other's place. */

/** Shorter words have too many neighbours. */
const shortest = 5;

/** Which letters a word holds, one bit each: two words one letter apart differ in two bits at the most. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
};

const fewBits = (bits: number, most: number): boolean => {
  let left = bits;
  for (let removed = 0; removed < most && left !== 0; removed += 1) left &= left - 1;
  return left === 0;
};

/** One insertion, deletion, substitution or swap of neighbours apart, or none. */
export const isNear = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2))
  );
};

/** By the list of terms, made when a first word is mistyped and gone with its index. */
const masks = new WeakMap<
  ReadonlyMap<string, number>,
  { readonly terms: readonly string[]; readonly letters: Int32Array }
>();

const maskedTerms = (places: ReadonlyMap<string, number>) => {
  const known = masks.get(places);
  if (known !== undefined) return known;
  const terms = [...places.keys()];
  const made = { terms, letters: Int32Array.from(terms, lettersOf) };
  masks.set(places, made);
  return made;
};

const most = 3;

/** Stems near to one that no article holds; none for short ones and for numbers. */
export const nearTerms = (places: ReadonlyMap<string, number>, stem: string): readonly string[] => {
  if (stem.length < shortest || /[^a-z]/.test(stem)) return [];
  const { terms, letters } = maskedTerms(places);
  const own = lettersOf(stem);
  const near: string[] = [];
  for (let at = 0; at < terms.length && near.length < most; at += 1) {
    if (!fewBits((letters[at] ?? 0) ^ own, 2)) continue;
    const term = terms[at] ?? '';
    if (Math.abs(term.length - stem.length) <= 1 && isNear(term, stem)) near.push(term);
  }
  return near;
};
