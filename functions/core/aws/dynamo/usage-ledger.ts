/** Ledger lines read back by tenant and day: what the `ledger` command and finance see. */
import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '../../domain/ids.ts';
import type { UsageLine } from '../../domain/usage.ts';
import { readUsage, usagePartition, usageShards } from './usage-rows.ts';

/** Every line that was accepted on a day (UTC, `YYYY-MM-DD`), in the order of their keys. */
export const linesOfDay = async (
  dynamo: DynamoDBDocumentClient,
  table: string,
  tenant: TenantId,
  day: string,
): Promise<readonly UsageLine[]> => {
  const lines: UsageLine[] = [];
  for (let shard = 0; shard < usageShards; shard += 1) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await dynamo.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': usagePartition(tenant, day, shard) },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      lines.push(...(page.Items ?? []).map(readUsage));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }
  return lines;
};
