/** A call to the platform in a seller's name: its address, token and time limit, made here for every use. */
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Access, AccessDenied, Busy, Unreadable } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import { baseAddress, resourceAddress } from '../kit/address.ts';
import { exchange } from '../kit/http.ts';
import type { BodyProblem, ChannelDeps, HttpCall } from '../kit/http.ts';
import { asBusy, judge } from '../kit/judge.ts';
import type { Judged } from '../kit/judge.ts';
import { readJson } from '../kit/json.ts';

/** Milliseconds: a send may take the platform's whole moderation; a fact is wanted while a buyer waits. */
const postLimitMs = 8000;
const getLimitMs = 3000;

type Query = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string>>;

export const getFromPlatform = async (
  deps: ChannelDeps,
  access: Access,
  segments: readonly string[],
  query: Query = {},
  headers: Headers = {},
): Promise<Judged> =>
  call(deps, access, segments, query, { method: 'GET', headers, body: null, limitMs: getLimitMs });

export const postToPlatform = async (
  deps: ChannelDeps,
  access: Access,
  segments: readonly string[],
  query: Query,
  content: unknown,
): Promise<Judged> =>
  call(deps, access, segments, query, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
    limitMs: postLimitMs,
  });

const call = async (
  deps: ChannelDeps,
  access: Access,
  segments: readonly string[],
  query: Query,
  rest: Omit<HttpCall, 'url'>,
): Promise<Judged> => {
  if (access.token === null) return { kind: 'access-denied', because: 'the account has no token' };
  const base = baseAddress(access.address);
  if (base === null)
    return { kind: 'access-denied', because: 'the address of the account is no web address' };
  const url = resourceAddress(base, segments, query);
  if (url === null) return { kind: 'refused', status: 404, text: found('') };
  const headers = { accept: 'application/json', authorization: `Bearer ${access.token}`, ...rest.headers };
  const exchanged = await exchange(deps, { ...rest, url, headers });
  // 403 is about this one resource (another seller's, or closed to this kind of seller): a new token would not help.
  if (exchanged.kind === 'answered' && exchanged.status === 403)
    return { kind: 'refused', status: 403, text: exchanged.text };
  return judge(exchanged);
};

const refusalCode = z.object({ error: z.string().check(z.regex(/^[a-z_.]{1,80}$/i)) });

/** Why the platform refuses, by its status and its own code: never its words, which may quote ours. */
export const reasonOf = ({ status, text }: Extract<Judged, { kind: 'refused' }>): string => {
  const code = text.ok ? readJson(refusalCode, text.value) : text;
  return `status ${String(status)}${code.ok ? `: ${code.value.error}` : ''}`;
};

/** Not there, or not this seller's: the platform says 404, 410 or 403. */
export type Absent = { readonly kind: 'absent'; readonly status: number };
export type ReadProblem = Absent | Busy | AccessDenied | Unreadable;

/** Asks for a resource and reads it in one step. */
export const readFromPlatform = async <Schema extends z.ZodMiniType>(
  deps: ChannelDeps,
  access: Access,
  schema: Schema,
  segments: readonly string[],
  query: Query = {},
  headers: Headers = {},
): Promise<Outcome<z.output<Schema>, ReadProblem>> => {
  const answer = await getFromPlatform(deps, access, segments, query, headers);
  switch (answer.kind) {
    case 'good':
      return readBody(schema, answer.text);
    case 'unknown':
      return failed(asBusy(answer));
    case 'refused':
      return failed(refusal(answer.status));
    case 'busy':
    case 'access-denied':
      return failed(answer);
  }
};

const refusal = (status: number): ReadProblem =>
  [403, 404, 410].includes(status)
    ? { kind: 'absent', status }
    : { kind: 'unreadable', because: `status ${String(status)}` };

const readBody = <Schema extends z.ZodMiniType>(
  schema: Schema,
  text: Outcome<string, BodyProblem>,
): Outcome<z.output<Schema>, ReadProblem> => {
  if (text.ok) return readJson(schema, text.value);
  const because = text.problem.kind;
  return failed(because === 'cut-short' ? asBusy({ because }) : { kind: 'unreadable', because });
};
