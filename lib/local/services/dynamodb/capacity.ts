/** Consumed capacity by AWS's rules: what a call reports, and what all calls since the start add up to. */
import type { CapacityMode } from './requests.ts';
import { itemSize, readUnits, writeUnits } from './size.ts';
import type { Index, Table } from './table.ts';
import { projectedNames } from './table.ts';
import type { Item } from './values.ts';
import { sameItem } from './values.ts';
import { spotOf } from './items.ts';

/** Units of one call on one table: its own arm and one for each index that it touched. */
export type Cost = {
  readonly table: string;
  readonly units: number;
  readonly indexes: Readonly<Record<string, number>>;
};

/** What an index keeps of an item; undefined when the item is not part of it. */
export const entryOf = (table: Table, index: Index, item: Item | undefined): Item | undefined => {
  if (item === undefined || spotOf(table, index.keys, item) === undefined) return undefined;
  const names = projectedNames(table, index);
  return names === undefined
    ? item
    : Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
};

const moved = (table: Table, index: Index, before: Item, after: Item): boolean => {
  const [old, now] = [spotOf(table, index.keys, before), spotOf(table, index.keys, after)];
  return old === undefined || now === undefined || !old.hash.equals(now.hash) || !old.range.equals(now.range);
};

const units = (item: Item | undefined): number => (item === undefined ? 0 : writeUnits(itemSize(item)));

/**
 * An index is charged for the change of what it keeps: nothing when that stays the same, the larger image when an
 * entry changes in place, both images when it moves (measured on AWS).
 */
const indexUnits = (
  table: Table,
  index: Index,
  before: Item | undefined,
  after: Item | undefined,
): number => {
  const [old, now] = [entryOf(table, index, before), entryOf(table, index, after)];
  if (old === undefined || now === undefined) return units(old) + units(now);
  if (moved(table, index, old, now)) return units(old) + units(now);
  return sameItem(old, now) ? 0 : Math.max(units(old), units(now));
};

/** Cost of a write: the larger image; the table's own arm doubles in a transaction, an index's does not. */
export const writeCost = (
  table: Table,
  before: Item | undefined,
  after: Item | undefined,
  factor: 1 | 2,
): Cost => {
  const charged = table.indexes.map(
    (index) => [index.name, indexUnits(table, index, before, after)] as const,
  );
  return {
    table: table.name,
    units: factor * Math.max(1, units(before), units(after)),
    indexes: Object.fromEntries(charged.filter(([, amount]) => amount > 0)),
  };
};

/** How a read multiplies its 4 KB units. */
export const readFactor = { eventual: 0.5, consistent: 1, transactional: 2 } as const;

export const readCost = (table: Table, bytes: number, factor: number, index?: Index): Cost => {
  const amount = factor * readUnits(bytes);
  if (index === undefined) return { table: table.name, units: amount, indexes: {} };
  return { table: table.name, units: 0, indexes: { [index.name]: amount } };
};

const added = (left: Cost, right: Cost): Cost => {
  const names = new Set([...Object.keys(left.indexes), ...Object.keys(right.indexes)]);
  return {
    table: left.table,
    units: left.units + right.units,
    indexes: Object.fromEntries(
      [...names].map((name) => [name, (left.indexes[name] ?? 0) + (right.indexes[name] ?? 0)]),
    ),
  };
};

/** One cost for each table, in the order in which the tables first appear. */
const byTable = (costs: readonly Cost[]): readonly Cost[] => {
  const sums = new Map<string, Cost>();
  for (const cost of costs) {
    const known = sums.get(cost.table);
    sums.set(cost.table, known === undefined ? cost : added(known, cost));
  }
  return [...sums.values()];
};

const totalOf = (cost: Cost): number =>
  Object.values(cost.indexes).reduce((sum, amount) => sum + amount, cost.units);

/** Only transactions say beside the units whether they were read or written. */
type Split = 'ReadCapacityUnits' | 'WriteCapacityUnits';

/** The `ConsumedCapacity` member of an answer; undefined when none was asked for. */
export const reported = (mode: CapacityMode | undefined, cost: Cost, split?: Split) => {
  if (mode !== 'TOTAL' && mode !== 'INDEXES') return undefined;
  const arm = (amount: number) => ({
    CapacityUnits: amount,
    ...(split === undefined ? {} : { [split]: amount }),
  });
  const total = { TableName: cost.table, ...arm(totalOf(cost)) };
  if (mode === 'TOTAL') return total;
  const indexes = Object.entries(cost.indexes).map(([name, amount]) => [name, arm(amount)] as const);
  return {
    ...total,
    Table: arm(cost.units),
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: Object.fromEntries(indexes) }),
  };
};

/** The same for operations on several tables: one report for each table. */
export const reportedByTable = (mode: CapacityMode | undefined, costs: readonly Cost[], split?: Split) =>
  mode === 'TOTAL' || mode === 'INDEXES'
    ? byTable(costs).map((cost) => reported(mode, cost, split))
    : undefined;

/** Units that one table consumed since the start, its indexes included. */
export type TableCapacity = { readonly table: string; readonly read: number; readonly write: number };

export type Meter = {
  count(kind: 'read' | 'write', cost: Cost): void;
  readonly totals: () => TableCapacity[];
};

export const capacityMeter = (): Meter => {
  const totals = new Map<string, TableCapacity>();
  return {
    count: (kind, cost) => {
      const known = totals.get(cost.table) ?? { table: cost.table, read: 0, write: 0 };
      totals.set(cost.table, { ...known, [kind]: known[kind] + totalOf(cost) });
    },
    totals: () => [...totals.values()],
  };
};
