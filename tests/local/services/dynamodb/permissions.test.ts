/** The IAM checks of each kind of request, as the gateway will ask them of the caller's role. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '../../../../lib/local/service.ts';
import { AwsError } from '../../../../lib/local/service.ts';
import { admin } from '../serve.ts';
import type { StandIn } from './stand-in.ts';
import { standIn } from './stand-in.ts';
import { key, notesTemplate } from './tables.ts';

const TableName = 'stack-Notes';
const arn = `arn:aws:dynamodb:sa-east-1:000000000000:table/${TableName}`;
const keyArn = 'arn:aws:kms:sa-east-1:000000000000:key/11111111-2222-3333-4444-555555555555';

let machine: StandIn;

beforeAll(async () => {
  machine = await standIn();
  const provision = (logicalId: string, extra: Record<string, unknown> = {}) =>
    machine.service.provision({
      stack: 'stack',
      logicalId,
      type: 'AWS::DynamoDB::Table',
      properties: notesTemplate(extra),
    });
  await provision('Notes');
  await provision('Secret', {
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn },
  });
});

afterAll(() => machine.close());

/** The permissions that a call needs, whether or not it then succeeds. */
const asked = async (send: (client: DynamoDBClient) => Promise<unknown>): Promise<readonly Permission[]> => {
  await send(machine.client).catch(() => undefined);
  return machine.lastAsked().permissions;
};

const leading = (...keys: string[]) => ({ 'dynamodb:LeadingKeys': keys });

describe('a call about one item', () => {
  const Key = key('tenant#a', 1);

  it.each<[string, (client: DynamoDBClient) => Promise<unknown>]>([
    ['GetItem', (client) => client.send(new GetItemCommand({ TableName, Key }))],
    ['UpdateItem', (client) => client.send(new UpdateItemCommand({ TableName, Key }))],
    ['DeleteItem', (client) => client.send(new DeleteItemCommand({ TableName, Key }))],
    ['PutItem', (client) => client.send(new PutItemCommand({ TableName, Item: { ...Key, x: { S: 'b' } } }))],
  ])('needs %s on the table and tells the partition', async (operation, send) => {
    expect(await asked(send)).toEqual([
      { action: `dynamodb:${operation}`, resource: arn, context: leading('tenant#a') },
    ]);
  });
});

describe('a query', () => {
  const query = (input: object) =>
    asked((client) =>
      client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :p',
          ExpressionAttributeValues: { ':p': { S: 'tenant#a' } },
          ...input,
        }),
      ),
    );

  it.each([
    ['pk = :p', {}],
    [':p = pk', {}],
    ['sk > :n AND pk=:p', {}],
    ['(#k = :p) AND (sk = :n)', { '#k': 'pk' }],
    ['sk BETWEEN :n AND :n AND pk = :p', {}],
  ])('tells the partition of %s', async (KeyConditionExpression, names) => {
    const all = { ':p': { S: 'tenant#a' }, ':n': { N: '1' } };
    const used = Object.entries(all).filter(([name]) => KeyConditionExpression.includes(name));
    const input = {
      KeyConditionExpression,
      ExpressionAttributeValues: Object.fromEntries(used),
      ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
    };
    expect(await query(input)).toEqual([
      { action: 'dynamodb:Query', resource: arn, context: leading('tenant#a') },
    ]);
  });

  it('of an index acts on the index, and its leading key is that of the index', async () => {
    const byOwner = {
      IndexName: 'by-owner',
      KeyConditionExpression: '#o = :p',
      ExpressionAttributeNames: { '#o': 'owner' },
    };
    expect(await query(byOwner)).toEqual([
      { action: 'dynamodb:Query', resource: `${arn}/index/by-owner`, context: leading('tenant#a') },
    ]);
  });

  it('tells no partition when the condition demands none', async () => {
    expect(await query({ KeyConditionExpression: 'begins_with(pk, :p)' })).toEqual([
      { action: 'dynamodb:Query', resource: arn, context: {} },
    ]);
  });
});

it('a scan tells no partition', async () => {
  expect(await asked((client) => client.send(new ScanCommand({ TableName, IndexName: 'by-owner' })))).toEqual(
    [{ action: 'dynamodb:Scan', resource: `${arn}/index/by-owner`, context: {} }],
  );
});

