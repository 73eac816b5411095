/** The sandboxed platform's listings and purchases, from the seeds of its accounts. */
import * as z from 'zod/mini';
import type { Item, Order, Shipment } from '../../domain/facts.ts';
import { platformId } from '../kit/json.ts';
import { itemSchema, orderSchema } from '../kit/order-schemas.ts';

export type Purchase = Order & { readonly pack: string | null };
export type Parcel = { readonly shipment: Shipment; readonly order: Purchase };

export type Stock = {
  item(account: string, id: string): Item | undefined;
  order(account: string, id: string): Purchase | undefined;
  /** The orders of one purchase; empty: there is no such pack. */
  pack(account: string, id: string): readonly Purchase[];
  shipment(account: string, id: string): Parcel | undefined;
  orders(account: string): readonly Purchase[];
  /** Where a purchase is talked about: its pack, or the order itself when it has none. */
  thread(account: string, packOrOrder: string): string;
};

const ofAccount = { account: platformId };
const itemSeed = z.extend(itemSchema, ofAccount);
const orderSeed = z.extend(orderSchema, { ...ofAccount, pack: z.optional(platformId) });
const owned = z.object(ofAccount);

/** Throws when an item or order of one of the accounts has the wrong shape. */
export const openStock = (
  accounts: readonly string[],
  seeds: { readonly items: readonly unknown[]; readonly orders: readonly unknown[] },
): Stock => {
  const isOurs = (seed: unknown): boolean => accounts.includes(z.parse(owned, seed).account);
  const key = (account: string, id: string): string => JSON.stringify([account, id]);
  const items = new Map<string, Item>();
  const orders = new Map<string, Purchase>();
  const byAccount = new Map<string, Purchase[]>();
  const packs = new Map<string, Purchase[]>();
  const shipments = new Map<string, Parcel>();

  for (const seed of seeds.items.filter(isOurs)) {
    const { account, ...item } = z.parse(itemSeed, seed);
    items.set(key(account, item.id), item);
  }
  for (const seed of seeds.orders.filter(isOurs)) {
    const { account, pack = null, ...rest } = z.parse(orderSeed, seed);
    const order = { ...rest, pack };
    orders.set(key(account, order.id), order);
    byAccount.set(account, [...(byAccount.get(account) ?? []), order]);
    for (const shipment of order.shipments) shipments.set(key(account, shipment.id), { shipment, order });
    if (pack !== null) packs.set(key(account, pack), [...(packs.get(key(account, pack)) ?? []), order]);
  }
  return {
    item: (account, id) => items.get(key(account, id)),
    order: (account, id) => orders.get(key(account, id)),
    pack: (account, id) => packs.get(key(account, id)) ?? [],
    orders: (account) => byAccount.get(account) ?? [],
    shipment: (account, id) => shipments.get(key(account, id)),
    thread: (account, id) => orders.get(key(account, id))?.pack ?? id,
  };
};
