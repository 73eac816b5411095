/** Who answered a buyer last: a returning buyer meets the same person again. Goes with the buyer's other rows. */
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { BuyerId, TenantId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/tools.ts';
import type { BuyerAgents } from '../../ports/buyer-agents.ts';
import { daysAfter } from '../../policy/retention.ts';
import { buyerPartition } from './keys.ts';
import { epochSeconds } from './table.ts';

const row = z.object({ agent: z.string() });
const rememberedDays = 180;

export const dynamoBuyerAgents = (
  dynamo: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): BuyerAgents => {
  const key = (tenant: TenantId, buyer: BuyerId) => ({ pk: buyerPartition(tenant, buyer), sk: 'AGENT' });
  return {
    async previous(tenant, buyer) {
      const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key: key(tenant, buyer) }));
      return Item === undefined ? null : z.parse(row, Item).agent;
    },
    async remember(tenant, buyer, agent) {
      const expiresAt = epochSeconds(daysAfter(clock(), rememberedDays));
      await dynamo.send(
        new PutCommand({ TableName: table, Item: { ...key(tenant, buyer), agent, expiresAt } }),
      );
    },
  };
};
