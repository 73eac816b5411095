/** Counts what conversations use on the local machine: API calls, capacity units, milliseconds × memory, tokens, bytes. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { dynamoLedger } from '../../functions/core/aws/dynamo/usage-ledger.ts';
import { tenantId } from '../../functions/core/domain/ids.ts';
import { daysBetween, type BookedLine } from '../../functions/core/domain/usage.ts';
import type { AwsLine } from '../../functions/core/policy/aws-prices.ts';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { CountedRun, ModelCount } from '../../functions/core/rating/aws-cost.ts';
import { readSeeds, type Seeds } from '../local/seeds.ts';
import { startSystem, type System } from '../local/system.ts';
import { connectTo } from '../operate/connection.ts';
import { conversationSeeds, converse, shopConversations } from './count-conversations.ts';

const root = join(import.meta.dirname, '..', '..');

export type CountOptions = {
  readonly region: Region;
  /** An empty folder of its own. */
  readonly data: string;
  readonly assembly: string;
  /** At most so many conversations. */
  readonly conversations: number;
};

/** Run by the clock and not by a message: part of the fixed cost. */
const scheduled = new Set([
  'sweep',
  'catch-up',
  'refresh-access',
  'close-hour',
  'total-usage',
  'settle-resolutions',
]);
/** Called by HTTP: every other Lambda of the way takes its messages from a queue. */
const calledByHttp = new Set(['receive-webhook', 'list-replies', 'desk-api']);

const callRows = z.array(
  z.object({
    service: z.string(),
    operation: z.string(),
    function: z.string().optional(),
    count: z.number(),
  }),
);

type Used = { readonly invocations: number; readonly milliseconds: number };

/** Everything that only grows: two of these make a run. */
const standOf = async (system: System, data: string, durations: ReadonlyMap<string, Used>) => {
  const calls = callRows.parse(await (await fetch(`${system.running.aws}/_calls`)).json());
  const own = calls.filter((call) => call.function !== undefined && !scheduled.has(call.function));
  const tables = system.capacity();
  return {
    at: performance.now(),
    calls: (service: string, operations?: readonly string[]): number =>
      own
        .filter((call) => call.service === service && (operations?.includes(call.operation) ?? true))
        .reduce((sum, { count }) => sum + count, 0),
    read: tables.reduce((sum, table) => sum + table.read, 0),
    write: tables.reduce((sum, table) => sum + table.write, 0),
    tables: new Map(tables.map((table) => [table.table, table])),
    logs: readdirSync(join(data, 'logs'))
      .filter((file) => !scheduled.has(file.replace('.jsonl', '')))
      .reduce((sum, file) => sum + statSync(join(data, 'logs', file)).size, 0),
    durations: new Map(durations),
  };
};
type Stand = Awaited<ReturnType<typeof standOf>>;

/** What was invoked, and how long ago the last of it was. */
const openWatch = () => {
  const durations = new Map<string, Used>();
  let last = performance.now();
  return {
    durations,
    measure: (
      {
        namespace,
        name,
        dimensions,
      }: { namespace: string; name: string; dimensions: Readonly<Record<string, string>> },
      value: number,
    ): void => {
      if (namespace !== 'AWS/Lambda' || name !== 'Duration') return;
      const lambda = (dimensions['FunctionName'] ?? '').replace('recado-demo-', '');
      if (scheduled.has(lambda)) return;
      last = performance.now();
      const known = durations.get(lambda) ?? { invocations: 0, milliseconds: 0 };
      durations.set(lambda, {
        invocations: known.invocations + 1,
        milliseconds: known.milliseconds + value,
      });
    },
    /** Nothing was invoked for so long: every retry and every burst is over. */
    quiet: async (milliseconds: number): Promise<void> => {
      do await sleep(250);
      while (performance.now() - last < milliseconds);
    },
  };
};

const modelCounts = (lines: readonly BookedLine[]): readonly ModelCount[] => {
  const counts = new Map<string, ModelCount>();
  for (const { detail = {}, module } of lines.filter(({ unit }) => unit === 'model_tokens')) {
    const model = String(detail['model'] ?? 'unknown');
    const use = model.includes('embed') ? 'embedding' : module === 'understanding' ? 'intent' : 'reply';
    const known = counts.get(`${model} ${use}`) ?? { model, use, calls: 0, tokensIn: 0, tokensOut: 0 };
    counts.set(`${model} ${use}`, {
      ...known,
      calls: known.calls + 1,
      tokensIn: known.tokensIn + Number(detail['in'] ?? 0),
      tokensOut: known.tokensOut + Number(detail['out'] ?? 0),
    });
  }
  return [...counts.values()];
};

const linesSince = async (system: System, seeds: Seeds, began: Date): Promise<readonly BookedLine[]> => {
  const connection = connectTo(system.running);
  const ledger = dynamoLedger(connection.dynamo, system.running.usageTable);
  const reads = seeds.tenants.flatMap(({ id }) =>
    daysBetween(began, new Date()).map(async (day) => ledger.day(tenantId(id), day)),
  );
  return (await Promise.all(reads)).flat().flatMap(({ line }) => line ?? []);
};

