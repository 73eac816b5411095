/** The sellers of the seeds, as the flows ask for them: accounts, settings, and the facts of orders and items. */
import { itemSchema, orderSchema } from '../../../functions/core/channels/kit/order-schemas.ts';
import type { ChannelId } from '../../../functions/core/domain/channel.ts';
import type { Item, Order } from '../../../functions/core/domain/facts.ts';
import { accountId, registrationId, tenantId } from '../../../functions/core/domain/ids.ts';
import { failed, found } from '../../../functions/core/domain/outcome.ts';
import type { Account, Tenant } from '../../../functions/core/domain/tenant.ts';
import { buildIndex, cutArticles } from '../../../functions/core/knowledge/build-index.ts';
import { openIndex, type KnowledgeIndex } from '../../../functions/core/knowledge/open-index.ts';
import { retrieve } from '../../../functions/core/knowledge/retrieve.ts';
import type { Access, ItemSource, OrderSource } from '../../../functions/core/ports/channel.ts';
import type { Knowledge } from '../../../functions/core/ports/knowledge.ts';
import * as zm from 'zod/mini';
import { articleOfSeed } from '../../local/article-seeds.ts';
import type { Seeds } from '../../local/seeds.ts';

export type Shop = {
  tenant(id: string): Tenant | null;
  account(channel: ChannelId, id: string): Account | null;
  readonly sources: Readonly<Record<ChannelId, OrderSource & ItemSource>>;
  access(account: Account): Access;
  readonly knowledge: Knowledge;
};

const key = (account: string, id: string): string => JSON.stringify([account, id]);

const accountOf = (seed: Seeds['accounts'][number]): Account => ({
  tenant: tenantId(seed.tenant),
  channel: seed.channel,
  id: accountId(seed.account),
  registration: registrationId(seed.registration),
  market: seed.market,
  address: 'seeds',
});

const tenantOf = (seed: Seeds['tenants'][number]): Tenant => ({
  id: tenantId(seed.id),
  name: seed.name,
  locale: seed.locale,
  timeZone: seed.timeZone,
  modes: seed.modes,
  thresholds: seed.thresholds,
});

/** Each seller's articles, indexed as the Lambda indexes them; words alone. */
const knowledgeOf = (seeds: Seeds['articles']): Knowledge => {
  const articles = seeds.map(articleOfSeed);
  const indexes = new Map<string, KnowledgeIndex>();
  for (const tenant of new Set(articles.map((article) => article.tenant))) {
    const own = articles.filter((article) => article.tenant === tenant);
    const index = openIndex(buildIndex(own, cutArticles(own), [], 1));
    if (index !== null) indexes.set(tenant, index);
  }
  return {
    find: async ({ tenant, ...asked }) => {
      const index = indexes.get(tenant);
      return index === undefined ? [] : retrieve(index, { ...asked, vector: null });
    },
  };
};

/** Orders are found by their id, and by the pack that they were bought in, as platforms find them. */
export const shopOf = (seeds: Seeds): Shop => {
  const orders = new Map<string, Order>();
  for (const seed of seeds.orders) {
    const order = zm.parse(orderSchema, seed);
    orders.set(key(seed.account, order.id), order);
    if (seed.pack !== undefined && !orders.has(key(seed.account, seed.pack)))
      orders.set(key(seed.account, seed.pack), order);
  }
  const items = new Map<string, Item>(
    seeds.items.map((seed) => [key(seed.account, seed.id), zm.parse(itemSchema, seed)]),
  );
  /** A buyer writes the digits alone: found where they end the number of one order of theirs. */
  const ofBuyer = (account: string, buyer: string, digits: string): Order | undefined => {
    if (!/^\d{3,}$/.test(digits)) return undefined;
    const own = seeds.orders.filter((seed) => seed.account === account && seed.buyer === buyer);
    const [only, ...more] = own.filter(({ id }) => new RegExp(`(?<!\\d)${digits}$`).test(id));
    return only === undefined || more.length > 0 ? undefined : orders.get(key(account, only.id));
  };
  const source: OrderSource & ItemSource = {
    order: async (id, buyer, { account }) => {
      const order = orders.get(key(account, id)) ?? ofBuyer(account, buyer, id);
      // Another buyer's order is not there.
      return order === undefined || order.buyer !== buyer ? failed({ kind: 'not-found' }) : found(order);
    },
    item: async (id, _postcode, { account }) => {
      const item = items.get(key(account, id));
      return item === undefined ? failed({ kind: 'not-found' }) : found(item);
    },
  };
  const tenants = new Map(seeds.tenants.map((seed) => [seed.id, tenantOf(seed)]));
  const accounts = new Map(seeds.accounts.map((seed) => [key(seed.channel, seed.account), accountOf(seed)]));
  return {
    tenant: (id) => tenants.get(id) ?? null,
    account: (channel, id) => accounts.get(key(channel, id)) ?? null,
    sources: { 'mercado-libre': source, rest: source },
    knowledge: knowledgeOf(seeds.articles),
    access: ({ id }) => ({
      account: id,
      address: 'seeds',
      secrets: [],
      token: null,
      platformUser: null,
      applicationId: null,
    }),
  };
};
