/**
 * The only door to dynalite's internals (pinned at 4.0.0): AWS's constraint messages and the expression parsers.
 *
 * dynalite is untyped and stores differently; nothing but request validation is taken from it.
 */
import { createRequire } from 'node:module';
import { AwsError } from '../../service.ts';
import type { ParsedCondition } from './expressions.ts';
import { conditionProblem } from './operands.ts';
import type {
  BatchGetItemRequest,
  BatchWriteItemRequest,
  DeleteItemRequest,
  Delete,
  GetItemRequest,
  Get,
  Put,
  PutItemRequest,
  QueryRequest,
  ScanRequest,
  TableRequest,
  UpdateItemRequest,
  Update,
} from './requests.ts';
import { MAXIMUM_ITEM_BYTES } from './size.ts';

/** Constraints of the members of a structure, as dynalite writes them. */
export type Members = Readonly<Record<string, unknown>>;

/** A rule over the whole request, which also puts the parsed expressions on it; answers what is wrong. */
type Rule<Request> = (request: Request, store: typeof limits) => string | undefined;

/** Remembers which request the constraints describe; never set. */
declare const described: unique symbol;

type Types<Request> = Members & { readonly [described]?: Request };

export type Validation<Request> = { readonly types: Types<Request>; readonly custom?: Rule<Request> };

type Validations = {
  /** Converts as DynamoDB's deserializer does; drops members that are not listed. Throws when types do not fit. */
  readonly checkTypes: <Request>(body: Record<string, unknown>, types: Types<Request>) => Request;
  readonly checkValidations: <Request>(
    request: Request,
    types: Types<Request>,
    custom: Rule<Request> | undefined,
    store: typeof limits,
  ) => void;
};

const limits = { options: { maxItemSize: MAXIMUM_ITEM_BYTES } };

const load = createRequire(import.meta.url);
const core: Validations = load('dynalite/validations');

/** dynalite leaves parsed expressions on a request as `_condition` and so on; ours read them as `condition`. */
const nameExpressions = (part: object): void => {
  for (const name of ['condition', 'updates', 'filter', 'projection']) {
    const parsed: unknown = Reflect.get(part, `_${name}`);
    if (parsed !== undefined) Reflect.set(part, name, parsed);
  }
};

/** A request, or a part of one, that may carry parsed conditions. */
type Conditions = object & {
  readonly condition?: ParsedCondition | undefined;
  readonly filter?: ParsedCondition | undefined;
};

/** What the parsers let pass and AWS does not. */
const problemOf = ({ condition, filter }: Conditions): string | undefined => {
  const [parsed, name] = condition === undefined ? [filter, 'Filter'] : [condition, 'Condition'];
  const problem = parsed === undefined ? undefined : conditionProblem(parsed.expression);
  return problem === undefined ? undefined : `Invalid ${name}Expression: ${problem}`;
};

/** The validation of a module, its rule naming the expressions of the request (or of `parts` of it) as we do. */
const loaded = <Request extends Conditions>(
  name: string,
  parts: (request: Request) => readonly Conditions[] = (request) => [request],
): Validation<Request> => {
  const { types, custom }: Validation<Request> = load(`dynalite/validations/${name}`);
  return {
    types,
    custom: (request, store) => {
      const problem = custom?.(request, store);
      parts(request).forEach(nameExpressions);
      return (
        problem ??
        parts(request)
          .map(problemOf)
          .find((each) => each !== undefined)
      );
    },
  };
};

const getItem = loaded<Get>('getItem');
const putItem = loaded<Put>('putItem');
const updateItem = loaded<Update>('updateItem');
const deleteItem = loaded<Delete>('deleteItem');
const query = loaded<QueryRequest>('query');
const scan = loaded<ScanRequest>('scan');
const batchGetItem = loaded<BatchGetItemRequest>('batchGetItem', (request) =>
  Object.values(request.RequestItems),
);
const batchWriteItem = loaded<BatchWriteItemRequest>('batchWriteItem');
const createTable = loaded<TableRequest>('createTable');
const describeTable = loaded<TableRequest>('describeTable');

export const rules = { getItem, putItem, updateItem, deleteItem };

/** dynalite's errors carry the wire body; the type's name follows a `#`. */
const asAwsError = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('body' in error)) return error;
  const { body } = error;
  if (typeof body !== 'object' || body === null) return error;
  const code = String(Reflect.get(body, '__type')).replace(/^.*#/u, '');
  return new AwsError(code, error.message);
};

/** Checks a request as AWS does before it looks at any table; throws the AWS error, answers the parsed request. */
export const validated = <Request extends object>(
  validation: Validation<Request>,
  body: Record<string, unknown>,
): Request => {
  try {
    const request = core.checkTypes<Request>(body, validation.types);
    core.checkValidations(request, validation.types, validation.custom, limits);
    return request;
  } catch (error) {
    throw asAwsError(error);
  }
};

/** What the rule over a whole action says, for actions inside a transaction. */
export const ruleProblem = <Request>(validation: Validation<Request>, request: Request): string | undefined =>
  validation.custom?.(request, limits);

const onFailure = {
  ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
};

const conditional = (validation: Validation<Put> | Validation<Delete>): Members => ({
  ...validation.types,
  ...onFailure,
});

type Body = Record<string, unknown>;

export const parse = {
  GetItem: (body: Body): GetItemRequest => validated<GetItemRequest>(getItem, body),
  PutItem: (body: Body): PutItemRequest =>
    validated<PutItemRequest>({ ...putItem, types: conditional(putItem) }, body),
  UpdateItem: (body: Body): UpdateItemRequest =>
    validated<UpdateItemRequest>({ ...updateItem, types: conditional(updateItem) }, body),
  DeleteItem: (body: Body): DeleteItemRequest =>
    validated<DeleteItemRequest>({ ...deleteItem, types: conditional(deleteItem) }, body),
  Query: (body: Body): QueryRequest => validated(query, body),
  Scan: (body: Body): ScanRequest => validated(scan, body),
  BatchGetItem: (body: Body): BatchGetItemRequest => validated(batchGetItem, body),
  BatchWriteItem: (body: Body): BatchWriteItemRequest => validated(batchWriteItem, body),
  CreateTable: (body: Body): void => void validated(createTable, body),
  TableName: (body: Body): TableRequest => validated<TableRequest>({ types: describeTable.types }, body),
};
