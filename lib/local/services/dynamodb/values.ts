/** What DynamoDB stores: attribute values as the wire protocol writes them, their types, equality and order. */
import { compareNumbers } from './numbers.ts';

/** One attribute value; binary is base64, numbers are decimal text without redundant zeros. */
export type AttributeValue =
  | { S: string }
  | { N: string }
  | { B: string }
  | { BOOL: boolean }
  | { NULL: boolean }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: string[] }
  | { L: AttributeValue[] }
  | { M: Item };

export type Item = Record<string, AttributeValue>;

export type AttributeType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M';

/** Types that a key may have, and that `<` can compare. */
export type ScalarType = 'S' | 'N' | 'B';

export type Scalar = { readonly type: ScalarType; readonly text: string };

const types = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M'] as const satisfies AttributeType[];

/** The attribute of that name, or undefined; names like `constructor` are safe. */
export const attribute = (item: Item, name: string): AttributeValue | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined;

export const typeOf = (value: AttributeValue): AttributeType => {
  const type = types.find((candidate) => candidate in value);
  if (type === undefined) throw new Error('an attribute value without a type');
  return type;
};

/** A string, number or binary with its type; undefined for every other type. */
export const scalar = (value: AttributeValue | undefined): Scalar | undefined => {
  if (value === undefined) return undefined;
  if ('S' in value) return { type: 'S', text: value.S };
  if ('N' in value) return { type: 'N', text: value.N };
  if ('B' in value) return { type: 'B', text: value.B };
  return undefined;
};

/** Members of a set as scalars; undefined when the value is no set. */
export const setMembers = (value: AttributeValue): Scalar[] | undefined => {
  if ('SS' in value) return value.SS.map((text) => ({ type: 'S', text }));
  if ('NS' in value) return value.NS.map((text) => ({ type: 'N', text }));
  if ('BS' in value) return value.BS.map((text) => ({ type: 'B', text }));
  return undefined;
};

/** Bytes of a string (UTF-8) or of a binary. */
export const bytesOf = (value: { readonly type: 'S' | 'B'; readonly text: string }): Buffer =>
  Buffer.from(value.text, value.type === 'S' ? 'utf8' : 'base64');

/** Order of two scalars of one type: numbers by value, strings and binaries by unsigned bytes; undefined across types. */
export const compareScalars = (left: Scalar, right: Scalar): number | undefined => {
  if (left.type === 'N') return right.type === 'N' ? compareNumbers(left.text, right.text) : undefined;
  if (right.type === 'N' || left.type !== right.type) return undefined;
  return Buffer.compare(
    bytesOf({ type: left.type, text: left.text }),
    bytesOf({ type: right.type, text: right.text }),
  );
};

const sameMembers = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && new Set([...left, ...right]).size === left.length;

/** Deep equality; sets without order. Numbers are stored in one form, so their texts decide. */
export const equal = (left: AttributeValue, right: AttributeValue): boolean => {
  if ('S' in left) return 'S' in right && left.S === right.S;
  if ('N' in left) return 'N' in right && left.N === right.N;
  if ('B' in left) return 'B' in right && left.B === right.B;
  if ('BOOL' in left) return 'BOOL' in right && left.BOOL === right.BOOL;
  if ('NULL' in left) return 'NULL' in right;
  if ('SS' in left) return 'SS' in right && sameMembers(left.SS, right.SS);
  if ('NS' in left) return 'NS' in right && sameMembers(left.NS, right.NS);
  if ('BS' in left) return 'BS' in right && sameMembers(left.BS, right.BS);
  if ('L' in left) return 'L' in right && sameList(left.L, right.L);
  return 'M' in right && sameItem(left.M, right.M);
};

const sameList = (left: readonly AttributeValue[], right: readonly AttributeValue[]): boolean =>
  left.length === right.length &&
  left.every((value, index) => {
    const other = right[index];
    return other !== undefined && equal(value, other);
  });

/** Whether two items, or two maps, hold the same attributes. */
export const sameItem = (left: Item, right: Item): boolean => {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => {
      const mine = attribute(left, name);
      const other = attribute(right, name);
      return mine !== undefined && other !== undefined && equal(mine, other);
    })
  );
};
