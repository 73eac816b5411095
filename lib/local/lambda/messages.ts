/** What the machine and the process of a Lambda say to each other. */

/** An error of a function as Lambda reports it. */
export type FunctionError = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
};

/** To the process. `event` is JSON text, times are milliseconds. */
export type ToProcess = {
  readonly requestId: string;
  readonly event: string;
  readonly functionArn: string;
  readonly remainingMs: number;
};

/** From the process: first that it can take events or why not, then one answer for each event. */
export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'init-failed'; readonly error: FunctionError }
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: FunctionError };
