/** The platform signs nothing: what a call points at is fetched from the platform itself, with the seller's token. */
import type { ChannelIngress } from '../../ports/channel.ts';

export const verify: ChannelIngress['verify'] = () => 'unsigned';
