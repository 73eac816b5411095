/** Limits of tenants beside their settings, and what of them is reached beside the ledger. */
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TenantId } from '../../domain/ids.ts';
import { isLimited, type Limited } from '../../domain/limits.ts';
import type { Limits, ModelAllowance } from '../../ports/limits.ts';
import type { Clock } from '../../ports/tools.ts';

const limited = z.pipe(
  z.string(),
  z.transform((text: string): Limited => {
    if (!isLimited(text)) throw new TypeError('nothing of that name can be limited');
    return text;
  }),
);
const limitsRow = z.object({
  limits: z.array(z.object({ of: limited, soft: z.nullable(z.number()), hard: z.nullable(z.number()) })),
});
const stateRow = z.object({
  month: z.string(),
  asOf: z.pipe(
    z.string(),
    z.transform((text: string) => new Date(text)),
  ),
  reached: z.array(
    z.object({ of: limited, kind: z.enum(['soft', 'hard']), used: z.number(), limit: z.number() }),
  ),
  stopped: z.boolean(),
});

const limitsKey = (tenant: string) => ({ pk: tenant, sk: 'LIMITS' });
const stateKey = (tenant: string) => ({ pk: `${tenant}#limits`, sk: 'STATE' });

export const dynamoLimits = (
  dynamo: DynamoDBDocumentClient,
  tables: { readonly tenants: string; readonly usage: string },
): Limits => ({
  async limits(tenant) {
    const Key = limitsKey(tenant);
    const { Item } = await dynamo.send(new GetCommand({ TableName: tables.tenants, Key }));
    return Item === undefined ? [] : z.parse(limitsRow, Item).limits;
  },
  async set(tenant: TenantId, limits) {
    await dynamo.send(
      new PutCommand({ TableName: tables.tenants, Item: { ...limitsKey(tenant), limits: [...limits] } }),
    );
  },
  async state(tenant) {
    const Key = stateKey(tenant);
    const { Item } = await dynamo.send(new GetCommand({ TableName: tables.usage, Key }));
    return Item === undefined ? null : z.parse(stateRow, Item);
  },
  async note(tenant, state) {
    const { month, asOf, reached, stopped } = state;
    const Item = { ...stateKey(tenant), month, asOf: asOf.toISOString(), reached, stopped };
    await dynamo.send(new PutCommand({ TableName: tables.usage, Item }));
  },
});

const believedMilliseconds = 30_000;

/** Whether models may be asked, from the row that `total-usage` writes. */
export const dynamoAllowance = (
  dynamo: DynamoDBDocumentClient,
  usage: string,
  clock: Clock,
): ModelAllowance => {
  const kept = new Map<string, { readonly stopped: boolean; readonly until: number }>();
  return {
    async stopped(tenant) {
      const now = clock().getTime();
      const known = kept.get(tenant);
      if (known !== undefined && known.until > now) return known.stopped;
      const { Item } = await dynamo.send(new GetCommand({ TableName: usage, Key: stateKey(tenant) }));
      const state = Item === undefined ? null : z.parse(stateRow, Item);
      const stopped = state !== null && state.stopped && state.month >= monthBefore(clock());
      if (kept.size > 5000) kept.clear();
      kept.set(tenant, { stopped, until: now + believedMilliseconds });
      return stopped;
    },
  };
};

/** The earliest month that may still run somewhere: a stop ends with its month even where nobody made totals since. */
const monthBefore = (now: Date): string => new Date(now.getTime() - 86_400_000).toISOString().slice(0, 7);
