/** Whether an item meets a condition or filter expression. */
import type { Comparator, Condition, Operand } from './expressions.ts';
import { valueAt } from './paths.ts';
import type { AttributeValue, Item } from './values.ts';
import { bytesOf, compareScalars, equal, scalar, setMembers, typeOf } from './values.ts';

/** Length that `size` answers; undefined for numbers, booleans and nulls, which have none. */
const sizeOf = (value: AttributeValue): number | undefined => {
  if ('S' in value) return value.S.length;
  if ('B' in value) return Buffer.byteLength(value.B, 'base64');
  if ('L' in value) return value.L.length;
  if ('M' in value) return Object.keys(value.M).length;
  return setMembers(value)?.length;
};

const resolve = (operand: Operand, item: Item): AttributeValue | undefined => {
  if (Array.isArray(operand)) return valueAt(item, operand);
  if (!('type' in operand)) return operand;
  const [inner] = operand.args;
  const value = inner === undefined ? undefined : resolve(inner, item);
  const size = value === undefined ? undefined : sizeOf(value);
  return size === undefined ? undefined : { N: String(size) };
};

type Maybe = AttributeValue | undefined;

const same = (left: Maybe, right: Maybe): boolean =>
  left !== undefined && right !== undefined && equal(left, right);

/** Order of two values; undefined when they have none (missing, of different or of unordered types). */
const order = (left: Maybe, right: Maybe): number | undefined => {
  const [a, b] = [scalar(left), scalar(right)];
  return a === undefined || b === undefined ? undefined : compareScalars(a, b);
};

const compares = (comparator: Comparator, left: Maybe, right: Maybe): boolean => {
  if (comparator === '=') return same(left, right);
  if (comparator === '<>') return !same(left, right);
  const sign = order(left, right);
  if (sign === undefined) return false;
  if (comparator === '<') return sign < 0;
  if (comparator === '<=') return sign <= 0;
  return comparator === '>' ? sign > 0 : sign >= 0;
};

const between = (value: Maybe, low: Maybe, high: Maybe): boolean =>
  compares('>=', value, low) && compares('<=', value, high);

const beginsWith = (value: Maybe, prefix: Maybe): boolean => {
  const [whole, start] = [scalar(value), scalar(prefix)];
  if (whole === undefined || start === undefined || whole.type === 'N' || start.type !== whole.type)
    return false;
  const bytes = bytesOf({ type: start.type, text: start.text });
  return bytesOf({ type: whole.type, text: whole.text }).subarray(0, bytes.length).equals(bytes);
};

const contains = (value: AttributeValue, wanted: AttributeValue): boolean => {
  if ('L' in value) return value.L.some((element) => equal(element, wanted));
  if ('S' in value) return 'S' in wanted && value.S.includes(wanted.S);
  if ('B' in value) {
    return 'B' in wanted && Buffer.from(value.B, 'base64').includes(Buffer.from(wanted.B, 'base64'));
  }
  const member = scalar(wanted);
  return setMembers(value)?.some((each) => each.type === member?.type && each.text === member.text) ?? false;
};

const calls = (name: string, [first, second]: readonly Maybe[]): boolean => {
  if (name === 'attribute_exists') return first !== undefined;
  if (name === 'attribute_not_exists') return first === undefined;
  if (first === undefined || second === undefined) return false;
  if (name === 'attribute_type') return 'S' in second && typeOf(first) === second.S;
  if (name === 'begins_with') return beginsWith(first, second);
  if (name === 'contains') return contains(first, second);
  throw new Error(`the parser let the function ${name} pass`);
};

/** Whether `item` meets the condition; a missing item is an empty one. */
export const meets = (item: Item, condition: Condition): boolean => {
  if (condition.type === 'and') return condition.args.every((part) => meets(item, part));
  if (condition.type === 'or') return condition.args.some((part) => meets(item, part));
  if (condition.type === 'not') return !meets(item, condition.args[0]);
  const values = condition.args.map((operand) => resolve(operand, item));
  const [first, second, third] = values;
  if (condition.type === 'function') return calls(condition.name, values);
  if (condition.type === 'between') return between(first, second, third);
  if (condition.type === 'in') return values.slice(1).some((candidate) => same(first, candidate));
  return compares(condition.type, first, second);
};
