/** The SQL of the message store. */
import type { DatabaseSync } from 'node:sqlite';

export const messageTable = `
  CREATE TABLE IF NOT EXISTS messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, system_attributes TEXT NOT NULL, sender TEXT NOT NULL, group_id TEXT,
    deduplication_id TEXT, sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, receipt TEXT, received_at INTEGER,
    first_received_at INTEGER, receive_count INTEGER NOT NULL, dead_letter_source TEXT
  );
  CREATE INDEX IF NOT EXISTS in_order ON messages (queue, sequence);
  CREATE INDEX IF NOT EXISTS by_group ON messages (queue, group_id, visible_at);
  CREATE INDEX IF NOT EXISTS by_visibility ON messages (queue, visible_at);
  CREATE INDEX IF NOT EXISTS by_age ON messages (queue, sent_at);
  CREATE TABLE IF NOT EXISTS sent (
    queue TEXT NOT NULL, scope TEXT NOT NULL, deduplication_id TEXT NOT NULL, message_id TEXT NOT NULL,
    sequence_number TEXT NOT NULL, sent_at INTEGER NOT NULL, PRIMARY KEY (queue, scope, deduplication_id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sent_by_age ON sent (queue, sent_at);
`;

const columns = `
  sequence, message_id AS messageId, body, attributes, system_attributes AS systemAttributes, sender,
  group_id AS groupId, deduplication_id AS deduplicationId, sent_at AS sentAt, visible_at AS visibleAt, receipt,
  received_at AS receivedAt, first_received_at AS firstReceivedAt, receive_count AS receiveCount,
  dead_letter_source AS deadLetterSource`;

const visible = `SELECT ${columns} FROM messages AS message INDEXED BY in_order WHERE queue = :queue AND visible_at <= :now`;

/** A group is locked while any of it is in flight, and a delayed message holds back those after it. */
const groupIsFree = `NOT EXISTS (
  SELECT 1 FROM messages AS other
  WHERE other.queue = message.queue AND other.group_id = message.group_id AND other.visible_at > :now
    AND (other.receipt IS NOT NULL OR other.sequence < message.sequence))`;

export const statements = (database: DatabaseSync) => ({
  append: database.prepare(`
    INSERT INTO messages (queue, message_id, body, attributes, system_attributes, sender, group_id, deduplication_id,
      sent_at, visible_at, receipt, received_at, first_received_at, receive_count, dead_letter_source)
    VALUES (:queue, :messageId, :body, :attributes, :system, :sender, :groupId, :deduplicationId,
      :sentAt, :visibleAt, :receipt, :receivedAt, :firstReceivedAt, :receiveCount, :deadLetterSource)
    RETURNING sequence`),
  find: database.prepare(`SELECT ${columns} FROM messages WHERE queue = ? AND sequence = ?`),
  candidates: database.prepare(`${visible} ORDER BY sequence LIMIT :most`),
  fifoCandidates: database.prepare(`${visible} AND ${groupIsFree} ORDER BY sequence LIMIT :most`),
  notInFlight: database.prepare(`
    SELECT ${columns} FROM messages WHERE queue = :queue AND (receipt IS NULL OR visible_at <= :now) ORDER BY sequence`),
  take: database.prepare(`
    UPDATE messages SET receipt = :receipt, visible_at = :visibleAt, receive_count = receive_count + 1,
      received_at = :now, first_received_at = coalesce(first_received_at, :now)
    WHERE sequence = :sequence`),
  hide: database.prepare('UPDATE messages SET visible_at = ? WHERE sequence = ?'),
  remove: database.prepare('DELETE FROM messages WHERE sequence = ?'),
  purge: database.prepare('DELETE FROM messages WHERE queue = ?'),
  expire: database.prepare('DELETE FROM messages WHERE queue = ? AND sent_at <= ?'),
  depth: database.prepare(`
    SELECT count(*) FILTER (WHERE visible_at <= :now) AS visible,
      count(*) FILTER (WHERE visible_at > :now AND receipt IS NOT NULL) AS inFlight,
      count(*) FILTER (WHERE visible_at > :now AND receipt IS NULL) AS delayed
    FROM messages WHERE queue = :queue`),
  oldest: database.prepare('SELECT min(sent_at) AS time FROM messages WHERE queue = ?'),
  nextVisible: database.prepare(
    'SELECT min(visible_at) AS time FROM messages WHERE queue = ? AND visible_at > ?',
  ),
  remembered: database.prepare(`
    SELECT message_id AS messageId, sequence_number AS sequenceNumber FROM sent
    WHERE queue = ? AND scope = ? AND deduplication_id = ?`),
  remember: database.prepare('INSERT OR REPLACE INTO sent VALUES (?, ?, ?, ?, ?, ?)'),
  forget: database.prepare('DELETE FROM sent WHERE queue = ? AND sent_at <= ?'),
});
