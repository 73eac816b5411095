/** Executions, their histories and the answers to their tokens in one SQLite file, so that a kill loses nothing acknowledged. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { executionRecord, json, progress } from './execution.ts';
import type { ExecutionRecord, Progress, Status } from './execution.ts';
import { historyEvent } from './history.ts';
import type { HistoryEvent } from './history.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS executions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, status TEXT NOT NULL,
    stopped_at INTEGER, record TEXT NOT NULL, progress TEXT
  );
  CREATE INDEX IF NOT EXISTS by_machine ON executions (machine, sequence);
  CREATE INDEX IF NOT EXISTS by_end ON executions (stopped_at);
  CREATE TABLE IF NOT EXISTS events (
    execution TEXT NOT NULL, id INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, beat_at INTEGER, outcome TEXT) WITHOUT ROWID;
`;

/** How a task ended, whoever said so. */
export const taskOutcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), output: json }),
  z.object({ ok: z.literal(false), error: z.string().optional(), cause: z.string().optional() }),
]);
export type TaskOutcome = Readonly<z.infer<typeof taskOutcome>>;

const parsed = <Value>(shape: z.ZodType<Value>) =>
  z.string().transform((text): Value => shape.parse(JSON.parse(text)));
const recordRow = z.object({ record: parsed(executionRecord) });
const pageRow = z.object({ sequence: z.int(), record: parsed(executionRecord) });
const runningRow = z.object({ record: parsed(executionRecord), progress: parsed(progress) });
const eventRow = z.object({ event: parsed(historyEvent) });
const tokenRow = z.object({ beatAt: z.number().nullable(), outcome: parsed(taskOutcome).nullable() });

export type Change = {
  readonly record: ExecutionRecord;
  readonly progress: Progress;
  readonly events: readonly HistoryEvent[];
  /** Tokens that lead nowhere any more. */
  readonly spent: readonly string[];
};

export type ExecutionStore = ReturnType<typeof executionStore>;

/** AWS forgets a closed execution after 90 days; its name is free then. */
const retentionMs = 90 * 86_400_000;

/** Opens (and if need be makes) `executions.sqlite` in the folder. */
export const executionStore = (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'executions.sqlite'));
  // With a write-ahead log, NORMAL loses nothing when the process is killed, only when the machine loses power.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(tables);
  const sql = statements(database);

  const saveEvents = (execution: string, events: readonly HistoryEvent[]) => {
    for (const event of events) sql.addEvent.run(execution, event.id, JSON.stringify(event));
  };

  return {
    add: ({ record, progress: now, events }: Change): void =>
      atomically(database, () => {
        sql.add.run(
          record.arn,
          record.machineArn,
          record.status,
          JSON.stringify(record),
          JSON.stringify(now),
        );
        saveEvents(record.arn, events);
      }),
    save: ({ record, progress: now, events, spent }: Change): void =>
      atomically(database, () => {
        const closed = record.status !== 'RUNNING';
        sql.save.run({
          arn: record.arn,
          status: record.status,
          stoppedAt: record.stoppedAt ?? null,
          record: JSON.stringify(record),
          progress: closed ? null : JSON.stringify(now),
        });
        saveEvents(record.arn, events);
        for (const token of spent) sql.spend.run(token);
      }),
    find: (arn: string): ExecutionRecord | undefined => {
      const found = sql.find.get(arn);
      return found === undefined ? undefined : recordRow.parse(found).record;
    },
    running: (): readonly Pick<Change, 'record' | 'progress'>[] =>
      sql.running.all().map((row) => runningRow.parse(row)),
    /** Newest first, those before a sequence, `most` at most. */
    page: (machine: string, status: Status | undefined, before: number, most: number) =>
      sql.page.all({ machine, status: status ?? null, before, most }).map((row) => pageRow.parse(row)),
    /** In this order, beginning after so many. */
    events: (execution: string, reverse: boolean, skip: number, most: number): readonly HistoryEvent[] =>
      (reverse ? sql.eventsReverse : sql.events)
        .all(execution, most, skip)
        .map((row) => eventRow.parse(row).event),
    tokenState: (token: string) => {
      const found = sql.token.get(token);
      return found === undefined ? undefined : tokenRow.parse(found);
    },
    beat: (token: string, at: number): void => void sql.beat.run(token, at),
    answer: (token: string, outcome: TaskOutcome): void =>
      void sql.answer.run(token, JSON.stringify(outcome)),
    /** Drops what was closed too long ago. */
    forget: (now: number): void =>
      atomically(database, () => {
        sql.forgetEvents.run(now - retentionMs);
        sql.forget.run(now - retentionMs);
      }),
    close: (): void => database.close(),
  };
};

const atomically = (database: DatabaseSync, change: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    change();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};

const statements = (database: DatabaseSync) => ({
  add: database.prepare(
    'INSERT INTO executions (arn, machine, status, record, progress) VALUES (?, ?, ?, ?, ?)',
  ),
  save: database.prepare(`
    UPDATE executions SET status = :status, stopped_at = :stoppedAt, record = :record, progress = :progress
    WHERE arn = :arn`),
  find: database.prepare('SELECT record FROM executions WHERE arn = ?'),
  running: database.prepare(
    'SELECT record, progress FROM executions WHERE progress IS NOT NULL ORDER BY sequence',
  ),
  page: database.prepare(`
    SELECT sequence, record FROM executions
    WHERE machine = :machine AND (:status IS NULL OR status = :status) AND sequence < :before
    ORDER BY sequence DESC LIMIT :most`),
  addEvent: database.prepare('INSERT INTO events VALUES (?, ?, ?)'),
  events: database.prepare('SELECT event FROM events WHERE execution = ? ORDER BY id LIMIT ? OFFSET ?'),
  eventsReverse: database.prepare(
    'SELECT event FROM events WHERE execution = ? ORDER BY id DESC LIMIT ? OFFSET ?',
  ),
  token: database.prepare('SELECT beat_at AS beatAt, outcome FROM tokens WHERE token = ?'),
  beat: database.prepare(`
    INSERT INTO tokens (token, beat_at) VALUES (?, ?) ON CONFLICT (token) DO UPDATE SET beat_at = excluded.beat_at`),
  answer: database.prepare(`
    INSERT INTO tokens (token, outcome) VALUES (?, ?) ON CONFLICT (token) DO UPDATE SET outcome = excluded.outcome`),
  spend: database.prepare('DELETE FROM tokens WHERE token = ?'),
  forgetEvents: database.prepare(
    'DELETE FROM events WHERE execution IN (SELECT arn FROM executions WHERE stopped_at <= ?)',
  ),
  forget: database.prepare('DELETE FROM executions WHERE stopped_at <= ?'),
});
