/** Generated DynamoDB calls about a few items with a few attributes, so that they meet each other often. */
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { key } from './tables.ts';

export const TableName = 'compared';

type Item = Record<string, AttributeValue>;

/** An expression with the values that it uses. */
type Expression = { readonly text: string; readonly values: Item };

/** One call; `send` makes it on any engine. */
export type Call = { readonly title: string; send(client: DynamoDBClient): Promise<object> };

const word = fc.constantFrom('a', 'b', 'c', 'ab', 'ünï');
const number = fc.integer({ min: -50, max: 50 }).map((n) => ({ N: String(n) }));
const text = word.map((S) => ({ S }));
const set = fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map((SS) => ({ SS }));
const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  number,
  text,
  set,
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.array(fc.oneof(number, text), { maxLength: 3 }).map((L) => ({ L })),
  fc.dictionary(fc.constantFrom('p', 'q'), fc.oneof(number, text)).map((M) => ({ M })),
);
const name = fc.constantFrom('x', 'y', 'z', 'note');
const itemKey = fc
  .tuple(fc.constantFrom('k1', 'k2'), fc.integer({ min: 1, max: 4 }))
  .map(([pk, sk]) => key(pk, sk));

const item = fc
  .tuple(
    fc.dictionary(name, value, { maxKeys: 4 }),
    fc.option(fc.record({ owner: text, at: text }), { nil: {} }),
    fc.constantFrom(0, 0, 0, 900, 3000, 9000),
    itemKey,
  )
  .map(([rest, indexed, filler, at]): Item => ({
    ...rest,
    ...indexed,
    ...(filler === 0 ? {} : { filler: { S: 'f'.repeat(filler) } }),
    ...at,
  }));

const condition: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .tuple(fc.constantFrom('attribute_exists', 'attribute_not_exists'), name)
    .map(([check, n]) => ({ text: `${check}(${n})`, values: {} })),
  fc
    .tuple(name, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), fc.oneof(number, text))
    .map(([n, comparator, v]) => ({ text: `${n} ${comparator} :c`, values: { ':c': v } })),
  fc.tuple(name, value).map(([n, v]) => ({ text: `NOT ${n} = :c`, values: { ':c': v } })),
  fc
    .tuple(fc.constantFrom('contains', 'begins_with'), name, text)
    .map(([check, n, v]) => ({ text: `${check}(${n}, :c)`, values: { ':c': v } })),
  fc
    .tuple(name, number)
    .map(([n, v]) => ({ text: `size(${n}) >= :c AND attribute_exists(pk)`, values: { ':c': v } })),
  fc
    .tuple(name, number, number)
    .map(([n, v, w]) => ({ text: `${n} IN (:c, :d) OR ${n}.p = :c`, values: { ':c': v, ':d': w } })),
);
const maybe = fc.option(condition, { freq: 2 });

const update: fc.Arbitrary<Expression> = fc.oneof(
  fc.tuple(name, value).map(([n, v]) => ({ text: `SET ${n} = :u`, values: { ':u': v } })),
  fc.tuple(name, name, number).map(([n, m, v]) => ({
    text: `SET ${n} = if_not_exists(${m}, :u)`,
    values: { ':u': v },
  })),
  fc.tuple(name, number).map(([n, v]) => ({ text: `SET ${n} = ${n} + :u`, values: { ':u': v } })),
  fc.tuple(name, number).map(([n, v]) => ({ text: `SET ${n}.p = :u`, values: { ':u': v } })),
  fc.tuple(name, fc.oneof(number, set)).map(([n, v]) => ({ text: `ADD ${n} :u`, values: { ':u': v } })),
  fc.tuple(name, set).map(([n, v]) => ({ text: `DELETE ${n} :u`, values: { ':u': v } })),
  name.map((n) => ({ text: `REMOVE ${n}`, values: {} })),
  fc
    .tuple(fc.constantFrom('SET #o = :u', 'SET #o = :u REMOVE #a'), fc.oneof(text, number))
    .map(([written, v]) => ({ text: written, values: { ':u': v } })),
);

const aliases = { '#o': 'owner', '#a': 'at' };

