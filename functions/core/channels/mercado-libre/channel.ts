/** The whole channel: what is pointed at, what is sent, and the platform's facts. */
import type { ItemSource, MessageChannel, OrderSource } from '../../ports/channel.ts';
import type { PointerChannel } from '../../ports/pulling.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { collect } from './collect.ts';
import { mercadoLibreIngress } from './ingress.ts';
import { item } from './items.ts';
import { order } from './orders.ts';
import { send, settle } from './send.ts';

export const mercadoLibreChannel = (
  deps: ChannelDeps,
): MessageChannel & PointerChannel & OrderSource & ItemSource => ({
  ...mercadoLibreIngress,
  collect: collect(deps),
  send: send(deps),
  settle: settle(deps),
  order: order(deps),
  item: item(deps),
});
