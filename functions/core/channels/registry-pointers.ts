/** The channels that only point: what fetches behind their notices, one line each. */
import type { ChannelId } from '../domain/channel.ts';
import type { PointerChannel } from '../ports/pulling.ts';
import type { ChannelDeps } from './kit/http.ts';
import type { manifests } from './manifests.ts';
import { collect } from './mercado-libre/collect.ts';

type Manifests = typeof manifests;
type Pointing = {
  [Id in ChannelId]: Manifests[Id]['arrives'] extends 'as-pointer' ? Id : never;
}[ChannelId];

export const openPointerChannels = (deps: ChannelDeps) =>
  ({
    'mercado-libre': { collect: collect(deps) },
  }) as const satisfies Record<Pointing, PointerChannel>;
