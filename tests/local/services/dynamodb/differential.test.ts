/** Some hundred generated calls, made on the stand-in and on a second engine, end alike and leave the same behind. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  ScanCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondEngines, startDynoxide } from './dynoxide.ts';
import type { Call } from './generated-calls.ts';
import { calls, TableName } from './generated-calls.ts';
import { standIn } from './stand-in.ts';
import { notes } from './tables.ts';

const SEED = 20260302;
const CALLS = 300;

/** Text that is the same for what DynamoDB treats as the same: sets, items of a batch or an index have no order. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const parts = value.map(canonical);
    return parts.toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => name !== '$metadata' && part !== undefined)
      .map(([name, part]): [string, unknown] => [name, name === 'L' ? part : canonical(part)])
      .toSorted(([left], [right]) => left.localeCompare(right)),
  );
};

/** What a call ended in: its answer, or the name of its error with the reasons for it. */
const outcome = async (call: Call, client: DynamoDBClient): Promise<unknown> => {
  try {
    return canonical(await call.send(client));
  } catch (error) {
    if (error instanceof TransactionCanceledException) {
      return [error.name, error.CancellationReasons?.map((reason) => reason.Code)];
    }
    if (error instanceof ConditionalCheckFailedException) return [error.name, error.message];
    return error instanceof Error ? error.name : 'unknown';
  }
};

for (const binary of secondEngines) {
  describe('the stand-in and a second engine', () => {
    it('answer generated calls alike', async () => {
      const [ours, other] = await Promise.all([standIn('us-east-1'), startDynoxide(binary)]);
      try {
        for (const { client } of [ours, other]) await client.send(new CreateTableCommand(notes(TableName)));
        for (const call of fc.sample(calls, { seed: SEED, numRuns: CALLS })) {
          const [mine, theirs] = [await outcome(call, ours.client), await outcome(call, other.client)];
          expect({ call: call.title, outcome: mine }).toEqual({ call: call.title, outcome: theirs });
        }
        const left = async (client: DynamoDBClient) =>
          canonical((await client.send(new ScanCommand({ TableName }))).Items);
        expect(await left(ours.client)).toEqual(await left(other.client));
      } finally {
        await Promise.all([ours.close(), other.close()]);
      }
    });
  });
}
