/** Authorisation at the platform: the country's sign-in page, the first pair for its code, and the next pair for each. */
import { createHash } from 'node:crypto';
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Market } from '../../domain/channel.ts';
import type { Busy } from '../../ports/channel.ts';
import type { AppAccess, TokenChannel, TokenPair } from '../../ports/pulling.ts';
import * as z from 'zod/mini';
import { baseAddress, resourceAddress } from '../kit/address.ts';
import { exchange } from '../kit/http.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { readJson } from '../kit/json.ts';
import { id } from './fields.ts';

/** Sign-in pages by country; the United States sell through Global Selling. */
const signIn: Readonly<Record<Market, string>> = {
  AR: 'https://auth.mercadolibre.com.ar/authorization',
  BR: 'https://auth.mercadolivre.com.br/authorization',
  CL: 'https://auth.mercadolibre.cl/authorization',
  CO: 'https://auth.mercadolibre.com.co/authorization',
  MX: 'https://auth.mercadolibre.com.mx/authorization',
  US: 'https://global-selling.mercadolibre.com/authorization',
};

/** Milliseconds. A refresh whose answer we give up on is a token lost: the platform gets its time. */
const tokenLimitMs = 15_000;

const handed = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.string().check(z.minLength(1)),
  expires_in: z.number().check(z.positive()),
  user_id: id,
});
const refusal = z.object({ error: z.string().check(z.regex(/^[a-z_]{1,64}$/)) });

/** RFC 6749, 5.2, and the platform's own: asking the same again would be refused again. */
const forGood: ReadonlySet<string> = new Set([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'invalid_operator_user_id',
]);

type Refused = { readonly kind: 'refused'; readonly because: string };
type Handed = { readonly pair: TokenPair; readonly platformUser: string };

const busy = (because: string, afterSeconds: number | null = null): Busy => ({
  kind: 'busy',
  afterSeconds,
  because,
});

const ask = async (
  deps: ChannelDeps,
  { address, applicationId, clientSecret }: AppAccess,
  grant: Readonly<Record<string, string>>,
): Promise<Outcome<Handed, Busy | Refused>> => {
  const base = baseAddress(address);
  const url = base === null ? null : resourceAddress(base, ['oauth', 'token']);
  if (url === null)
    return failed({ kind: 'refused', because: 'the address of the account is no web address' });
  // Counted from before the call: a token never lives shorter than we believe.
  const began = deps.now().getTime();
  const answer = await exchange(deps, {
    method: 'POST',
    url,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      ...grant,
      client_id: applicationId,
      client_secret: clientSecret,
    }).toString(),
    limitMs: tokenLimitMs,
  });
  if (answer.kind !== 'answered') return failed(busy(answer.because));
  const { status, text, retryAfterSeconds } = answer;
  if (status >= 200 && status < 300) {
    const read = text.ok ? readJson(handed, text.value) : text;
    if (!read.ok) return failed(busy('the answer cannot be read'));
    const { access_token, refresh_token, expires_in, user_id } = read.value;
    const expiresAt = new Date(began + expires_in * 1000);
    return found({
      pair: { access: access_token, refresh: refresh_token, expiresAt },
      platformUser: user_id,
    });
  }
  const told = text.ok ? readJson(refusal, text.value) : text;
  return told.ok && forGood.has(told.value.error)
    ? failed({ kind: 'refused', because: told.value.error })
    : failed(busy(`status ${String(status)}`, retryAfterSeconds));
};

export const mercadoLibreTokens = (deps: ChannelDeps): TokenChannel => ({
  async refresh(pair, app) {
    const answer = await ask(deps, app, { grant_type: 'refresh_token', refresh_token: pair.refresh });
    if (answer.ok) return found(answer.value.pair);
    const { problem } = answer;
    return failed(problem.kind === 'busy' ? problem : { kind: 'lost', because: problem.because });
  },

  authorisation(market, { applicationId, state, redirect, verifier }) {
    const url = new URL(signIn[market]);
    const query = {
      response_type: 'code',
      client_id: applicationId,
      redirect_uri: redirect,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  },

  redeem: async (code, { redirect, verifier }, app) =>
    ask(deps, app, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
    }),
});
