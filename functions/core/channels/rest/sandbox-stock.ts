/** The sandboxed shop's own facts: items, orders, and what may be done with an order. */
import * as z from 'zod/mini';
import type { Item, Order } from '../../domain/facts.ts';
import type { OrderAction } from '../../domain/action.ts';
import { platformId } from '../kit/json.ts';
import { itemSchema, orderSchema } from '../kit/order-schemas.ts';

export type Details = Readonly<Record<string, unknown>>;

export type Stock = {
  item(account: string, id: string): Item | undefined;
  /** Only for the buyer whose order it is. */
  order(account: string, id: string, buyer: string | null): Order | undefined;
  /** `refused`: the order's state does not allow it. */
  act(
    account: string,
    id: string,
    action: OrderAction,
    details: Details,
    at: string,
  ): 'done' | 'refused' | 'absent';
};

const ofAccount = { account: platformId };
const itemSeed = z.extend(itemSchema, ofAccount);
const orderSeed = z.extend(orderSchema, ofAccount);
const owned = z.object(ofAccount);

/** Throws when an item or order of one of the accounts has the wrong shape. */
export const openStock = (
  accounts: readonly string[],
  seeds: { readonly items: readonly unknown[]; readonly orders: readonly unknown[] },
): Stock => {
  const isOurs = (seed: unknown): boolean => accounts.includes(z.parse(owned, seed).account);
  const key = (account: string, id: string): string => JSON.stringify([account, id]);
  const items = new Map<string, Item>();
  const orders = new Map<string, Order>();
  for (const seed of seeds.items.filter(isOurs)) {
    const { account, ...item } = z.parse(itemSeed, seed);
    items.set(key(account, item.id), item);
  }
  for (const seed of seeds.orders.filter(isOurs)) {
    const { account, ...order } = z.parse(orderSeed, seed);
    orders.set(key(account, order.id), order);
  }
  return {
    item: (account, id) => items.get(key(account, id)),
    order: (account, id, buyer) => {
      const order = orders.get(key(account, id));
      return order?.buyer === buyer ? order : undefined;
    },
    act: (account, id, action, details, at) => {
      const order = orders.get(key(account, id));
      if (order === undefined) return 'absent';
      const next = afterAction[action](order, details, at);
      if (next === null) return 'refused';
      orders.set(key(account, id), next);
      return 'done';
    },
  };
};

const isOnItsWay = ({ status }: Order): boolean => ['shipped', 'in_transit', 'delivered'].includes(status);
const isOver = (order: Order): boolean => order.cancelled !== undefined || order.status === 'cancelled';
const reasonOf = ({ reason }: Details): { readonly reason?: string } =>
  typeof reason === 'string' && reason !== '' ? { reason } : {};

/** `null`: the shop refuses. */
const afterAction: Readonly<
  Record<OrderAction, (order: Order, details: Details, at: string) => Order | null>
> = {
  cancel: (order, details, at) =>
    isOver(order) || isOnItsWay(order)
      ? null
      : { ...order, status: 'cancelled', cancelled: { at, by: 'buyer', ...reasonOf(details) } },
  address: (order, { address }) =>
    isOver(order) || isOnItsWay(order) || typeof address !== 'string' || address === ''
      ? null
      : { ...order, address },
  return: (order, details, at) =>
    isOver(order)
      ? null
      : {
          ...order,
          returns: [...order.returns, { status: 'requested', requestedAt: at, ...reasonOf(details) }],
        },
  refund: (order, _details, at) =>
    order.refund === undefined
      ? { ...order, refund: { status: 'requested', amount: order.total, currency: order.currency, at } }
      : null,
};
