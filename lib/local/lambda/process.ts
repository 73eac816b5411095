/** One execution environment: a child process that runs a Lambda's bundle with the environment Lambda would give it. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FromProcess, FunctionError, ToProcess } from './messages.ts';

/** How an invocation ended. A function error is an ending, not a failure of the machine. */
export type Result =
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: FunctionError };

export type ProcessOptions = {
  /** Folder of the bundle. */
  readonly folder: string;
  readonly handler: string;
  readonly functionArn: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** The whole environment: nothing of the machine's own is added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
};

export type LambdaProcess = {
  /** Why it cannot take events, or undefined once it can. */
  readonly ready: Promise<FunctionError | undefined>;
  readonly exited: Promise<void>;
  /** One at a time. A process that ran out of time is dead afterwards. */
  run(event: string, requestId: string): Promise<Result>;
  crash(): void;
  /** Lets it end by itself, and ends it when it does not. */
  close(): Promise<void>;
};

const childFile = fileURLToPath(new URL('child.ts', import.meta.url));

/** Lambda gives the initialisation 10 seconds. */
const initSeconds = 10;
const closeMilliseconds = 2_000;

/** What the machine was started with (`--import …`) its Lambdas are started with too. */
const preloads = (given: readonly string[]): readonly string[] =>
  given.flatMap((one, index) => (one === '--import' ? [one, given[index + 1] ?? ''] : []));

export const startProcess = (options: ProcessOptions): LambdaProcess => {
  const child = fork(childFile, [options.folder, options.handler], {
    cwd: options.folder,
    env: options.environment,
    // Memory is not enforced as Lambda does it; a heap that outgrows it dies all the same.
    execArgv: [
      `--max-old-space-size=${options.memoryMb}`,
      '--disable-warning=ExperimentalWarning',
      ...preloads(process.execArgv),
    ],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null) createInterface({ input: stream }).on('line', options.onLine);

  const ending = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(describeExit(code, signal)));
  });
  const crash = () => void child.kill('SIGKILL');

  return {
    ready: startup(child, ending, crash),
    exited: ending.then(() => undefined),
    run: (event, requestId) => runOnce({ child, ending, crash, options }, event, requestId),
    crash,
    close: async () => {
      const timer = setTimeout(crash, closeMilliseconds);
      if (child.connected) child.disconnect();
      await ending;
      clearTimeout(timer);
    },
  };
};

const describeExit = (code: number | null, signal: string | null): string => {
  if (signal !== null)
    return `Runtime exited with error: signal: ${signal === 'SIGKILL' ? 'killed' : signal}`;
  return code === 0
    ? 'Runtime exited without providing a reason'
    : `Runtime exited with error: exit status ${code}`;
};

const exitError = (requestId: string, how: string): FunctionError => ({
  errorType: 'Runtime.ExitError',
  errorMessage: `RequestId: ${requestId} Error: ${how}`,
});

const timedOut = (requestId: string, seconds: number): FunctionError => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
});

/** The next message of the process, or how it ended instead. */
const nextMessage = (child: ChildProcess, ending: Promise<string>) => {
  const message = new Promise<FromProcess>((resolve) => {
    child.once('message', (message: FromProcess) => resolve(message));
  });
  return Promise.race([message, ending.then((how) => ({ kind: 'exited' as const, how }))]);
};

const startup = async (
  child: ChildProcess,
  ending: Promise<string>,
  crash: () => void,
): Promise<FunctionError | undefined> => {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    crash();
  }, initSeconds * 1000);
  const first = await nextMessage(child, ending);
  clearTimeout(timer);
  if (first.kind === 'ready') return undefined;
  if (late) return timedOut('init', initSeconds);
  return first.kind === 'exited' ? exitError('init', first.how) : errorOf(first);
};

const errorOf = (message: FromProcess): FunctionError =>
  'error' in message
    ? message.error
    : { errorType: 'Runtime.Unknown', errorMessage: `unexpected ${message.kind}` };

type Running = {
  readonly child: ChildProcess;
  readonly ending: Promise<string>;
  readonly crash: () => void;
  readonly options: ProcessOptions;
};

const runOnce = async (running: Running, event: string, requestId: string): Promise<Result> => {
  const { child, ending, crash, options } = running;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    crash();
  }, options.timeoutSeconds * 1000);
  const remainingMs = options.timeoutSeconds * 1000;
  const message: ToProcess = { requestId, event, functionArn: options.functionArn, remainingMs };
  const next = nextMessage(child, ending);
  // A process that is just dying refuses the message; its exit is the answer.
  if (child.connected) child.send(message, () => undefined);
  const answer = await next;
  clearTimeout(timer);
  if (answer.kind === 'returned') return answer;
  if (answer.kind !== 'exited') return { kind: 'failed', error: errorOf(answer) };
  const error = late ? timedOut(requestId, options.timeoutSeconds) : exitError(requestId, answer.how);
  return { kind: 'failed', error };
};
