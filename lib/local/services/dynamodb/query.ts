/** Query and Scan: a page of a table or index, filtered and projected. */
import { readCost, readFactor, entryOf, reported } from './capacity.ts';
import { meets } from './condition.ts';
import type { Engine } from './engine.ts';
import type { Bound } from './items.ts';
import { itemSpot, itemsInOrder, spotOf, tieOf } from './items.ts';
import { segmentStart } from './key-order.ts';
import { keyRange } from './key-range.ts';
import { project } from './paths.ts';
import { invalid } from './problems.ts';
import type { QueryRequest, ReadRequest, ScanRequest } from './requests.ts';
import { keyMisfit, keyScalar, nestedKeyProblem } from './schema.ts';
import { itemSize } from './size.ts';
import type { Index, KeyNames, Table } from './table.ts';
import { keyAttributes, projectedNames } from './table.ts';
import type { AttributeValue, Item } from './values.ts';
import { attribute } from './values.ts';

/** Where a page ends however few items pass the filter. */
const PAGE_BYTES = 1024 * 1024;

type Source = { readonly table: Table; readonly index: Index | undefined; readonly keys: KeyNames };

/** `Select` and a projection must not contradict each other. */
const requireSelect = ({ Select: select, IndexName, projection }: ReadRequest): void => {
  if (projection !== undefined && select !== undefined && select !== 'SPECIFIC_ATTRIBUTES') {
    const chosen = select === 'COUNT' ? 'only the Count' : select;
    throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${chosen}`);
  }
  if (projection === undefined && select === 'SPECIFIC_ATTRIBUTES') {
    throw invalid(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  }
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && IndexName === undefined) {
    throw invalid('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
  }
};

const sourceOf = (engine: Engine, request: ReadRequest): Source => {
  requireSelect(request);
  const table = engine.tables.get(request.TableName);
  if (request.IndexName === undefined) return { table, index: undefined, keys: table.keys };
  const index = table.indexes.find((each) => each.name === request.IndexName);
  if (index === undefined) {
    throw invalid(`The table does not have the specified index: ${request.IndexName}`);
  }
  if (request.ConsistentRead === true) {
    throw invalid('Consistent reads are not supported on global secondary indexes');
  }
  return { table, index, keys: index.keys };
};

/** A global index answers only what it projects. */
const requireProjected = ({ table, index }: Source, request: ReadRequest): void => {
  const names = index === undefined ? undefined : projectedNames(table, index);
  if (index === undefined || names === undefined) return;
  if (request.Select === 'ALL_ATTRIBUTES') {
    throw invalid(
      `One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    );
  }
  const missing = (request.projection?.paths ?? [])
    .map((path) => String(path[0]))
    .filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw invalid(
      `One or more parameter values were invalid: Global secondary index ${index.name} does not project [${missing.join(', ')}]`,
    );
  }
};

const requirePaths = ({ table }: Source, request: ReadRequest): void => {
  const problem =
    nestedKeyProblem(table, request.projection?.nestedPaths) ??
    nestedKeyProblem(table, request.filter?.nestedPaths);
  if (problem !== undefined) throw invalid(problem);
};

/** Attributes that say where a page ended: the keys of the table and of the index. */
const placeNames = ({ table, keys }: Source): string[] => [
  ...new Set([...keyAttributes(table.keys), ...keyAttributes(keys)]),
];

