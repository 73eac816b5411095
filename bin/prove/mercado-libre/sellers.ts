/** The sellers, buyers and purchases of these checks: the demo's seller with many more purchases, and fifty other sellers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The demo's own seller and its wares (bin/seeds/demo.json). */
export const demo = {
  account: '465432224',
  application: '2069392825111111',
  lamp: 'MLB3571180942',
} as const;

const number = (base: number, index: number): string => String(base + index);

export type Purchase = {
  readonly order: string;
  readonly pack: string;
  readonly buyer: string;
  readonly tracking: string;
};

/** Every purchase has a thread, a buyer and a parcel of its own. */
export const purchaseOf = (index: number): Purchase => ({
  order: number(2_000_100_000, index),
  pack: number(2_000_300_000, index),
  buyer: number(1_187_800_000, index),
  tracking: `AA${String(500_000_000 + index)}BR`,
});

export const sellerOf = (index: number): string => number(465_500_000, index);
export const sellerCount = 50;
export const purchaseCount = 400;

const orderSeed = (index: number): unknown => {
  const { order, pack, buyer, tracking } = purchaseOf(index);
  return {
    account: demo.account,
    id: order,
    pack,
    buyer,
    status: 'paid',
    placedAt: '2026-11-14T13:20:00Z',
    total: '189.90',
    currency: 'BRL',
    items: [{ item: demo.lamp, quantity: 1 }],
    payment: { method: 'pix', status: 'approved' },
    shipments: [
      {
        id: number(40_100_000, index),
        status: 'shipped',
        substatus: 'in_transit',
        carrier: 'Correios',
        tracking,
        estimated: '2026-11-26',
        events: [{ at: '2026-11-16T11:00:00Z', status: 'shipped', text: 'Objeto postado' }],
      },
    ],
  };
};

const accountSeed = (index: number): unknown => ({
  tenant: 'lunaecasa0',
  channel: 'mercado-libre',
  account: sellerOf(index),
  registration: `meli-${String(index)}`,
  market: 'BR',
  secrets: ['demo-application-secret'],
  applicationId: demo.application,
  site: 'MLB',
});

const itemSeed = (index: number): unknown => ({
  account: sellerOf(index),
  id: demo.lamp,
  title: 'Luminária de mesa Aurora',
  price: '189.90',
  currency: 'BRL',
  stock: 12,
  attributes: { material: 'bambu', altura: '38 cm', voltagem: 'bivolt', garantia: '12 meses' },
});

/** The files of seeds that a machine is started with. */
export const seedFiles = (folder: string): readonly string[] => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'mercado-libre-seeds.json');
  const sellers = Array.from({ length: sellerCount }, (_, index) => index);
  const orders = Array.from({ length: purchaseCount }, (_, index) => orderSeed(index));
  writeFileSync(
    file,
    JSON.stringify({ accounts: sellers.map(accountSeed), items: sellers.map(itemSeed), orders }),
  );
  return [join(import.meta.dirname, '..', '..', 'seeds', 'demo.json'), file];
};
