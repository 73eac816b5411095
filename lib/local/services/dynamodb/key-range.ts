/** From the key conditions of a query to the part of a table or index that it reads. */
import type { KeyCondition } from './expressions.ts';
import type { Bound } from './items.ts';
import { afterPrefix, orderedBytes, partitionBytes } from './key-order.ts';
import { invalid } from './problems.ts';
import type { KeyNames, Table } from './table.ts';
import { keyAttributes } from './table.ts';
import type { AttributeValue, Scalar } from './values.ts';
import { scalar } from './values.ts';

type KeyConditions = Readonly<Record<string, KeyCondition>>;

const keyValue = (table: Table, name: string, value: AttributeValue | undefined): Scalar => {
  const found = scalar(value);
  if (found === undefined || found.type !== table.types[name]) {
    throw invalid(
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    );
  }
  if (found.text === '') {
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${found.type === 'S' ? 'string' : 'binary'} value. Key: ${name}`,
    );
  }
  return found;
};

const comparators = { EQ: '=', LT: '<', LE: '<=', GT: '>', GE: '>=' } as const;

const rangeBounds = ({ ComparisonOperator: operator }: KeyCondition, values: readonly Scalar[]): Bound[] => {
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = values.map(orderedBytes);
  if (operator === 'BETWEEN') return [{ sql: 'e.range BETWEEN ? AND ?', values: [first, second] }];
  if (operator !== 'BEGINS_WITH') return [{ sql: `e.range ${comparators[operator]} ?`, values: [first] }];
  const end = afterPrefix(first);
  return [
    { sql: 'e.range >= ?', values: [first] },
    ...(end === undefined ? [] : [{ sql: 'e.range < ?', values: [end] }]),
  ];
};

/** Refuses conditions that are not: the partition key equal to a value, and at most one on the sort key. */
const requireKeyConditions = (keys: KeyNames, conditions: KeyConditions): void => {
  const names = keyAttributes(keys);
  const given = Object.keys(conditions);
  if (given.length > 1 && keys.range === undefined) throw invalid('Query key condition not supported');
  const missing = names.find((name) => !given.includes(name));
  if (missing !== undefined && (missing === keys.hash || given.length > 1)) {
    throw invalid(`Query condition missed key schema element: ${missing}`);
  }
  if (conditions[keys.hash]?.ComparisonOperator !== 'EQ') throw invalid('Query key condition not supported');
};

/** Bounds of the partition and of the sort key; throws what AWS answers when the conditions do not fit the keys. */
export const keyRange = (table: Table, keys: KeyNames, conditions: KeyConditions): Bound[] => {
  requireKeyConditions(keys, conditions);
  const valuesOf = (name: string): Scalar[] =>
    (conditions[name]?.AttributeValueList ?? []).map((value) => keyValue(table, name, value));
  const [hash] = valuesOf(keys.hash);
  if (hash === undefined) throw invalid('Query key condition not supported');
  const range = keys.range === undefined ? undefined : conditions[keys.range];
  return [
    { sql: 'e.hash = ?', values: [partitionBytes(hash)] },
    ...(range === undefined || keys.range === undefined ? [] : rangeBounds(range, valuesOf(keys.range))),
  ];
};
