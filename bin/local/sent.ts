/** What all sandboxes were sent, as one list: each entry keeps its number while the machine runs. */
import type { Sandbox, SentEntry } from '../../functions/core/channels/kit/sandbox.ts';

/** Entries after a number, oldest first; numbers run from 1 without gaps over all channels. */
export type SentJournal = (after: number) => readonly SentEntry[];

export const sentJournal = (sandboxes: ReadonlyMap<string, Sandbox>): SentJournal => {
  const places: { readonly channel: string; readonly n: number }[] = [];
  const seen = new Map<string, number>();
  return (after) => {
    const fresh = [...sandboxes].flatMap(([channel, sandbox]) =>
      sandbox.sent(seen.get(channel) ?? 0).map((entry) => ({ channel, entry })),
    );
    for (const { channel, entry } of fresh.toSorted((one, other) =>
      one.entry.at.localeCompare(other.entry.at),
    )) {
      places.push({ channel, n: entry.n });
      seen.set(channel, entry.n);
    }
    // Read again each time: how often a reply was repeated grows.
    const all = new Map([...sandboxes].map(([channel, sandbox]) => [channel, sandbox.sent(0)]));
    return places.slice(Math.max(0, after)).flatMap(({ channel, n }, index) => {
      const entry = all.get(channel)?.[n - 1];
      return entry === undefined ? [] : [{ ...entry, n: Math.max(0, after) + index + 1 }];
    });
  };
};
