/** Audit rows: by tenant and day, in the order of time, put once and never changed. */
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { tenantId, type TenantId } from '../../domain/ids.ts';
import { auditActions, type AuditEntry, type AuditLog } from '../../ports/audit.ts';

const partition = (tenant: TenantId, day: string): string => `${tenant}#${day}`;

export const dynamoAudit = (dynamo: DynamoDBDocumentClient, table: string): AuditLog => ({
  async record({ tenant, at, action, subject, ...rest }) {
    const time = at.toISOString();
    const Item = {
      pk: partition(tenant, time.slice(0, 10)),
      sk: `${time}#${action}#${subject}`,
      tenant,
      at: time,
      action,
      subject,
      ...rest,
    };
    try {
      await dynamo.send(
        new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});

const row = z.object({
  tenant: z.pipe(z.string(), z.transform(tenantId)),
  at: z.pipe(
    z.string(),
    z.transform((text: string) => new Date(text)),
  ),
  action: z.enum(auditActions),
  who: z.string(),
  country: z.nullable(z.string()),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Every entry of a day (UTC, `YYYY-MM-DD`), oldest first. */
export const auditOfDay = async (
  dynamo: DynamoDBDocumentClient,
  table: string,
  tenant: TenantId,
  day: string,
): Promise<readonly AuditEntry[]> => {
  const entries: AuditEntry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition(tenant, day) },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    entries.push(...(page.Items ?? []).map((item) => z.parse(row, item)));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return entries;
};
