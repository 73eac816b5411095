/** FNV-1a over UTF-16 units with a final mix (public domain; Fowler, Noll, Vo), so that low bits spread well. */

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** Where the hash of a text begins, by the kind of what is hashed. */
export const hashStart = (kind: number): number => Math.imul(offsetBasis ^ kind, prime);

/** A hash with one more UTF-16 unit in it. */
export const hashWith = (hash: number, unit: number): number => Math.imul(hash ^ unit, prime);

/** A hash that has all its units, mixed. An unsigned 32-bit integer. */
export const hashEnd = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return mixed >>> 0;
};

/** The hash of `text[start, end)`, seeded by the kind of feature. */
export const hashOf = (kind: number, text: string, start = 0, end = text.length): number => {
  let hash = hashStart(kind);
  for (let at = start; at < end; at += 1) hash = hashWith(hash, text.charCodeAt(at));
  return hashEnd(hash);
};
