/** Two sellers with a shop each, the emergency stop, and the replies that a polling shop fetches. */
import { accountId, registrationId, tenantId, type TenantId } from '../../functions/core/domain/ids.ts';
import type { Account, Tenant } from '../../functions/core/domain/tenant.ts';
import type { AccessDirectory } from '../../functions/core/ports/access.ts';
import type {
  ConversationStore,
  PolledReplies,
  ReplyAddress,
} from '../../functions/core/ports/conversations.ts';
import type { PauseSwitch, TenantDirectory } from '../../functions/core/ports/tenants.ts';
import { account, tenant, withoutToken } from './builders.ts';

export const otherTenant: Tenant = { ...tenant, id: tenantId('outraloja0'), name: 'Outra' };
export const otherAccount: Account = {
  ...account,
  tenant: otherTenant.id,
  id: accountId('outra-br'),
  registration: registrationId('outra-br'),
};

/** The first seller, on a marketplace with public questions and private messages. */
export const marketAccount: Account = {
  ...account,
  channel: 'mercado-libre',
  id: accountId('465432224'),
  registration: registrationId('luna-ml'),
  address: 'https://platform.example',
};

export type SellerRules = Partial<Pick<Tenant, 'modes' | 'thresholds' | 'tone'>> &
  Partial<Pick<Account, 'market'>>;

export const fakeSellers = (rules: SellerRules) => {
  const { market = account.market, ...settings } = rules;
  const sellers = [{ ...tenant, ...settings }, otherTenant];
  const accounts = [{ ...account, market }, otherAccount, marketAccount];
  let stopped = false;
  /** What calls to the shop are made with: an address of the shop, none (it polls), or nothing stored at all. */
  let reach: 'pushes' | 'polls' | 'not-connected' = 'pushes';
  const directory: TenantDirectory = {
    tenant: async (id) => sellers.find((one) => one.id === id) ?? null,
    account: async (channel, id) => accounts.find((one) => one.channel === channel && one.id === id) ?? null,
    tenants: async () => sellers,
  };
  const access: AccessDirectory = {
    access: async (_, { id, address }) =>
      reach === 'not-connected'
        ? null
        : {
            account: id,
            address: reach === 'polls' ? '' : (address ?? ''),
            secrets: ['secret'],
            ...withoutToken,
          },
    renew: async () => null,
  };
  const pause: PauseSwitch = { paused: async () => stopped };
  return {
    directory,
    access,
    pause,
    stop: (on: boolean) => {
      stopped = on;
    },
    reached: (how: typeof reach) => {
      reach = how;
    },
  };
};

/** Replies put out for polling, each once, by the time when they were put out. */
export const memoryPolled = (
  conversations: Pick<ConversationStore, 'reply' | 'platformNames'>,
): PolledReplies => {
  const listed: { tenant: TenantId; account: string; cursor: string; address: ReplyAddress }[] = [];
  return {
    async put(owner, address, at) {
      if (listed.some((one) => one.address.reply === address.reply)) return;
      const cursor = `${at.toISOString()}#${address.reply}`;
      listed.push({ tenant: owner.tenant, account: owner.account, cursor, address });
    },
    async after(owner, cursor, atMost) {
      const wanted = listed.filter(
        (one) => one.tenant === owner.tenant && one.account === owner.account && one.cursor > (cursor ?? '0'),
      );
      const replies = await Promise.all(
        wanted.slice(0, atMost).map(async (one) => {
          const reply = await conversations.reply(one.address);
          const names =
            reply === null
              ? null
              : await conversations.platformNames({
                  ...one.address,
                  message: reply.inReplyTo,
                  at: reply.inReplyToAt,
                });
          return reply === null || names === null
            ? []
            : [{ cursor: one.cursor, reply, conversation: names.conversation, inReplyTo: names.message }];
        }),
      );
      return replies.flat();
    },
  };
};
