/** A process killed at any moment leaves whole transactions behind, and every one that it acknowledged. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TestPlace } from '../place.ts';
import { testPlace } from '../place.ts';
import { standInAt } from './stand-in.ts';

const KILLS = 4;

/** The table of crash-writer.ts, with an index and a stream, which must not fall behind either. */
const pairs = {
  stack: 'test',
  logicalId: 'Pairs',
  type: 'AWS::DynamoDB::Table',
  properties: {
    TableName: 'pairs',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'owner', AttributeType: 'S' },
    ],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by-owner',
        KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  },
};

/** Lets a child write pairs after the number `from`, kills it after a while, and answers the last acknowledged number. */
const writeUntilKilled = async (data: string, from: number, afterMilliseconds: number): Promise<number> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-writer.ts'), data, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const began = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      resolve();
    });
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([began, closed]);
  await pause(afterMilliseconds);
  child.kill('SIGKILL');
  await closed;
  return Number(said.trimEnd().split('\n').at(-1));
};

/** What the killed process left: the numbers in the table, how many index entries, how many stream records. */
const leftIn = async (place: TestPlace, streamArn: string) => {
  const machine = await standInAt(place);
  const scanned = await machine.client.send(new ScanCommand({ TableName: 'pairs' }));
  const queried = await machine.client.send(
    new QueryCommand({
      TableName: 'pairs',
      IndexName: 'by-owner',
      KeyConditionExpression: '#o = :o',
      ExpressionAttributeNames: { '#o': 'owner' },
      ExpressionAttributeValues: { ':o': { S: 'pair' } },
    }),
  );
  const records = machine.service.stream(streamArn, 'check', 'TRIM_HORIZON').read(1_000_000).length;
  await machine.stop();
  const numbers = scanned.Items?.map((item) => Number(item['n']?.N)) ?? [];
  return { numbers, entries: queried.Count, records };
};

it('leaves whole transactions, and every one that was acknowledged', async () => {
  const place = testPlace();
  const machine = await standInAt(place);
  const { attributes } = await machine.service.provision(pairs);
  await machine.stop();
  let reached = 0;
  for (const moment of fc.sample(fc.integer({ min: 0, max: 60 }), { seed: 7, numRuns: KILLS })) {
    const acknowledged = await writeUntilKilled(place.data, reached, moment);
    const left = await leftIn(place, attributes['StreamArn'] ?? '');
    reached = left.numbers[0] ?? 0;
    expect(left).toEqual({ numbers: [reached, reached], entries: 2, records: 2 * reached });
    expect(acknowledged).toBeGreaterThan(0);
    expect(reached).toBeGreaterThanOrEqual(acknowledged);
  }
  place.remove();
});
