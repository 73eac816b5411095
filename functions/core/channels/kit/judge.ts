/** What an exchange means for the caller: it was taken, it may come back, it is refused, or nobody knows. */
import type { Outcome } from '../../domain/outcome.ts';
import type { AccessDenied, Busy } from '../../ports/channel.ts';
import type { Answered, BodyProblem, Exchanged } from './http.ts';

export type Judged =
  | { readonly kind: 'good'; readonly text: Outcome<string, BodyProblem> }
  | AccessDenied
  /** The platform did nothing and may be asked again. */
  | Busy
  /** The platform read it and says no; the same again would be refused again. */
  | { readonly kind: 'refused'; readonly status: number; readonly text: Outcome<string, BodyProblem> }
  /** The platform may have acted. `status` is null when it stayed silent. */
  | { readonly kind: 'unknown'; readonly status: number | null; readonly because: string };

/** A status becomes a reason in words for a log or a person; a body never does. */
export const judge = (exchanged: Exchanged): Judged => {
  if (exchanged.kind === 'answered') return judgeStatus(exchanged);
  const { because } = exchanged;
  if (exchanged.kind === 'unreached') return { kind: 'busy', afterSeconds: null, because };
  return { kind: 'unknown', status: null, because };
};

const judgeStatus = ({ status, retryAfterSeconds, text }: Answered): Judged => {
  const because = `status ${String(status)}`;
  if (status >= 200 && status < 300) return { kind: 'good', text };
  if (status === 401 || status === 403) return { kind: 'access-denied', because };
  if (isTurnedAway(status, retryAfterSeconds))
    return { kind: 'busy', afterSeconds: retryAfterSeconds, because };
  return status >= 500 ? { kind: 'unknown', status, because } : { kind: 'refused', status, text };
};

/** A 503 that names a time was answered at the door; without one it may come from behind a half-done request. */
const isTurnedAway = (status: number, retryAfterSeconds: number | null): boolean =>
  status === 408 || status === 425 || status === 429 || (status === 503 && retryAfterSeconds !== null);

/** Of a question, not a command: it changes nothing, so that asking again is always safe. */
export const asBusy = ({ because }: { readonly because: string }): Busy => ({
  kind: 'busy',
  afterSeconds: null,
  because,
});
