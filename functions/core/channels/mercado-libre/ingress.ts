/** All that the webhook bundles of this channel: no sending, no fetching. */
import type { ChannelIngress } from '../../ports/channel.ts';
import { read } from './read.ts';
import { verify } from './verify.ts';

export const mercadoLibreIngress: ChannelIngress = { verify, read };
