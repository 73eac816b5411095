/** Tables and items that the tests of DynamoDB share. */
import type { AttributeValue, CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** A table `pk` (string), `sk` (number) with an index on `owner`, `at` that keeps the attribute `note` beside the keys. */
export const notes = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'N' },
    { AttributeName: 'owner', AttributeType: 'S' },
    { AttributeName: 'at', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-owner',
      KeySchema: [
        { AttributeName: 'owner', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['note'] },
    },
  ],
});

/** The properties of the same table in a template. */
export const notesTemplate = (extra: Record<string, unknown> = {}): Record<string, unknown> => {
  const { TableName: _, ...properties } = notes('unused');
  return { ...properties, ...extra };
};

export const key = (pk: string, sk: number | string): Record<string, AttributeValue> => ({
  pk: { S: pk },
  sk: { N: String(sk) },
});

/** An item of that many bytes as DynamoDB counts them; its own names and key are 9 bytes plus those of `pk`. */
export const itemOfBytes = (pk: string, bytes: number): Record<string, AttributeValue> => ({
  pk: { S: pk },
  sk: { N: '1' },
  body: { S: 'x'.repeat(bytes - Buffer.byteLength(pk) - 'pk'.length - 'sk'.length - 2 - 'body'.length) },
});
