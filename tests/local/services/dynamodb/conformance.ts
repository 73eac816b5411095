/** What every DynamoDB does, told through the real client; it runs over our stand-in and over a second engine. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { capacityConform } from './conformance/capacity.ts';
import { conditionsConform } from './conformance/conditions.ts';
import { itemsConform } from './conformance/items.ts';
import { queriesConform } from './conformance/queries.ts';
import { severalConform } from './conformance/several.ts';
import { TableName, testTable } from './conformance/test-table.ts';
import { transactionsConform } from './conformance/transactions.ts';
import { updatesConform } from './conformance/updates.ts';
import { notes } from './tables.ts';

export type Connection = { readonly client: DynamoDBClient; close(): Promise<void> };

export const conformance = (name: string, connect: () => Promise<Connection>): void => {
  describe(`DynamoDB as ${name} plays it`, () => {
    let connection: Connection;

    beforeAll(async () => {
      connection = await connect();
      await connection.client.send(new CreateTableCommand(notes(TableName)));
    });

    afterAll(() => connection.close());

    const table = testTable(() => connection.client);
    itemsConform(table);
    conditionsConform(table);
    updatesConform(table);
    queriesConform(table);
    severalConform(table);
    transactionsConform(table);
    capacityConform(table);
  });
};
