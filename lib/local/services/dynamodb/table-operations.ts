/** CreateTable, DescribeTable, DeleteTable, and the tables that a template provisions. */
import { z } from 'zod';
import type { Provisioned, Resource } from '../../service.ts';
import { AwsError } from '../../service.ts';
import { numberIn } from './database.ts';
import { parse } from './dynalite.ts';
import type { Engine } from './engine.ts';
import { invalid, tableMissing } from './problems.ts';
import type { Index, KeyNames, Table, TableRequestMembers } from './table.ts';
import { tableFrom, tableRequest } from './table.ts';

/** Properties that would change what a caller may do or what happens to an item, and that nothing here plays. */
const unplayed = [
  'ImportSourceSpecification',
  'KinesisStreamSpecification',
  'LocalSecondaryIndexes',
  'ResourcePolicy',
];

/** Checks a CreateTable request with AWS's rules, then with what this machine plays. */
const parsed = (body: Record<string, unknown>): TableRequestMembers => {
  const found = unplayed.find((name) => body[name] !== undefined);
  if (found !== undefined) throw invalid(`This machine does not play ${found}`);
  parse.CreateTable(structuredClone(body));
  return tableRequest.parse(body);
};

const keySchema = (keys: KeyNames) => [
  { AttributeName: keys.hash, KeyType: 'HASH' },
  ...(keys.range === undefined ? [] : [{ AttributeName: keys.range, KeyType: 'RANGE' }]),
];

const describeIndex = (table: Table, index: Index) => ({
  IndexName: index.name,
  IndexArn: `${table.arn}/index/${index.name}`,
  IndexStatus: 'ACTIVE',
  KeySchema: keySchema(index.keys),
  Projection: {
    ProjectionType: index.projection,
    ...(index.included.length === 0 ? {} : { NonKeyAttributes: index.included }),
  },
});

const optionalParts = (table: Table) => ({
  ...(table.indexes.length === 0
    ? {}
    : { GlobalSecondaryIndexes: table.indexes.map((index) => describeIndex(table, index)) }),
  ...(table.stream === undefined
    ? {}
    : {
        StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream.view },
        LatestStreamArn: table.stream.arn,
        LatestStreamLabel: table.stream.label,
      }),
  ...(table.encryptionKey === undefined
    ? {}
    : { SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn: table.encryptionKey } }),
});

const describe = (engine: Engine, table: Table) => {
  const row = engine.database.get(
    'SELECT count(*) AS items, coalesce(sum(length(item)), 0) AS bytes FROM items WHERE owner = ?',
    table.id,
  );
  return {
    TableName: table.name,
    TableArn: table.arn,
    TableStatus: 'ACTIVE',
    CreationDateTime: table.createdAt / 1000,
    AttributeDefinitions: Object.entries(table.types).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keySchema(table.keys),
    BillingModeSummary: { BillingMode: table.billing },
    ProvisionedThroughput: { ...table.throughput, NumberOfDecreasesToday: 0 },
    DeletionProtectionEnabled: table.deletionProtected,
    ItemCount: row === undefined ? 0 : numberIn(row, 'items'),
    TableSizeBytes: row === undefined ? 0 : numberIn(row, 'bytes'),
    ...optionalParts(table),
  };
};

const known = (engine: Engine, name: string): Table => {
  const table = engine.tables.find(name);
  if (table === undefined) throw tableMissing(`Requested resource not found: Table: ${name} not found`);
  return table;
};

/** Makes a table that can be used at once; on AWS it takes some seconds to become ACTIVE. */
export const createTable = (engine: Engine, body: Record<string, unknown>) => {
  const request = parsed(body);
  const table = engine.tables.add(tableFrom(request, engine.place, undefined));
  return { TableDescription: describe(engine, table) };
};

export const describeTable = (engine: Engine, body: Record<string, unknown>) => ({
  Table: describe(engine, known(engine, parse.TableName(body).TableName)),
});

export const deleteTable = (engine: Engine, body: Record<string, unknown>) => {
  const table = known(engine, parse.TableName(body).TableName);
  if (table.deletionProtected) {
    throw new AwsError(
      'ValidationException',
      `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`,
    );
  }
  const description = { ...describe(engine, table), TableStatus: 'DELETING' };
  engine.tables.remove(table);
  return { TableDescription: description };
};

/** Members of AWS::DynamoDB::Table that differ from those of CreateTable. */
const templateProperties = z.looseObject({
  TableName: z.string().optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  SSESpecification: z.object({ SSEEnabled: z.boolean(), KMSMasterKeyId: z.string().optional() }).optional(),
});

const requestOf = (resource: Resource): Record<string, unknown> => {
  const {
    StreamSpecification: stream,
    SSESpecification: encryption,
    ...rest
  } = templateProperties.parse(resource.properties);
  return {
    ...rest,
    TableName: rest.TableName ?? `${resource.stack}-${resource.logicalId}`,
    ...(stream === undefined
      ? {}
      : { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }),
    ...(encryption === undefined
      ? {}
      : { SSESpecification: { Enabled: encryption.SSEEnabled, KMSMasterKeyId: encryption.KMSMasterKeyId } }),
  };
};

const provisioned = (table: Table): Provisioned => ({
  ref: table.name,
  attributes: { Arn: table.arn, ...(table.stream === undefined ? {} : { StreamArn: table.stream.arn }) },
});

/** A key can not be changed on AWS without a new table; here the data folder would have to go. */
const requireSameKeys = (old: Table, now: Omit<Table, 'id'>): void => {
  const typed = ({ keys, types }: Omit<Table, 'id'>) => [
    keys.hash,
    types[keys.hash],
    keys.range,
    keys.range === undefined ? undefined : types[keys.range],
  ];
  if (JSON.stringify(typed(old)) !== JSON.stringify(typed(now))) {
    throw new Error(
      `table ${old.name} exists with another primary key; remove the data folder to begin anew`,
    );
  }
};

/** Makes the table of a template, or brings the one that exists up to the template; its items stay. */
export const provisionTable = (engine: Engine, resource: Resource): Provisioned => {
  const request = parsed(requestOf(resource));
  const old = engine.tables.find(request.TableName);
  const definition = tableFrom(request, engine.place, old);
  if (old === undefined) return provisioned(engine.tables.add(definition));
  requireSameKeys(old, definition);
  const table = { ...definition, id: old.id };
  engine.tables.replace(table);
  return provisioned(table);
};
