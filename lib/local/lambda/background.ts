/** Asynchronous invocations: accepted at once, run later, and tried again when the function fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Provider } from '../service.ts';
import type { FunctionConfig } from './function-config.ts';
import { refused } from './invoked.ts';
import type { Invoked, Refused } from './invoked.ts';

/** `done` settles when the event was handled or given up. */
export type Accepted = { readonly kind: 'accepted'; readonly done: Promise<void> };

/**
 * Events that wait here do not survive the end of the machine, and failed ones go to no destination: what must not
 * be lost belongs in a queue.
 */
export type Background = Provider & {
  readonly invoke: (name: string, payload: string) => Accepted | Refused;
  close(): void;
};

export type BackgroundOptions = {
  readonly find: (nameOrArn: string) => FunctionConfig | undefined;
  readonly invoke: (name: string, payload: string) => Promise<Invoked>;
  /** Milliseconds before the second and before the third attempt. */
  readonly retryDelays: readonly number[];
  /** Told of an event that is given up. */
  readonly onGivenUp: (functionName: string, invoked: Invoked) => void;
};

/** Lambda quota of an asynchronous event, in bytes. */
const eventBytes = 1024 * 1024;

const shape = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.int().min(0).max(2).default(2),
});

export const openBackground = (options: BackgroundOptions): Background => {
  const attempts = new Map<string, number>();
  const stop = new AbortController();

  const run = async (name: string, payload: string): Promise<void> => {
    const retries = attempts.get(name) ?? options.retryDelays.length;
    let last = await options.invoke(name, payload);
    for (const delay of options.retryDelays.slice(0, retries)) {
      if (last.kind === 'returned') return;
      await sleep(delay, undefined, { signal: stop.signal });
      last = await options.invoke(name, payload);
    }
    if (last.kind !== 'returned') options.onGivenUp(name, last);
  };

  return {
    types: ['AWS::Lambda::EventInvokeConfig'],
    provision: ({ stack, logicalId, properties }) => {
      const { FunctionName, MaximumRetryAttempts } = shape.parse(properties);
      const name = options.find(FunctionName)?.name ?? FunctionName;
      attempts.set(name, MaximumRetryAttempts);
      return { ref: `${stack}-${logicalId}`, attributes: {} };
    },
    invoke: (nameOrArn, payload) => {
      const name = options.find(nameOrArn)?.name;
      if (name === undefined) throw new Error(`no function ${nameOrArn}`);
      if (Buffer.byteLength(payload) > eventBytes)
        return refused(413, 'RequestTooLargeException', `an event has at most ${eventBytes} bytes`);
      const done = run(name, payload).catch((error: unknown) => {
        if (!stop.signal.aborted) throw error;
      });
      return { kind: 'accepted', done };
    },
    close: () => stop.abort(),
  };
};
