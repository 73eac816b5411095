/** What stands in the ledger against what should: every line that is missing, altered, doubled, moved or added, by name. */
import { canonicalLine, lineName, type BookedLine } from './usage.ts';

/** A row of the ledger with the place it stands at. */
export type StandingLine = {
  /** The keys of its row: partition, a line break, sort key. */
  readonly at: string;
  /** Null: it holds no line any more. */
  readonly line: BookedLine | null;
  /** Another row leads here, and nothing stands here. */
  readonly gone?: true;
};

export type LineFault = {
  /** `unfounded`: no message, reply or case is there that it could bill. */
  readonly kind: 'missing' | 'altered' | 'doubled' | 'moved' | 'added' | 'unfounded';
  /** `unit#source` */
  readonly line: string;
  /** Where: the row, or for a missing one the row that should be there. */
  readonly at: string;
  /** What differs, of an altered one. */
  readonly fields?: readonly string[];
};

const fieldNames = [
  'tenant',
  'region',
  'unit',
  'source',
  'quantity',
  'channel',
  'market',
  'language',
  'intent',
  'mode',
  'module',
  'conversation',
  'occurredAt',
  'acceptedAt',
  'bookedAt',
  'detail',
  'reverses',
] as const;

const differing = (one: BookedLine, other: BookedLine): readonly string[] => {
  const parsed = (line: BookedLine): readonly unknown[] => {
    const values: unknown = JSON.parse(canonicalLine(line));
    return Array.isArray(values) ? values : [];
  };
  const [left, right] = [parsed(one), parsed(other)];
  return fieldNames.filter((_, index) => JSON.stringify(left[index]) !== JSON.stringify(right[index]));
};

/** The name that a row has by its key: `unit#source`. */
export const nameAt = (at: string): string => at.split('\n')[1] ?? '';

/** What is wrong with a row that no file holds; null: it is not closed yet. */
const strange = (
  name: string,
  { at, line }: StandingLine,
  placeOf: (line: BookedLine) => string,
  isClosed: (line: BookedLine) => boolean,
): LineFault['kind'] | null => {
  if (line === null || lineName(line) !== name) return 'altered';
  if (isClosed(line)) return 'added';
  return placeOf(line) === at ? null : 'moved';
};

/**
 * Compares what a closed hour's file holds with the rows that stand.
 * `placeOf` says where a line belongs; `isClosed` whether a row that no file holds should be in one.
 */
export const reconcile = (
  expected: readonly BookedLine[],
  standing: readonly StandingLine[],
  placeOf: (line: BookedLine) => string,
  isClosed: (line: BookedLine) => boolean,
): readonly LineFault[] => {
  const rows = Map.groupBy(
    standing.filter(({ gone }) => gone !== true),
    ({ at }) => nameAt(at),
  );
  const faults: LineFault[] = [];
  const known = new Set<string>();
  for (const line of expected) {
    const name = lineName(line);
    known.add(name);
    const right = placeOf(line);
    const found = rows.get(name) ?? [];
    const own = found.find(({ at }) => at === right);
    const others = found.filter(({ at }) => at !== right);
    if (own === undefined && others.length === 0) faults.push({ kind: 'missing', line: name, at: right });
    if (own !== undefined) {
      const fields = own.line === null ? ['all'] : differing(line, own.line);
      if (fields.length > 0) faults.push({ kind: 'altered', line: name, at: right, fields });
    }
    for (const { at } of others)
      faults.push({ kind: own === undefined ? 'moved' : 'doubled', line: name, at });
  }
  for (const [name, found] of rows) {
    if (known.has(name)) continue;
    const [first, ...copies] = found;
    if (first === undefined) continue;
    const kind = strange(name, first, placeOf, isClosed);
    if (kind !== null) faults.push({ kind, line: name, at: first.at });
    for (const { at } of copies) faults.push({ kind: 'doubled', line: name, at });
  }
  for (const { at, gone } of standing) {
    const name = nameAt(at);
    if (gone === true && !known.has(name) && !rows.has(name))
      faults.push({ kind: 'missing', line: name, at });
  }
  return faults;
};
