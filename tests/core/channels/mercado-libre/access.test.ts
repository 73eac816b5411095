/** Authorisation: the sign-in page of each country, the first pair for a code, and what a failing refresh means. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mercadoLibreTokens } from '../../../../functions/core/channels/mercado-libre/access.ts';
import { markets } from '../../../../functions/core/domain/channel.ts';
import { answer, broken, reset, webServer, type Behaviour, type WebServer } from '../web-server.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const pair = { access: 'APP_USR-old', refresh: 'TG-old', expiresAt: now };
const handed = {
  access_token: 'APP_USR-new',
  token_type: 'Bearer',
  expires_in: 10_800,
  user_id: 465432224,
  refresh_token: 'TG-new',
};
const request = {
  applicationId: '2069392825111111',
  state: 'state & more',
  redirect: 'https://example.com/back?from=meli',
  verifier: 'a verifier',
};

let server: WebServer;
beforeAll(async () => {
  server = await webServer();
});
afterAll(async () => server.close());
const tokens = mercadoLibreTokens({ fetch: async (url, init) => fetch(url, init), now: () => now });
const app = () => ({ address: server.address, applicationId: '2069392825111111', clientSecret: 'sec ret&' });
const refresh = async () => tokens.refresh(pair, app());
const sent = (): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(server.received.at(-1)?.body ?? ''));

describe('the sign-in page', () => {
  it('stands at the site of the country', () => {
    const hosts = markets.map((market) => new URL(tokens.authorisation(market, request) ?? '').host);
    expect(Object.fromEntries(markets.map((market, index) => [market, hosts[index]]))).toEqual({
      AR: 'auth.mercadolibre.com.ar',
      BR: 'auth.mercadolivre.com.br',
      CL: 'auth.mercadolibre.cl',
      CO: 'auth.mercadolibre.com.co',
      MX: 'auth.mercadolibre.com.mx',
      US: 'global-selling.mercadolibre.com',
    });
  });

  it('is asked for a code that only we can redeem', () => {
    const { searchParams } = new URL(tokens.authorisation('BR', request) ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: request.applicationId,
      redirect_uri: request.redirect,
      state: request.state,
      code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
  });
});

describe('a code', () => {
  it('is exchanged for the first pair, and says who signed in', async () => {
    server.behave(answer(200, JSON.stringify(handed)));
    const redeemed = await tokens.redeem('TG-CODE', request, app());
    expect(redeemed).toMatchObject({ ok: true, value: { platformUser: '465432224' } });
    expect(sent()).toEqual({
      grant_type: 'authorization_code',
      code: 'TG-CODE',
      redirect_uri: request.redirect,
      code_verifier: request.verifier,
      client_id: '2069392825111111',
      client_secret: 'sec ret&',
    });
  });

  it('that an assistant of the seller brings is refused by name', async () => {
    server.behave(answer(400, JSON.stringify({ error: 'invalid_operator_user_id', status: 400 })));
    expect(await tokens.redeem('TG-CODE', request, app())).toEqual({
      ok: false,
      problem: { kind: 'refused', because: 'invalid_operator_user_id' },
    });
  });
});

describe('a refresh', () => {
  beforeEach(() => server.behave(answer(200, JSON.stringify(handed))));

  it('brings the next pair, which lasts as long as the platform says', async () => {
    const expiresAt = new Date('2026-11-20T15:00:00.000Z');
    expect(await refresh()).toEqual({
      ok: true,
      value: { access: 'APP_USR-new', refresh: 'TG-new', expiresAt },
    });
    expect(sent()).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'TG-old' });
    expect(server.received.at(-1)).toMatchObject({ method: 'POST', path: '/oauth/token' });
  });

  it.each([
    ['the refresh token is used or ended', 400, 'invalid_grant'],
    ['the secret of the application was renewed', 400, 'invalid_client'],
    ['the same, with another status', 401, 'invalid_client'],
    ['the application may not', 403, 'unauthorized_client'],
  ])('is lost when %s', async (_, status, error) => {
    server.behave(answer(status, JSON.stringify({ error, status })));
    expect(await refresh()).toEqual({ ok: false, problem: { kind: 'lost', because: error } });
  });

  const later: readonly (readonly [string, Behaviour])[] = [
    ['is throttled', answer(429, JSON.stringify({ error: 'local_rate_limited' }))],
    [
      'is refused in words that say nothing of the grant',
      answer(403, JSON.stringify({ error: 'forbidden' })),
    ],
    ['fails over there', answer(500, 'oops')],
    ['breaks off', reset],
    ['breaks off in the middle', broken(200, '{"access')],
    ['is answered with garbage', answer(200, '<html>')],
    [
      'is answered without a refresh token',
      answer(200, JSON.stringify({ ...handed, refresh_token: undefined })),
    ],
    ['is sent elsewhere', answer(302, '', { location: 'https://elsewhere.example/oauth/token' })],
  ];
  it.each(later)('that %s is asked for again', async (_, behaviour) => {
    server.behave(behaviour);
    expect(await refresh()).toMatchObject({ ok: false, problem: { kind: 'busy' } });
  });
});
