/** How a sandbox misbehaves on request: a status, a delay, garbage, before or after what was asked is done. */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { SandboxAnswer } from './sandbox.ts';

export type SandboxFaults<Operation extends string> = {
  /** Throws a TypeError when the fault is not understood. */
  add(fault: unknown): void;
  /** Does what was asked, or misbehaves as the oldest fault for this operation says. */
  around(operation: Operation, act: () => SandboxAnswer): Promise<SandboxAnswer>;
  /** Ends every delay that is under way. */
  close(): void;
};

const faultSchema = (operations: readonly string[]) =>
  z.strictObject({
    channel: z.optional(z.string()),
    operation: z.enum([...operations, '*']),
    /** Answered instead; without `afterEffect` nothing is done. */
    status: z.optional(z.int().check(z.gte(200), z.lte(599))),
    /** Milliseconds before what was asked is done, or after it with `afterEffect`. */
    delayMs: z.optional(z.int().check(z.gte(0), z.lte(600_000))),
    /** Does what was asked and answers with a body that nobody can read. */
    garbage: z.optional(z.boolean()),
    /** Does what was asked, and then misbehaves. */
    afterEffect: z.optional(z.boolean()),
    times: z.prefault(z.int().check(z.gte(1)), 1),
  });
type Fault = z.output<ReturnType<typeof faultSchema>>;

export const sandboxFaults = <Operation extends string>(
  operations: readonly Operation[],
): SandboxFaults<Operation> => {
  const schema = faultSchema(operations);
  const waiting: { fault: Fault; left: number }[] = [];
  const closing = new AbortController();

  const take = (operation: Operation): Fault | undefined => {
    const next = waiting.find(
      ({ fault, left }) => left > 0 && (fault.operation === '*' || fault.operation === operation),
    );
    if (next === undefined) return undefined;
    next.left -= 1;
    return next.fault;
  };

  const delay = async (fault: Fault): Promise<void> => {
    if (fault.delayMs === undefined) return;
    await pause(fault.delayMs, undefined, { signal: closing.signal }).catch(() => undefined);
  };

  return {
    add: (given) => {
      const parsed = z.safeParse(schema, given);
      if (!parsed.success) throw new TypeError(`not a fault: ${z.prettifyError(parsed.error)}`);
      waiting.push({ fault: parsed.data, left: parsed.data.times });
    },
    around: async (operation, act) => {
      const fault = take(operation);
      if (fault === undefined) return act();
      if (fault.afterEffect === true || fault.garbage === true) {
        const answer = act();
        await delay(fault);
        return misbehave(fault, answer);
      }
      await delay(fault);
      return fault.status === undefined ? act() : misbehave(fault, nothing);
    },
    close: () => closing.abort(),
  };
};

const nothing: SandboxAnswer = { status: 500, body: '{"error":"out of order"}' };

const misbehave = (fault: Fault, answer: SandboxAnswer): SandboxAnswer => {
  if (fault.garbage === true) return { status: fault.status ?? answer.status, body: '\u{fffd}{"id":' };
  if (fault.status !== undefined) return { ...nothing, status: fault.status };
  // A delay after the effect answers as it should, only late; without a delay there is nothing left but to fail.
  return fault.delayMs === undefined ? nothing : answer;
};
