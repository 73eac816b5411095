/** What the commands of finance ask of `close-hour`, and what it answers; the schedule asks nothing and closes hours. */
import * as z from 'zod/mini';

const month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
/** Null: every tenant. */
const tenant = z.nullable(z.string().check(z.regex(/^[a-z0-9]{10}$/)));

export const closeRequest = z.discriminatedUnion('do', [
  z.object({ do: z.literal('reconcile'), month, tenant }),
  z.object({ do: z.literal('close-month'), month, tenant }),
]);
export type CloseRequest = z.output<typeof closeRequest>;

const result = z.object({
  tenant: z.string(),
  month: z.string(),
  lines: z.number(),
  /** One text for each fault; the first thousand. */
  faults: z.array(z.string()),
  faultCount: z.number(),
  /** Why a month was not closed, beside the faults. */
  refused: z.nullable(z.string()),
  closed: z.nullable(
    z.object({
      kind: z.enum(['interim', 'final']),
      stood: z.boolean(),
      closedAt: z.string(),
      totals: z.record(z.string(), z.number()),
      hours: z.number(),
      openLines: z.number(),
      file: z.string(),
      key: z.string(),
      signature: z.string(),
    }),
  ),
});

export const closeAnswer = z.union([
  z.object({ ok: z.literal(true), results: z.array(result) }),
  z.object({ ok: z.literal(false), problem: z.string() }),
]);
export type CloseAnswer = z.output<typeof closeAnswer>;
export type CloseResult = z.output<typeof result>;
