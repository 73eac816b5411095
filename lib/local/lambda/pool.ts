/** The execution environments of one Lambda: reused when idle, started on demand, closed when idle for long. */
import type { FunctionError } from './messages.ts';
import type { LambdaProcess, Result } from './process.ts';

export type Pool = {
  /** `crashAfter` kills the environment as soon as the handler has answered. */
  run(event: string, requestId: string, crashAfter?: boolean): Promise<Result>;
  /** Starts one environment ahead of the first event. */
  warm(): void;
  close(): Promise<void>;
};

export type PoolOptions = {
  readonly start: () => LambdaProcess;
  /**
   * Environments at most; further events wait their turn. AWS would start hundreds, which this machine's memory
   * cannot; it is never faster for it.
   */
  readonly limit: number;
  /** How long an environment stays without an event. */
  readonly idleMilliseconds: number;
};

type Waiting = {
  readonly event: string;
  readonly requestId: string;
  readonly crashAfter: boolean;
  readonly resolve: (result: Result) => void;
};

export const openPool = (options: PoolOptions): Pool => {
  const all = new Set<LambdaProcess>();
  const idle = new Map<LambdaProcess, NodeJS.Timeout>();
  const waiting: Waiting[] = [];
  let starting = 0;
  let closed = false;

  /** Gives waiting events to idle environments, and starts as many as still wait for one. */
  const pump = () => {
    while (waiting.length > 0) {
      const [entry] = idle;
      if (entry === undefined) break;
      const next = waiting.shift();
      if (next !== undefined) void occupy(entry[0], next);
    }
    while (starting < waiting.length && all.size < options.limit) void start();
  };

  const start = async () => {
    starting += 1;
    const process = options.start();
    all.add(process);
    void process.exited.then(() => forget(process));
    const problem = await process.ready;
    starting -= 1;
    if (problem === undefined) rest(process);
    else giveUp(process, problem);
    pump();
  };

  /** As on AWS an event is told why its environment did not start; the next event tries again. */
  const giveUp = (process: LambdaProcess, error: FunctionError) => {
    all.delete(process);
    waiting.shift()?.resolve({ kind: 'failed', error });
  };

  const rest = (process: LambdaProcess) => {
    if (!all.has(process)) return;
    const timer = setTimeout(() => {
      idle.delete(process);
      void process.close();
    }, options.idleMilliseconds);
    timer.unref();
    idle.set(process, timer);
  };

  const occupy = async (process: LambdaProcess, waiter: Waiting) => {
    clearTimeout(idle.get(process));
    idle.delete(process);
    const result = await process.run(waiter.event, waiter.requestId);
    if (waiter.crashAfter) process.crash();
    else rest(process);
    waiter.resolve(result);
    pump();
  };

  const forget = (process: LambdaProcess) => {
    clearTimeout(idle.get(process));
    idle.delete(process);
    all.delete(process);
    pump();
  };

  return {
    run: (event, requestId, crashAfter = false) =>
      new Promise((resolve) => {
        if (closed) return resolve({ kind: 'failed', error: stopped(requestId) });
        waiting.push({ event, requestId, crashAfter, resolve });
        pump();
      }),
    warm: () => void start(),
    close: async () => {
      closed = true;
      for (const { resolve, requestId } of waiting.splice(0))
        resolve({ kind: 'failed', error: stopped(requestId) });
      await Promise.all([...all].map((process) => process.close()));
    },
  };
};

const stopped = (requestId: string): FunctionError => ({
  errorType: 'Runtime.ExitError',
  errorMessage: `RequestId: ${requestId} Error: the machine stops`,
});
