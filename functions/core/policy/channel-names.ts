/** Every channel that may be quoted, those among them that this release does not speak yet. */

export const channelNames = [
  'mercado-libre',
  'rest',
  'whatsapp',
  'messenger',
  'instagram',
  'shopify',
  'amazon',
  'shopee',
  'tiktok-shop',
  'email',
  'nuvemshop',
] as const;
export type ChannelName = (typeof channelNames)[number];
