/** Long polls: who waits at which queue, and when to look again. */
import type { Clock } from '../../service.ts';

/** One look at a queue: what was found, or undefined to go on waiting. */
export type Look<Found> = () => Found | undefined;

export type Wait<Found> = {
  readonly queueArn: string;
  readonly look: Look<Found>;
  /** When to give up, by the machine's clock. */
  readonly until: number;
  /** When time alone will next change what a look finds, by the machine's clock. */
  readonly nextChange: () => number | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type WaitingRoom = {
  /** Looks at once, again whenever something happened, and gives up with undefined. */
  wait<Found>(wait: Wait<Found>): Promise<Found | undefined>;
  /** Lets everybody at this queue look again. */
  wake(queueArn: string): void;
  /** Lets everybody look again: the clock was moved by hand. */
  tick(): void;
  /** Sends everybody away with nothing, now and from now on. */
  close(): void;
};

type Waiter = { readonly queueArn: string; look(): void; leave(): void };

/** Timers only say when to look at the clock again; the clock decides, so that tests can move it by hand. */
export const waitingRoom = (clock: Clock): WaitingRoom => {
  const waiters = new Set<Waiter>();
  let closed = false;
  const everybody = () => [...waiters];
  return {
    wait: <Found>({ queueArn, look, until, nextChange, signal }: Wait<Found>) => {
      if (closed || signal?.aborted === true) return Promise.resolve(undefined);
      const found = look();
      if (found !== undefined || clock() >= until) return Promise.resolve(found);
      return new Promise<Found | undefined>((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const settle = (result: Found | undefined) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', leave);
          waiters.delete(waiter);
          resolve(result);
        };
        const leave = () => settle(undefined);
        const lookAgain = () => {
          const result = look();
          if (result !== undefined || clock() >= until) return settle(result);
          clearTimeout(timer);
          const next = Math.min(until, nextChange() ?? until);
          timer = setTimeout(lookAgain, Math.max(1, next - clock()));
        };
        const waiter = { queueArn, look: lookAgain, leave };
        waiters.add(waiter);
        signal?.addEventListener('abort', leave);
        lookAgain();
      });
    },
    wake: (queueArn) => {
      for (const waiter of everybody()) if (waiter.queueArn === queueArn) waiter.look();
    },
    tick: () => everybody().forEach((waiter) => waiter.look()),
    close: () => {
      closed = true;
      everybody().forEach((waiter) => waiter.leave());
    },
  };
};
