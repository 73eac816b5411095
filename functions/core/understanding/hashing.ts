/** FNV-1a over UTF-16 units with a final mix (public domain; Fowler, Noll, Vo), so that low bits spread well. */

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** The hash of `text[start, end)`, seeded by the kind of feature. An unsigned 32-bit integer. */
export const hashOf = (kind: number, text: string, start = 0, end = text.length): number => {
  let hash = Math.imul(offsetBasis ^ kind, prime);
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
};
