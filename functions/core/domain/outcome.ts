/** What a port answers: a value, or a problem that was foreseen and has a name. */
export type Outcome<Value, Problem extends { readonly kind: string }> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export const found = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const failed = <Problem extends { readonly kind: string }>(
  problem: Problem,
): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });

/** What a flow wants the queue to do next with a record. */
export type Handled =
  | { readonly next: 'done' }
  /** `afterSeconds` where somebody named a time, else null: longer with each receive (`policy/timing.ts`). */
  | { readonly next: 'retry'; readonly afterSeconds: number | null; readonly because: string }
  | { readonly next: 'bury'; readonly because: string };

export const done: Handled = { next: 'done' };
