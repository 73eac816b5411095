/** Puts the seeds' tenants, accounts and articles into a machine; where a platform hands out tokens, the seller signs in at its sandbox. */
import { putRateCard } from '../../functions/core/aws/dynamo/rate-cards.ts';
import { readAccess } from '../../functions/core/aws/dynamo/access-rows.ts';
import { accountId, registrationId, tenantId } from '../../functions/core/domain/ids.ts';
import type { Account } from '../../functions/core/domain/tenant.ts';
import { profileOf } from '../../functions/core/people/routing/seed-agent.ts';
import type { TokenChannel } from '../../functions/core/ports/pulling.ts';
import { beginAuthorisation, completeAuthorisation, tokenChannel } from '../operate/authorise.ts';
import { connectTo, type Running } from '../operate/connection.ts';
import { openDirectory, type Directory } from '../operate/directory.ts';
import { openArticles } from '../operate/knowledge.ts';
import { articleOfSeed } from './article-seeds.ts';
import { platformPath } from './front.ts';
import type { Seeds } from './seeds.ts';

type AccountSeed = Seeds['accounts'][number];

/** What our application is called where the seeds do not say: the sandbox knows it by the same. */
const demoApplication = { id: '2069392825111111', secret: 'demo-application-secret' };
/** Nobody listens there: the code is read off the address. */
export const redirect = 'http://127.0.0.1/authorised';

/** The country's sign-in page, as its sandbox plays it: the seller is sent back with a code. */
export const signIn = async (page: string, seller: string, platform: string): Promise<string> => {
  const asked = new URL(`${platform}/authorization${new URL(page).search}`);
  asked.searchParams.set('user', seller);
  const response = await fetch(asked, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`the sandbox does not know ${seller}`);
  return location;
};

const authorise = async (
  directory: Directory,
  channel: TokenChannel,
  account: Account,
  seed: AccountSeed,
  platform: string,
): Promise<void> => {
  const known = await readAccess(directory.access, account.channel, account.id);
  // An account that has its tokens keeps them: they are newer than anything that the seeds know.
  if (known !== null && known.opened.token !== null) return;
  const application = seed.applicationId ?? demoApplication.id;
  const clientSecret = seed.secrets[0] ?? demoApplication.secret;
  const page = await beginAuthorisation(directory, channel, account, { application, clientSecret, redirect });
  await completeAuthorisation(directory, channel, account, await signIn(page, seed.account, platform));
};

/** What the seller wrote since stays: only articles of the seeds are put, and only where their words differ. */
const plantArticles = async (running: Running, seeds: Seeds): Promise<void> => {
  if (seeds.articles.length === 0) return;
  const desk = await openArticles(connectTo(running), () => new Date());
  const articles = seeds.articles.map(articleOfSeed);
  for (const tenant of new Set(articles.map((article) => article.tenant))) {
    const put = articles.filter((article) => article.tenant === tenant);
    await desk.write(tenant, { put, remove: [] });
  }
};

/** Agents of the seeds are there at once, and are told by a mail that stays on this machine. */
const plantDesk = async (directory: Directory, { agents }: Seeds): Promise<void> => {
  for (const [index, agent] of agents.entries()) {
    const tenant = tenantId(agent.tenant);
    await directory.desk.seat(tenant, {
      profile: profileOf({ ...agent, tenant }),
      presence: 'online',
      notices: [{ by: 'mail', to: `agent-${String(index + 1)}@example.com` }],
    });
  }
};

/** A seed's card replaces the one of the same tenant and day. */
const plantRateCards = async (running: Running, seeds: Seeds): Promise<void> => {
  const { dynamo } = connectTo(running);
  const table = running.tenantsTable;
  if (table === undefined) return;
  for (const card of seeds.rateCards) await putRateCard({ dynamo, table }, card);
};

export const plant = async (running: Running, seeds: Seeds, front: string): Promise<void> => {
  const directory = await openDirectory(connectTo(running));
  for (const tenant of seeds.tenants) {
    const { id, ...rest } = tenant;
    await directory.write.tenant({ id: tenantId(id), ...rest });
  }
  await plantRateCards(running, seeds);
  await plantDesk(directory, seeds);
  for (const seed of seeds.accounts) {
    const { channel, market } = seed;
    const platform = `${front}${platformPath(channel)}`;
    const account: Account = {
      tenant: tenantId(seed.tenant),
      channel,
      id: accountId(seed.account),
      registration: registrationId(seed.registration),
      market,
      address: platform,
    };
    const tokens = tokenChannel(channel);
    if (tokens === undefined) {
      await directory.register(account, seed.secrets);
      continue;
    }
    await directory.introduce(account, []);
    await authorise(directory, tokens, account, seed, platform);
  }
  await plantArticles(running, seeds);
};
