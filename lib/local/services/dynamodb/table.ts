/** What a table is: its keys, indexes and settings, read from a CreateTable request and kept as JSON. */
import { z } from 'zod';
import type { Place } from '../../service.ts';

const keySchema = z
  .array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
  .transform((parts) => ({
    hash: parts[0]?.AttributeName ?? '',
    ...(parts[1] === undefined ? {} : { range: parts[1].AttributeName }),
  }));

const viewType = z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']);

/** The members of a CreateTable request that this machine plays, plus the time to live of a template. */
export const tableRequest = z.object({
  TableName: z.string(),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  BillingMode: z.enum(['PROVISIONED', 'PAY_PER_REQUEST']).default('PROVISIONED'),
  ProvisionedThroughput: z
    .object({ ReadCapacityUnits: z.number(), WriteCapacityUnits: z.number() })
    .default({ ReadCapacityUnits: 0, WriteCapacityUnits: 0 }),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .default([]),
  StreamSpecification: z
    .object({ StreamEnabled: z.boolean(), StreamViewType: viewType.optional() })
    .optional(),
  SSESpecification: z
    .object({ Enabled: z.boolean().optional(), KMSMasterKeyId: z.string().optional() })
    .optional(),
  DeletionProtectionEnabled: z.boolean().default(false),
  TimeToLiveSpecification: z
    .object({ Enabled: z.boolean(), AttributeName: z.string().optional() })
    .optional(),
});

export type TableRequestMembers = z.output<typeof tableRequest>;

const keyNames = z.object({ hash: z.string(), range: z.string().optional() });

export const tableShape = z.object({
  name: z.string(),
  arn: z.string(),
  createdAt: z.number(),
  types: z.record(z.string(), z.enum(['S', 'N', 'B'])),
  keys: keyNames,
  indexes: z.array(
    z.object({
      name: z.string(),
      keys: keyNames,
      projection: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
      /** Attributes projected beside the keys, for INCLUDE. */
      included: z.array(z.string()),
    }),
  ),
  billing: z.enum(['PROVISIONED', 'PAY_PER_REQUEST']),
  throughput: z.object({ ReadCapacityUnits: z.number(), WriteCapacityUnits: z.number() }),
  deletionProtected: z.boolean(),
  stream: z.object({ arn: z.string(), label: z.string(), view: viewType }).optional(),
  /** Attribute that holds the time to live, in seconds since the epoch; absent when it is disabled. */
  expiryAttribute: z.string().optional(),
  /** ARN of the customer-managed key; absent when AWS's own key encrypts. */
  encryptionKey: z.string().optional(),
});

type TableDefinition = z.infer<typeof tableShape>;
export type KeyNames = TableDefinition['keys'];
export type Index = TableDefinition['indexes'][number];
/** A table with its number in the database. */
export type Table = TableDefinition & { readonly id: number };

export const keyAttributes = (keys: KeyNames): readonly string[] =>
  keys.range === undefined ? [keys.hash] : [keys.hash, keys.range];

/** Names an index entry holds; undefined when it holds the whole item. */
export const projectedNames = (table: Table, index: Index): ReadonlySet<string> | undefined =>
  index.projection === 'ALL'
    ? undefined
    : new Set([...keyAttributes(table.keys), ...keyAttributes(index.keys), ...index.included]);

/** Full ARN of a key given as ARN, alias or bare id. */
const keyArn = (place: Place, key: string): string => {
  if (key.startsWith('arn:')) return key;
  return `arn:aws:kms:${place.region}:${place.account}:${key.startsWith('alias/') ? key : `key/${key}`}`;
};

const streamFor = (
  request: TableRequestMembers,
  arn: string,
  now: number,
  known: TableDefinition | undefined,
) => {
  const view = request.StreamSpecification?.StreamViewType;
  if (request.StreamSpecification?.StreamEnabled !== true || view === undefined) return {};
  if (known?.stream?.view === view) return { stream: known.stream };
  const label = new Date(now).toISOString().replace('Z', '');
  return { stream: { arn: `${arn}/stream/${label}`, label, view } };
};

/** The table a request asks for; `known` is the same table before a restart, whose stream and age go on. */
export const tableFrom = (
  request: TableRequestMembers,
  place: Place,
  known: TableDefinition | undefined,
): TableDefinition => {
  const arn = `arn:aws:dynamodb:${place.region}:${place.account}:table/${request.TableName}`;
  const expiry = request.TimeToLiveSpecification;
  const encryption = request.SSESpecification?.KMSMasterKeyId;
  return {
    name: request.TableName,
    arn,
    createdAt: known?.createdAt ?? place.clock(),
    types: Object.fromEntries(
      request.AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]),
    ),
    keys: request.KeySchema,
    indexes: request.GlobalSecondaryIndexes.map((index) => ({
      name: index.IndexName,
      keys: index.KeySchema,
      projection: index.Projection.ProjectionType,
      included: index.Projection.NonKeyAttributes ?? [],
    })),
    billing: request.BillingMode,
    throughput: request.ProvisionedThroughput,
    deletionProtected: request.DeletionProtectionEnabled,
    ...streamFor(request, arn, place.clock(), known),
    ...(expiry?.Enabled === true && expiry.AttributeName !== undefined
      ? { expiryAttribute: expiry.AttributeName }
      : {}),
    ...(encryption === undefined ? {} : { encryptionKey: keyArn(place, encryption) }),
  };
};
