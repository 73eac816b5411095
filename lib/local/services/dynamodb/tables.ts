/** The tables that exist: kept in the database, read once at the start. */
import { AwsError } from '../../service.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { reindex } from './items.ts';
import { tableMissing } from './problems.ts';
import type { Table } from './table.ts';
import { tableShape } from './table.ts';

export type Tables = {
  readonly find: (name: string) => Table | undefined;
  /** The table, or ResourceNotFoundException. */
  get(name: string): Table;
  all(): readonly Table[];
  add(definition: Omit<Table, 'id'>): Table;
  /** Replaces the definition of a table and writes its index entries anew where they depend on what changed. */
  replace(table: Table): void;
  /** Removes a table with all that is in it. */
  remove(table: Table): void;
};

const indexingChanged = (old: Table, now: Table): boolean =>
  JSON.stringify([old.indexes, old.types, old.expiryAttribute]) !==
  JSON.stringify([now.indexes, now.types, now.expiryAttribute]);

const load = (database: Database): Map<string, Table> =>
  new Map(
    [...database.each('SELECT id, definition FROM tables ORDER BY id')].map((row) => {
      const definition = tableShape.parse(JSON.parse(textIn(row, 'definition')));
      return [definition.name, { ...definition, id: numberIn(row, 'id') }];
    }),
  );

export const openTables = (database: Database): Tables => {
  const known = load(database);
  const find = (name: string): Table | undefined => known.get(name);
  return {
    find,
    get: (name) => {
      const table = find(name);
      if (table === undefined) throw tableMissing();
      return table;
    },
    all: () => [...known.values()],
    add: (definition) => {
      if (known.has(definition.name)) {
        throw new AwsError('ResourceInUseException', `Table already exists: ${definition.name}`);
      }
      const row = database.get(
        'INSERT INTO tables (definition) VALUES (?) RETURNING id',
        JSON.stringify(definition),
      );
      if (row === undefined) throw new Error('SQLite returned no id');
      const table = { ...definition, id: numberIn(row, 'id') };
      known.set(table.name, table);
      return table;
    },
    replace: (table) => {
      const old = find(table.name);
      database.transaction(() => {
        database.run(
          'UPDATE tables SET definition = ? WHERE id = ?',
          JSON.stringify({ ...table, id: undefined }),
          table.id,
        );
        if (old === undefined || indexingChanged(old, table)) reindex(database, table);
      });
      known.set(table.name, table);
    },
    remove: (table) => {
      database.transaction(() => {
        for (const from of ['items', 'entries'])
          database.run(`DELETE FROM ${from} WHERE owner = ?`, table.id);
        database.run('DELETE FROM tables WHERE id = ?', table.id);
      });
      known.delete(table.name);
    },
  };
};
