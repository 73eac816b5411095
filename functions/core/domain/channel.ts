/** The channels that this release speaks; one folder each in `channels/`, one line each in its two lists. */
export const channelIds = ['mercado-libre', 'rest'] as const;
export type ChannelId = (typeof channelIds)[number];
export const isChannelId = (text: string): text is ChannelId => channelIds.some((id) => id === text);

/** Who can read a thread: the whole public (a question on a listing), or the buyer alone. */
export type Audience = 'public' | 'private';

/** Two-letter country code of the marketplace site that an account sells on. */
export const markets = ['AR', 'BR', 'CL', 'CO', 'MX', 'US'] as const;
export type Market = (typeof markets)[number];
export const isMarket = (text: string): text is Market => markets.some((market) => market === text);
