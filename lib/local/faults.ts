/** Faults that a person or a test asks for: a stand-in that throttles, is slow, answers after all, or kills its caller. */
import { z } from 'zod';

/**
 * What goes wrong, `times` times, with calls of one operation (`*` for any), made by one Lambda if `function` is
 * given; for operation `Invoke` of `lambda` the function is the one invoked. `error` is an AWS error code, `crash`
 * (kills the calling Lambda's process) or `timeout` (never answers). `afterEffect` lets the call have its effect
 * first; without an `error` the connection is then dropped.
 */
export type Fault = z.infer<typeof faultShape>;

const faultShape = z
  .strictObject({
    service: z.string(),
    operation: z.string().min(1),
    function: z.string().min(1).optional(),
    error: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9.]*$/u, 'must be an AWS error code, crash or timeout')
      .optional(),
    delayMs: z.int().min(0).optional(),
    afterEffect: z.boolean().optional(),
    times: z.int().min(1).default(1),
  })
  .refine(
    ({ error, delayMs, afterEffect }) => error !== undefined || delayMs !== undefined || afterEffect === true,
    {
      path: ['error'],
      message: 'one of error, delayMs and afterEffect says what goes wrong',
    },
  );

/** A call as a fault sees it: `functionNames` are all names of the Lambda concerned. */
export type FaultyCall = {
  readonly service: string;
  readonly operation: string;
  readonly functionNames: readonly string[];
};

export type Faults = {
  /** Undefined when it was taken, otherwise what is wrong with it, each line naming its field. */
  add(body: unknown): string | undefined;
  /** The oldest fault meant for this call; it is used up by being taken. */
  take(call: FaultyCall): Fault | undefined;
};

/** `generate-reply`, `GenerateReply` and `generateReply` are one name. */
const kebab = (name: string) => name.replaceAll(/([a-z0-9])([A-Z])/gu, '$1-$2').toLowerCase();

const concerns = (fault: Fault, call: FaultyCall) =>
  fault.service === call.service &&
  (fault.operation === '*' || fault.operation === call.operation) &&
  (fault.function === undefined || call.functionNames.map(kebab).includes(kebab(fault.function)));

export const openFaults = (services: readonly string[]): Faults => {
  const waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (body) => {
      const parsed = faultShape.safeParse(body);
      if (!parsed.success)
        return parsed.error.issues
          .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
          .join('\n');
      if (!services.includes(parsed.data.service)) return `service: one of ${services.join(', ')}`;
      waiting.push({ fault: parsed.data, left: parsed.data.times });
      return undefined;
    },
    take: (call) => {
      const index = waiting.findIndex(({ fault }) => concerns(fault, call));
      const found = waiting[index];
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left === 0) waiting.splice(index, 1);
      return found.fault;
    },
  };
};
