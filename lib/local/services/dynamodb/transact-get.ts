/** TransactGetItems: several items as they are at one moment. */
import { readCost, readFactor, reportedByTable } from './capacity.ts';
import { cancelWhenAny, heldReasons, misfitReason, requireDistinct } from './cancellation.ts';
import type { Engine } from './engine.ts';
import { nameOf } from './engine.ts';
import { itemSpot, readItem } from './items.ts';
import { project } from './paths.ts';
import type { TransactGetItemsRequest } from './requests.ts';
import { keyMisfit } from './schema.ts';
import { itemSize } from './size.ts';

export const transactGetItems = (engine: Engine, request: TransactGetItemsRequest) => {
  const gets = request.TransactItems.map(({ Get }) => ({ ...Get, table: engine.tables.get(Get.TableName) }));
  cancelWhenAny(gets.map(({ table, Key }) => misfitReason(keyMisfit(table, Key))));
  const names = gets.map(({ table, Key }) => nameOf(table, itemSpot(table, Key)));
  requireDistinct(names);
  cancelWhenAny(heldReasons(engine, names));
  const found = gets.map(({ table, Key, projection }) => {
    const item = readItem(engine.database, table, itemSpot(table, Key));
    const cost = readCost(table, item === undefined ? 0 : itemSize(item), readFactor.transactional);
    engine.meter.count('read', cost);
    return {
      cost,
      Item: item === undefined || projection === undefined ? item : project(item, projection.paths),
    };
  });
  return {
    Responses: found.map(({ Item }) => ({ Item })),
    ConsumedCapacity: reportedByTable(
      request.ReturnConsumedCapacity,
      found.map(({ cost }) => cost),
      'ReadCapacityUnits',
    ),
  };
};
