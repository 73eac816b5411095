/** Puts the seeds' tenants and accounts into a machine; where a platform hands out tokens, its sandbox is asked as a seller would. */
import { putAccess, readAccess, type AccessParts } from '../../functions/core/aws/dynamo/access-rows.ts';
import { clientKeys } from '../../functions/core/aws/kms/client-keys.ts';
import { openTokenChannels } from '../../functions/core/channels/registry-tokens.ts';
import { accountId, registrationId, tenantId } from '../../functions/core/domain/ids.ts';
import type { Account } from '../../functions/core/domain/tenant.ts';
import type { TokenChannel } from '../../functions/core/ports/pulling.ts';
import { connectTo, type Connection, type Running } from '../operate/connection.ts';
import { openDirectory } from '../operate/directory.ts';
import { platformPath } from './front.ts';
import type { Seeds } from './seeds.ts';

type AccountSeed = Seeds['accounts'][number];

/** What our application is called where the seeds do not say: the sandbox knows it by the same. */
const application = { id: '2069392825111111', secret: 'demo-application-secret' };
/** Nobody listens there: the code is read off the address. */
const redirect = 'http://127.0.0.1/authorised';
const verifier = 'the-local-machine-shows-its-sandbox-what-it-promised';

const clock = (): Date => new Date();
const tokenChannels = openTokenChannels({ fetch: async (url, init) => fetch(url, init), now: clock });
const tokensOf = (channel: string): TokenChannel | undefined =>
  new Map<string, TokenChannel>(Object.entries(tokenChannels)).get(channel);

const accessParts = async (connection: Connection): Promise<AccessParts> => {
  const { ACCESS_TABLE = '', ACCESS_KEY_ARN = '' } = await connection.environment('generate-reply');
  const { dynamo, kms } = connection;
  return { dynamo, keys: clientKeys(kms), table: ACCESS_TABLE, key: ACCESS_KEY_ARN, clock };
};

/** The seller signs in at the played platform and is sent back with a code. */
const signIn = async (channel: TokenChannel, seed: AccountSeed, address: string): Promise<string> => {
  const applicationId = seed.applicationId ?? application.id;
  const page = channel.authorisation(seed.market, { applicationId, state: 'seeds', redirect, verifier });
  if (page === null) throw new Error(`${seed.channel} has no sign-in page for ${seed.market}`);
  const asked = new URL(`${address}/authorization${new URL(page).search}`);
  asked.searchParams.set('user', seed.account);
  const response = await fetch(asked, { redirect: 'manual' });
  const code = new URL(response.headers.get('location') ?? redirect).searchParams.get('code');
  if (code === null) throw new Error(`the sandbox of ${seed.channel} does not know ${seed.account}`);
  return code;
};

const authorise = async (parts: AccessParts, account: Account, seed: AccountSeed): Promise<void> => {
  const channel = tokensOf(account.channel);
  const { address } = account;
  if (channel === undefined || address === null) return;
  const applicationId = seed.applicationId ?? application.id;
  const clientSecret = seed.secrets[0] ?? application.secret;
  const code = await signIn(channel, seed, address);
  const app = { address, applicationId, clientSecret };
  const redeemed = await channel.redeem(code, { redirect, verifier }, app);
  if (!redeemed.ok) throw new Error(`${seed.channel} gave no token: ${redeemed.problem.because}`);
  const { pair: token, platformUser } = redeemed.value;
  await putAccess(parts, account, { secrets: [], token, platformUser, applicationId, clientSecret });
};

export const plant = async (running: Running, seeds: Seeds, front: string): Promise<void> => {
  const connection = connectTo(running);
  const directory = await openDirectory(connection);
  const parts = await accessParts(connection);
  for (const tenant of seeds.tenants) {
    const { id, ...rest } = tenant;
    await directory.write.tenant({ id: tenantId(id), ...rest });
  }
  for (const seed of seeds.accounts) {
    const { channel } = seed;
    const account: Account = {
      tenant: tenantId(seed.tenant),
      channel,
      id: accountId(seed.account),
      registration: registrationId(seed.registration),
      market: seed.market,
      address: `${front}${platformPath(channel)}`,
    };
    if (tokensOf(channel) === undefined) {
      await directory.register(account, seed.secrets);
      continue;
    }
    // An account that has its tokens keeps them: they are newer than anything that the seeds know.
    const known = await readAccess(parts, channel, account.id);
    if (known?.opened.token != null) {
      await directory.write.account(account);
      continue;
    }
    await directory.register(account, []);
    await authorise(parts, account, seed);
  }
};
