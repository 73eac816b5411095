/** TransactWriteItems: all or nothing, and once for a token. */
import { AwsError } from '../../service.ts';
import type { Cost } from './capacity.ts';
import { readCost, readFactor, reportedByTable, writeCost } from './capacity.ts';
import type { Reason } from './cancellation.ts';
import { cancelWhenAny, heldReasons, holding, misfitReason, none, requireDistinct } from './cancellation.ts';
import type { Engine } from './engine.ts';
import { change, nameOf } from './engine.ts';
import { itemSpot, readItem } from './items.ts';
import { CONDITION_FAILED, invalid } from './problems.ts';
import { rememberToken, replayed } from './request-tokens.ts';
import type { TransactWriteItem, TransactWriteItemsRequest } from './requests.ts';
import { itemSize } from './size.ts';
import type { Item } from './values.ts';
import type { Write } from './writes.ts';
import { decide, planCheck, planDelete, planPut, planUpdate } from './writes.ts';

/** Most bytes that the items of one transaction may have together. */
const TRANSACTION_BYTES = 4 * 1024 * 1024;

const plan = (engine: Engine, action: TransactWriteItem): Write => {
  const { Put, Update, Delete, ConditionCheck } = action;
  if (Put !== undefined) return planPut(engine.tables.get(Put.TableName), Put);
  if (Update !== undefined) return planUpdate(engine.tables.get(Update.TableName), Update);
  if (Delete !== undefined) return planDelete(engine.tables.get(Delete.TableName), Delete);
  if (ConditionCheck !== undefined)
    return planCheck(engine.tables.get(ConditionCheck.TableName), ConditionCheck);
  throw new Error('an action without an operation passed validation');
};

const spotName = (write: Write): string => nameOf(write.table, itemSpot(write.table, write.key));

type Decided = {
  readonly write: Write;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly reason: Reason;
};

const decided = (engine: Engine, write: Write): Decided => {
  const before = readItem(engine.database, write.table, itemSpot(write.table, write.key));
  const verdict = decide(write, before);
  if (verdict.kind === 'made') return { write, before, after: verdict.after, reason: none };
  const reason: Reason =
    verdict.kind === 'impossible'
      ? { Code: 'ValidationError', Message: verdict.message }
      : {
          Code: 'ConditionalCheckFailed',
          Message: CONDITION_FAILED,
          ...(write.returnItemOnFailure && before !== undefined ? { Item: before } : {}),
        };
  return { write, before, after: before, reason };
};

const requireRoom = (all: readonly Decided[]): void => {
  const bytes = all.reduce((sum, { after, write }) => sum + itemSize(after ?? write.key), 0);
  if (bytes > TRANSACTION_BYTES)
    throw invalid('Transaction request exceeds the maximum allowed size of 4 MB');
};

/** Size that a repeated call is charged for reading: the larger image. */
const replayBytes = ({ before, after }: Decided): number =>
  Math.max(...[before, after].map((item) => (item === undefined ? 0 : itemSize(item))));

/** Decides and writes all actions; the items are held meanwhile. */
const apply = (
  engine: Engine,
  request: TransactWriteItemsRequest,
  writes: readonly Write[],
  fingerprint: string,
) => {
  const all = engine.database.transaction(() => {
    const each = writes.map((write) => decided(engine, write));
    const costs = each.map(({ write, before, after }) => writeCost(write.table, before, after, 2));
    for (const cost of costs) engine.meter.count('write', cost);
    cancelWhenAny(each.map(({ reason }) => reason));
    requireRoom(each);
    for (const { write, before, after } of each) {
      if (!write.checkOnly) change(engine, write.table, before, after);
    }
    const reads = each.map((one) => ({ table: one.write.table.name, bytes: replayBytes(one) }));
    rememberToken(engine, request.ClientRequestToken, fingerprint, reads);
    return costs;
  });
  engine.streams.notify();
  return { ConsumedCapacity: reportedByTable(request.ReturnConsumedCapacity, all, 'WriteCapacityUnits') };
};

/** `fingerprint` stands for everything in the call that a repetition must not change. */
export const transactWriteItems = async (
  engine: Engine,
  request: TransactWriteItemsRequest,
  fingerprint: string,
) => {
  const repeated = replayed(engine, request.ClientRequestToken, fingerprint);
  if (repeated !== undefined) {
    const costs = repeated.map(({ table, bytes }): Cost => ({
      ...readCost(engine.tables.get(table), bytes, readFactor.transactional),
    }));
    for (const cost of costs) engine.meter.count('read', cost);
    return { ConsumedCapacity: reportedByTable(request.ReturnConsumedCapacity, costs, 'ReadCapacityUnits') };
  }
  const writes = request.TransactItems.map((action) => plan(engine, action));
  cancelWhenAny(writes.map(({ misfit }) => misfitReason(misfit)));
  const names = writes.map(spotName);
  requireDistinct(names);
  const tokens = request.ClientRequestToken === undefined ? [] : [`token ${request.ClientRequestToken}`];
  if (tokens.some((token) => engine.held.has(token))) {
    throw new AwsError(
      'TransactionInProgressException',
      'The transaction with the given request token is already in progress.',
    );
  }
  cancelWhenAny(heldReasons(engine, names));
  return holding(engine, [...names, ...tokens], () => apply(engine, request, writes, fingerprint));
};
