/** A signed call to a shop: its address, headers and time limit, made here for every use. */
import { createHash } from 'node:crypto';
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Access, AccessDenied } from '../../ports/channel.ts';
import { baseAddress, resourceAddress } from '../kit/address.ts';
import { exchange } from '../kit/http.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { judge } from '../kit/judge.ts';
import type { Judged } from '../kit/judge.ts';
import { signWebhook } from '../kit/standard-webhooks.ts';

/** Milliseconds: a send may take the shop's whole path to its chat; a fact is wanted while a buyer waits. */
const postLimitMs = 8000;
const getLimitMs = 3000;

/** Asks for a resource under the shop's address. */
export const getFromShop = async (
  deps: ChannelDeps,
  access: Access,
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): Promise<Judged> => {
  const url = addressOf(access, segments, query);
  if (!url.ok) return url.problem;
  const headers = signedHeaders(deps, access, readId(url.value), '');
  if (!headers.ok) return headers.problem;
  return judge(
    await exchange(deps, {
      method: 'GET',
      url: url.value,
      headers: headers.value,
      body: null,
      limitMs: getLimitMs,
    }),
  );
};

/** Hands something over under an idempotency key, to the shop's address itself or to a resource under it. */
export const postToShop = async (
  deps: ChannelDeps,
  access: Access,
  segments: readonly string[],
  key: string,
  content: unknown,
): Promise<Judged> => {
  const url = addressOf(access, segments, {});
  if (!url.ok) return url.problem;
  const body = JSON.stringify(content);
  const signature = signedHeaders(deps, access, key, body);
  if (!signature.ok) return signature.problem;
  const headers = { ...signature.value, 'content-type': 'application/json', 'idempotency-key': key };
  return judge(await exchange(deps, { method: 'POST', url: url.value, headers, body, limitMs: postLimitMs }));
};

const addressOf = (
  access: Access,
  segments: readonly string[],
  query: Readonly<Record<string, string>>,
): Outcome<URL, Judged> => {
  const base = baseAddress(access.address);
  if (base === null) return failed(denied('the address of the account is no web address'));
  if (segments.length === 0) return found(base);
  const url = resourceAddress(base, segments, query);
  return url === null ? failed(nameless) : found(url);
};

/** An id that no path can name: nothing is asked, and the answer is the one the shop would give. */
const nameless: Judged = { kind: 'refused', status: 404, text: found('') };

/** The account in its own spelling, percent-encoded: a header carries ASCII only. */
const signedHeaders = (
  deps: ChannelDeps,
  access: Access,
  id: string,
  body: string,
): Outcome<Readonly<Record<string, string>>, AccessDenied> => {
  const [secret = ''] = access.secrets;
  const signature = signWebhook(id, deps.now(), body, secret);
  if (signature === null) return failed(denied('the account has no secret that can sign'));
  const account = encodeURIComponent(access.account.toWellFormed());
  return found({ ...signature, accept: 'application/json', 'recado-account': account });
};

const denied = (because: string): AccessDenied => ({ kind: 'access-denied', because });

/**
 * A read has no body to sign, so its id binds path and query: `get_` and the first 32 hexadecimal digits of their
 * SHA-256. A shop that checks it knows that the signature was made for this very question.
 */
export const readId = (url: URL): string =>
  `get_${createHash('sha256').update(`${url.pathname}${url.search}`).digest('hex').slice(0, 32)}`;
