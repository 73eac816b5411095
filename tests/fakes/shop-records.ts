/** Orders and items of the plain buyer; a test names what matters to it. */
import type { Item, Order } from '../../functions/core/domain/facts.ts';

export const anOrder = (over: Partial<Order> = {}): Order => ({
  id: '1001',
  buyer: 'buyer-1',
  status: 'paid',
  placedAt: '2026-11-12T10:00:00Z',
  total: '149.90',
  currency: 'BRL',
  items: [{ item: 'ITEM-1', title: 'Tênis Runner', variant: 'preto, 42', quantity: 1 }],
  shipments: [
    {
      id: 'S-1',
      status: 'in_transit',
      carrier: 'Andina Express',
      tracking: 'AE123456789',
      estimated: '2026-11-25',
      events: [{ at: '2026-11-19T09:00:00-03:00', status: 'in_transit', text: '' }],
    },
  ],
  returns: [],
  ...over,
});

export const anItem = (over: Partial<Item> = {}): Item => ({
  id: 'ITEM-1',
  title: 'Tênis Runner',
  price: '149.90',
  currency: 'BRL',
  stock: 4,
  attributes: { material: 'lona' },
  variants: [],
  ...over,
});
