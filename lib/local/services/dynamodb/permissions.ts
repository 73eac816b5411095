/** The IAM checks of a request: an action on each table or index, and the key that encrypts the table. */
import { z } from 'zod';
import type { Permission, Place } from '../../service.ts';
import { parse } from './dynalite.ts';
import type { Table } from './table.ts';
import { scalar } from './values.ts';

/** How much of a request must be understood: anything else is left for the validation to refuse. */
const value = z.union([
  z.object({ S: z.string() }).transform(({ S }) => S),
  z.object({ N: z.string() }).transform(({ N }) => N),
  z.object({ B: z.string() }).transform(({ B }) => B),
  z.unknown().transform(() => undefined),
]);
const item = z.record(z.string(), value);

const onTable = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  Key: item.optional(),
  Item: item.optional(),
});
type OnTable = z.output<typeof onTable>;

const batch = z.object({
  RequestItems: z.record(
    z.string(),
    z.union([
      z.object({ Keys: z.array(item) }).transform(({ Keys }) => Keys),
      z.array(
        z
          .object({
            PutRequest: z.object({ Item: item }).optional(),
            DeleteRequest: z.object({ Key: item }).optional(),
          })
          .transform(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {}),
      ),
    ]),
  ),
});

const transaction = z.object({
  TransactItems: z.array(
    z.record(z.enum(['Put', 'Update', 'Delete', 'ConditionCheck', 'Get']), onTable.optional()),
  ),
});

const actionOf = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
} as const;

/** What an operation does on one table. */
type Access = {
  readonly action: string;
  readonly table: string;
  readonly index?: string | undefined;
  /** Values of the partition key; undefined when the request does not tell all of them. */
  readonly leadingKeys: readonly string[] | undefined;
  readonly enclosing?: string;
};

type Body = Readonly<Record<string, unknown>>;

type FindTable = (name: string) => Table | undefined;

type Keyed = Readonly<Record<string, string | undefined>>;

const leadingKeys = (table: Table | undefined, keys: readonly Keyed[]): readonly string[] | undefined => {
  const hash = table?.keys.hash;
  const found = keys.flatMap((key) => (hash === undefined ? [] : (key[hash] ?? [])));
  return found.length > 0 && found.length === keys.length ? found : undefined;
};

/** The value that a query demands of the partition key; undefined when validation will refuse the query. */
const queriedKey = (table: Table | undefined, body: Body): readonly string[] | undefined => {
  try {
    const query = parse.Query(structuredClone(body));
    const index = table?.indexes.find((each) => each.name === query.IndexName);
    const keys = query.IndexName === undefined ? table?.keys : index?.keys;
    const condition = keys === undefined ? undefined : query.KeyConditions[keys.hash];
    const demanded =
      condition?.ComparisonOperator === 'EQ' ? scalar(condition.AttributeValueList[0]) : undefined;
    return demanded === undefined ? undefined : [demanded.text];
  } catch {
    return undefined;
  }
};

const single = (operation: string, request: OnTable, table: Table | undefined): Access => ({
  action: operation,
  table: request.TableName,
  index: request.IndexName,
  leadingKeys: leadingKeys(table, [request.Key ?? request.Item ?? {}]),
});

const batched = (operation: string, body: Body, find: FindTable): Access[] => {
  const parsed = batch.safeParse(body);
  if (!parsed.success) return [];
  return Object.entries(parsed.data.RequestItems).map(([name, keys]) => ({
    action: operation,
    table: name,
    leadingKeys: leadingKeys(find(name), keys),
  }));
};

const transacted = (operation: string, body: Body, find: FindTable): Access[] => {
  const parsed = transaction.safeParse(body);
  if (!parsed.success) return [];
  return parsed.data.TransactItems.flatMap((each) =>
    Object.entries(actionOf).flatMap(([kind, action]): Access[] => {
      const request = Object.entries(each).find(([name]) => name === kind)?.[1];
      if (request === undefined) return [];
      return [{ ...single(action, request, find(request.TableName)), enclosing: operation }];
    }),
  );
};

const accesses = (operation: string, body: Body, find: FindTable): Access[] => {
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') return batched(operation, body, find);
  if (operation === 'TransactGetItems' || operation === 'TransactWriteItems')
    return transacted(operation, body, find);
  const parsed = onTable.safeParse(body);
  if (!parsed.success) return [];
  const table = find(parsed.data.TableName);
  const access = single(operation, parsed.data, table);
  return [operation === 'Query' ? { ...access, leadingKeys: queriedKey(table, body) } : access];
};

const itemOperations = new Set([
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
  'Query',
  'Scan',
  'BatchGetItem',
  'BatchWriteItem',
]);

/** A customer-managed key must let the caller decrypt through DynamoDB. */
const keyPermission = (place: Place, table: Table): Permission[] =>
  table.encryptionKey === undefined
    ? []
    : [
        {
          action: 'kms:Decrypt',
          resource: table.encryptionKey,
          context: {
            'kms:ViaService': [`dynamodb.${place.region}.amazonaws.com`],
            'kms:EncryptionContext:aws:dynamodb:tableName': [table.name],
            'kms:EncryptionContext:aws:dynamodb:subscriberId': [place.account],
          },
        },
      ];

/** Every permission that the request needs; none for what cannot be understood, which validation then refuses. */
export const permissionsFor = (
  operation: string,
  body: Body,
  place: Place,
  find: FindTable,
): Permission[] => {
  const wanted = accesses(operation, body, find);
  const onTables = wanted.map(({ action, table, index, leadingKeys: keys, enclosing }): Permission => {
    const arn = `arn:aws:dynamodb:${place.region}:${place.account}:table/${table}`;
    return {
      action: `dynamodb:${action}`,
      resource: index === undefined ? arn : `${arn}/index/${index}`,
      context: {
        ...(keys === undefined ? {} : { 'dynamodb:LeadingKeys': keys }),
        ...(enclosing === undefined ? {} : { 'dynamodb:EnclosingOperation': [enclosing] }),
      },
    };
  });
  const encrypted = new Map(
    wanted
      .filter(({ action }) => itemOperations.has(action))
      .flatMap(({ table }) => find(table) ?? [])
      .map((table) => [table.name, table]),
  );
  return [...onTables, ...[...encrypted.values()].flatMap((table) => keyPermission(place, table))];
};
