/** What was sent back at the sandboxed platform: the returns of the seeds, as the claims that it keeps them in. */
import type { ReturnCase } from '../../domain/facts.ts';
import type { SandboxAnswer } from '../kit/sandbox.ts';
import { json, notFound, wireId, type Call, type Platform } from './sandbox-platform.ts';
import type { Purchase } from './sandbox-stock.ts';

type Kept = { readonly claim: string; readonly order: Purchase; readonly sentBack: ReturnCase };

const keptFor = (order: Purchase): readonly Kept[] =>
  order.returns.map((sentBack, index) => ({
    claim: `59${order.id.replaceAll(/\D/g, '').slice(-8)}${String(index)}`,
    order,
    sentBack,
  }));

/** Claims of the kind `return` about an order. */
export const returnsOf = (
  { stock }: Pick<Platform, 'stock'>,
  account: string,
  name: string,
): readonly unknown[] => {
  const order = stock.order(account, name);
  return (order === undefined ? [] : keptFor(order)).map(({ claim, sentBack }) => ({
    id: wireId(claim),
    resource: 'order',
    resource_id: wireId(name),
    type: 'return',
    stage: 'claim',
    status: 'opened',
    date_created: sentBack.requestedAt,
    last_updated: sentBack.receivedAt ?? sentBack.requestedAt,
  }));
};

/** `GET /post-purchase/v2/claims/{id}/returns` */
export const readReturn = ({ stock }: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const kept = stock
    .orders(account)
    .flatMap(keptFor)
    .find(({ claim }) => claim === id);
  if (kept === undefined) return notFound();
  const { order, sentBack } = kept;
  return json(200, {
    id: wireId(id),
    claim_id: wireId(id),
    resource_type: 'order',
    resource_id: wireId(order.id),
    status: sentBack.receivedAt === undefined ? sentBack.status : 'delivered',
    status_money: order.refund === undefined ? 'retained' : 'refunded',
    date_created: sentBack.requestedAt,
    last_updated: sentBack.receivedAt ?? sentBack.requestedAt,
  });
};
