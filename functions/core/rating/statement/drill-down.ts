/** The ledger lines behind each figure of a statement, one after the other: no figure without its conversations. */
import { openSorter, refusalOf } from '../bucket.ts';
import { isRatedUnit, type RatedFact } from '../fact.ts';
import type { RatedMonth } from '../rated.ts';

export type Behind = {
  /** Lines of the statement that the ledger line is part of: one bucket may be spread over several tiers. */
  readonly lines: readonly string[];
  readonly drillDown: string;
  readonly conversation: string;
  readonly source: string;
  readonly quantity: number;
  readonly occurredAt: string;
  readonly day: string;
  readonly reverses: string | null;
  readonly lateFor: string | null;
};

/** Says of each line of the same month where it went; null for a line that no figure rests on. */
export const openDrillDown = (rated: RatedMonth): ((fact: RatedFact) => Behind | null) => {
  const { card, context } = rated;
  const sorter = openSorter(card, context);
  const lines = new Map<string, readonly string[]>();
  for (const { id, bucket } of rated.lines)
    if (bucket !== null) lines.set(bucket.key, [...(lines.get(bucket.key) ?? []), id]);
  return (fact) => {
    if (!isRatedUnit(fact.unit) || refusalOf(fact, context.month) !== null) return null;
    const { key } = sorter.of(fact, fact.unit);
    const own = lines.get(key);
    if (own === undefined) return null;
    return {
      lines: own,
      drillDown: key,
      conversation: fact.conversation,
      source: fact.source,
      quantity: fact.quantity,
      occurredAt: new Date(fact.occurredAt).toISOString(),
      day: fact.day,
      reverses: fact.reverses,
      lateFor: fact.lateFor,
    };
  };
};
