/** Requests of transactions, which dynalite does not know: their constraints, made of those of the single operations. */
import type { Members, Validation } from './dynalite.ts';
import { ruleProblem, rules, validated } from './dynalite.ts';
import { invalid } from './problems.ts';
import type {
  Get,
  TransactGetItemsRequest,
  TransactWriteItem,
  TransactWriteItemsRequest,
} from './requests.ts';
import { putProblem } from './writes.ts';

type Body = Record<string, unknown>;

const pick = (members: Members, names: readonly string[]): Members =>
  Object.fromEntries(names.map((name) => [name, members[name]]));

const shared = ['TableName', 'ExpressionAttributeNames'];
const conditional = [...shared, 'ConditionExpression', 'ExpressionAttributeValues'];
const onFailure = { ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] } };
const required = { type: 'String', notNull: true };

const structure = (name: string, children: Members): Members => ({ type: `FieldStruct<${name}>`, children });

const actions: Members = {
  Put: structure('Put', { ...pick(rules.putItem.types, [...conditional, 'Item']), ...onFailure }),
  Update: structure('Update', {
    ...pick(rules.updateItem.types, [...conditional, 'Key']),
    UpdateExpression: required,
    ...onFailure,
  }),
  Delete: structure('Delete', { ...pick(rules.deleteItem.types, [...conditional, 'Key']), ...onFailure }),
  ConditionCheck: structure('ConditionCheck', {
    ...pick(rules.deleteItem.types, [...conditional, 'Key']),
    ConditionExpression: required,
    ...onFailure,
  }),
};

const listOf = (name: string, children: Members): Members => ({
  TransactItems: {
    type: 'List',
    notNull: true,
    lengthGreaterThanOrEqual: 1,
    lengthLessThanOrEqual: 100,
    children: { type: `ValueStruct<${name}>`, children },
  },
});

const capacity = { ReturnConsumedCapacity: { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] } };

const writing: Validation<TransactWriteItemsRequest> = {
  types: {
    ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
    ...capacity,
    ReturnItemCollectionMetrics: { type: 'String', enum: ['SIZE', 'NONE'] },
    ...listOf('TransactWriteItem', actions),
  },
};

const reading: Validation<TransactGetItemsRequest> = {
  types: {
    ...capacity,
    ...listOf('TransactGetItem', {
      Get: {
        ...structure('Get', pick(rules.getItem.types, [...shared, 'Key', 'ProjectionExpression'])),
        notNull: true,
      },
    }),
  },
};

/** What the action breaks by itself; the rules also put the parsed expressions on it. */
const actionProblem = (action: TransactWriteItem): string | undefined => {
  const { Put, Update, Delete, ConditionCheck } = action;
  if ([Put, Update, Delete, ConditionCheck].filter((each) => each !== undefined).length !== 1) {
    return 'TransactItems can only contain one of Check, Put, Update or Delete';
  }
  if (Put !== undefined) return putProblem(Put.Item) ?? ruleProblem(rules.putItem, Put);
  if (Update !== undefined) return ruleProblem(rules.updateItem, Update);
  const check = Delete ?? ConditionCheck;
  return check === undefined ? undefined : ruleProblem(rules.deleteItem, check);
};

const requireNone = (problem: string | undefined): void => {
  if (problem !== undefined) throw invalid(problem);
};

/** Every expression is parsed, and every fault of the request alone is raised, before any table is looked at. */
export const parseTransactWrite = (body: Body): TransactWriteItemsRequest => {
  const request = validated(writing, body);
  for (const action of request.TransactItems) requireNone(actionProblem(action));
  return request;
};

export const parseTransactGet = (body: Body): TransactGetItemsRequest => {
  const request = validated(reading, body);
  for (const { Get: get } of request.TransactItems) requireNone(ruleProblem<Get>(rules.getItem, get));
  return request;
};
