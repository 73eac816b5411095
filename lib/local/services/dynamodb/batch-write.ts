/** BatchWriteItem: puts and deletes without conditions, each on its own. */
import { AwsError } from '../../service.ts';
import type { Cost } from './capacity.ts';
import { reportedByTable } from './capacity.ts';
import type { Engine } from './engine.ts';
import { nameOf } from './engine.ts';
import { itemSpot } from './items.ts';
import { invalid } from './problems.ts';
import type { BatchWriteItemRequest, WriteRequest } from './requests.ts';
import { writeOne } from './single-writes.ts';
import type { Table } from './table.ts';
import type { Write } from './writes.ts';
import { planDelete, planPut, putProblem } from './writes.ts';

/** Most requests of one call, over all its tables. */
const BATCH_REQUESTS = 25;

type Planned = { readonly request: WriteRequest; readonly write: Write };

const plan = (table: Table, request: WriteRequest): Planned => {
  const TableName = table.name;
  if (request.PutRequest !== undefined) {
    const { Item } = request.PutRequest;
    const problem = putProblem(Item);
    if (problem !== undefined) throw invalid(problem);
    return { request, write: planPut(table, { TableName, Item }) };
  }
  return { request, write: planDelete(table, { TableName, Key: request.DeleteRequest?.Key ?? {} }) };
};

/** A batch words the misfit of a key alike for puts and deletes. */
const requireFit = ({ write }: Planned): void => {
  const message = write.misfit?.message;
  if (message === undefined) return;
  const aboutKey = /Missing the key|Type mismatch for key/u.test(message);
  throw invalid(aboutKey ? 'The provided key element does not match the schema' : message);
};

const requireDistinct = (planned: readonly Planned[]): void => {
  const names = planned.map(({ write }) => nameOf(write.table, itemSpot(write.table, write.key)));
  if (new Set(names).size < names.length) throw invalid('Provided list of item keys contains duplicates');
};

/** Cost of the write; undefined when a transaction holds the item, which leaves the request unprocessed. */
const attempt = (engine: Engine, write: Write): Cost | undefined => {
  try {
    return writeOne(engine, write).cost;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'TransactionConflictException') return undefined;
    throw error;
  }
};

export const batchWriteItem = (engine: Engine, request: BatchWriteItemRequest) => {
  const planned = Object.entries(request.RequestItems).flatMap(([name, requests]) => {
    const table = engine.tables.get(name);
    return requests.map((each) => plan(table, each));
  });
  if (planned.length > BATCH_REQUESTS) throw invalid('Too many items requested for the BatchWriteItem call');
  planned.forEach(requireFit);
  requireDistinct(planned);
  const unprocessed: Record<string, WriteRequest[]> = {};
  const costs: Cost[] = [];
  for (const { request: sent, write } of planned) {
    const cost = attempt(engine, write);
    if (cost === undefined) (unprocessed[write.table.name] ??= []).push(sent);
    else costs.push(cost);
  }
  return {
    UnprocessedItems: unprocessed,
    ConsumedCapacity: reportedByTable(request.ReturnConsumedCapacity, costs),
  };
};