/** The members of a request that its condition and its update need. */
const members = (only: Expression | null, change?: Expression) => {
  const values = { ...change?.values, ...only?.values };
  const names = Object.entries(aliases).filter(([alias]) => change?.text.includes(alias) === true);
  return {
    ...(only === null ? {} : { ConditionExpression: only.text }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
    ...(names.length === 0 ? {} : { ExpressionAttributeNames: Object.fromEntries(names) }),
  };
};

const asPut = fc.tuple(item, maybe).map(([Item, only]) => ({ TableName, Item, ...members(only) }));
const asUpdate = fc.tuple(itemKey, update, maybe).map(([Key, change, only]) => ({
  TableName,
  Key,
  UpdateExpression: change.text,
  ...members(only, change),
}));
const asDelete = fc.tuple(itemKey, maybe).map(([Key, only]) => ({ TableName, Key, ...members(only) }));
const asCheck = fc
  .tuple(itemKey, condition)
  .map(([Key, only]) => ({ TableName, Key, ...members(only), ConditionExpression: only.text }));

const action = fc.oneof(
  asPut.map((Put) => ({ Put })),
  asUpdate.map((Update) => ({ Update })),
  asDelete.map((Delete) => ({ Delete })),
  asCheck.map((ConditionCheck) => ({ ConditionCheck })),
);

/** Says which item something is about: no call names one twice, because the engines differ there. */
const about = (of: Item | undefined): string => JSON.stringify([of?.['pk'], of?.['sk']]);

const target = (one: {
  Put?: { Item: Item };
  Update?: { Key: Item };
  Delete?: { Key: Item };
  ConditionCheck?: { Key: Item };
}) => about(one.Put?.Item ?? one.Update?.Key ?? one.Delete?.Key ?? one.ConditionCheck?.Key);

const ReturnConsumedCapacity = 'INDEXES' as const;
const old = fc.constantFrom('NONE' as const, 'ALL_OLD' as const);
/** Not ALL_OLD: of an item that was not there the other engine returns the key, AWS nothing. */
const images = fc.constantFrom('ALL_NEW' as const, 'UPDATED_OLD' as const, 'UPDATED_NEW' as const);

const call = (title: string, input: object, send: Call['send']): Call => ({
  title: `${title} ${JSON.stringify(input)}`,
  send,
});

const single = fc.oneof(
  fc.tuple(asPut, old).map(([put, ReturnValues]) => {
    const input = { ...put, ReturnValues, ReturnConsumedCapacity };
    return call('PutItem', input, (client) => client.send(new PutItemCommand(input)));
  }),
  fc.tuple(asUpdate, images).map(([change, ReturnValues]) => {
    const input = { ...change, ReturnValues, ReturnConsumedCapacity };
    return call('UpdateItem', input, (client) => client.send(new UpdateItemCommand(input)));
  }),
  fc.tuple(asDelete, old).map(([remove, ReturnValues]) => {
    const input = { ...remove, ReturnValues, ReturnConsumedCapacity };
    return call('DeleteItem', input, (client) => client.send(new DeleteItemCommand(input)));
  }),
);

const several = fc.oneof(
  fc.uniqueArray(action, { selector: target, minLength: 1, maxLength: 4 }).map((TransactItems) => {
    const input = { TransactItems, ReturnConsumedCapacity };
    return call('TransactWriteItems', input, (client) => client.send(new TransactWriteItemsCommand(input)));
  }),
  fc.uniqueArray(item, { selector: about, minLength: 1, maxLength: 5 }).map((items) => {
    const requests = items.map((Item, place) =>
      place % 3 === 2
        ? { DeleteRequest: { Key: { pk: Item['pk'] ?? { S: '' }, sk: Item['sk'] ?? { N: '0' } } } }
        : { PutRequest: { Item } },
    );
    const input = { RequestItems: { [TableName]: requests }, ReturnConsumedCapacity };
    return call('BatchWriteItem', input, (client) => client.send(new BatchWriteItemCommand(input)));
  }),
);

const reading = fc.oneof(
  fc.tuple(itemKey, fc.boolean(), fc.boolean()).map(([Key, ConsistentRead, projected]) => {
    // The other engine charges a projected read for what is left; AWS charges for the item.
    const asked = projected ? { ProjectionExpression: 'pk, x, y.p' } : { ReturnConsumedCapacity };
    const input = { TableName, Key, ConsistentRead, ...asked };
    return call('GetItem', input, (client) => client.send(new GetItemCommand(input)));
  }),
  fc.uniqueArray(itemKey, { selector: about, minLength: 1, maxLength: 4 }).map((Keys) => {
    const input = { RequestItems: { [TableName]: { Keys } }, ReturnConsumedCapacity };
    return call('BatchGetItem', input, (client) => client.send(new BatchGetItemCommand(input)));
  }),
  fc.uniqueArray(itemKey, { selector: about, minLength: 1, maxLength: 4 }).map((each) => {
    const input = { TransactItems: each.map((Key) => ({ Get: { TableName, Key } })), ReturnConsumedCapacity };
    return call('TransactGetItems', input, (client) => client.send(new TransactGetItemsCommand(input)));
  }),
  fc
    .tuple(
      fc.constantFrom('k1', 'k2'),
      fc.integer({ min: 0, max: 4 }),
      fc.boolean(),
      fc.constantFrom(1, 2, 10),
      maybe,
    )
    .map(([pk, from, ScanIndexForward, Limit, only]) => {
      const input = {
        TableName,
        ScanIndexForward,
        Limit,
        KeyConditionExpression: 'pk = :k AND sk > :f',
        ...(only === null || only.text.includes('pk') ? {} : { FilterExpression: only.text }),
        ExpressionAttributeValues: {
          ':k': { S: pk },
          ':f': { N: String(from) },
          ...(only === null || only.text.includes('pk') ? {} : only.values),
        },
        ReturnConsumedCapacity,
      };
      return call('Query', input, (client) => client.send(new QueryCommand(input)));
    }),
  word.map((owner) => {
    const input = {
      TableName,
      IndexName: 'by-owner',
      KeyConditionExpression: '#o = :o AND begins_with(#a, :a)',
      ExpressionAttributeNames: aliases,
      ExpressionAttributeValues: { ':o': { S: owner }, ':a': { S: 'a' } },
      ReturnConsumedCapacity,
    };
    return call('Query', input, (client) => client.send(new QueryCommand(input)));
  }),
);

export const calls: fc.Arbitrary<Call> = fc.oneof(
  { weight: 5, arbitrary: single },
  { weight: 2, arbitrary: several },
  { weight: 3, arbitrary: reading },
);
