/** The client that stands in bundles for the SDK's: what one writes the other reads, and both end in the same errors. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as sdk from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AwsCallFailed,
  lambdaCredentials,
  signedCalls,
} from '../../../../functions/core/aws/signed/client.ts';
import * as slim from '../../../../functions/core/aws/slim/dynamodb.ts';
import { dynamodbService } from '../../../../lib/local/services/dynamodb/index.ts';
import { testPlace } from '../../../local/services/place.ts';
import { credentials, serveService, type Served } from '../../../local/services/serve.ts';

const TableName = 'rows';
const place = testPlace('sa-east-1');
const environment = {
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
};
let served: Served;
let documents: sdk.DynamoDBDocumentClient;
let ours: slim.DynamoDBDocumentClient;
beforeAll(async () => {
  served = await serveService(dynamodbService(place));
  const client = new DynamoDBClient({ region: place.region, endpoint: served.endpoint, credentials });
  documents = sdk.DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  ours = new slim.DynamoDBDocumentClient({
    calls: signedCalls(place.region, lambdaCredentials(environment), served.endpoint),
    maxAttempts: 2,
  });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
});
afterAll(async () => {
  documents.destroy();
  await served.close();
  place.remove();
});

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.maxSafeInteger(),
    fc.integer().map((one) => one / 1000),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ minLength: 1, maxLength: 20 }).map((bytes) => new Uint8Array(bytes)),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), tie('any'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).any;

const sdkError = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'accepted',
    (error: unknown) => error,
  );
const nameOf = (error: unknown): unknown => (error instanceof Error ? error.name : error);

describe('rows', () => {
  it('are read by one as the other wrote them, whatever they hold', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom('a', 'b', 'c'), value), async (held) => {
        number += 1;
        const Key = { pk: 'generated', sk: String(number) };
        const Item = { ...held, ...Key };
        await ours.send(new slim.PutCommand({ TableName, Item: { ...Item, left: undefined } }));
        const bySdk = await documents.send(new sdk.GetCommand({ TableName, Key }));
        expect(bySdk.Item).toEqual(Item);
        await documents.send(new sdk.PutCommand({ TableName, Item }));
        expect((await ours.send(new slim.GetCommand({ TableName, Key })))['Item']).toEqual(Item);
      }),
      { numRuns: 60, seed: 20_261_120 },
    );
  });

  it('that are not there are nothing', async () => {
    const absent = await ours.send(new slim.GetCommand({ TableName, Key: { pk: 'none', sk: '0' } }));
    expect(absent['Item']).toBeUndefined();
  });

  it('come in pages that go on where the last one ended', async () => {
    for (const sk of ['1', '2', '3'])
      await ours.send(new slim.PutCommand({ TableName, Item: { pk: 'pages', sk } }));
    const query = (ExclusiveStartKey?: unknown) =>
      ours.send(
        new slim.QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': 'pages' },
          Limit: 2,
          ExclusiveStartKey,
        }),
      );
    const first = await query();
    expect(first['Items']).toEqual([
      { pk: 'pages', sk: '1' },
      { pk: 'pages', sk: '2' },
    ]);
    const second = await query(first['LastEvaluatedKey']);
    expect(second['Items']).toEqual([{ pk: 'pages', sk: '3' }]);
    expect(second['LastEvaluatedKey']).toBeUndefined();
  });

  it('are changed and deleted, and tell what they were where that is wanted', async () => {
    const Key = { pk: 'changed', sk: '1' };
    const changed = await ours.send(
      new slim.UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET seen = :seen ADD times :one',
        ExpressionAttributeValues: { ':seen': ['a'], ':one': 1 },
        ReturnValues: 'ALL_NEW',
      }),
    );
    expect(changed['Attributes']).toEqual({ ...Key, seen: ['a'], times: 1 });
    await ours.send(new slim.DeleteCommand({ TableName, Key }));
    expect((await documents.send(new sdk.GetCommand({ TableName, Key }))).Item).toBeUndefined();
  });
});

describe('what DynamoDB refuses', () => {
  const Item = { pk: 'standing', sk: '1' };
  const once = { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' };

  it('is refused under the name that flows look for', async () => {
    await ours.send(new slim.PutCommand({ TableName, Item }));
    const ourError = await sdkError(ours.send(new slim.PutCommand(once)));
    expect(ourError).toBeInstanceOf(slim.ConditionalCheckFailedException);
    expect(nameOf(ourError)).toBe(nameOf(await sdkError(documents.send(new sdk.PutCommand(once)))));
  });

  it('names the reason of each action of a transaction, in their order', async () => {
    const other = { TableName, Item: { pk: 'fresh', sk: '1' } };
    const TransactItems = [{ Put: other }, { Put: once }];
    const ourError = await sdkError(ours.send(new slim.TransactWriteCommand({ TransactItems })));
    expect(ourError).toBeInstanceOf(slim.TransactionCanceledException);
    expect(ourError).toMatchObject({
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    });
    const { Item: written } = await documents.send(
      new sdk.GetCommand({ TableName, Key: { pk: 'fresh', sk: '1' } }),
    );
    expect(written).toBeUndefined();
  });

  it('is told by its code otherwise, without the words that quote a row', async () => {
    const wrong = new slim.GetCommand({ TableName, Key: { pk: 'secret words' } });
    const error = await sdkError(ours.send(wrong));
    expect(error).toBeInstanceOf(AwsCallFailed);
    expect(error).toMatchObject({ code: 'ValidationException', message: 'ValidationException' });
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

describe('a call that a passing fault met', () => {
  const once = (code: string) => {
    let calls = 0;
    return {
      count: () => calls,
      json: async () => {
        calls += 1;
        if (calls === 1) throw new AwsCallFailed(code, 400, code);
        return {};
      },
    };
  };
  const get = new slim.GetCommand({ TableName, Key: { pk: 'a', sk: 'b' } });

  it('is made again, and one that was refused is not', async () => {
    const throttled = once('ProvisionedThroughputExceededException');
    await new slim.DynamoDBDocumentClient({ calls: throttled, maxAttempts: 3 }).send(get);
    expect(throttled.count()).toBe(2);
    const refused = once('AccessDeniedException');
    const client = new slim.DynamoDBDocumentClient({ calls: refused, maxAttempts: 3 });
    await expect(client.send(get)).rejects.toBeInstanceOf(AwsCallFailed);
    expect(refused.count()).toBe(1);
  });
});

it('writes no value that a row cannot hold', async () => {
  for (const wrong of [new Date(), Number.NaN, () => 1, new Map()])
    await expect(
      ours.send(new slim.PutCommand({ TableName, Item: { pk: 'wrong', sk: '1', wrong } })),
    ).rejects.toBeInstanceOf(TypeError);
});
