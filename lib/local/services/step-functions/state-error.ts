/** Errors as a state reports them: a name that Retry and Catch look for, and a cause for people. */

/** What AWS lets nobody retry or catch; https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html. */
const neverHandled = new Set(['States.Runtime']);
/** Handled only where it is named: `States.ALL` does not match it. */
const onlyByName = new Set(['States.DataLimitExceeded']);

export class StateError extends Error {
  override readonly name = 'StateError';
  /** `States.Timeout`, `Lambda.TooManyRequestsException`, or what a Lambda threw; a Fail state may give none. */
  readonly error: string | undefined;
  readonly reason: string | undefined;

  constructor(error: string | undefined, reason: string | undefined) {
    super(`${error ?? ''}: ${reason ?? ''}`);
    this.error = error;
    this.reason = reason;
  }
}

export const queryFailed = (reason: string): StateError =>
  new StateError('States.QueryEvaluationError', reason);

/** Whether a rule with these names is about an error. */
export const matches = (names: readonly string[], error: string | undefined): boolean => {
  if (error === undefined) return names.includes('States.ALL');
  if (neverHandled.has(error)) return false;
  if (names.includes(error)) return true;
  if (onlyByName.has(error)) return false;
  return names.includes('States.ALL') || (names.includes('States.TaskFailed') && error !== 'States.Timeout');
};

/** Input, output, arguments and results have at most so many bytes. */
export const dataBytes = 262_144;

/** Throws States.DataLimitExceeded for a value that AWS would not carry. */
export const withinLimit = <Value>(value: Value, state: string): Value => {
  if (Buffer.byteLength(JSON.stringify(value) ?? '') <= dataBytes) return value;
  throw new StateError(
    'States.DataLimitExceeded',
    `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
};
