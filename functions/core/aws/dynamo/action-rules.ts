/** What a seller lets be done with orders without a person: one row of the tenants table, `ACTIONS`. */
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ActionRules } from '../../domain/action.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { ActionSettings } from '../../ports/actions.ts';

const rule = z.union([
  z.literal('any'),
  z.record(z.string().check(z.regex(/^[A-Z]{3}$/)), z.string().check(z.regex(/^\d{1,15}(?:\.\d{1,6})?$/))),
]);
export const actionRules = z.strictObject({
  cancel: z.exactOptional(rule),
  address: z.exactOptional(rule),
  return: z.exactOptional(rule),
  refund: z.exactOptional(rule),
});
const actionRulesRow = z.object({ rules: actionRules });

const key = (tenant: TenantId) => ({ pk: tenant, sk: 'ACTIONS' });

/** Read at each wish: a rule that was taken away permits nothing a moment later. */
export const dynamoActionSettings = (dynamo: DynamoDBDocumentClient, table: string): ActionSettings => ({
  async rules(tenant) {
    const { Item } = await dynamo.send(
      new GetCommand({ TableName: table, Key: key(tenant), ConsistentRead: true }),
    );
    return Item === undefined ? {} : z.parse(actionRulesRow, Item).rules;
  },
});

export const writeActionRules = async (
  dynamo: DynamoDBDocumentClient,
  table: string,
  tenant: TenantId,
  rules: ActionRules,
): Promise<void> => {
  await dynamo.send(
    new PutCommand({ TableName: table, Item: { ...key(tenant), rules: z.parse(actionRules, rules) } }),
  );
};
