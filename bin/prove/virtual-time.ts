/** Time that passes only when everybody waits: the same seed plays the same order of events, however fast the machine is. */

export type VirtualTime = {
  /** Milliseconds since the play began. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Plays until nobody waits for anything. */
  run(): Promise<void>;
};

type Waiting = { readonly at: number; readonly order: number; readonly wake: () => void };

const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.at === other.at ? one.order < other.order : one.at < other.at;

export const virtualTime = (): VirtualTime => {
  let now = 0;
  let order = 0;
  const waiting = new Set<Waiting>();
  return {
    now: () => now,
    sleep: async (milliseconds) =>
      new Promise((wake) => {
        order += 1;
        waiting.add({ at: now + milliseconds, order, wake });
      }),
    async run() {
      for (;;) {
        // Whatever was woken comes to its next wait before time goes on.
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        let next: Waiting | null = null;
        for (const one of waiting) if (next === null || isBefore(one, next)) next = one;
        if (next === null) return;
        waiting.delete(next);
        now = next.at;
        next.wake();
      }
    },
  };
};
