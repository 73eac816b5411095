/** A fresh access table in a DynamoDB stand-in, sealed so that a test can tell sealed from open. */
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { AccessParts } from '../../functions/core/aws/dynamo/access-rows.ts';
import type { KeyOperations } from '../../functions/core/ports/keys.ts';
import type { Clock } from '../../functions/core/ports/tools.ts';
import type { StandIn } from '../local/services/dynamodb/stand-in.ts';

const sealed = z.object({ context: z.record(z.string(), z.string()), hidden: z.string() });

/** Opens for the context of the sealing only. */
const keys: KeyOperations = {
  encrypt: async (_key, plain, context) =>
    Buffer.from(JSON.stringify({ context, hidden: Buffer.from(plain).toString('base64') })),
  decrypt: async (_key, bytes, context) => {
    const { context: bound, hidden } = sealed.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (JSON.stringify(bound) !== JSON.stringify(context)) throw new Error('sealed for another row');
    return Buffer.from(hidden, 'base64');
  },
  dataKey: async () => Promise.reject(new Error('nobody asks for a data key here')),
};

let tables = 0;

export const accessTable = async (machine: StandIn, clock: Clock): Promise<AccessParts> => {
  tables += 1;
  const table = `access-${String(tables)}`;
  await machine.client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  return { dynamo: DynamoDBDocumentClient.from(machine.client), keys, table, key: 'key', clock };
};
