/** Change records of tables with a stream: written with the change, read in process with a checkpoint for each consumer. */
import type { Place } from '../../service.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { itemSize } from './size.ts';
import type { Table } from './table.ts';
import { keyAttributes } from './table.ts';
import type { AttributeValue, Item } from './values.ts';
import { attribute, sameItem } from './values.ts';

/** A record as a Lambda function receives it in `event.Records`. */
export type StreamRecord = {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  /** Who removed an expired item; absent when a caller made the change. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
};

/** Where a consumer without a checkpoint begins, as on an event source mapping. */
export type StartingPosition = 'TRIM_HORIZON' | 'LATEST';

/** One consumer of one stream; its checkpoint survives a restart. */
export type StreamReader = {
  /** Up to `limit` records after the checkpoint, oldest first; the same ones again until `advance` is called. */
  read(limit: number): StreamRecord[];
  /** Moves the checkpoint behind the record with that sequence number. */
  advance(sequenceNumber: string): void;
};

export type Streams = {
  /** Writes the record of a change; call it inside the transaction that makes the change. */
  append(table: Table, before: Item | undefined, after: Item | undefined, expired: boolean): void;
  /** Tells listeners that records were committed. */
  notify(): void;
  readonly reader: (streamArn: string, consumer: string, from: StartingPosition) => StreamReader;
  /** Calls `listener` soon after records of that stream were committed; answers how to stop it. */
  readonly listen: (streamArn: string, listener: () => void) => () => void;
  /** Drops records older than a day, consumed or not, as AWS does. */
  trim(): void;
};

const DAY = 24 * 60 * 60 * 1000;

/** Sequence numbers are 21 digits long, so that they also sort as text. */
const sequenceNumber = (number: number): string => String(number).padStart(21, '0');

const keysOf = (table: Table, item: Item): Item =>
  Object.fromEntries(
    keyAttributes(table.keys).flatMap((name): [string, AttributeValue][] => {
      const value = attribute(item, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const eventName = (before: Item | undefined, after: Item | undefined): StreamRecord['eventName'] => {
  if (before === undefined) return 'INSERT';
  return after === undefined ? 'REMOVE' : 'MODIFY';
};

const images = (view: string, before: Item | undefined, after: Item | undefined) => ({
  ...(after !== undefined && (view === 'NEW_IMAGE' || view === 'NEW_AND_OLD_IMAGES')
    ? { NewImage: after }
    : {}),
  ...(before !== undefined && (view === 'OLD_IMAGE' || view === 'NEW_AND_OLD_IMAGES')
    ? { OldImage: before }
    : {}),
});

/** The record without its number, which the database gives when it is written. */
type Unnumbered = Omit<StreamRecord, 'eventID' | 'dynamodb'> & {
  readonly dynamodb: Omit<StreamRecord['dynamodb'], 'SequenceNumber'>;
};

const numbered = (number: number, json: string): StreamRecord => {
  const record: Unnumbered = JSON.parse(json);
  const sequence = sequenceNumber(number);
  return { ...record, eventID: sequence, dynamodb: { ...record.dynamodb, SequenceNumber: sequence } };
};

export const openStreams = (database: Database, place: Place): Streams => {
  const listeners = new Map<string, Set<() => void>>();
  const written = new Set<string>();

  const append: Streams['append'] = (table, before, after, expired) => {
    const { stream } = table;
    const known = after ?? before;
    if (stream === undefined || known === undefined) return;
    if (before !== undefined && after !== undefined && sameItem(before, after)) return;
    const kept = images(stream.view, before, after);
    const keys = keysOf(table, known);
    const record: Unnumbered = {
      eventName: eventName(before, after),
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: place.region,
      eventSourceARN: stream.arn,
      ...(expired ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } } : {}),
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(place.clock() / 1000),
        Keys: keys,
        ...kept,
        SizeBytes: [keys, ...Object.values(kept)].reduce((sum, item) => sum + itemSize(item), 0),
        StreamViewType: stream.view,
      },
    };
    database.run(
      'INSERT INTO records (stream, at, record) VALUES (?, ?, ?)',
      stream.arn,
      place.clock(),
      JSON.stringify(record),
    );
    written.add(stream.arn);
  };

  const notify = (): void => {
    const arns = [...written];
    written.clear();
    for (const listener of arns.flatMap((arn) => [...(listeners.get(arn) ?? [])])) setImmediate(listener);
  };

  const lastNumber = (streamArn: string): number => {
    const row = database.get(
      'SELECT coalesce(max(number), 0) AS last FROM records WHERE stream = ?',
      streamArn,
    );
    return row === undefined ? 0 : numberIn(row, 'last');
  };

  const checkpoint = (streamArn: string, consumer: string): number => {
    const row = database.get(
      'SELECT number FROM checkpoints WHERE stream = ? AND consumer = ?',
      streamArn,
      consumer,
    );
    return row === undefined ? 0 : numberIn(row, 'number');
  };

  const reader: Streams['reader'] = (streamArn, consumer, from) => {
    database.run(
      'INSERT OR IGNORE INTO checkpoints (stream, consumer, number) VALUES (?, ?, ?)',
      streamArn,
      consumer,
      from === 'LATEST' ? lastNumber(streamArn) : 0,
    );
    return {
      read: (limit) => {
        const rows = database.each(
          'SELECT number, record FROM records WHERE stream = ? AND number > ? AND at > ? ORDER BY number LIMIT ?',
          streamArn,
          checkpoint(streamArn, consumer),
          place.clock() - DAY,
          limit,
        );
        return [...rows].map((row) => numbered(numberIn(row, 'number'), textIn(row, 'record')));
      },
      advance: (sequence) =>
        database.run(
          'UPDATE checkpoints SET number = max(number, ?) WHERE stream = ? AND consumer = ?',
          Number(sequence),
          streamArn,
          consumer,
        ),
    };
  };

  const listen: Streams['listen'] = (streamArn, listener) => {
    const known = listeners.get(streamArn) ?? new Set();
    listeners.set(streamArn, known.add(listener));
    return () => known.delete(listener);
  };

  const trim = (): void => database.run('DELETE FROM records WHERE at <= ?', place.clock() - DAY);

  return { append, notify, reader, listen, trim };
};
