/** Channels whose tokens end: how each renews them, and no more, for the one Lambda that does. */
import type { ChannelId } from '../domain/channel.ts';
import type { TokenChannel } from '../ports/pulling.ts';
import type { ChannelDeps } from './kit/http.ts';
import { mercadoLibreTokens } from './mercado-libre/access.ts';

export const openTokenChannels = (deps: ChannelDeps) =>
  ({
    'mercado-libre': mercadoLibreTokens(deps),
  }) as const satisfies { readonly [Id in ChannelId]?: TokenChannel };
