/** What the webhook needs of every channel, and no more: its bundle carries no sender. */
import type { ChannelId } from '../domain/channel.ts';
import type { ChannelIngress } from '../ports/channel.ts';
import { mercadoLibreIngress } from './mercado-libre/ingress.ts';
import { restIngress } from './rest/ingress.ts';

export const ingress = {
  'mercado-libre': mercadoLibreIngress,
  rest: restIngress,
} as const satisfies Record<ChannelId, ChannelIngress>;
