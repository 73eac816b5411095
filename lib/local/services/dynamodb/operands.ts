/** What AWS refuses in a condition beyond its syntax: operands without order, too many operands or operators. */
import type { Condition, Operand } from './expressions.ts';
import type { AttributeType } from './values.ts';
import { scalar, typeOf } from './values.ts';

/** Operators and functions in one expression. */
const MAXIMUM_OPERATORS = 300;

/** Values that one IN may list. */
const MAXIMUM_IN = 100;

const ordering = new Set(['<', '<=', '>', '>=', 'between']);

const every = function* (condition: Condition): Generator<Condition> {
  yield condition;
  if (condition.type !== 'and' && condition.type !== 'or' && condition.type !== 'not') return;
  for (const part of condition.args) yield* every(part);
};

/** Type of a given value that has no order; undefined for a path, a function or a value that has one. */
const unordered = (operand: Operand): AttributeType | undefined => {
  if (Array.isArray(operand) || 'type' in operand) return undefined;
  return scalar(operand) === undefined ? typeOf(operand) : undefined;
};

const orderProblem = (condition: Condition): string | undefined => {
  if (condition.type === 'and' || condition.type === 'or' || condition.type === 'not') return undefined;
  if (!ordering.has(condition.type)) return undefined;
  const type = condition.args.map(unordered).find((each) => each !== undefined);
  return type === undefined
    ? undefined
    : `Incorrect operand type for operator or function; operator or function: ${condition.type.toUpperCase()}, operand type: ${type}`;
};

const listProblem = (condition: Condition): string | undefined =>
  condition.type === 'in' && condition.args.length - 1 > MAXIMUM_IN
    ? `Incorrect number of operands for operator or function; operator or function: IN, number of operands: ${condition.args.length - 1}`
    : undefined;

/** What is wrong with a condition that was parsed without an error; undefined when nothing is. */
export const conditionProblem = (condition: Condition): string | undefined => {
  const all = [...every(condition)];
  if (all.length > MAXIMUM_OPERATORS) {
    return `The expression contains too many operators; operator count: ${MAXIMUM_OPERATORS + 1}`;
  }
  return all.map((each) => orderProblem(each) ?? listProblem(each)).find((problem) => problem !== undefined);
};
