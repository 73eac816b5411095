/** What the operations share, and the one way in which they change an item. */
import type { Place } from '../../service.ts';
import type { Meter } from './capacity.ts';
import { capacityMeter } from './capacity.ts';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';
import type { Spot } from './items.ts';
import { changeItem, tieOf } from './items.ts';
import type { Streams } from './streams.ts';
import { openStreams } from './streams.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';
import { openTables } from './tables.ts';
import type { Item } from './values.ts';

export type Engine = {
  readonly place: Place;
  readonly database: Database;
  readonly tables: Tables;
  readonly streams: Streams;
  readonly meter: Meter;
  /** Items that a transaction under way holds, by `nameOf`. */
  readonly held: Set<string>;
};

/** Opens the tables that are kept in `folder`. */
export const openEngine = (place: Place, folder: string): Engine => {
  const database = openDatabase(folder);
  return {
    place,
    database,
    tables: openTables(database),
    streams: openStreams(database, place),
    meter: capacityMeter(),
    held: new Set(),
  };
};

/** A name for an item that no other item of any table has. */
export const nameOf = (table: Table, spot: Spot): string => `${table.id} ${tieOf(spot).toString('hex')}`;

/** Writes one change with its index entries and its stream record; call it inside a database transaction. */
export const change = (
  engine: Engine,
  table: Table,
  before: Item | undefined,
  after: Item | undefined,
  expired = false,
): void => {
  changeItem(engine.database, table, before, after);
  engine.streams.append(table, before, after, expired);
};
