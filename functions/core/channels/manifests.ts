/** Every channel's manifest: one line each; a channel without its line does not compile. */
import type { ChannelId } from '../domain/channel.ts';
import type { ChannelManifest } from './kit/manifest.ts';
import { restManifest } from './rest/manifest.ts';

export type { ChannelManifest };

export const manifests = {
  rest: restManifest,
} as const satisfies Record<ChannelId, ChannelManifest>;
