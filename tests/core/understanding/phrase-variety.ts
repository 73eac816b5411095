/** What makes a file of phrases poor: lines that repeat each other, and families cut from one template. */

/** Lower case, without accents, marks and emoji. Texts of marks alone stay as they are. */
export const foldedWords = (text: string): readonly string[] => {
  const flat = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return (flat === '' ? text.trim() : flat).split(' ');
};

/** Every run of so many words, each once; a shorter text is one run. */
const runs = (words: readonly string[], length: number): ReadonlySet<string> =>
  words.length < length
    ? new Set([words.join(' ')])
    : new Set(words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' ')));

const mostAlike = 0.6;

/** Pairs whose runs of three words overlap by more than 0.6 (Jaccard), as `one | other`. */
export const nearDuplicates = (texts: readonly string[]): readonly string[] => {
  const grams = texts.map((text) => runs(foldedWords(text), 3));
  const holders = new Map<string, number[]>();
  grams.forEach((set, line) => {
    for (const gram of set) holders.set(gram, [...(holders.get(gram) ?? []), line]);
  });
  return texts.flatMap((text, line) => {
    const mine = grams[line] ?? new Set<string>();
    const shared = new Map<number, number>();
    for (const gram of mine) {
      for (const other of holders.get(gram) ?? []) {
        if (other > line) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return [...shared]
      .filter(([other, both]) => both > mostAlike * (mine.size + (grams[other]?.size ?? 0) - both))
      .map(([other]) => `${text} | ${texts[other] ?? ''}`);
  });
};

const countedAbove = (keys: readonly string[], most: number): readonly string[] => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > most).map(([key, count]) => `${String(count)} × ${key}`);
};

/** Beginnings of four words that more than four lines share, runs of five words that more than six share. */
export const families = (texts: readonly string[]): readonly string[] => {
  const words = texts.map(foldedWords);
  const beginnings = words.filter((all) => all.length >= 4).map((all) => all.slice(0, 4).join(' '));
  const within = words.filter((all) => all.length >= 5).flatMap((all) => [...runs(all, 5)]);
  return [...countedAbove(beginnings, 4), ...countedAbove(within, 6)];
};
