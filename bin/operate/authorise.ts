/** Connecting an account of a platform that hands out tokens: the seller signs in at the country's site and brings a code. */
import { randomBytes } from 'node:crypto';
import { putAccess, readAccess } from '../../functions/core/aws/dynamo/access-rows.ts';
import {
  endAuthorising,
  putAuthorising,
  readAuthorising,
} from '../../functions/core/aws/dynamo/authorising.ts';
import { openTokenChannels } from '../../functions/core/channels/registry-tokens.ts';
import type { ChannelId } from '../../functions/core/domain/channel.ts';
import type { Account } from '../../functions/core/domain/tenant.ts';
import type { AppAccess, TokenChannel } from '../../functions/core/ports/pulling.ts';
import { CommandFault } from './connection.ts';
import type { Directory } from './directory.ts';

const clock = (): Date => new Date();
const channels: Readonly<Partial<Record<ChannelId, TokenChannel>>> = openTokenChannels({
  fetch: async (url, init) => fetch(url, init),
  now: clock,
});

/** `undefined`: the channel hands out no tokens, and its accounts are connected by a secret. */
export const tokenChannel = (channel: ChannelId): TokenChannel | undefined => channels[channel];

type Accesses = Pick<Directory, 'access'>;

export type Application = {
  readonly application: string | undefined;
  readonly clientSecret: string | undefined;
  readonly redirect: string | undefined;
};

/** What the account was connected with before need not be given again. */
const completed = async (directory: Accesses, account: Account, given: Application) => {
  const sent = await readAuthorising(directory.access, account.channel, account.id);
  const row = await readAccess(directory.access, account.channel, account.id);
  const applicationId = given.application ?? sent?.applicationId ?? row?.opened.applicationId ?? undefined;
  const clientSecret = given.clientSecret ?? sent?.clientSecret ?? row?.opened.clientSecret ?? undefined;
  const redirect = given.redirect ?? sent?.redirect;
  if (applicationId === undefined || clientSecret === undefined || redirect === undefined)
    throw new CommandFault(
      'give --application, --client-secret and --redirect, as the platform shows them for your application',
    );
  return { applicationId, clientSecret, redirect };
};

/** The address where the seller signs in and allows us. No token is touched: a connected account goes on meanwhile. */
export const beginAuthorisation = async (
  directory: Accesses,
  channel: TokenChannel,
  account: Account,
  given: Application,
): Promise<string> => {
  const { applicationId, clientSecret, redirect } = await completed(directory, account, given);
  const request = {
    applicationId,
    redirect,
    state: randomBytes(16).toString('base64url'),
    verifier: randomBytes(32).toString('base64url'),
  };
  const page = channel.authorisation(account.market, request);
  if (page === null) throw new CommandFault(`the platform has no site in ${account.market}`);
  await putAuthorising(directory.access, account.channel, account.id, { ...request, clientSecret });
  return page;
};

/** The code itself, or the whole address that the seller was sent back to. */
const codeIn = (given: string, state: string): string => {
  if (!URL.canParse(given)) return given;
  const { searchParams } = new URL(given);
  const code = searchParams.get('code');
  if (code === null)
    throw new CommandFault('--code: the address holds no code: did the seller allow the application?');
  if (searchParams.get('state') !== state)
    throw new CommandFault('--code: the address is of another attempt: run without --code and begin again');
  return code;
};

const refusals: Readonly<Record<string, string>> = {
  invalid_grant:
    'the code is used, older than ten minutes, or of another --redirect: run without --code and begin again',
  invalid_client:
    'the platform does not know the application by this secret: look at --application and --client-secret',
  invalid_operator_user_id: "the one who signed in is an assistant: the account's administrator must do it",
};

/** Exchanges the code and stores the first pair; says until when its token works. */
export const completeAuthorisation = async (
  directory: Accesses,
  channel: TokenChannel,
  account: Account,
  given: string,
): Promise<Date> => {
  const sent = await readAuthorising(directory.access, account.channel, account.id);
  if (sent === null) throw new CommandFault('nobody was sent to sign in: run without --code first');
  const { applicationId, clientSecret } = sent;
  const app: AppAccess = { address: account.address ?? '', applicationId, clientSecret };
  const redeemed = await channel.redeem(codeIn(given, sent.state), sent, app);
  if (!redeemed.ok) {
    const { because } = redeemed.problem;
    throw new CommandFault(refusals[because] ?? `the platform gave no token: ${because}`);
  }
  const { pair: token, platformUser } = redeemed.value;
  if (platformUser !== account.id)
    throw new CommandFault(
      `who signed in is ${platformUser}, and the account to connect is ${account.id}: sign out there and begin again`,
    );
  await putAccess(directory.access, account, {
    secrets: [],
    token,
    platformUser,
    applicationId,
    clientSecret,
  });
  await endAuthorising(directory.access, account.channel, account.id);
  return token.expiresAt;
};
