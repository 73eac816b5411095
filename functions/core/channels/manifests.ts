/** Every channel's manifest: one line each; a channel without its line does not compile. */
import type { Audience, ChannelId } from '../domain/channel.ts';
import type { ChannelManifest, ThreadRules } from './kit/manifest.ts';
import { mercadoLibreManifest } from './mercado-libre/manifest.ts';
import { restManifest } from './rest/manifest.ts';

export type { ChannelManifest, ThreadRules };

export const manifests = {
  'mercado-libre': mercadoLibreManifest,
  rest: restManifest,
} as const satisfies Record<ChannelId, ChannelManifest>;

/** Throws for a thread of a kind that the channel does not have: its own reading made it. */
export const threadRules = (channel: ChannelId, audience: Audience): ThreadRules => {
  const manifest: ChannelManifest = manifests[channel];
  const rules = manifest.threads[audience];
  if (rules === null) throw new Error(`${manifest.name} has no ${audience} thread`);
  return rules;
};
