/** ClientRequestToken: a transaction sent again within ten minutes is not made again. */
import { AwsError } from '../../service.ts';
import { textIn } from './database.ts';
import type { Engine } from './engine.ts';

const REMEMBERED = 10 * 60 * 1000;

/** What one action of the first call read or wrote: a repeated call is charged for reading it. */
export type RememberedRead = { readonly table: string; readonly bytes: number };

/**
 * The reads of the call that this one repeats; undefined when it is a new one.
 * The same token with another request is IdempotentParameterMismatchException.
 */
export const replayed = (
  engine: Engine,
  token: string | undefined,
  fingerprint: string,
): readonly RememberedRead[] | undefined => {
  if (token === undefined) return undefined;
  const row = engine.database.get(
    'SELECT request, reads FROM tokens WHERE token = ? AND at > ?',
    token,
    engine.place.clock() - REMEMBERED,
  );
  if (row === undefined) return undefined;
  if (textIn(row, 'request') !== fingerprint) {
    throw new AwsError(
      'IdempotentParameterMismatchException',
      'The provided client token is in use with different request parameters',
    );
  }
  const reads: RememberedRead[] = JSON.parse(textIn(row, 'reads'));
  return reads;
};

/** Remembers a token with the changes of its transaction, and forgets the old ones. */
export const rememberToken = (
  engine: Engine,
  token: string | undefined,
  fingerprint: string,
  reads: readonly RememberedRead[],
): void => {
  if (token === undefined) return;
  const now = engine.place.clock();
  engine.database.run('DELETE FROM tokens WHERE at <= ?', now - REMEMBERED);
  engine.database.run(
    'INSERT INTO tokens (token, at, request, reads) VALUES (?, ?, ?, ?)',
    token,
    now,
    fingerprint,
    JSON.stringify(reads),
  );
};
