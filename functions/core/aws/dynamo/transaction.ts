/** One transaction of domain changes: conflicts are waited out, ledger lines never block, anything else is stale. */
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock, Count } from '../../ports/tools.ts';
import type { Seal } from '../../ports/seal.ts';
import type { Action, Tables } from './conversation-changes.ts';
import { cancellationReasons, isConflict } from './table.ts';

export type StoreParts = {
  readonly dynamo: DynamoDBDocumentClient;
  readonly tables: Tables;
  readonly seal: Seal;
  readonly clock: Clock;
  /** Waits before a transaction that met another one is asked again; with chance, so that two do not meet twice. */
  readonly pause: (attempt: number) => Promise<void>;
  readonly count: Count;
};

const conflictTries = 6;

export type Transaction = { readonly actions: readonly Action[]; readonly usage: boolean };

/** Writes all or nothing. A ledger line that stands already is left out and the rest is written: billing never blocks. */
export const transact = async (parts: StoreParts, all: readonly Transaction[]): Promise<'done' | 'stale'> => {
  let wanted = all;
  for (let attempt = 1; ; attempt += 1) {
    const flat = wanted.flatMap((entry) => entry.actions.map((action) => ({ action, usage: entry.usage })));
    try {
      await parts.dynamo.send(new TransactWriteCommand({ TransactItems: flat.map((entry) => entry.action) }));
      return 'done';
    } catch (error) {
      const reasons = cancellationReasons(error);
      if (reasons === null) throw error;
      if (isConflict(reasons) && attempt < conflictTries) {
        await parts.pause(attempt);
        continue;
      }
      const failed = flat.filter((_, index) => reasons[index]?.Code === 'ConditionalCheckFailed');
      if (failed.length === 0) throw error;
      if (failed.some((entry) => !entry.usage)) return 'stale';
      const standing = new Set(failed.map((entry) => entry.action));
      wanted = wanted.filter((entry) => !entry.actions.some((action) => standing.has(action)));
      parts.count('LinesRepeated', failed.length);
    }
  }
};
