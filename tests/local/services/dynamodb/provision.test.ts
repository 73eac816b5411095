/** Tables of a template: how they are named, what they answer, and that a restart keeps what is in them. */
import {
  DeleteTableCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaint, refusal } from '../place.ts';
import type { StandIn } from './stand-in.ts';
import { standIn } from './stand-in.ts';
import { key, notesTemplate } from './tables.ts';

let machine: StandIn;

beforeEach(async () => {
  machine = await standIn();
});

afterEach(() => machine.close());

const provision = async (properties: Record<string, unknown>) =>
  machine.service.provision({ stack: 'stack', logicalId: 'Notes', type: 'AWS::DynamoDB::Table', properties });

const put = (TableName: string, extra = {}) =>
  machine.client.send(new PutItemCommand({ TableName, Item: { ...key('a', 1), ...extra } }));
const get = async (TableName: string) =>
  (await machine.client.send(new GetItemCommand({ TableName, Key: key('a', 1) }))).Item;

describe('a table of a template', () => {
  it('is named by its property, else by stack and logical id', async () => {
    expect(await provision(notesTemplate({ TableName: 'given' }))).toMatchObject({ ref: 'given' });
    expect(await provision(notesTemplate())).toEqual({
      ref: 'stack-Notes',
      attributes: { Arn: 'arn:aws:dynamodb:sa-east-1:000000000000:table/stack-Notes' },
    });
  });

  it('keeps its items, and the name of its stream, when it is made again after a restart', async () => {
    const template = notesTemplate({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } });
    const made = await provision(template);
    await put(made.ref);
    machine.place.pass(60_000);
    machine = await machine.restart();
    expect(await provision(template)).toEqual(made);
    expect(await get(made.ref)).toEqual(key('a', 1));
  });

  it('gets an index that the template adds, with the items that were there', async () => {
    const { GlobalSecondaryIndexes: _, ...without } = notesTemplate();
    const { ref } = await provision({
      ...without,
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'N' },
      ],
    });
    await put(ref, { owner: { S: 'o' }, at: { S: '1' } });
    machine = await machine.restart();
    await provision(notesTemplate());
    const page = await machine.client.send(
      new QueryCommand({
        TableName: ref,
        IndexName: 'by-owner',
        KeyConditionExpression: '#o = :o',
        ExpressionAttributeNames: { '#o': 'owner' },
        ExpressionAttributeValues: { ':o': { S: 'o' } },
      }),
    );
    expect(page.Count).toBe(1);
  });

  it('may not change its key', async () => {
    await provision(notesTemplate());
    const other = notesTemplate({ KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] });
    expect(await complaint(provision(other))).toContain('another primary key');
  });

  it('is refused where AWS refuses it', async () => {
    const undefinedKey = notesTemplate({
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    });
    expect(await complaint(provision(undefinedKey))).toContain('Some index key attribute');
    expect(await complaint(provision(notesTemplate({ BillingMode: 'PROVISIONED' })))).toContain(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified',
    );
  });
});

describe('a description', () => {
  it('tells keys, indexes, stream, encryption and how many items there are', async () => {
    const { ref, attributes } = await provision(
      notesTemplate({
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'alias/data' },
        DeletionProtectionEnabled: true,
      }),
    );
    await put(ref);
    const { Table: table } = await machine.client.send(new DescribeTableCommand({ TableName: ref }));
    expect(table).toMatchObject({
      TableName: 'stack-Notes',
      TableStatus: 'ACTIVE',
      TableArn: attributes['Arn'],
      ItemCount: 1,
      CreationDateTime: new Date(machine.place.clock()),
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      KeySchema: notesTemplate()['KeySchema'],
      LatestStreamArn: attributes['StreamArn'],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      SSEDescription: { KMSMasterKeyArn: 'arn:aws:kms:sa-east-1:000000000000:alias/data' },
      DeletionProtectionEnabled: true,
    });
    expect(table?.GlobalSecondaryIndexes).toMatchObject([
      { IndexName: 'by-owner', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['note'] } },
    ]);
  });
});

describe('a deleted table', () => {
  it('is gone with its items, unless it is protected', async () => {
    const { ref } = await provision(notesTemplate({ DeletionProtectionEnabled: true }));
    await put(ref);
    const remove = () => machine.client.send(new DeleteTableCommand({ TableName: ref }));
    expect(await complaint(remove())).toContain('protected against deletion');
    await provision(notesTemplate());
    await remove();
    expect(await refusal(get(ref))).toBe('ResourceNotFoundException');
    await provision(notesTemplate());
    expect(await get(ref)).toBeUndefined();
  });
});