describe('a call about several items', () => {
  it('as a batch needs its own action for each table, with all partitions', async () => {
    const Keys = [key('tenant#a', 1), key('tenant#b', 2)];
    expect(
      await asked((client) =>
        client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } })),
      ),
    ).toEqual([{ action: 'dynamodb:BatchGetItem', resource: arn, context: leading('tenant#a', 'tenant#b') }]);
    const requests = [
      { PutRequest: { Item: key('tenant#c', 1) } },
      { DeleteRequest: { Key: key('tenant#d', 1) } },
    ];
    expect(
      await asked((client) =>
        client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } })),
      ),
    ).toEqual([
      { action: 'dynamodb:BatchWriteItem', resource: arn, context: leading('tenant#c', 'tenant#d') },
    ]);
  });

  it('as a transaction needs what each of its actions needs', async () => {
    const Key = (pk: string) => ({ TableName, Key: key(pk, 1) });
    const write = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: key('tenant#a', 1) } },
        { Update: { ...Key('tenant#b'), UpdateExpression: 'REMOVE x' } },
        { Delete: Key('tenant#c') },
        { ConditionCheck: { ...Key('tenant#d'), ConditionExpression: 'attribute_not_exists(pk)' } },
      ],
    });
    const within = (operation: string, pk: string) => ({
      ...leading(pk),
      'dynamodb:EnclosingOperation': [operation],
    });
    expect(await asked((client) => client.send(write))).toEqual(
      [
        ['PutItem', 'tenant#a'],
        ['UpdateItem', 'tenant#b'],
        ['DeleteItem', 'tenant#c'],
        ['ConditionCheckItem', 'tenant#d'],
      ].map(([action, pk = '']) => ({
        action: `dynamodb:${action}`,
        resource: arn,
        context: within('TransactWriteItems', pk),
      })),
    );
    const read = new TransactGetItemsCommand({ TransactItems: [{ Get: Key('tenant#e') }] });
    expect(await asked((client) => client.send(read))).toEqual([
      { action: 'dynamodb:GetItem', resource: arn, context: within('TransactGetItems', 'tenant#e') },
    ]);
  });
});

describe('a table under a key of its own', () => {
  const secret = 'stack-Secret';
  const decrypt = {
    action: 'kms:Decrypt',
    resource: keyArn,
    context: {
      'kms:ViaService': ['dynamodb.sa-east-1.amazonaws.com'],
      'kms:EncryptionContext:aws:dynamodb:tableName': [secret],
      'kms:EncryptionContext:aws:dynamodb:subscriberId': ['000000000000'],
    },
  };

  it('needs the right to decrypt, once for each table, to read and to write', async () => {
    const read = new GetItemCommand({ TableName: secret, Key: key('a', 1) });
    expect(await asked((client) => client.send(read))).toContainEqual(decrypt);
    const write = new TransactWriteItemsCommand({
      TransactItems: [1, 2].map((n) => ({ Put: { TableName: secret, Item: key('a', n) } })),
    });
    const needed = await asked((client) => client.send(write));
    expect(needed.filter(({ action }) => action === 'kms:Decrypt')).toEqual([decrypt]);
  });

  it('does not need it to be described', async () => {
    const describing = new DescribeTableCommand({ TableName: secret });
    expect(await asked((client) => client.send(describing))).toEqual([
      { action: 'dynamodb:DescribeTable', resource: arn.replace(TableName, secret), context: {} },
    ]);
  });
});

describe('a request that can not be understood', () => {
  const raw = (operation: string, body: string) => ({
    principal: admin,
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
    body: Buffer.from(body),
  });

  it.each([
    ['PutItem', 'no json'],
    ['PutItem', '[]'],
    ['GetItem', '{"TableName": 5, "Key": {}}'],
    ['BatchGetItem', '{"RequestItems": {"stack-Notes": 5}}'],
    ['TransactWriteItems', '{"TransactItems": [{"Put": 5}]}'],
    ['ListTables', '{}'],
  ])('needs nothing and is refused: %s %s', async (operation, body) => {
    expect(machine.service.permissions(raw(operation, body))).toEqual([]);
    await expect(machine.service.answer(raw(operation, body))).rejects.toBeInstanceOf(AwsError);
  });
});
