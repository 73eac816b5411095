/** PutItem, UpdateItem and DeleteItem. */
import { AwsError } from '../../service.ts';
import { reported, writeCost } from './capacity.ts';
import type { Engine } from './engine.ts';
import { change, nameOf } from './engine.ts';
import type { Path } from './expressions.ts';
import { itemSpot, readItem } from './items.ts';
import { project } from './paths.ts';
import { CONDITION_FAILED, CONFLICT, invalid } from './problems.ts';
import type {
  CapacityMode,
  DeleteItemRequest,
  PutItemRequest,
  ReturnValues,
  UpdateItemRequest,
} from './requests.ts';
import type { Item } from './values.ts';
import type { Write, Written } from './writes.ts';
import { decide, planDelete, planPut, planUpdate, putProblem } from './writes.ts';

/** A failed condition still costs a write of the item that is there. */
const conditionFailed = (engine: Engine, write: Write, before: Item | undefined): AwsError => {
  engine.meter.count('write', writeCost(write.table, before, before, 1));
  return new AwsError(
    'ConditionalCheckFailedException',
    CONDITION_FAILED,
    400,
    write.returnItemOnFailure && before !== undefined ? { Item: before } : {},
  );
};

/** Makes one write at once; throws what AWS answers when it may not be made. */
export const writeOne = (engine: Engine, write: Write): Written => {
  if (write.misfit !== undefined) throw invalid(write.misfit.message);
  const spot = itemSpot(write.table, write.key);
  if (engine.held.has(nameOf(write.table, spot)))
    throw new AwsError('TransactionConflictException', CONFLICT);
  const before = readItem(engine.database, write.table, spot);
  const verdict = decide(write, before);
  if (verdict.kind === 'condition-failed') throw conditionFailed(engine, write, before);
  if (verdict.kind === 'impossible') throw invalid(verdict.message);
  const { after } = verdict;
  engine.database.transaction(() => change(engine, write.table, before, after));
  engine.streams.notify();
  const cost = writeCost(write.table, before, after, 1);
  engine.meter.count('write', cost);
  return { before, after, cost };
};

const answer = (written: Written, mode: CapacityMode | undefined, attributes: Item | undefined) => ({
  Attributes: attributes,
  ConsumedCapacity: reported(mode, written.cost),
});

export const putItem = (engine: Engine, request: PutItemRequest) => {
  const problem = putProblem(request.Item);
  if (problem !== undefined) throw invalid(problem);
  const written = writeOne(engine, planPut(engine.tables.get(request.TableName), request));
  return answer(
    written,
    request.ReturnConsumedCapacity,
    request.ReturnValues === 'ALL_OLD' ? written.before : undefined,
  );
};

export const deleteItem = (engine: Engine, request: DeleteItemRequest) => {
  const written = writeOne(engine, planDelete(engine.tables.get(request.TableName), request));
  return answer(
    written,
    request.ReturnConsumedCapacity,
    request.ReturnValues === 'ALL_OLD' ? written.before : undefined,
  );
};

/** Of an item that has none of the updated paths AWS returns no attributes at all. */
const someOf = (item: Item | undefined, paths: readonly Path[]): Item | undefined => {
  const part = item === undefined ? {} : project(item, paths);
  return Object.keys(part).length === 0 ? undefined : part;
};

const updatedAttributes = (
  written: Written,
  wanted: ReturnValues | undefined,
  paths: readonly Path[],
): Item | undefined => {
  if (wanted === 'ALL_OLD') return written.before;
  if (wanted === 'ALL_NEW') return written.after;
  if (wanted === 'UPDATED_OLD') return someOf(written.before, paths);
  return wanted === 'UPDATED_NEW' ? someOf(written.after, paths) : undefined;
};

export const updateItem = (engine: Engine, request: UpdateItemRequest) => {
  const written = writeOne(engine, planUpdate(engine.tables.get(request.TableName), request));
  const attributes = updatedAttributes(written, request.ReturnValues, request.updates?.paths ?? []);
  return answer(written, request.ReturnConsumedCapacity, attributes);
};
