/** Whether keys, items and updates fit the schema of their table, in the words of AWS. */
import type { ParsedUpdate } from './expressions.ts';
import type { KeyNames, Table } from './table.ts';
import { keyAttributes } from './table.ts';
import type { AttributeValue, Item, Scalar } from './values.ts';
import { attribute, bytesOf, scalar, typeOf } from './values.ts';

/**
 * A misfit. `request` faults are found before a transaction opens and fail it as a whole; `schema` faults only fail
 * the action they stand in (measured on AWS).
 */
export type Misfit = { readonly fault: 'request' | 'schema'; readonly message: string };

const HASH_BYTES = 2048;
const RANGE_BYTES = 1024;

/** The value as a scalar of the type that the table defines for that attribute. */
export const keyScalar = (table: Table, item: Item, name: string): Scalar | undefined => {
  const value = scalar(attribute(item, name));
  return value !== undefined && value.type === table.types[name] ? value : undefined;
};

const emptyWord = (value: Scalar): string | undefined => {
  if (value.type === 'N' || value.text !== '') return undefined;
  return value.type === 'S' ? 'string' : 'binary';
};

const misfit = (fault: Misfit['fault'], message: string): Misfit => ({ fault, message });

const oversize = (value: Scalar, isHash: boolean): Misfit | undefined => {
  if (value.type === 'N') return undefined;
  const bytes = bytesOf({ type: value.type, text: value.text }).length;
  if (isHash && bytes > HASH_BYTES) {
    return misfit(
      'request',
      'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
    );
  }
  if (!isHash && bytes > RANGE_BYTES) {
    return misfit(
      'request',
      'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
  }
  return undefined;
};

/** First misfit of the attributes, in the order given. */
const firstOf = (names: readonly string[], check: (name: string, isHash: boolean) => Misfit | undefined) => {
  for (const [position, name] of names.entries()) {
    const found = check(name, position === 0);
    if (found !== undefined) return found;
  }
  return undefined;
};

const keyValueMisfit = (value: Scalar, name: string, isHash: boolean): Misfit | undefined => {
  const empty = emptyWord(value);
  if (empty === undefined) return oversize(value, isHash);
  return misfit(
    'request',
    `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${empty} value. Key: ${name}`,
  );
};

const SCHEMA_MISMATCH = 'The provided key element does not match the schema';

/** Checks a key: exactly the key attributes, of their types, not empty, not too long. */
export const keyMisfit = (table: Table, key: Item, keys: KeyNames = table.keys): Misfit | undefined => {
  const names = keyAttributes(keys);
  if (names.length !== Object.keys(key).length) return misfit('schema', SCHEMA_MISMATCH);
  return firstOf(names, (name, isHash) => {
    const value = keyScalar(table, key, name);
    return value === undefined ? misfit('schema', SCHEMA_MISMATCH) : keyValueMisfit(value, name, isHash);
  });
};

const itemKeyMisfit = (table: Table, item: Item, name: string, isHash: boolean): Misfit | undefined => {
  const found = attribute(item, name);
  if (found === undefined) {
    return misfit('schema', `One or more parameter values were invalid: Missing the key ${name} in the item`);
  }
  const value = keyScalar(table, item, name);
  if (value !== undefined) return keyValueMisfit(value, name, isHash);
  return misfit(
    'schema',
    `One or more parameter values were invalid: Type mismatch for key ${name} expected: ${table.types[name]} actual: ${typeOf(found)}`,
  );
};

const indexTypeMisfit = (table: Table, index: string, name: string, found: AttributeValue): Misfit =>
  misfit(
    'schema',
    `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${table.types[name]} Actual: ${typeOf(found)} IndexName: ${index}`,
  );

/** Words for an empty index key: a put names the index, an update does not. */
type EmptyIndexKey = (empty: string, index: string, name: string) => string;

const emptyInPut: EmptyIndexKey = (empty, index, name) =>
  `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${empty} value. IndexName: ${index}, IndexKey: ${name}`;

const emptyInUpdate: EmptyIndexKey = (empty) =>
  `One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty ${empty} value.`;

const indexMisfit = (table: Table, item: Item, emptyWords: EmptyIndexKey): Misfit | undefined => {
  for (const index of table.indexes) {
    const found = firstOf(keyAttributes(index.keys), (name, isHash) => {
      const value = attribute(item, name);
      if (value === undefined) return undefined;
      const key = keyScalar(table, item, name);
      if (key === undefined) return indexTypeMisfit(table, index.name, name, value);
      const empty = emptyWord(key);
      return empty === undefined
        ? oversize(key, isHash)
        : misfit('request', emptyWords(empty, index.name, name));
    });
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Checks an item to be put: its own key, then the keys of the indexes that it would enter. */
export const itemMisfit = (table: Table, item: Item): Misfit | undefined =>
  firstOf(keyAttributes(table.keys), (name, isHash) => itemKeyMisfit(table, item, name, isHash)) ??
  indexMisfit(table, item, emptyInPut);

/** Checks the item that an update made. */
export const updatedMisfit = (table: Table, item: Item): Misfit | undefined =>
  indexMisfit(table, item, emptyInUpdate);

/** Refuses paths below a key attribute: keys are scalars. */
export const nestedKeyProblem = (
  table: Table,
  nestedPaths: Readonly<Record<string, boolean>> = {},
): string | undefined => {
  const words = (label: string, name: string): string =>
    `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${label}: ${name}`;
  const key = keyAttributes(table.keys).find((name) => nestedPaths[name] === true);
  if (key !== undefined) return words('Key', key);
  const indexKeys = table.indexes.flatMap((index) => keyAttributes(index.keys));
  const indexKey = indexKeys.find((name) => nestedPaths[name] === true);
  return indexKey === undefined ? undefined : words('IndexKey', indexKey);
};

/** Checks what an update touches, before any item is read. */
export const updateMisfit = (table: Table, update: ParsedUpdate): Misfit | undefined => {
  const touched = new Set(update.sections.map((section) => section.path[0]));
  const key = keyAttributes(table.keys).find((name) => touched.has(name));
  if (key !== undefined) {
    return misfit(
      'schema',
      `One or more parameter values were invalid: Cannot update attribute ${key}. This attribute is part of the key`,
    );
  }
  const nested = nestedKeyProblem(table, update.nestedPaths);
  return nested === undefined ? undefined : misfit('schema', nested);
};
