/** The best of many, kept in order while they are looked at: nothing is sorted that is thrown away. */

export type Ranked = { readonly passage: number; readonly score: number };

/** Best first; of equal scores the passage that was offered first. */
export const ranking = (atMost: number) => {
  const kept: Ranked[] = [];
  return {
    offer(passage: number, score: number): void {
      if (kept.length >= atMost && score <= (kept.at(-1)?.score ?? 0)) return;
      let at = kept.length;
      while (at > 0 && (kept[at - 1]?.score ?? 0) < score) at -= 1;
      kept.splice(at, 0, { passage, score });
      if (kept.length > atMost) kept.pop();
    },
    best: (): readonly number[] => kept.map(({ passage }) => passage),
  };
};
