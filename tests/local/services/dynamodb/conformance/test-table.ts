/** The table that the conformance suite works on, and the calls it makes most. */
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { refusal } from '../../place.ts';
import { key } from '../tables.ts';

export type Item = Record<string, AttributeValue>;

export const TableName = 'notes';
export const MATCH = 'The provided key element does not match the schema';

/** What a call ended in, be it an answer or an error. */
export const caught = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call;
  } catch (error) {
    return error;
  }
};

export const reasonsOf = (error: unknown) =>
  error instanceof TransactionCanceledException ? error.CancellationReasons : undefined;

const used = (values: Item) =>
  Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values };

type Extra = Record<string, unknown>;

export type TestTable = ReturnType<typeof testTable>;

/** `client` is asked for at each call: it is there only once the suite has begun. */
export const testTable = (client: () => DynamoDBClient) => {
  const put = (Item: Item) => client().send(new PutItemCommand({ TableName, Item }));
  const get = async (Key: Item): Promise<Item | undefined> =>
    (await client().send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const update = (Key: Item, UpdateExpression: string, values: Item = {}, extra: Extra = {}) =>
    client().send(new UpdateItemCommand({ TableName, Key, UpdateExpression, ...used(values), ...extra }));
  const query = (KeyConditionExpression: string, values: Item, extra: Extra = {}) =>
    client().send(new QueryCommand({ TableName, KeyConditionExpression, ...used(values), ...extra }));
  const transact = (...actions: Record<string, Extra>[]) => {
    const TransactItems = actions.map((action) =>
      Object.fromEntries(Object.entries(action).map(([kind, body]) => [kind, { TableName, ...body }])),
    );
    return client().send(new TransactWriteItemsCommand({ TransactItems }));
  };
  /** Whether an item with these attributes meets the condition. */
  const holds = async (item: Item, ConditionExpression: string, values: Item = {}): Promise<boolean> => {
    await put({ ...key('condition', 1), ...item });
    const check = { Key: key('condition', 1), ConditionExpression, ...used(values) };
    return (await refusal(transact({ ConditionCheck: check }))) === 'accepted';
  };
  return { client, put, get, update, query, transact, holds };
};
