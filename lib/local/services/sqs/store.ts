/** Messages and the memory of duplicates in one SQLite file, so that what was acknowledged outlives a killed process. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { messageAttributes } from './message.ts';
import type { Sent, StoredMessage } from './message.ts';
import { messageTable, statements } from './store-sql.ts';

export type NewMessage = Omit<StoredMessage, 'sequence'>;

/** How many messages are in which state. */
export type Depth = { readonly visible: number; readonly inFlight: number; readonly delayed: number };

export type MessageStore = ReturnType<typeof messageStore>;

const attributes = z.string().transform((text) => messageAttributes.parse(JSON.parse(text)));
const row = z.object({
  sequence: z.int(),
  messageId: z.string(),
  body: z.string(),
  attributes,
  systemAttributes: attributes,
  sender: z.string(),
  groupId: z.string().nullable(),
  deduplicationId: z.string().nullable(),
  sentAt: z.int(),
  visibleAt: z.int(),
  receipt: z.string().nullable(),
  receivedAt: z.int().nullable(),
  firstReceivedAt: z.int().nullable(),
  receiveCount: z.int(),
  deadLetterSource: z.string().nullable(),
});
const depthRow = z.object({ visible: z.int(), inFlight: z.int(), delayed: z.int() });
const sentRow = z.object({ messageId: z.string(), sequenceNumber: z.string() });
const appendedRow = z.object({ sequence: z.int() });
const timeRow = z.object({ time: z.int().nullable() });

/** Opens (and if need be makes) `queues.sqlite` in the folder. */
export const messageStore = (folder: string) => {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'queues.sqlite'));
  // With a write-ahead log, NORMAL loses nothing when the process is killed, only when the machine loses power.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(messageTable);
  // The pollers of this machine died with it, so nobody can hold what was in flight: AWS would keep it hidden until
  // its time-out, here it is visible at once. The receive that the machine's own death cut short does not count: on
  // AWS the queue would not have died, and no consumer has failed. Earlier receives count; delays stand.
  database.exec(
    'UPDATE messages SET visible_at = 0, receipt = NULL, receive_count = max(receive_count - 1, 0) WHERE receipt IS NOT NULL',
  );
  const sql = statements(database);
  const rows = (found: readonly unknown[]): readonly StoredMessage[] => found.map((one) => row.parse(one));

  /** Puts a message at the end of a queue; answers its sequence. */
  const append = (queue: string, message: NewMessage): number => {
    const { attributes: own, systemAttributes: system, ...columns } = message;
    const texts = { attributes: JSON.stringify(own), system: JSON.stringify(system) };
    return appendedRow.parse(sql.append.get({ ...columns, ...texts, queue })).sequence;
  };

  return {
    /** Runs a change as a whole or not at all; a change inside a change belongs to the outer one. */
    atomically: <Result>(change: () => Result): Result => {
      if (database.isTransaction) return change();
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = change();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    append,
    /** Puts a message at the end of another queue, with these changes. */
    move: (message: StoredMessage, queue: string, changes: Partial<NewMessage>): void => {
      const { sequence, ...rest } = message;
      sql.remove.run(sequence);
      append(queue, { ...rest, receipt: null, ...changes });
    },
    find: (queue: string, sequence: number): StoredMessage | undefined => {
      const found = sql.find.get(queue, sequence);
      return found === undefined ? undefined : row.parse(found);
    },
    /** The oldest messages that may be handed out now. */
    candidates: (queue: string, fifo: boolean, now: number, most: number): readonly StoredMessage[] =>
      rows(fifo ? sql.fifoCandidates.all({ queue, now, most }) : sql.candidates.all({ queue, now, most })),
    /** Every message that nobody holds, oldest first. */
    notInFlight: (queue: string, now: number): readonly StoredMessage[] =>
      rows(sql.notInFlight.all({ queue, now })),
    /** Marks a message as received under a handle, hidden until `visibleAt`. */
    take: (sequence: number, receipt: string, visibleAt: number, now: number): void => {
      sql.take.run({ sequence, receipt, visibleAt, now });
    },
    hideUntil: (sequence: number, visibleAt: number): void => {
      sql.hide.run(visibleAt, sequence);
    },
    remove: (sequence: number): void => {
      sql.remove.run(sequence);
    },
    purge: (queue: string): void => {
      sql.purge.run(queue);
    },
    /** Drops what was sent at or before `time`: its retention is over. */
    expire: (queue: string, time: number): void => {
      sql.expire.run(queue, time);
    },
    depth: (queue: string, now: number): Depth => depthRow.parse(sql.depth.get({ queue, now })),
    oldestSentAt: (queue: string): number | null => timeRow.parse(sql.oldest.get(queue)).time,
    /** When the next hidden message becomes visible. */
    nextVisibleAt: (queue: string, now: number): number | null =>
      timeRow.parse(sql.nextVisible.get(queue, now)).time,
    /** The message sent under this deduplication id, unless it is forgotten. */
    remembered: (queue: string, scope: string, id: string): Sent | undefined => {
      const found = sql.remembered.get(queue, scope, id);
      return found === undefined ? undefined : sentRow.parse(found);
    },
    remember: (queue: string, scope: string, id: string, sent: Sent, sentAt: number): void => {
      sql.remember.run(queue, scope, id, sent.messageId, sent.sequenceNumber, sentAt);
    },
    /** Drops what was remembered at or before `time`. */
    forget: (queue: string, time: number): void => {
      sql.forget.run(queue, time);
    },
    close: (): void => database.close(),
  };
};
