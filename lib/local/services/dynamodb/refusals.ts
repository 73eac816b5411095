/** What is refused before a request is parsed: expressions that are too long, and parameters that are not played. */
import { invalid } from './problems.ts';

/** Longest expression, in bytes as sent. */
const EXPRESSION_BYTES = 4096;

const expressions = [
  'ConditionExpression',
  'UpdateExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
];

/** Parameters of DynamoDB before expressions. AWS still takes them; nothing new should use them. */
const legacy = [
  'AttributesToGet',
  'AttributeUpdates',
  'ConditionalOperator',
  'Expected',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuseIn = (part: Record<string, unknown>): void => {
  const old = legacy.find((name) => part[name] !== undefined);
  if (old !== undefined) {
    throw invalid(`This machine does not play the legacy parameter ${old}; use an expression`);
  }
  for (const name of expressions) {
    const text = part[name];
    const bytes = typeof text === 'string' ? Buffer.byteLength(text, 'utf8') : 0;
    if (bytes > EXPRESSION_BYTES) {
      throw invalid(
        `Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${bytes}`,
      );
    }
  }
};

/** The request and the requests inside it: actions of a transaction, tables of a batch. */
const partsOf = (body: Record<string, unknown>): Record<string, unknown>[] => {
  const actions = Array.isArray(body['TransactItems']) ? body['TransactItems'] : [];
  const tables = isObject(body['RequestItems']) ? Object.values(body['RequestItems']) : [];
  return [body, ...actions.filter(isObject).flatMap((action) => Object.values(action)), ...tables].filter(
    isObject,
  );
};

/** Throws a ValidationException when the request holds something of the kind. */
export const refuse = (body: Record<string, unknown>): void => partsOf(body).forEach(refuseIn);
