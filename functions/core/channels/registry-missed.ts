/** Channels whose platforms forget: how each tells what we missed, for the Lambda that catches up. */
import type { ChannelId } from '../domain/channel.ts';
import type { MissedChannel } from '../ports/pulling.ts';
import type { ChannelDeps } from './kit/http.ts';
import { mercadoLibreMissed } from './mercado-libre/missed.ts';

export const openMissedChannels = (deps: ChannelDeps) =>
  ({
    'mercado-libre': mercadoLibreMissed(deps),
  }) as const satisfies { readonly [Id in ChannelId]?: MissedChannel };
