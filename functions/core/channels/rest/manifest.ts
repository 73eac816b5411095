/** The `rest` channel as data: any web shop that speaks Standard Webhooks both ways. */
import type { ChannelManifest } from '../kit/manifest.ts';

export const restManifest = {
  name: 'Web shop',
  acknowledgement: { status: 200, body: '{"accepted":true}', deadlineMs: 5000 },
  signature: 'standard-webhooks',
  maximumBytes: 262_144,
  arrives: 'with-text',
  address: null,
  threads: {
    public: null,
    private: {
      maximumCharacters: 2000,
      links: 'allowed',
      contacts: 'allowed',
      burst: 'together',
      mode: 'automatic',
      rating: 'words',
    },
  },
  reply: { proof: 'both', delivery: 'push-or-poll' },
  offers: { orders: true, items: true, actions: true },
} as const satisfies ChannelManifest;
