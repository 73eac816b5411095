/** A table's stream feeding a Lambda: in order, again while it fails, and past what is given up. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BatchOutcome } from '../../../lib/local/lambda/queue-source.ts';
import { streamSource } from '../../../lib/local/lambda/stream-source.ts';
import { dynamodbService } from '../../../lib/local/services/dynamodb/index.ts';
import { temporaryFolder } from '../assembly.ts';

type HouseOptions = {
  readonly mapping?: object;
  readonly answer?: (
    ids: readonly string[],
    attempt: number,
    numbers: ReadonlyMap<string, string>,
  ) => BatchOutcome;
  readonly rights?: boolean;
  readonly written?: readonly string[];
};

const done: BatchOutcome = { payload: null };
const error: BatchOutcome = { error: 'broken' };

const openHouse = async ({
  mapping,
  answer = () => done,
  rights = true,
  written = [],
}: HouseOptions = {}) => {
  let now = Date.parse('2026-11-20T00:00:00Z');
  const place = { region: 'sa-east-1', account: '000000000000', data: temporaryFolder(), clock: () => now };
  const dynamodb = dynamodbService(place);
  const { attributes } = await dynamodb.provision({
    stack: 'app',
    logicalId: 'Table',
    type: 'AWS::DynamoDB::Table',
    properties: {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    },
  });
  const put = async (id: string) => {
    const body = { TableName: 'app-Table', Item: { id: { S: id } } };
    await dynamodb.answer({
      principal: { arn: 'role', sessionTags: {} },
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': 'DynamoDB_20120810.PutItem' },
      body: Buffer.from(JSON.stringify(body)),
    });
  };
  for (const id of written) await put(id);
  const batches: string[] = [];
  const numbers = new Map<string, string>();
  const start = () => {
    const stop = new AbortController();
    const { stopped } = streamSource(
      {
        FunctionName: 'work',
        EventSourceArn: attributes['StreamArn'] ?? '',
        StartingPosition: 'TRIM_HORIZON',
        ...mapping,
      },
      {
        streams: dynamodb,
        consumer: 'app/Mapping',
        invoke: async ({ Records }) => {
          const ids = Records.map(({ dynamodb: { Keys, SequenceNumber } }) => {
            const id = Keys['id'] !== undefined && 'S' in Keys['id'] ? Keys['id'].S : '';
            numbers.set(id, SequenceNumber);
            return id;
          });
          batches.push(ids.join());
          return answer(ids, batches.length, numbers);
        },
        allowed: () => rights,
        clock: () => now,
        signal: stop.signal,
        firstPauseMs: 1,
      },
    );
    return async () => {
      stop.abort();
      await stopped;
    };
  };
  const stop = start();
  onTestFinished(async () => {
    await stop();
    await dynamodb.close();
  });
  return {
    batches,
    put,
    stop,
    start,
    age: (milliseconds: number) => (now += milliseconds),
    until: async (count: number) => {
      while (batches.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
      return batches;
    },
  };
};

describe('a stream', () => {
  it('hands over what was there before and what comes, in order and in batches', async () => {
    const house = await openHouse({ mapping: { BatchSize: 2 }, written: ['a', 'b', 'c'] });
    expect(await house.until(2)).toEqual(['a,b', 'c']);
    await house.put('d');
    expect(await house.until(3)).toEqual(['a,b', 'c', 'd']);
  });

  it('goes on behind what was done after a restart', async () => {
    const house = await openHouse({ written: ['a'] });
    await house.until(1);
    await house.stop();
    await house.put('b');
    onTestFinished(house.start());
    expect(await house.until(2)).toEqual(['a', 'b']);
  });

  it('hands a failed batch over again before anything else', async () => {
    const house = await openHouse({
      written: ['a', 'b'],
      answer: (_, attempt) => (attempt === 1 ? error : done),
    });
    await house.until(1);
    await house.put('c');
    expect(await house.until(3)).toEqual(['a,b', 'a,b', 'c']);
  });

  it('begins again at the first record that a report names', async () => {
    const house = await openHouse({
      mapping: { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      written: ['a', 'b', 'c'],
      answer: (_, attempt, numbers) => {
        const failures = [{ itemIdentifier: numbers.get('b') }];
        return attempt === 1 ? { payload: { batchItemFailures: failures } } : done;
      },
    });
    expect(await house.until(2)).toEqual(['a,b,c', 'b,c']);
  });

  it('halves a batch that fails, when asked to', async () => {
    const house = await openHouse({
      mapping: { BisectBatchOnFunctionError: true },
      written: ['a', 'b', 'c'],
      answer: (ids) => (ids.length > 2 ? error : done),
    });
    expect(await house.until(3)).toEqual(['a,b,c', 'a,b', 'c']);
  });

  it('gives a batch up after its retries', async () => {
    const house = await openHouse({
      mapping: { BatchSize: 1, MaximumRetryAttempts: 1 },
      written: ['a', 'b'],
      answer: ([id]) => (id === 'a' ? error : done),
    });
    expect(await house.until(3)).toEqual(['a', 'a', 'b']);
  });

  it('does nothing while it is disabled', async () => {
    const house = await openHouse({ mapping: { Enabled: false }, written: ['a'] });
    await house.stop();
    expect(house.batches).toEqual([]);
  });
});

it.each([
  ['rights to read', { rights: false }, /lacks dynamodb:DescribeStream/u],
  ['a starting position', { mapping: { StartingPosition: undefined } }, /StartingPosition/u],
  ['filters', { mapping: { FilterCriteria: { Filters: [] } } }, /FilterCriteria/u],
])('refuses a mapping for its %s', async (_, options, because) => {
  await expect(openHouse(options)).rejects.toThrow(because);
});
