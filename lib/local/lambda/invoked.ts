/** How an invocation of a Lambda may end. */
import type { Result } from './process.ts';

/** Lambda did not take the event; the code is that of its API. */
export type Refused = {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
  readonly status: number;
};

export type Invoked = Result | Refused;

export const refused = (status: number, code: string, message: string): Refused => ({
  kind: 'refused',
  status,
  code,
  message,
});

export const throttled = (): Refused => refused(429, 'TooManyRequestsException', 'Rate Exceeded.');

/** A function error. */
export const failed = (errorType: string, errorMessage: string): Result => ({
  kind: 'failed',
  error: { errorType, errorMessage },
});
