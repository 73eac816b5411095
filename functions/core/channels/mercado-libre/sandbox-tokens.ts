/** Authorisation at the sandboxed platform: codes, access for six hours, refresh tokens that work once. */
import { createHash } from 'node:crypto';
import type { SandboxAccount, SandboxAnswer, SandboxRequest } from '../kit/sandbox.ts';
import { tokenOf } from './sandbox-ids.ts';
import { applicationOf, failure, json, wireId, type Platform } from './sandbox-platform.ts';

const lifeSeconds = 21_600;

/** The account whose token this is; null: unknown, expired or void. */
export const holderOf = ({ memory, now }: Platform, { headers }: SandboxRequest): string | null => {
  const token = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  const pair = memory.pairs.find(({ access }) => access === token);
  return pair !== undefined && !pair.isVoid && pair.until > now() ? pair.account : null;
};

/** `GET /authorization`: the seller signs in (here: is named by `user`) and is sent back with a code. */
export const authorise = ({ accounts, memory }: Platform, query: URLSearchParams): SandboxAnswer => {
  const redirect = query.get('redirect_uri') ?? '';
  const client = query.get('client_id');
  const account = accounts.find(
    (known) => known.account === query.get('user') && (client === null || applicationOf(known) === client),
  );
  if (account === undefined) return failure(400, 'invalid_operator_user_id');
  if (query.get('response_type') !== 'code' || !URL.canParse(redirect))
    return failure(400, 'invalid_request');
  const code = tokenOf('TG-CODE', account.account, memory.count());
  const challenge = query.get('code_challenge');
  memory.keep({ kind: 'code', code, account: account.account, redirect, challenge });
  const location = new URL(redirect);
  location.searchParams.set('code', code);
  location.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: location.href }, body: '' };
};

const invalidGrant = (): SandboxAnswer =>
  failure(
    400,
    'invalid_grant',
    'Error validating grant. Your authorization code or refresh token may be expired or it was already used',
  );

const isClient = (form: URLSearchParams, account: SandboxAccount): boolean => {
  const [secret] = account.secrets;
  return (
    form.get('client_id') === applicationOf(account) &&
    (secret === undefined || form.get('client_secret') === secret)
  );
};

/** `POST /oauth/token`, form-encoded */
export const giveToken = (platform: Platform, request: SandboxRequest): SandboxAnswer => {
  if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return failure(400, 'invalid_request', 'the body is a form');
  const form = new URLSearchParams(request.body.toString());
  const grant = form.get('grant_type');
  if (grant !== 'authorization_code' && grant !== 'refresh_token')
    return failure(400, 'unsupported_grant_type');
  const spent = form.get(grant === 'refresh_token' ? 'refresh_token' : 'code') ?? '';
  const owner = grant === 'refresh_token' ? refreshedBy(platform, spent) : codeOf(platform, spent, form);
  const account = platform.accounts.find((known) => known.account === owner);
  if (account === undefined) return invalidGrant();
  if (!isClient(form, account)) return failure(400, 'invalid_client', 'invalid client_id or client_secret');
  return hand(platform, account.account, spent);
};

const refreshedBy = ({ memory }: Platform, token: string): string | undefined =>
  memory.pairs.find(({ refresh, isSpent }) => refresh === token && !isSpent)?.account;

const codeOf = ({ memory }: Platform, code: string, form: URLSearchParams): string | undefined => {
  const known = memory.codes.get(code);
  if (known === undefined || known.redirect !== form.get('redirect_uri')) return undefined;
  return known.challenge === null || known.challenge === challengeOf(form) ? known.account : undefined;
};

const challengeOf = (form: URLSearchParams): string =>
  createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');

const hand = ({ memory, now }: Platform, account: string, spent: string): SandboxAnswer => {
  const access = tokenOf('APP_USR', account, memory.count());
  const refresh = tokenOf('TG', account, memory.count());
  memory.keep({ kind: 'pair', account, access, refresh, until: now() + lifeSeconds * 1000, spent });
  return json(200, {
    access_token: access,
    token_type: 'Bearer',
    expires_in: lifeSeconds,
    scope: 'offline_access read write',
    user_id: wireId(account),
    refresh_token: refresh,
  });
};
