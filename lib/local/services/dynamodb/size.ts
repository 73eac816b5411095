/** How many bytes DynamoDB counts for an item, and what a read or a write of that many bytes costs in units. */
import { numberSize } from './numbers.ts';
import type { AttributeValue, Item } from './values.ts';

/** Largest item, names and values together. */
export const MAXIMUM_ITEM_BYTES = 400 * 1024;

/** Deepest document, the attribute itself being the first level. */
const MAXIMUM_NESTING = 32;

const textBytes = (text: string): number => Buffer.byteLength(text, 'utf8');

const sum = <Value>(values: readonly Value[], size: (value: Value) => number): number =>
  values.reduce((total, value) => total + size(value), 0);

const binaryBytes = (text: string): number => Buffer.byteLength(text, 'base64');

/** Size of one value (docs: "DynamoDB item sizes and formats"): 3 bytes for a list or map, and 1 for each element. */
const valueSize = (value: AttributeValue): number => {
  if ('S' in value) return textBytes(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('B' in value) return binaryBytes(value.B);
  if ('SS' in value) return sum(value.SS, textBytes);
  if ('NS' in value) return sum(value.NS, numberSize);
  if ('BS' in value) return sum(value.BS, binaryBytes);
  if ('L' in value) return 3 + value.L.length + sum(value.L, valueSize);
  if ('M' in value) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
};

/** Size of an item: the UTF-8 bytes of its names plus its values. */
export const itemSize = (item: Item): number =>
  sum(Object.entries(item), ([name, value]) => textBytes(name) + valueSize(value));

const depth = (value: AttributeValue): number => {
  if ('L' in value) return 1 + Math.max(0, ...value.L.map(depth));
  if ('M' in value) return 1 + Math.max(0, ...Object.values(value.M).map(depth));
  return 1;
};

/** Whether a value nests deeper than DynamoDB stores. */
export const tooDeep = (value: AttributeValue): boolean => depth(value) > MAXIMUM_NESTING;

/** Read units for so many bytes, strongly consistent: 4 KB each, at least one. */
export const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096));

/** Write units for so many bytes: 1 KB each, at least one. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
