/** The shop of an order, as one action calls it: reads the order, asks for the action, renews what the shop refuses. */
import type { Action } from '../domain/action.ts';
import type { ChannelId } from '../domain/channel.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Order } from '../domain/facts.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { AccessDirectory } from '../ports/access.ts';
import type { Access, ActionRequest, OrderActions, OrderSource } from '../ports/channel.ts';
import type { ConversationStore } from '../ports/conversations.ts';
import type { TenantDirectory } from '../ports/tenants.ts';

export type ActionShopDeps = {
  readonly conversations: Pick<ConversationStore, 'platformNames'>;
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly access: AccessDirectory;
  readonly sources: Readonly<Record<ChannelId, OrderSource & Partial<OrderActions>>>;
};

type Read = Awaited<ReturnType<OrderSource['order']>>;
type Acted = Awaited<ReturnType<OrderActions['act']>>;

export type ActionShop = {
  readonly order: (id: string) => Promise<Read>;
  readonly act: (request: ActionRequest) => Promise<Acted>;
};

/** Null: the account is not connected, has no address, does nothing for buyers, or the buyer was erased. */
export const actionShop = async (
  deps: ActionShopDeps,
  conversation: Conversation,
  message: Pick<Action, 'message' | 'messageAt'>,
): Promise<ActionShop | null> => {
  const { channel, tenant, id } = conversation;
  const source = deps.sources[channel];
  const account = await deps.tenants.account(channel, conversation.account);
  const access = account === null ? null : await deps.access.access(channel, account);
  const names = await deps.conversations.platformNames({
    tenant,
    conversation: id,
    message: message.message,
    at: message.messageAt,
  });
  if (
    source.act === undefined ||
    account === null ||
    access === null ||
    access.address === '' ||
    names === null
  )
    return null;
  const { act } = source;
  let current: Access = access;
  const withAccess = async <Value, Problem extends { readonly kind: string }>(
    call: (given: Access) => Promise<Outcome<Value, Problem>>,
  ): Promise<Outcome<Value, Problem>> => {
    const first = await call(current);
    if (first.ok || first.problem.kind !== 'access-denied') return first;
    const renewed = await deps.access.renew(channel, account, current);
    if (renewed === null) return first;
    current = renewed;
    return call(renewed);
  };
  return {
    order: async (asked) => {
      const read = async () => withAccess(async (given) => source.order(asked, names.buyer, given));
      const first = await read();
      return !first.ok && first.problem.kind === 'busy' ? read() : first;
    },
    act: async (request) => withAccess(async (given) => act(request, given)),
  };
};

/** The order of a read; null: it is not there, not this buyer's, or could not be read. */
export const orderOf = (read: Read): Order | null => (read.ok ? read.value : null);
