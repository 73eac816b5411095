/** Counts what conversations use on the local machine: API calls, capacity units, milliseconds × memory, tokens, bytes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { dynamoLedger } from '../../functions/core/aws/dynamo/usage-ledger.ts';
import { tenantId } from '../../functions/core/domain/ids.ts';
import { daysBetween, type BookedLine } from '../../functions/core/domain/usage.ts';
import type { AwsLine } from '../../functions/core/policy/aws-prices.ts';
import { models } from '../../functions/core/policy/models.ts';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { CountedRun, ModelCount } from '../../functions/core/rating/aws-cost.ts';
import { readSeeds } from '../local/seeds.ts';
import { startSystem, type System } from '../local/system.ts';
import { connectTo } from '../operate/connection.ts';

const root = join(import.meta.dirname, '..', '..');
const cases = join(root, 'tests', 'evaluation', 'answers');

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

const conversation = z.object({
  channel: z.string(),
  account: z.string(),
  thread: z.string(),
  buyer: z.string(),
  order: z.string().optional(),
  item: z.string().optional(),
  turns: z.array(z.object({ text: z.string() })),
});

/** The repository's own conversations of the web shop channel: every language, market and kind of question. */
const shopConversations = (most: number) =>
  readFileSync(join(cases, 'conversations.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => conversation.parse(JSON.parse(line)))
    .filter(({ channel, thread }) => channel === 'rest' && thread === 'private')
    .slice(0, most);

const callRows = z.array(
  z.object({
    service: z.string(),
    operation: z.string(),
    function: z.string().optional(),
    count: z.number(),
  }),
);
type Calls = z.output<typeof callRows>;
const callsOf = async (system: System): Promise<Calls> =>
  callRows.parse(await (await fetch(`${system.running.aws}/_calls`)).json());

const sumOf = (calls: Calls, service: string, operations?: readonly string[]): number =>
  calls
    .filter(
      (call) =>
        call.service === service && !scheduled.has(call.function ?? '') && call.function !== undefined,
    )
    .filter(({ operation }) => operations?.includes(operation) ?? true)
    .reduce((sum, { count }) => sum + count, 0);

const logBytes = (data: string): number =>
  readdirSync(join(data, 'logs'))
    .filter((file) => !scheduled.has(file.replace('.jsonl', '')))
    .reduce((sum, file) => sum + statSync(join(data, 'logs', file)).size, 0);

const capacityOf = (system: System) => {
  const tables = system.capacity();
  return {
    read: tables.reduce((sum, table) => sum + table.read, 0),
    write: tables.reduce((sum, table) => sum + table.write, 0),
  };
};

type Durations = Map<string, { invocations: number; milliseconds: number }>;

/** Nothing was invoked for so long: every retry and every burst is over. */
const quietMilliseconds = 10_000;

const modelCounts = (lines: readonly BookedLine[]): readonly ModelCount[] => {
  const counts = new Map<string, ModelCount>();
  for (const { detail = {}, module } of lines.filter(({ unit }) => unit === 'model_tokens')) {
    const model = String(detail['model'] ?? 'unknown');
    const row = Object.values(models)
      .flat()
      .find(({ id }) => id === model);
    const use =
      row?.uses.includes('embedding') === true
        ? 'embedding'
        : module === 'understanding'
          ? 'intent'
          : 'reply';
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

/** Each turn is written once all turns before it have been dealt with, as buyers do. */
const converse = async (
  system: System,
  all: ReturnType<typeof shopConversations>,
  quiet: () => Promise<void>,
): Promise<number> => {
  const longest = Math.max(...all.map(({ turns }) => turns.length));
  let messages = 0;
  for (let turn = 0; turn < longest; turn += 1) {
    for (const [index, { account, buyer, order, item, turns }] of all.entries()) {
      const text = turns[turn]?.text;
      if (text === undefined) continue;
      const body = JSON.stringify({
        account,
        conversation: `count-${String(index)}`,
        buyer,
        text,
        order,
        item,
      });
      const response = await fetch(`${system.front}/sandbox/rest/messages`, { method: 'POST', body });
      if (!response.ok) throw new Error(`the sandbox did not take a message: ${await response.text()}`);
      messages += 1;
    }
    await quiet();
  }
  return messages;
};

/** Starts a machine, lets the conversations run through it, and stops it. */
export const countRun = async (options: CountOptions): Promise<CountedRun> => {
  const { region, data, assembly } = options;
  const read = readSeeds([join(cases, 'seeds.json')]);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const durations: Durations = new Map();
  let [lastInvoked, isCounting] = [performance.now(), false];
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
    measure: ({ namespace, name, dimensions }, value) => {
      if (namespace !== 'AWS/Lambda' || name !== 'Duration' || !isCounting) return;
      const lambda = (dimensions['FunctionName'] ?? '').replace('recado-demo-', '');
      if (scheduled.has(lambda)) return;
      lastInvoked = performance.now();
      const known = durations.get(lambda) ?? { invocations: 0, milliseconds: 0 };
      durations.set(lambda, {
        invocations: known.invocations + 1,
        milliseconds: known.milliseconds + value,
      });
    },
  });
  const quiet = async (): Promise<void> => {
    do await sleep(500);
    while (performance.now() - lastInvoked < quietMilliseconds);
  };
  try {
    await quiet();
    const all = shopConversations(options.conversations);
    const before = { calls: await callsOf(system), capacity: capacityOf(system), logs: logBytes(data) };
    isCounting = true;
    const began = new Date();
    const messages = await converse(system, all, quiet);
    const [calls, capacity, logs] = [await callsOf(system), capacityOf(system), logBytes(data)];
    const used = (service: string, operations?: readonly string[]): number =>
      sumOf(calls, service, operations) - sumOf(before.calls, service, operations);
    const connection = connectTo(system.running);
    const ledger = dynamoLedger(connection.dynamo, system.running.usageTable);
    const tenants = read.seeds.tenants.map(({ id }) => tenantId(id));
    const days = daysBetween(began, new Date());
    const rows = await Promise.all(
      tenants.flatMap((tenant) => days.map(async (day) => ledger.day(tenant, day))),
    );
    const lines = rows.flat().flatMap(({ line }) => line ?? []);
    const memory = (lambda: string): number =>
      system.machine.functions.find(({ names }) => names.includes(lambda))?.memoryMb ?? 0;
    const all1 = [...durations];
    const invocations = all1.reduce((sum, [, { invocations: count }]) => sum + count, 0);
    const polled = all1.reduce(
      (sum, [lambda, { invocations: count }]) => sum + (calledByHttp.has(lambda) ? 0 : count),
      0,
    );
    const gigabyteSeconds = all1.reduce(
      (sum, [lambda, { milliseconds }]) => sum + (milliseconds / 1000) * (memory(lambda) / 1024),
      0,
    );
    const sent = await (await fetch(`${system.front}/sandbox/sent?after=0`)).text();
    const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(9);
    const counts: Readonly<Record<AwsLine, string>> = {
      'apigateway.http': String(messages),
      'lambda.requests': String(invocations),
      'lambda.duration': gigabyteSeconds.toFixed(6),
      // A poller asks for a batch and deletes it: two requests beside those that the code makes.
      'sqs.requests': String(used('sqs') + 2 * polled),
      'dynamodb.write': String(capacity.write - before.capacity.write),
      'dynamodb.read': String(capacity.read - before.capacity.read),
      'dynamodb.storage': '0',
      'kms.requests': String(used('kms')),
      's3.put': String(used('s3', ['PutObject', 'ListObjectsV2', 'CopyObject'])),
      's3.get': String(used('s3', ['GetObject', 'HeadObject'])),
      'logs.ingest': gigabytes(logs - before.logs),
      'stepfunctions.transitions': '0',
      scheduler: '0',
      'comprehend.language': String(3 * used('comprehend')),
      translate: '0',
      'transfer.out': gigabytes(sent.length),
    };
    return { conversations: all.length, messages, counts, models: modelCounts(lines) };
  } finally {
    await system.stop();
  }
};
