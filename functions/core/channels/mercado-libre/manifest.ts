/** Mercado Libre as data: pointers only, nothing signed, public questions and private messages. */
import type { ChannelManifest } from '../kit/manifest.ts';

export const mercadoLibreManifest = {
  name: 'Mercado Libre',
  // A later 200 counts as none, and a topic with too many of those is switched off for every seller.
  acknowledgement: { status: 200, body: '', deadlineMs: 500 },
  signature: 'none',
  maximumBytes: 262_144,
  arrives: 'as-pointer',
  address: 'https://api.mercadolibre.com',
  threads: {
    // A question on a listing: everybody reads it, and it takes one answer ever.
    public: {
      maximumCharacters: 2000,
      links: 'forbidden',
      contacts: 'forbidden',
      burst: 'each',
      mode: 'automatic',
      // The platform has its own ratings, and counts what is not about the sale as misuse.
      rating: 'none',
    },
    // Messages after a sale.
    private: {
      maximumCharacters: 350,
      links: 'forbidden',
      contacts: 'forbidden',
      burst: 'together',
      mode: 'automatic',
      rating: 'none',
    },
  },
  reply: { proof: 'read-back', delivery: 'push' },
  offers: { orders: true, items: true, actions: false },
} as const satisfies ChannelManifest;
