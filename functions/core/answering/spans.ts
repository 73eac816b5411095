/** Finding known words in a text as wholes, and looking at what is left without them. */

export type Span = { readonly start: number; readonly end: number };

const partOfWord = /[\p{L}\p{N}]/u;

/** Where one of the known texts stands word for word, not inside a longer word or number. */
export const spansOf = (text: string, known: Iterable<string>): readonly Span[] => {
  const spans: Span[] = [];
  for (const one of known) {
    if (one === '') continue;
    for (let start = text.indexOf(one); start >= 0; start = text.indexOf(one, start + 1)) {
      const end = start + one.length;
      // A mark at the edge of the known text parts it from its neighbours already.
      const joinsBefore = partOfWord.test(one.charAt(0)) && partOfWord.test(text.charAt(start - 1));
      const joinsAfter = partOfWord.test(one.charAt(one.length - 1)) && partOfWord.test(text.charAt(end));
      if (!joinsBefore && !joinsAfter) spans.push({ start, end });
    }
  }
  return spans;
};

export const isInside = (inner: Span, spans: readonly Span[]): boolean =>
  spans.some(({ start, end }) => start <= inner.start && inner.end <= end);

/** Stands where something known was taken out: no letter, no digit. */
const gap = ' ▯ ';

/** The text without the spans, however they overlap. */
export const without = (text: string, spans: readonly Span[]): string => {
  let rest = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > at) rest += text.slice(at, start);
    if (end > at) rest += gap;
    at = Math.max(at, end);
  }
  return rest + text.slice(at);
};
