/** A local machine as a stranger runs it: a process of its own, talked to by its addresses, stopped or killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';

const root = join(import.meta.dirname, '..', '..');

const ready = z.object({
  region: z.string(),
  health: z.string(),
  sandbox: z.string(),
  aws: z.string(),
  webhooks: z.array(
    z.object({ tenant: z.string(), channel: z.string(), account: z.string(), url: z.string() }),
  ),
});
const counts = z.record(z.string(), z.number());
const sentEntry = z.object({
  n: z.number(),
  at: z.string(),
  channel: z.string(),
  account: z.string(),
  conversation: z.string(),
  inReplyTo: z.string(),
  text: z.string(),
  repeats: z.number().optional(),
  request: z.object({ headers: z.record(z.string(), z.string()), body: z.string() }),
});
export type SentReply = z.output<typeof sentEntry>;
export type LogEntry = Readonly<Record<string, unknown>>;

export type LocalOptions = {
  readonly data: string;
  readonly region?: 'sa-east-1' | 'us-east-1';
  readonly seeds?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** An assembly that was synthesized before. */
  readonly assembly?: string;
  /** Every clock of the machine and its Lambdas is so far ahead. */
  readonly hoursAhead?: number;
};

const until = async <Value>(
  seconds: number,
  what: string,
  look: () => Promise<Value | null>,
): Promise<Value> => {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await look();
    if (value !== null) return value;
    if (performance.now() > end) throw new Error(`not within ${String(seconds)} s: ${what}`);
    await sleep(100);
  }
};

const json = async (url: string, body?: unknown): Promise<unknown> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${text}`);
  return text === '' ? {} : JSON.parse(text);
};

const readyLine = async (child: ChildProcess): Promise<z.output<typeof ready>> => {
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  if (child.stdout === null) throw new Error('the machine has no output');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.startsWith('ready ')) resolve(ready.parse(JSON.parse(line.slice('ready '.length))));
    });
    child.once('exit', (code) =>
      reject(new Error(`the machine ended with ${String(code)}: ${errors.join('')}`)),
    );
  });
};

export type LocalMachine = Awaited<ReturnType<typeof startLocal>>;

/** Rejects with what the machine printed when it does not come up. */
export const startLocal = async (options: LocalOptions) => {
  const seeds = (options.seeds ?? []).flatMap((file) => ['--seeds', file]);
  const assembly = options.assembly === undefined ? [] : ['--assembly', options.assembly];
  const clock = pathToFileURL(join(import.meta.dirname, 'clock-ahead.ts'));
  clock.searchParams.set('hours', String(options.hoursAhead ?? 0));
  const ahead = options.hoursAhead === undefined ? [] : ['--import', clock.href];
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...ahead,
      join(root, 'bin', 'local.ts'),
      '--quiet',
      '--data',
      options.data,
      '--region',
      options.region ?? 'sa-east-1',
      ...seeds,
      ...assembly,
    ],
    // A group of its own: a kill takes the Lambdas with it, as a power cut would.
    {
      cwd: root,
      detached: true,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const addresses = await readyLine(child);
  const startedMilliseconds = performance.now() - began;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const signal = (name: NodeJS.Signals, group: boolean): void => {
    try {
      process.kill(group ? -(child.pid ?? 0) : (child.pid ?? 0), name);
    } catch {
      // It is gone already.
    }
  };
  const health = async () => counts.parse(await json(addresses.health));
  const sent = async (after = 0) =>
    z.array(sentEntry).parse(await json(`${addresses.sandbox}/sent?after=${String(after)}`));
  return {
    ...addresses,
    startedMilliseconds,
    health,
    sent,
    /** Somebody writes at a played platform: its buyers' messages, questions, whatever it has. */
    write: async (what: string, words: Readonly<Record<string, unknown>>) =>
      z.object({ id: z.string() }).parse(await json(`${addresses.sandbox}/${what}`, words)).id,
    platformFault: async (fault: Readonly<Record<string, unknown>>) =>
      json(`${addresses.sandbox}/fault`, { channel: 'rest', ...fault }),
    awsFault: async (fault: Readonly<Record<string, unknown>>) => json(`${addresses.aws}/_fault`, fault),
    left: async () =>
      z.array(z.looseObject({ kind: z.string() })).parse(await json(`${addresses.aws}/_sent?after=0`)),
    permissions: async () => json(`${addresses.aws}/_permissions`),
    /** Waits until so many were accepted and none is on its way. */
    drained: async (accepted: number, seconds = 60) =>
      until(
        seconds,
        `${String(accepted)} messages at their end (${JSON.stringify(await health())})`,
        async () => {
          const now = await health();
          return (now['in'] ?? 0) >= accepted && now['inFlight'] === 0 ? now : null;
        },
      ),
    replied: async (inReplyTo: string, seconds = 30) =>
      until(
        seconds,
        `a reply to ${inReplyTo}`,
        async () => (await sent()).find((reply) => reply.inReplyTo === inReplyTo) ?? null,
      ),
    until,
    logs: () => readLogs(options.data),
    stop: async () => {
      signal('SIGINT', false);
      await ended;
    },
    kill: async () => {
      signal('SIGKILL', true);
      await ended;
    },
  };
};

/** Every log line of every Lambda, as parsed JSON; lines that a kill cut are left out. */
export const readLogs = (data: string): readonly LogEntry[] => {
  const folder = join(data, 'logs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          const parsed: LogEntry = JSON.parse(line);
          return [parsed];
        } catch {
          return [];
        }
      }),
  );
};

/** The ledger by the command that finance uses. */
export const ledger = async (
  data: string,
  tenant: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const child = spawn(
    process.execPath,
    [
      join(root, 'bin', 'ledger.ts'),
      '--tenant',
      tenant,
      '--data',
      data,
      '--from',
      new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10),
    ],
    { cwd: root },
  );
  const lines: Readonly<Record<string, unknown>>[] = [];
  const input = createInterface({ input: child.stdout });
  input.on('line', (line) => lines.push(z.record(z.string(), z.unknown()).parse(JSON.parse(line))));
  await new Promise((resolve) => {
    child.once('close', resolve);
  });
  return lines;
};

export const assemblyFor = (): string => join(root, 'cdk.out');
export const hasAssembly = (): boolean => existsSync(join(assemblyFor(), 'manifest.json'));
