/** Rate cards of tenants, each with the day it is in force from, as documents in the tenants table; what they mean is read elsewhere. */
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';

type Parts = { readonly dynamo: DynamoDBDocumentClient; readonly table: string };

const prefix = 'CARD#';
/** Kept as text, so that what is rated years later is what was put, to the byte. */
const cardRow = z.object({ document: z.string() });

/** From the same day on, the later put wins. */
export const putRateCard = async (
  { dynamo, table }: Parts,
  card: { readonly tenant: string; readonly from: string },
): Promise<void> => {
  const Item = { pk: card.tenant, sk: `${prefix}${card.from}`, document: JSON.stringify(card) };
  await dynamo.send(new PutCommand({ TableName: table, Item }));
};

/** By the day that they are in force from. */
export const rateCardDocuments = async (
  { dynamo, table }: Parts,
  tenant: string,
): Promise<readonly unknown[]> => {
  const { Items } = await dynamo.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': tenant, ':sk': prefix },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map((row): unknown => JSON.parse(z.parse(cardRow, row).document));
};
