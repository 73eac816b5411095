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
  | { readonly then: 'done' }
  | { readonly then: 'retry'; readonly afterSeconds: number; readonly because: string }
  | { readonly then: 'bury'; readonly because: string };

export const done: Handled = { then: 'done' };
