/** Why a transaction did not happen, and the items that one under way holds. */
import { AwsError } from '../../service.ts';
import type { Engine } from './engine.ts';
import { CONFLICT, invalid } from './problems.ts';
import type { Misfit } from './schema.ts';
import type { Item } from './values.ts';

/** Why one action kept a transaction from happening; `None` when it did not. */
export type Reason = {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'TransactionConflict' | 'ValidationError';
  readonly Message?: string;
  readonly Item?: Item;
};

export const none: Reason = { Code: 'None' };

/** Throws TransactionCanceledException with a reason for each action, unless all of them are `None`. */
export const cancelWhenAny = (reasons: readonly Reason[]): void => {
  if (reasons.every((reason) => reason.Code === 'None')) return;
  const codes = reasons.map((reason) => reason.Code).join(', ');
  throw new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons },
  );
};

/** A misfit as a reason; one that the request alone shows is thrown, because it fails the whole request. */
export const misfitReason = (misfit: Misfit | undefined): Reason => {
  if (misfit === undefined) return none;
  if (misfit.fault === 'request') throw invalid(misfit.message);
  return { Code: 'ValidationError', Message: misfit.message };
};

/** No transaction may name an item twice. */
export const requireDistinct = (names: readonly string[]): void => {
  if (new Set(names).size < names.length) {
    throw invalid('Transaction request cannot include multiple operations on one item');
  }
};

/** A conflict for each item that another transaction holds. */
export const heldReasons = (engine: Engine, names: readonly string[]): Reason[] =>
  names.map((name) => (engine.held.has(name) ? { Code: 'TransactionConflict', Message: CONFLICT } : none));

/**
 * Holds items (and a token) for one turn of the event loop before it goes on, so that calls that come at the same
 * time meet the conflict that they would meet on AWS.
 */
export const holding = async <Result>(
  engine: Engine,
  names: readonly string[],
  work: () => Result,
): Promise<Result> => {
  for (const name of names) engine.held.add(name);
  try {
    await new Promise((resolve) => setImmediate(resolve));
    return work();
  } finally {
    for (const name of names) engine.held.delete(name);
  }
};
