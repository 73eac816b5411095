/** Feeds a function from the stream of a table as Lambda does: in order, the same batch again until it succeeds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AwsError } from '../service.ts';
import type { Clock, Permission } from '../service.ts';
import type { DynamoDbService, StreamReader, StreamRecord } from '../services/dynamodb/index.ts';
import type { BatchOutcome } from './queue-source.ts';

export type StreamSourceTools = {
  readonly streams: Pick<DynamoDbService, 'stream' | 'onStream'>;
  /** Name of the mapping that stays the same over restarts: its checkpoint is kept under it. */
  readonly consumer: string;
  /** Calls the function; never rejects. */
  readonly invoke: (event: { readonly Records: readonly StreamRecord[] }) => Promise<BatchOutcome>;
  readonly allowed: (permission: Permission) => boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds before a failed batch is tried again; doubled with each failure. */
  readonly firstPauseMs?: number;
};

const shape = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.boolean().default(true),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BatchSize: z.int().min(1).max(10_000).default(100),
  MaximumBatchingWindowInSeconds: z.int().min(0).max(300).default(0),
  MaximumRetryAttempts: z.int().min(-1).max(10_000).default(-1),
  MaximumRecordAgeInSeconds: z.int().min(-1).max(604_800).default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  /** There is one shard here, so nothing runs in parallel. */
  ParallelizationFactor: z.int().min(1).max(10).default(1),
  /** Records that are given up go nowhere: no destination is imitated. */
  DestinationConfig: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

type Mapping = z.infer<typeof shape>;

const rights = ['DescribeStream', 'GetRecords', 'GetShardIterator'];

/**
 * Starts the mapping that the properties of an AWS::Lambda::EventSourceMapping describe; throws
 * InvalidParameterValueException for what AWS refuses and for what is not imitated, filters among it.
 */
export const streamSource = (
  properties: Readonly<Record<string, unknown>>,
  tools: StreamSourceTools,
): { readonly stopped: Promise<void> } => {
  const parsed = shape.safeParse(properties);
  if (!parsed.success) throw new AwsError('InvalidParameterValueException', z.prettifyError(parsed.error));
  const mapping = parsed.data;
  for (const right of rights)
    if (!tools.allowed({ action: `dynamodb:${right}`, resource: mapping.EventSourceArn }))
      throw new AwsError(
        'InvalidParameterValueException',
        `Cannot access stream ${mapping.EventSourceArn}: the execution role lacks dynamodb:${right}`,
      );
  return { stopped: mapping.Enabled ? follow(mapping, tools) : Promise.resolve() };
};

const follow = async (mapping: Mapping, tools: StreamSourceTools): Promise<void> => {
  const { streams, signal } = tools;
  const reader = streams.stream(mapping.EventSourceArn, tools.consumer, mapping.StartingPosition);
  const news = doorbell(signal);
  const unlisten = streams.onStream(mapping.EventSourceArn, news.ring);
  while (!signal.aborted) {
    const records = reader.read(mapping.BatchSize);
    if (records.length > 0) await handle(mapping, tools, reader, records);
    else await news.rung();
  }
  unlisten();
};

/** A ring while nobody waits is remembered, so that no record lies until the next one. */
const doorbell = (signal: AbortSignal) => {
  let waiting = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => waiting.resolve());
  return {
    ring: () => waiting.resolve(),
    rung: async () => {
      await waiting.promise;
      waiting = Promise.withResolvers<void>();
      if (signal.aborted) waiting.resolve();
    },
  };
};

const longestPauseMs = 60_000;

/** Until the batch is done or given up; nothing behind it is read meanwhile. */
const handle = async (
  mapping: Mapping,
  tools: StreamSourceTools,
  reader: StreamReader,
  records: readonly StreamRecord[],
): Promise<void> => {
  let left = records;
  let attempt = 0;
  while (!tools.signal.aborted) {
    const failedFrom = await firstFailure(mapping, tools, left);
    if (failedFrom > 0) {
      reader.advance(lastOf(left.slice(0, failedFrom)));
      attempt = 0;
    }
    left = left.slice(failedFrom);
    if (left.length === 0) return;
    if (isGivenUp(mapping, tools, left, attempt)) return reader.advance(lastOf(left));
    // The other half is read again from the checkpoint.
    if (mapping.BisectBatchOnFunctionError) left = left.slice(0, Math.ceil(left.length / 2));
    const { firstPauseMs = 1_000, signal } = tools;
    await pause(Math.min(firstPauseMs * 2 ** attempt, longestPauseMs), signal);
    attempt += 1;
  }
};

const lastOf = (records: readonly StreamRecord[]): string => records.at(-1)?.dynamodb.SequenceNumber ?? '0';

const isGivenUp = (
  { MaximumRetryAttempts: retries, MaximumRecordAgeInSeconds: age }: Mapping,
  { clock }: StreamSourceTools,
  left: readonly StreamRecord[],
  attempt: number,
): boolean => {
  const created = left[0]?.dynamodb.ApproximateCreationDateTime ?? 0;
  return (retries !== -1 && attempt >= retries) || (age !== -1 && clock() / 1000 - created > age);
};

const report = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/** Index of the first record that is not done; everything from it on is tried again. */
const firstFailure = async (
  mapping: Mapping,
  { invoke }: StreamSourceTools,
  records: readonly StreamRecord[],
): Promise<number> => {
  const outcome = await invoke({ Records: records });
  if ('error' in outcome) return 0;
  if (mapping.FunctionResponseTypes.length === 0) return records.length;
  const parsed = report.safeParse(outcome.payload);
  if (!parsed.success) return 0;
  const failed = parsed.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  if (failed.length === 0) return records.length;
  const indexes = failed.map((id) => records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id));
  // A record that was not in the batch fails the whole batch.
  return Math.max(0, Math.min(...indexes));
};

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);
