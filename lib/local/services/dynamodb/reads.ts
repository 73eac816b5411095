/** GetItem and BatchGetItem. */
import type { Cost } from './capacity.ts';
import { readCost, readFactor, reported, reportedByTable } from './capacity.ts';
import type { Engine } from './engine.ts';
import { itemSpot, readItem } from './items.ts';
import type { ParsedProjection } from './expressions.ts';
import { project } from './paths.ts';
import { invalid } from './problems.ts';
import type { BatchGetItemRequest, BatchGetTable, GetItemRequest } from './requests.ts';
import { keyMisfit, nestedKeyProblem } from './schema.ts';
import { itemSize } from './size.ts';
import type { Table } from './table.ts';
import type { Item } from './values.ts';

/** Most that one BatchGetItem answers; the rest comes back as unprocessed. */
const BATCH_BYTES = 16 * 1024 * 1024;

type Found = { readonly item: Item | undefined; readonly bytes: number };

/** Reads one item; `bytes` counts the stored item, whatever a projection leaves of it. */
const find = (engine: Engine, table: Table, key: Item, projection: ParsedProjection | undefined): Found => {
  const item = readItem(engine.database, table, itemSpot(table, key));
  if (item === undefined) return { item, bytes: 0 };
  return { item: projection === undefined ? item : project(item, projection.paths), bytes: itemSize(item) };
};

const requireFit = (table: Table, key: Item, projection: ParsedProjection | undefined): void => {
  const problem = keyMisfit(table, key)?.message ?? nestedKeyProblem(table, projection?.nestedPaths);
  if (problem !== undefined) throw invalid(problem);
};

const factorOf = (consistent: boolean | undefined): number =>
  consistent === true ? readFactor.consistent : readFactor.eventual;

export const getItem = (engine: Engine, request: GetItemRequest) => {
  const table = engine.tables.get(request.TableName);
  requireFit(table, request.Key, request.projection);
  const { item, bytes } = find(engine, table, request.Key, request.projection);
  const cost = readCost(table, bytes, factorOf(request.ConsistentRead));
  engine.meter.count('read', cost);
  return { Item: item, ConsumedCapacity: reported(request.ReturnConsumedCapacity, cost) };
};

type Batch = {
  readonly items: Item[];
  readonly unprocessed: Item[];
  readonly costs: Cost[];
};

/** Reads the keys of one table until `room` bytes are used up. */
const readKeys = (
  engine: Engine,
  table: Table,
  wanted: BatchGetTable,
  room: number,
): Batch & { used: number } => {
  const batch: Batch = { items: [], unprocessed: [], costs: [] };
  let used = 0;
  for (const key of wanted.Keys) {
    const { item, bytes } = find(engine, table, key, wanted.projection);
    if (used + bytes > room) {
      batch.unprocessed.push(key);
      continue;
    }
    used += bytes;
    batch.costs.push(readCost(table, bytes, factorOf(wanted.ConsistentRead)));
    if (item !== undefined) batch.items.push(item);
  }
  return { ...batch, used };
};

export const batchGetItem = (engine: Engine, request: BatchGetItemRequest) => {
  const wanted = Object.entries(request.RequestItems).map(
    ([name, each]) => [engine.tables.get(name), each] as const,
  );
  for (const [table, each] of wanted) for (const key of each.Keys) requireFit(table, key, each.projection);
  const responses: Record<string, Item[]> = {};
  const unprocessed: Record<string, object> = {};
  const costs: Cost[] = [];
  let room = BATCH_BYTES;
  for (const [table, each] of wanted) {
    const batch = readKeys(engine, table, each, room);
    room -= batch.used;
    responses[table.name] = batch.items;
    costs.push(...batch.costs);
    if (batch.unprocessed.length > 0) {
      const { ConsistentRead, ProjectionExpression, ExpressionAttributeNames } = each;
      const asked = { ConsistentRead, ProjectionExpression, ExpressionAttributeNames };
      unprocessed[table.name] = { Keys: batch.unprocessed, ...asked };
    }
  }
  for (const cost of costs) engine.meter.count('read', cost);
  return {
    Responses: responses,
    UnprocessedKeys: unprocessed,
    ConsumedCapacity: reportedByTable(request.ReturnConsumedCapacity, costs),
  };
};
