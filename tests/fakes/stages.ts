/** The stages of the pipeline in memory: a queue each, and a worker that runs the real queue entry as a Lambda would. */
import type { Context, SQSEvent } from 'aws-lambda';
import { deduplicationId } from '../../functions/core/aws/sqs/stages.ts';
import { writeMessageAddress, writeReplyAddress } from '../../functions/core/aws/sqs/wire.ts';
import { queueEntry, type QueueWork } from '../../functions/core/entry/queue.ts';
import type { LambdaTools } from '../../functions/core/entry/tools.ts';
import type { NextStage, OutboundStage } from '../../functions/core/ports/queues.ts';
import type { Clock, Count, Log } from '../../functions/core/ports/tools.ts';
import type { Process } from './faults.ts';
import { memoryQueue, type MemoryQueue } from './queue.ts';

export type Stage = 'inbound' | 'detected' | 'recognized' | 'outbound';

/** As the template deploys them (tests/lib holds it to these numbers). */
export const maximumReceives = 5;
const burstDelay = 1;

/** Seconds; six times the worker's time-out. */
const visibility: Readonly<Record<Stage, number>> = {
  inbound: 60,
  detected: 120,
  recognized: 180,
  outbound: 120,
};

export const stageQueues = (clock: Clock): Readonly<Record<Stage, MemoryQueue>> => {
  const queue = (name: Stage) =>
    memoryQueue({
      name,
      clock,
      maximumReceives,
      delay: name === 'recognized' ? burstDelay : 0,
      visibility: visibility[name],
    });
  return {
    inbound: queue('inbound'),
    detected: queue('detected'),
    recognized: queue('recognized'),
    outbound: queue('outbound'),
  };
};

export const messageStage = (queue: MemoryQueue, stage: 'detected' | 'recognized'): NextStage => ({
  forward: async (address, attempt) =>
    queue.send(
      writeMessageAddress(address),
      address.conversation,
      deduplicationId(stage, address.message, attempt),
    ),
});

export const outboundStage = (queue: MemoryQueue): OutboundStage => ({
  forward: async (address, attempt) =>
    queue.send(
      writeReplyAddress(address),
      address.conversation,
      deduplicationId('outbound', address.reply, attempt),
    ),
});

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'a-worker',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:sa-east-1:000000000000:function:a-worker',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

type Shared = {
  readonly tools: { readonly clock: Clock; readonly log: Log; readonly count: Count };
  /** What nobody foresaw, for a test to look at. */
  readonly failures: unknown[];
  readonly process: Process;
};

/** One invocation with the next batch; false when nothing could be received. */
export const worker = <Body>(
  { tools, failures, process }: Shared,
  queue: MemoryQueue,
  batch: number,
  work: Pick<QueueWork<Body>, 'read' | 'handle' | 'park'>,
): (() => Promise<boolean>) => {
  const lambda: LambdaTools = {
    ...tools,
    failed: (error) => {
      failures.push(error);
    },
    flush: async () => undefined,
  };
  const handler = queueEntry({
    ...work,
    tools: lambda,
    queue: process.port('queue', {
      delay: async (_: string, receipts: readonly string[], seconds: number) =>
        queue.delay(receipts, seconds),
      park: async (body: string) => queue.park(body),
    }),
    maximumReceives,
    queueUrl: (arn) => arn,
  });
  return async () => {
    const records = queue.receive(batch);
    if (records.length === 0) return false;
    const event: SQSEvent = { Records: [...records] };
    let failed = new Set(records.map((record) => record.messageId));
    const survived = await process.invocation(async () => {
      const answer = await handler(event, lambdaContext);
      failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    });
    // A process that ended answers for nothing: all of its records come back after their visibility.
    if (survived) queue.finish(records.filter((record) => !failed.has(record.messageId)));
    return true;
  };
};
