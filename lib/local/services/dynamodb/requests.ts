/** Requests as they are after validation, with their expressions parsed; members are named as on the wire. */
import type { KeyCondition, ParsedCondition, ParsedProjection, ParsedUpdate } from './expressions.ts';
import type { Item } from './values.ts';

export type CapacityMode = 'INDEXES' | 'TOTAL' | 'NONE';

type Reported = { readonly ReturnConsumedCapacity?: CapacityMode };

type Conditional = {
  readonly condition?: ParsedCondition | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
};

export type ReturnValues = 'NONE' | 'ALL_OLD' | 'ALL_NEW' | 'UPDATED_OLD' | 'UPDATED_NEW';

/** What a transaction's get shares with GetItem. */
export type Get = {
  readonly TableName: string;
  readonly Key: Item;
  readonly projection?: ParsedProjection | undefined;
};
export type Put = Conditional & { readonly TableName: string; readonly Item: Item };
export type Update = Conditional & {
  readonly TableName: string;
  readonly Key: Item;
  readonly updates?: ParsedUpdate | undefined;
};
export type Delete = Conditional & { readonly TableName: string; readonly Key: Item };

export type GetItemRequest = Get & Reported & { readonly ConsistentRead?: boolean };
export type PutItemRequest = Put & Reported & { readonly ReturnValues?: ReturnValues };
export type UpdateItemRequest = Update & Reported & { readonly ReturnValues?: ReturnValues };
export type DeleteItemRequest = Delete & Reported & { readonly ReturnValues?: ReturnValues };

export type ReadRequest = Reported & {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly ConsistentRead?: boolean;
  readonly ExclusiveStartKey?: Item;
  readonly Limit?: number;
  readonly Select?: 'SPECIFIC_ATTRIBUTES' | 'COUNT' | 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES';
  readonly filter?: ParsedCondition | undefined;
  readonly projection?: ParsedProjection | undefined;
};
export type QueryRequest = ReadRequest & {
  readonly KeyConditions: Readonly<Record<string, KeyCondition>>;
  readonly ScanIndexForward?: boolean;
};
export type ScanRequest = ReadRequest & { readonly Segment?: number; readonly TotalSegments?: number };

export type BatchGetTable = {
  readonly Keys: readonly Item[];
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly projection?: ParsedProjection | undefined;
};
export type BatchGetItemRequest = Reported & {
  readonly RequestItems: Readonly<Record<string, BatchGetTable>>;
};
export type WriteRequest = {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
};
export type BatchWriteItemRequest = Reported & {
  readonly RequestItems: Readonly<Record<string, readonly WriteRequest[]>>;
};

export type TransactGetItemsRequest = Reported & { readonly TransactItems: readonly { readonly Get: Get }[] };
export type TransactWriteItem = {
  readonly Put?: Put;
  readonly Update?: Update;
  readonly Delete?: Delete;
  readonly ConditionCheck?: Delete;
};
export type TransactWriteItemsRequest = Reported & {
  readonly ClientRequestToken?: string;
  readonly TransactItems: readonly TransactWriteItem[];
};

export type TableRequest = { readonly TableName: string };
