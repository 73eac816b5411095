/** Every channel's sender and sources: one line each; one that lacks what its manifest offers does not compile. */
import type { ChannelId } from '../domain/channel.ts';
import type { ItemSource, MessageChannel, OrderActions, OrderSource } from '../ports/channel.ts';
import type { ChannelDeps } from './kit/http.ts';
import type { PointerChannel } from '../ports/pulling.ts';
import type { manifests } from './manifests.ts';
import { mercadoLibreChannel } from './mercado-libre/channel.ts';
import { restChannel } from './rest/channel.ts';

type Offers<Id extends ChannelId> = (typeof manifests)[Id]['offers'];
type Arrives<Id extends ChannelId> = (typeof manifests)[Id]['arrives'];
type Offered<Id extends ChannelId> = MessageChannel &
  (Arrives<Id> extends 'as-pointer' ? PointerChannel : unknown) &
  (Offers<Id>['orders'] extends true ? OrderSource : unknown) &
  (Offers<Id>['items'] extends true ? ItemSource : unknown) &
  (Offers<Id>['actions'] extends true ? OrderActions : unknown);

/** All channels, built from one way to the outside and one clock. */
export const openChannels = (deps: ChannelDeps) =>
  ({
    'mercado-libre': mercadoLibreChannel(deps),
    rest: restChannel(deps),
  }) as const satisfies { readonly [Id in ChannelId]: Offered<Id> };
