/** The DynamoDB document client and the few shapes that every store of ours shares. */
import {
  DynamoDBClient,
  TransactionCanceledException,
  type CancellationReason,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Row = Readonly<Record<string, unknown>>;

/** One client for each execution environment; two attempts, as retries belong to one layer (the queue). */
export const documentClient = (region: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ region, maxAttempts: 3 }), {
    marshallOptions: { removeUndefinedValues: true },
  });

/** Why each action of a cancelled transaction failed, in the order of the actions; null when the error is another one. */
export const cancellationReasons = (error: unknown): readonly CancellationReason[] | null =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : null;

/** True when two writers met: waiting a moment and asking again is right, deciding again is not. */
export const isConflict = (reasons: readonly CancellationReason[]): boolean =>
  reasons.some((reason) => reason.Code === 'TransactionConflict') &&
  reasons.every((reason) => reason.Code === 'None' || reason.Code === 'TransactionConflict');

/** Seconds since the epoch, as DynamoDB's time to live wants them. */
export const epochSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);