const pickNames = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(
    names.flatMap((name): [string, AttributeValue][] => {
      const value = attribute(item, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const BAD_START = 'The provided starting key is invalid';

/** Checks the key that a page starts after; it must be one that an earlier page could have ended with. */
const requireStart = (source: Source, start: Item): void => {
  const names = placeNames(source);
  if (Object.keys(start).length !== names.length) {
    throw invalid(
      source.index === undefined
        ? `${BAD_START}: The provided key element does not match the schema`
        : BAD_START,
    );
  }
  const misfit = keyMisfit(source.table, pickNames(start, keyAttributes(source.table.keys)));
  if (misfit !== undefined) throw invalid(`${BAD_START}: ${misfit.message}`);
  if (names.some((name) => keyScalar(source.table, start, name) === undefined)) throw invalid(BAD_START);
};

/** Everything behind the start key in the order of reading. */
const startBound = (source: Source, start: Item, backward: boolean): Bound => {
  const spot = spotOf(source.table, source.keys, start);
  if (spot === undefined) throw invalid(BAD_START);
  const sign = backward ? '<' : '>';
  if (source.index === undefined) {
    return { sql: `(e.hash, e.range) ${sign} (?, ?)`, values: [spot.hash, spot.range] };
  }
  const tie = tieOf(itemSpot(source.table, start));
  return { sql: `(e.hash, e.range, e.tie) ${sign} (?, ?, ?)`, values: [spot.hash, spot.range, tie] };
};

type Page = {
  readonly items: Item[];
  readonly evaluated: number;
  readonly bytes: number;
  readonly last: Item | undefined;
};

const readPage = (items: Iterable<Item>, source: Source, request: ReadRequest): Page => {
  const page: { items: Item[]; evaluated: number; bytes: number } = { items: [], evaluated: 0, bytes: 0 };
  for (const stored of items) {
    const item =
      source.index === undefined ? stored : (entryOf(source.table, source.index, stored) ?? stored);
    page.evaluated += 1;
    page.bytes += itemSize(item);
    if (request.filter === undefined || meets(item, request.filter.expression)) page.items.push(item);
    if (page.evaluated === request.Limit || page.bytes >= PAGE_BYTES) return { ...page, last: stored };
  }
  return { ...page, last: undefined };
};

const answer = (
  engine: Engine,
  source: Source,
  request: ReadRequest,
  bounds: readonly Bound[],
  backward: boolean,
) => {
  const start = request.ExclusiveStartKey;
  const all = start === undefined ? bounds : [...bounds, startBound(source, start, backward)];
  const page = readPage(
    itemsInOrder(engine.database, source.table, source.index, all, backward),
    source,
    request,
  );
  const factor = request.ConsistentRead === true ? readFactor.consistent : readFactor.eventual;
  const cost = readCost(source.table, page.bytes, factor, source.index);
  engine.meter.count('read', cost);
  const paths = request.projection?.paths;
  return {
    Items:
      request.Select === 'COUNT'
        ? undefined
        : page.items.map((item) => (paths === undefined ? item : project(item, paths))),
    Count: page.items.length,
    ScannedCount: page.evaluated,
    LastEvaluatedKey: page.last === undefined ? undefined : pickNames(page.last, placeNames(source)),
    ConsumedCapacity: reported(request.ReturnConsumedCapacity, cost),
  };
};

export const query = (engine: Engine, request: QueryRequest) => {
  const source = sourceOf(engine, request);
  const bounds = keyRange(source.table, source.keys, request.KeyConditions);
  if (request.ExclusiveStartKey !== undefined) requireStart(source, request.ExclusiveStartKey);
  const filtered = keyAttributes(source.keys).find((name) => request.filter?.pathHeads[name] === true);
  if (filtered !== undefined) {
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${filtered}`,
    );
  }
  requireProjected(source, request);
  requirePaths(source, request);
  return answer(engine, source, request, bounds, request.ScanIndexForward === false);
};

const segmentBounds = (request: ScanRequest): Bound[] => {
  const { Segment: segment, TotalSegments: total } = request;
  if (segment === undefined || total === undefined) return [];
  const [from, to] = [segmentStart(segment, total), segmentStart(segment + 1, total)];
  return [
    ...(from === undefined ? [] : [{ sql: 'e.hash >= ?', values: [from] }]),
    ...(to === undefined ? [] : [{ sql: 'e.hash < ?', values: [to] }]),
  ];
};

export const scan = (engine: Engine, request: ScanRequest) => {
  const source = sourceOf(engine, request);
  if (request.ExclusiveStartKey !== undefined) requireStart(source, request.ExclusiveStartKey);
  requireProjected(source, request);
  requirePaths(source, request);
  return answer(engine, source, request, segmentBounds(request), false);
};
