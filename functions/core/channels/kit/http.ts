/** One exchange with a platform over HTTP, limited in time and size; what became of it is a value. */
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock } from '../../ports/tools.ts';

/** What a channel is built from: a way to the outside, and the time. */
export type ChannelDeps = { readonly fetch: Fetch; readonly now: Clock };
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export type HttpCall = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Milliseconds for the whole exchange, the body included. */
  readonly limitMs: number;
};

/** Why an answer's body cannot be used although its status came: its end never came, it is too large, or no UTF-8. */
export type BodyProblem = { readonly kind: 'cut-short' | 'too-large' | 'not-text' };

export type Answered = {
  readonly kind: 'answered';
  readonly status: number;
  /** Asked for by `Retry-After`, 0 to 30. */
  readonly retryAfterSeconds: number | null;
  readonly text: Outcome<string, BodyProblem>;
};

export type Exchanged =
  | Answered
  /** No connection was made: the platform cannot have acted. */
  | { readonly kind: 'unreached'; readonly because: string }
  /** The request may have left, and no status came back: the platform may have acted. */
  | { readonly kind: 'unanswered'; readonly because: string };

const longestBody = 1024 * 1024;
const longestWaitSeconds = 30;

/** Never follows a redirect: our signature is for this address and for no other. */
export const exchange = async (deps: ChannelDeps, call: HttpCall): Promise<Exchanged> => {
  const { method, headers, body } = call;
  const signal = AbortSignal.timeout(call.limitMs);
  try {
    const response = await deps.fetch(call.url, { method, headers, body, signal, redirect: 'manual' });
    return {
      kind: 'answered',
      status: response.status,
      retryAfterSeconds: retryAfter(response.headers.get('retry-after'), deps.now()),
      text: await readText(response),
    };
  } catch (error) {
    const code = codeOf(error);
    return { kind: isBeforeSending(code) ? 'unreached' : 'unanswered', because: code };
  }
};

const readText = async (response: Response): Promise<Outcome<string, BodyProblem>> => {
  const bytes = await readBytes(response);
  if (!bytes.ok) return bytes;
  try {
    return found(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return failed({ kind: 'not-text' });
  }
};

/** Counts what comes out of decompression, so that a small body cannot unfold into a large one. */
const readBytes = async (response: Response): Promise<Outcome<Uint8Array, BodyProblem>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > longestBody) return failed({ kind: 'too-large' });
      chunks.push(chunk);
    }
    return found(Buffer.concat(chunks));
  } catch {
    return failed({ kind: 'cut-short' });
  }
};

/** RFC 9110, 10.2.3: seconds or a date. What is neither asks for nothing. */
const retryAfter = (header: string | null, now: Date): number | null => {
  if (header === null) return null;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : secondsUntil(header, now);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), longestWaitSeconds);
};

const secondsUntil = (date: string, now: Date): number =>
  date.endsWith(' GMT') ? Math.ceil((Date.parse(date) - now.getTime()) / 1000) : Number.NaN;

/** `fetch` hides what happened in the cause of its error, or in the first of several when it tried several addresses. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.cause !== undefined) return codeOf(error.cause);
  return error.name;
};

const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** A certificate that is not accepted ends the handshake, before a request can leave. */
const certificateRefused = /^(?:CERT_|UNABLE_TO_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_)/;

const isBeforeSending = (code: string): boolean => beforeSending.has(code) || certificateRefused.test(code);
