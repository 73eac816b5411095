/** The Condition block of a policy statement: operators, set operators, `IfExists` and `Null`. */
import type { Context } from './context.ts';
import { arnLike, exactly, exactlyInAnyCase, like } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { all, any, not } from './truth.ts';
import type { Truth } from './truth.ts';

/** Whether a request meets one condition. */
export type Condition = (context: Context) => Truth;

type Operator = { readonly negated: boolean; readonly pattern: (expected: string) => Pattern };

const compare =
  (read: (text: string) => number, holds: (value: number, bound: number) => boolean) =>
  (expected: string): Pattern =>
  (value) => {
    const [left, right] = [read(value), read(expected)];
    return !Number.isNaN(left) && !Number.isNaN(right) && holds(left, right);
  };

/** Epoch seconds or ISO 8601, in milliseconds. */
const date = (text: string) => (/^\d+$/u.test(text) ? Number(text) * 1000 : Date.parse(text));
const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

const comparisons = {
  Equals: (value: number, bound: number) => value === bound,
  LessThan: (value: number, bound: number) => value < bound,
  LessThanEquals: (value: number, bound: number) => value <= bound,
  GreaterThan: (value: number, bound: number) => value > bound,
  GreaterThanEquals: (value: number, bound: number) => value >= bound,
};

const ordered = (prefix: string, read: (text: string) => number): [string, Operator][] => [
  ...Object.entries(comparisons).map(([name, holds]): [string, Operator] => [
    prefix + name,
    { negated: false, pattern: compare(read, holds) },
  ]),
  [`${prefix}NotEquals`, { negated: true, pattern: compare(read, comparisons.Equals) }],
];

const operators = new Map<string, Operator>([
  ['StringEquals', { negated: false, pattern: exactly }],
  ['StringNotEquals', { negated: true, pattern: exactly }],
  ['StringEqualsIgnoreCase', { negated: false, pattern: exactlyInAnyCase }],
  ['StringNotEqualsIgnoreCase', { negated: true, pattern: exactlyInAnyCase }],
  ['StringLike', { negated: false, pattern: like }],
  ['StringNotLike', { negated: true, pattern: like }],
  ['ArnEquals', { negated: false, pattern: arnLike }],
  ['ArnLike', { negated: false, pattern: arnLike }],
  ['ArnNotEquals', { negated: true, pattern: arnLike }],
  ['ArnNotLike', { negated: true, pattern: arnLike }],
  ['Bool', { negated: false, pattern: exactlyInAnyCase }],
  ...ordered('Numeric', number),
  ...ordered('Date', date),
]);

const operatorShape = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/u;

/**
 * One line of a Condition block. An operator that is not known here leaves the condition open, so it denies.
 * How a missing key and several values count: IAM User Guide, "Multivalued context keys".
 */
export const condition = (operator: string, key: string, expected: readonly string[]): Condition => {
  const [, set, name = '', ifExists] = operatorShape.exec(operator) ?? [];
  if (name === 'Null') return set === undefined && !ifExists ? isMissing(key, expected) : () => 'unknown';
  const known = operators.get(name);
  if (known === undefined) return () => 'unknown';
  const patterns = expected.map((text) => known.pattern(text));
  return (context) => {
    const values = context.values(key);
    if (values === 'unknown') return 'unknown';
    if (values.length === 0) return whenMissing(set, known.negated, ifExists !== undefined);
    // Without a set operator AWS promises nothing for several values: it must not open a door here.
    if (set === undefined && values.length > 1) return 'unknown';
    const results = values.map((value) => meets(value, patterns, known.negated, context));
    return set === 'ForAnyValue' ? any(results) : all(results);
  };
};

const meets = (value: string, patterns: readonly Pattern[], negated: boolean, context: Context): Truth => {
  const found = any(patterns.map((pattern) => pattern(value, context)));
  return negated ? not(found) : found;
};

/** ForAllValues is true of nothing at all: why a policy with it needs `Null: false` beside it. */
const whenMissing = (set: string | undefined, negated: boolean, ifExists: boolean): boolean => {
  if (ifExists || set === 'ForAllValues') return true;
  return set === undefined && negated;
};

const isMissing = (key: string, expected: readonly string[]): Condition => {
  const wanted = expected.map((text) => text.toLowerCase());
  return (context) => {
    const values = context.values(key);
    if (values === 'unknown') return 'unknown';
    return wanted.includes(String(values.length === 0));
  };
};
