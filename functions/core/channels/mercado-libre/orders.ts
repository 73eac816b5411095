/** Orders, parcels and listings as the platform tells them, as facts that an answer may state. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import type { Order, ReturnCase, Shipment } from '../../domain/facts.ts';
import type { Access, AccessDenied, Busy, NotFound, OrderSource, Unreadable } from '../../ports/channel.ts';
import type { ChannelDeps } from '../kit/http.ts';
import type { ReadProblem } from './api.ts';
import { readPurchase, type Purchase } from './purchase.ts';
import { readReturns } from './returns.ts';
import { readShipment } from './shipment.ts';

export type FactProblem = NotFound | Busy | AccessDenied | Unreadable;

export const factProblem = (problem: ReadProblem): FactProblem =>
  problem.kind === 'absent' ? { kind: 'not-found' } : problem;

export const order =
  (deps: ChannelDeps): OrderSource['order'] =>
  async (name, buyer, access) => {
    const read = await readPurchase(deps, access, name);
    if (!read.ok) return failed(factProblem(read.problem));
    const purchase = read.value;
    // The token opens every order of the seller; only the buyer's own may be told.
    if (purchase.buyer.id !== buyer) return failed({ kind: 'not-found' });
    const [shipments, returns] = await Promise.all([
      shipmentsOf(deps, access, purchase),
      readReturns(deps, access, purchase.id),
    ]);
    return shipments.ok ? found(orderOf(purchase, shipments.value, returns)) : shipments;
  };

const shipmentsOf = async (
  deps: ChannelDeps,
  access: Access,
  { shipping }: Purchase,
): Promise<Outcome<readonly Shipment[], FactProblem>> => {
  if (shipping?.id === undefined) return found([]);
  const read = await readShipment(deps, access, shipping.id);
  if (read.ok) return found([read.value]);
  // An order agreed upon in person has a parcel number and no parcel.
  return read.problem.kind === 'absent' ? found([]) : failed(factProblem(read.problem));
};

const orderOf = (
  purchase: Purchase,
  shipments: readonly Shipment[],
  returns: readonly ReturnCase[],
): Order => {
  const payment = purchase.payments.at(-1);
  const { installments } = payment ?? {};
  return {
    id: purchase.id,
    buyer: purchase.buyer.id,
    status: purchase.status,
    placedAt: purchase.date_created,
    total: purchase.total_amount,
    currency: purchase.currency_id,
    items: purchase.order_items.map(({ item, quantity }) => ({
      item: item.id,
      quantity,
      ...(item.title === undefined ? {} : { title: item.title }),
      ...variantOf(item.variation_attributes),
    })),
    ...(payment?.status === undefined
      ? {}
      : {
          payment: {
            method: payment.payment_type ?? payment.payment_method_id ?? 'unknown',
            status: payment.status,
            ...(installments === undefined ? {} : { instalments: installments }),
          },
        }),
    shipments,
    ...cancellationOf(purchase),
    returns,
    ...refundOf(purchase),
  };
};

const variantOf = (attributes: Purchase['order_items'][number]['item']['variation_attributes']) => {
  const values = attributes.flatMap(({ value_name: value }) => value ?? []);
  return values.length === 0 ? {} : { variant: values.join(' ') };
};

const cancellationOf = (purchase: Purchase): Pick<Order, 'cancelled'> => {
  if (purchase.status !== 'cancelled') return {};
  const { cancel_detail: told, date_closed: closed, last_updated: updated, date_created: created } = purchase;
  const at = closed ?? updated ?? created;
  const reason = told?.description;
  return {
    cancelled: {
      at,
      by: told?.requested_by ?? 'platform',
      ...(reason === undefined ? {} : { reason }),
    },
  };
};

/** The platform tells of money that went back, never of money that will. */
const refundOf = ({ payments, currency_id: currency }: Purchase): Pick<Order, 'refund'> => {
  const refunded = payments.filter(({ transaction_amount_refunded: amount }) => Number(amount ?? 0) > 0);
  const last = refunded.at(-1);
  if (last === undefined) return {};
  const cents = refunded.reduce(
    (sum, { transaction_amount_refunded: amount }) => sum + Math.round(Number(amount) * 100),
    0,
  );
  const method = last.payment_type ?? last.payment_method_id;
  return {
    refund: {
      status: 'refunded',
      amount: (cents / 100).toFixed(2),
      currency,
      ...(method === undefined ? {} : { method }),
      ...(last.date_last_modified === undefined ? {} : { at: last.date_last_modified }),
    },
  };
};
