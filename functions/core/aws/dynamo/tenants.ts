/** Tenants, their accounts, and the emergency stop, from the tenants table. */
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { channelIds, markets, type ChannelId } from '../../domain/channel.ts';
import { accountId, registrationId, tenantId, type TenantId } from '../../domain/ids.ts';
import { intents } from '../../domain/intent.ts';
import type { Account, Tenant } from '../../domain/tenant.ts';
import type { Clock } from '../../ports/tools.ts';
import type { PauseSwitch, TenantDirectory } from '../../ports/tenants.ts';
import { kept } from './kept.ts';
import { accountPartition } from './keys.ts';

const modeRule = z.object({
  channel: z.union([z.enum(channelIds), z.literal('*')]),
  intent: z.union([z.enum(intents), z.literal('*')]),
  mode: z.enum(['automatic', 'review', 'human']),
});
const tenantTone = z.object({
  emoji: z._default(z.enum(['none', 'as-usual']), 'as-usual'),
  forbidden: z._default(z.array(z.string()), []),
});
const tenantRow = z.object({
  id: z.pipe(z.string(), z.transform(tenantId)),
  name: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  modes: z._default(z.array(modeRule), []),
  thresholds: z._default(z.record(z.string(), z.number()), {}),
  tone: z.exactOptional(tenantTone),
});
export const accountRow = z.object({
  tenant: z.pipe(z.string(), z.transform(tenantId)),
  channel: z.enum(channelIds),
  id: z.pipe(z.string(), z.transform(accountId)),
  registration: z.pipe(z.string(), z.transform(registrationId)),
  market: z.enum(markets),
  address: z._default(z.nullable(z.string()), null),
});

export const allTenants = 'TENANTS';
const settings = 'SETTINGS';
const pausePartition = 'PAUSE';

export type TenantsParts = {
  readonly dynamo: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: Clock;
};

const reader =
  (parts: TenantsParts) =>
  async (pk: string, sk: string): Promise<unknown> => {
    const { Item } = await parts.dynamo.send(
      new GetCommand({ TableName: parts.table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item ?? null;
  };

const tenantSeconds = 10;

export const dynamoTenants = (parts: TenantsParts): TenantDirectory => {
  const get = reader(parts);
  const tenants = kept<Tenant | null>(parts.clock, tenantSeconds);
  const accounts = kept<Account | null>(parts.clock, tenantSeconds);
  return {
    tenant: async (id) =>
      tenants(id, async () => {
        const row = await get(id, settings);
        return row === null ? null : z.parse(tenantRow, row);
      }),
    account: async (channel, account) =>
      accounts(accountPartition(channel, account), async () => {
        const row = await get(accountPartition(channel, account), 'ACCOUNT');
        return row === null ? null : z.parse(accountRow, row);
      }),
    async tenants() {
      const { Items } = await parts.dynamo.send(
        new QueryCommand({
          TableName: parts.table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': allTenants },
        }),
      );
      return (Items ?? []).map((row) => z.parse(tenantRow, row));
    },
  };
};

export const dynamoPause = (parts: TenantsParts, seconds: number): PauseSwitch => {
  const stops = kept<readonly string[]>(parts.clock, seconds);
  return {
    async paused(tenant, channel) {
      const rows = await stops(pausePartition, async () => {
        const { Items } = await parts.dynamo.send(
          new QueryCommand({
            TableName: parts.table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pausePartition },
            ConsistentRead: true,
          }),
        );
        return (Items ?? []).map((row) => String(row['sk']));
      });
      return rows.some((row) => row === 'ALL' || row === tenant || row === `${tenant}#${channel}`);
    },
  };
};

/** What operators write: tenants, accounts, the emergency stop. */
export const tenantWriter = (parts: TenantsParts) => {
  const put = async (Item: Record<string, unknown>): Promise<void> => {
    await parts.dynamo.send(new PutCommand({ TableName: parts.table, Item }));
  };
  const stopKey = (tenant: TenantId | null, channel: ChannelId | null): { pk: string; sk: string } => ({
    pk: pausePartition,
    sk: tenant === null ? 'ALL' : channel === null ? tenant : `${tenant}#${channel}`,
  });
  return {
    async tenant(tenant: Tenant): Promise<void> {
      await put({ pk: tenant.id, sk: settings, ...tenant });
      await put({ pk: allTenants, sk: tenant.id, ...tenant });
    },
    async account(account: Account): Promise<void> {
      await put({ pk: accountPartition(account.channel, account.id), sk: 'ACCOUNT', ...account });
      await put({ pk: account.tenant, sk: `ACCOUNT#${account.channel}#${account.id}`, ...account });
    },
    async pause(tenant: TenantId | null, channel: ChannelId | null, at: Date): Promise<void> {
      await put({ ...stopKey(tenant, channel), at: at.toISOString() });
    },
    async resume(tenant: TenantId | null, channel: ChannelId | null): Promise<void> {
      await parts.dynamo.send(new DeleteCommand({ TableName: parts.table, Key: stopKey(tenant, channel) }));
    },
  };
};