/** What the machine of a case invokes, and states it passes for each: the task, the choice after it, a look or wait. */
const steps: ReadonlySet<string> = new Set(['open-escalation', 'close-escalation', 'notify']);
const statesPerStep = 3;

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(9);

const lambdasBetween = (before: Stand, after: Stand, { machine }: System): CountedRun['lambdas'] =>
  [...after.durations].map(([lambda, { invocations, milliseconds }]) => {
    const known = before.durations.get(lambda) ?? { invocations: 0, milliseconds: 0 };
    return {
      lambda,
      invocations: invocations - known.invocations,
      milliseconds: Math.round(milliseconds - known.milliseconds),
      memoryMb: machine.functions.find(({ names }) => names.includes(lambda))?.memoryMb ?? 0,
    };
  });

const tablesBetween = (before: Stand, after: Stand): CountedRun['tables'] =>
  [...after.tables.values()].map(({ table, read, write }) => ({
    table,
    read: read - (before.tables.get(table)?.read ?? 0),
    write: write - (before.tables.get(table)?.write ?? 0),
  }));

/** The difference of two stands, less what the machine uses in as much time when nobody writes. */
const countsBetween = (
  [idle, before, after]: readonly [Stand, Stand, Stand],
  lambdas: CountedRun['lambdas'],
  messages: number,
  sentBytes: number,
): Readonly<Record<AwsLine, string>> => {
  const times = (after.at - before.at) / (before.at - idle.at);
  const units = (of: (stand: Stand) => number): string => {
    const used = of(after) - of(before) - (of(before) - of(idle)) * times;
    return String(Math.max(0, Math.round(used * 10) / 10));
  };
  const calls = (service: string, operations?: readonly string[]): number =>
    after.calls(service, operations) - before.calls(service, operations);
  const sum = (of: (one: CountedRun['lambdas'][number]) => number): number =>
    lambdas.reduce((total, one) => total + of(one), 0);
  const isPolled = (lambda: string): boolean => !calledByHttp.has(lambda) && !steps.has(lambda);
  return {
    'apigateway.http': String(messages),
    'lambda.requests': String(sum((one) => one.invocations)),
    'lambda.duration': sum(({ milliseconds, memoryMb }) => (milliseconds / 1000) * (memoryMb / 1024)).toFixed(
      6,
    ),
    // A poller asks for a batch and deletes it: two requests beside those that the code makes.
    'sqs.requests': String(calls('sqs') + 2 * sum((one) => (isPolled(one.lambda) ? one.invocations : 0))),
    'dynamodb.write': units((stand) => stand.write),
    'dynamodb.read': units((stand) => stand.read),
    'kms.requests': String(calls('kms')),
    's3.put': String(calls('s3', ['PutObject', 'ListObjectsV2', 'CopyObject'])),
    's3.get': String(calls('s3', ['GetObject', 'HeadObject'])),
    'logs.ingest': gigabytes(after.logs - before.logs),
    'stepfunctions.transitions': String(
      statesPerStep * sum((one) => (steps.has(one.lambda) ? one.invocations : 0)),
    ),
    // A call is charged for three units of 100 characters at least; no message of the run is longer.
    'comprehend.language': String(3 * calls('comprehend')),
    'transfer.out': gigabytes(sentBytes),
  };
};

const idleMilliseconds = 60_000;
const quietMilliseconds = 10_000;

/** Starts a machine, lets the conversations run through it, and stops it. */
export const countRun = async (options: CountOptions): Promise<CountedRun> => {
  const { region, data, assembly } = options;
  const read = readSeeds([conversationSeeds]);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const watch = openWatch();
  const system = await startSystem({
    root,
    region,
    stage: 'demo',
    data,
    assembly,
    seeds: read.seeds,
    port: 0,
    real: [],
    tell: () => undefined,
    problem: (line) => console.error(line),
    measure: watch.measure,
  });
  const stand = async (): Promise<Stand> => standOf(system, data, watch.durations);
  try {
    await watch.quiet(quietMilliseconds);
    const idle = await stand();
    await sleep(idleMilliseconds);
    const before = await stand();
    const began = new Date();
    const all = shopConversations(options.conversations);
    const messages = await converse(`${system.front}/sandbox`, all, async () =>
      watch.quiet(quietMilliseconds),
    );
    const after = await stand();
    const sent = await (await fetch(`${system.front}/sandbox/sent?after=0`)).text();
    const lambdas = lambdasBetween(before, after, system);
    return {
      conversations: all.length,
      messages,
      counts: countsBetween([idle, before, after], lambdas, messages, sent.length),
      tables: tablesBetween(before, after),
      lambdas,
      models: modelCounts(await linesSince(system, read.seeds, began)),
    };
  } finally {
    await system.stop();
  }
};
