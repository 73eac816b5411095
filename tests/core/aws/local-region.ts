/** The tables and the key of a region on the local stand-ins, as the data stack makes them, for the stores under test. */
import { CreateTableCommand, DynamoDBClient, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { lambdaCredentials, signedCalls } from '../../../functions/core/aws/signed/client.ts';
import { signedKeys } from '../../../functions/core/aws/signed/keys.ts';
import { dynamodbService } from '../../../lib/local/services/dynamodb/index.ts';
import { kmsService } from '../../../lib/local/services/kms.ts';
import { testPlace } from '../../local/services/place.ts';
import { credentials, serveService } from '../../local/services/serve.ts';

type Keys = readonly [partition: string, sort?: string];

const schema = ([partition, sort]: Keys) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: 'RANGE' as const }]),
];

const table = (
  TableName: string,
  keys: Keys,
  indexes: Readonly<Record<string, Keys>> = {},
): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [keys, ...Object.values(indexes)]
    .flatMap((names) => names.flatMap((name) => name ?? []))
    .map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: schema(keys),
  ...(Object.keys(indexes).length === 0
    ? {}
    : {
        GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, names]) => ({
          IndexName,
          KeySchema: schema(names),
          Projection: { ProjectionType: 'KEYS_ONLY' as const },
        })),
      }),
});

/** lib/stacks/data.ts and metering, by their names here. */
const tables = [
  table('conversations', ['pk', 'sk'], { inbox: ['inboxKey', 'inboxAt'], due: ['dueShard', 'dueAt'] }),
  table('tenants', ['pk', 'sk']),
  table('registrations', ['pk']),
  table('access', ['pk']),
  table('keys', ['pk', 'sk']),
  table('usage', ['pk', 'sk']),
];

export const localRegion = async () => {
  const place = testPlace('sa-east-1');
  const database = dynamodbService(place);
  const kms = kmsService(place);
  const servedTables = await serveService(database);
  const servedKeys = await serveService(kms);
  const provisioned = await kms.provision({
    stack: 'data',
    logicalId: 'DataKey',
    type: 'AWS::KMS::Key',
    properties: {},
  });
  const client = new DynamoDBClient({
    region: place.region,
    endpoint: servedTables.endpoint,
    credentials,
    maxAttempts: 1,
  });
  for (const input of tables) await client.send(new CreateTableCommand(input));
  const environment = {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const calls = signedCalls(place.region, lambdaCredentials(environment), servedKeys.endpoint);
  return {
    dynamo: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    keys: signedKeys(calls),
    key: provisioned.attributes['Arn'] ?? provisioned.ref,
    /** Calls of KMS so far, by operation. */
    asked: () => servedKeys.asked.map(({ operation }) => operation),
    /** Units consumed so far over all tables, indexes included. */
    capacity: () =>
      database
        .capacity()
        .reduce((sum, { read, write }) => ({ read: sum.read + read, write: sum.write + write }), {
          read: 0,
          write: 0,
        }),
    close: async () => {
      client.destroy();
      await servedTables.close();
      await servedKeys.close();
      place.remove();
    },
  };
};
export type LocalRegion = Awaited<ReturnType<typeof localRegion>>;
