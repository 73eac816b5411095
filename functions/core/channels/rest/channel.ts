/** The whole channel of a web shop: what comes in, what goes out, the shop's facts and actions. */
import type { ItemSource, MessageChannel, OrderActions, OrderSource } from '../../ports/channel.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { restIngress } from './ingress.ts';
import { act, item, order } from './orders.ts';
import { send, settle } from './send.ts';

export const restChannel = (deps: ChannelDeps): MessageChannel & OrderSource & ItemSource & OrderActions => ({
  ...restIngress,
  send: send(deps),
  settle: settle(deps),
  order: order(deps),
  item: item(deps),
  act: act(deps),
});
