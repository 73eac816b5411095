/** The SQLite file that holds everything: schema, prepared statements, one transaction at a time. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

export type Row = Readonly<Record<string, SQLOutputValue>>;

export type Database = {
  run(sql: string, ...values: SQLInputValue[]): void;
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  /** Rows one by one, so that a reader may stop early. */
  each(sql: string, ...values: SQLInputValue[]): Iterable<Row>;
  /** All of `work` or nothing of it, also when the process is killed; rolls back when `work` throws. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
};

/** `entries` are the index entries; they point at the item and hold no copy of it. */
const schema = `
  CREATE TABLE IF NOT EXISTS tables (id INTEGER PRIMARY KEY AUTOINCREMENT, definition TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS items (
    id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL,
    item TEXT NOT NULL, expires INTEGER, UNIQUE (owner, hash, range));
  CREATE INDEX IF NOT EXISTS expiring ON items (owner, expires) WHERE expires IS NOT NULL;
  CREATE TABLE IF NOT EXISTS entries (
    owner INTEGER NOT NULL, name TEXT NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, tie BLOB NOT NULL,
    item INTEGER NOT NULL, PRIMARY KEY (owner, name, hash, range, tie)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, at INTEGER NOT NULL, request TEXT NOT NULL, reads TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS records (
    number INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, at INTEGER NOT NULL, record TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS streams ON records (stream, number);
  CREATE TABLE IF NOT EXISTS checkpoints (
    stream TEXT NOT NULL, consumer TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (stream, consumer)) WITHOUT ROWID;
`;

/**
 * Write-ahead log without a flush for each commit: a killed process loses nothing that was committed, only a power
 * cut could. The log may grow to 16 MB before it is flushed into the file.
 */
const settings = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;';

/** Opens the file, made if it is not there. */
export const openDatabase = (folder: string): Database => {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'dynamodb.sqlite'), { timeout: 5000 });
  database.exec(`${settings} ${schema}`);
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  return {
    run: (sql, ...values) => void prepared(sql).run(...values),
    get: (sql, ...values) => prepared(sql).get(...values),
    each: (sql, ...values) => prepared(sql).iterate(...values),
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
};

export const textIn = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} holds no text`);
  return value;
};

export const numberIn = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`column ${column} holds no number`);
  return value;
};
