/** Accounts and cursors in the tenants table, and what the conversations table knows, for catching up. */
import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Account } from '../../domain/tenant.ts';
import type { AccountDirectory, KnownTurns, PullCursors } from '../../ports/catching-up.ts';
import { accountPartition, conversationPartition, metaSort, seenSort } from './keys.ts';
import { accountRow, allTenants, type TenantsParts } from './tenants.ts';

const all = async (
  { dynamo, table }: Pick<TenantsParts, 'dynamo' | 'table'>,
  pk: string,
  prefix: string | null,
): Promise<readonly Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: prefix === null ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ...(prefix === null ? {} : { ':prefix': prefix }) },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    rows.push(...(Items ?? []));
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
};

const tenantKey = z.object({ sk: z.string().check(z.minLength(1)) });

export const dynamoAccounts = (parts: Pick<TenantsParts, 'dynamo' | 'table'>): AccountDirectory => ({
  async accounts(): Promise<readonly Account[]> {
    const found: Account[] = [];
    for (const tenant of await all(parts, allTenants, null)) {
      const rows = await all(parts, z.parse(tenantKey, tenant).sk, 'ACCOUNT#');
      found.push(...rows.map((row) => z.parse(accountRow, row)));
    }
    return found;
  },
});

const date = z.pipe(
  z.iso.datetime(),
  z.transform((text: string) => new Date(text)),
);
const cursorRow = z.object({ cursor: z.nullable(z.string()), at: date, lastGapAt: z.nullable(date) });
const cursorSort = (topic: string): string => `CURSOR#${topic}`;

export const dynamoCursors = ({ dynamo, table }: Pick<TenantsParts, 'dynamo' | 'table'>): PullCursors => ({
  async read(channel, account, topic) {
    const Key = { pk: accountPartition(channel, account), sk: cursorSort(topic) };
    const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item === undefined ? null : z.parse(cursorRow, Item);
  },
  async keep(channel, account, topic, { cursor, at, lastGapAt }) {
    const Item = {
      pk: accountPartition(channel, account),
      sk: cursorSort(topic),
      cursor,
      at: at.toISOString(),
      lastGapAt: lastGapAt?.toISOString() ?? null,
    };
    await dynamo.send(new PutCommand({ TableName: table, Item }));
  },
});

export const dynamoKnownTurns = (dynamo: DynamoDBDocumentClient, table: string): KnownTurns => ({
  async known(tenant, conversation, message) {
    const pk = conversationPartition(tenant, conversation);
    const sk = message === null ? metaSort : seenSort(message);
    const { Item } = await dynamo.send(
      new GetCommand({
        TableName: table,
        Key: { pk, sk },
        ConsistentRead: true,
        ProjectionExpression: 'pk',
      }),
    );
    return Item !== undefined;
  },
});
