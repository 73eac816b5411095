/** Items and their index entries in the database: read one, replace one, read many in order. */
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { orderedBytes, partitionBytes } from './key-order.ts';
import { keyScalar } from './schema.ts';
import type { Index, KeyNames, Table } from './table.ts';
import type { Item } from './values.ts';
import { attribute } from './values.ts';

/** Where an item or an index entry stands. */
export type Spot = { readonly hash: Buffer; readonly range: Buffer };

/** The spot by those keys; undefined when the item lacks one of them (an index is sparse). */
export const spotOf = (table: Table, keys: KeyNames, item: Item): Spot | undefined => {
  const hash = keyScalar(table, item, keys.hash);
  if (hash === undefined) return undefined;
  if (keys.range === undefined) return { hash: partitionBytes(hash), range: Buffer.alloc(0) };
  const range = keyScalar(table, item, keys.range);
  return range === undefined ? undefined : { hash: partitionBytes(hash), range: orderedBytes(range) };
};

/** The spot of an item that is known to hold its key. */
export const itemSpot = (table: Table, item: Item): Spot => {
  const spot = spotOf(table, table.keys, item);
  if (spot === undefined) throw new Error(`an item of ${table.name} without its key`);
  return spot;
};

/** Tells entries of one index key apart: the item's own spot, its first part with its length before it. */
export const tieOf = ({ hash, range }: Spot): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(hash.length);
  return Buffer.concat([length, hash, range]);
};

const parsedItem = (json: string): Item => JSON.parse(json);

export const readItem = (database: Database, table: Table, { hash, range }: Spot): Item | undefined => {
  const row = database.get(
    'SELECT item FROM items WHERE owner = ? AND hash = ? AND range = ?',
    table.id,
    hash,
    range,
  );
  return row === undefined ? undefined : parsedItem(textIn(row, 'item'));
};

/** Second at which the item may expire; null when it carries no number there. */
export const expiryOf = (table: Table, item: Item): number | null => {
  const value = table.expiryAttribute === undefined ? undefined : attribute(item, table.expiryAttribute);
  return value !== undefined && 'N' in value ? Math.floor(Number(value.N)) : null;
};

const sameSpot = (left: Spot, right: Spot): boolean =>
  left.hash.equals(right.hash) && left.range.equals(right.range);

/** Moves the entry of an item in an index: out of the spot it had, into the one it has now. */
const changeEntry = (
  database: Database,
  table: Table,
  index: Index,
  before: Spot | undefined,
  after: Spot | undefined,
  own: { readonly tie: Buffer; readonly id: number },
): void => {
  if (before !== undefined && after !== undefined && sameSpot(before, after)) return;
  if (before !== undefined) {
    database.run(
      'DELETE FROM entries WHERE owner = ? AND name = ? AND hash = ? AND range = ? AND tie = ?',
      table.id,
      index.name,
      before.hash,
      before.range,
      own.tie,
    );
  }
  if (after === undefined) return;
  database.run(
    'INSERT INTO entries (owner, name, hash, range, tie, item) VALUES (?, ?, ?, ?, ?, ?)',
    table.id,
    index.name,
    after.hash,
    after.range,
    own.tie,
    own.id,
  );
};

const storeItem = (database: Database, table: Table, { hash, range }: Spot, item: Item): number => {
  const row = database.get(
    `INSERT INTO items (owner, hash, range, item, expires) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (owner, hash, range) DO UPDATE SET item = excluded.item, expires = excluded.expires RETURNING id`,
    table.id,
    hash,
    range,
    JSON.stringify(item),
    expiryOf(table, item),
  );
  if (row === undefined) throw new Error('SQLite returned no id');
  return numberIn(row, 'id');
};

const removeItem = (database: Database, table: Table, { hash, range }: Spot): number => {
  const row = database.get(
    'DELETE FROM items WHERE owner = ? AND hash = ? AND range = ? RETURNING id',
    table.id,
    hash,
    range,
  );
  if (row === undefined) throw new Error('an item to be removed was not there');
  return numberIn(row, 'id');
};

/** Replaces, adds (`before` undefined) or removes (`after` undefined) an item, index entries included. */
export const changeItem = (
  database: Database,
  table: Table,
  before: Item | undefined,
  after: Item | undefined,
): void => {
  const known = after ?? before;
  if (known === undefined) return;
  const spot = itemSpot(table, known);
  const id =
    after === undefined ? removeItem(database, table, spot) : storeItem(database, table, spot, after);
  const entryOf = (index: Index, item: Item | undefined): Spot | undefined =>
    item === undefined ? undefined : spotOf(table, index.keys, item);
  for (const index of table.indexes) {
    const own = { tie: tieOf(spot), id };
    changeEntry(database, table, index, entryOf(index, before), entryOf(index, after), own);
  }
};

/** Writes all index entries and expiry times of a table anew, after its definition changed. */
export const reindex = (database: Database, table: Table): void => {
  database.run('DELETE FROM entries WHERE owner = ?', table.id);
  const rows = [...database.each('SELECT id, item FROM items WHERE owner = ?', table.id)];
  for (const row of rows) {
    const item = parsedItem(textIn(row, 'item'));
    const own = { tie: tieOf(itemSpot(table, item)), id: numberIn(row, 'id') };
    database.run('UPDATE items SET expires = ? WHERE id = ?', expiryOf(table, item), own.id);
    for (const index of table.indexes) {
      changeEntry(database, table, index, undefined, spotOf(table, index.keys, item), own);
    }
  }
};

/** A bound on the columns of the key; `e` is the item, or the index entry. */
export type Bound = { readonly sql: string; readonly values: readonly Uint8Array[] };

/** Items in key order, of the table or of one of its indexes; the reader stops when it has enough. */
export function* itemsInOrder(
  database: Database,
  table: Table,
  index: Index | undefined,
  bounds: readonly Bound[],
  backward: boolean,
): Generator<Item> {
  const columns = index === undefined ? ['e.hash', 'e.range'] : ['e.hash', 'e.range', 'e.tie'];
  const source =
    index === undefined
      ? 'SELECT e.item AS json FROM items e WHERE e.owner = ?'
      : 'SELECT i.item AS json FROM entries e CROSS JOIN items i ON i.id = e.item WHERE e.owner = ? AND e.name = ?';
  const rows = database.each(
    [source, ...bounds.map((bound) => bound.sql)].join(' AND ') +
      ` ORDER BY ${columns.map((column) => `${column} ${backward ? 'DESC' : 'ASC'}`).join(', ')}`,
    table.id,
    ...(index === undefined ? [] : [index.name]),
    ...bounds.flatMap((bound) => bound.values),
  );
  for (const row of rows) yield parsedItem(textIn(row, 'json'));
}
