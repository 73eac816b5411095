/** Orders, packs and shipments of the sandboxed platform, in its own shapes. */
import type { Order, Shipment } from '../../domain/facts.ts';
import type { SandboxAnswer } from '../kit/sandbox.ts';
import { json, notFound, siteOf, wireId, type Call, type Platform } from './sandbox-platform.ts';
import type { Purchase } from './sandbox-stock.ts';

const orderStatuses = [
  'confirmed',
  'payment_required',
  'payment_in_process',
  'partially_paid',
  'paid',
  'cancelled',
];
/** An order is paid on this platform; how far its parcel is, only the shipment tells. */
const orderStatus = ({ status, cancelled }: Order): string => {
  if (cancelled !== undefined) return 'cancelled';
  return orderStatuses.includes(status) ? status : 'paid';
};

/** Money that is still to go back, this platform shows nowhere. */
const wentBack: ReadonlySet<string> = new Set(['refunded', 'paid', 'completed', 'processed', 'issued']);

const paymentsOf = (order: Order): readonly unknown[] => {
  const { payment, refund } = order;
  if (payment === undefined && refund === undefined) return [];
  const isBack = refund !== undefined && wentBack.has(refund.status);
  return [
    {
      id: wireId(`7${order.id.replaceAll(/\D/g, '').slice(-9)}`),
      status: isBack && Number(refund.amount) >= Number(order.total) ? 'refunded' : payment?.status,
      payment_method_id: payment?.method,
      payment_type: payment?.method === 'pix' ? 'bank_transfer' : payment?.method,
      installments: payment?.instalments ?? 1,
      transaction_amount: Number(order.total),
      transaction_amount_refunded: isBack ? Number(refund.amount) : 0,
      currency_id: order.currency,
      date_approved: payment?.status === 'approved' ? order.placedAt : null,
      date_last_modified: isBack ? (refund.at ?? null) : order.placedAt,
      date_of_expiration: payment?.due ?? null,
    },
  ];
};

const lineOf = (platform: Platform, account: string, line: Order['items'][number]): unknown => {
  const item = platform.stock.item(account, line.item);
  const variant = item?.variants.find(({ id }) => id === line.variant);
  return {
    item: {
      id: line.item,
      title: line.title ?? item?.title ?? line.item,
      variation_id: line.variant === undefined ? null : wireId(line.variant),
      variation_attributes: Object.entries(variant?.attributes ?? {}).map(([name, value]) => ({
        id: name.toUpperCase(),
        name,
        value_name: value,
      })),
    },
    quantity: line.quantity,
    unit_price: Number(variant?.price ?? item?.price ?? '0'),
    currency_id: item?.currency ?? null,
  };
};

const shownOrder = (platform: Platform, account: string, order: Purchase): unknown => {
  const { cancelled, shipments } = order;
  const [shipment] = shipments;
  const isDelivered = shipments.some(({ status }) => status === 'delivered');
  return {
    id: wireId(order.id),
    status: orderStatus(order),
    status_detail: null,
    date_created: order.placedAt,
    date_closed: order.placedAt,
    total_amount: Number(order.total),
    paid_amount: Number(order.total),
    currency_id: order.currency,
    order_items: order.items.map((line) => lineOf(platform, account, line)),
    payments: paymentsOf(order),
    shipping: { id: shipment === undefined ? null : wireId(shipment.id) },
    pack_id: order.pack === null ? null : wireId(order.pack),
    buyer: { id: wireId(order.buyer) },
    seller: { id: wireId(account) },
    tags: [isDelivered ? 'delivered' : 'not_delivered', 'paid'],
    cancel_detail:
      cancelled === undefined
        ? null
        : {
            group: cancelled.by,
            requested_by: cancelled.by,
            description: cancelled.reason ?? '',
            date: cancelled.at,
          },
  };
};

/** `GET /orders/{id}` */
export const readOrder = (platform: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const order = platform.stock.order(account, id);
  return order === undefined ? notFound() : json(200, shownOrder(platform, account, order));
};

/** `GET /packs/{id}`: the orders of one purchase. */
export const readPack = (platform: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const orders = platform.stock.pack(account, id);
  const [first] = orders;
  if (first === undefined) return notFound();
  const shipment = orders.flatMap(({ shipments }) => shipments)[0];
  return json(200, {
    id: wireId(id),
    status: 'released',
    orders: orders.map((order) => ({ id: wireId(order.id) })),
    shipment: { id: shipment === undefined ? null : wireId(shipment.id) },
    buyer: { id: wireId(first.buyer) },
    date_created: first.placedAt,
  });
};

/** Words of other platforms for what this one calls shipped. */
const onItsWay: Readonly<Record<string, string>> = {
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
};

const shipmentStatus = ({ status, substatus }: Pick<Shipment, 'status' | 'substatus'>) => ({
  status: status in onItsWay ? 'shipped' : status,
  substatus: substatus ?? onItsWay[status] ?? null,
});

const shownShipment = (platform: Platform, account: string, shipment: Shipment): unknown => ({
  id: wireId(shipment.id),
  ...shipmentStatus(shipment),
  site_id: siteOf(platform, account),
  tracking_number: shipment.tracking ?? null,
  tracking_method: shipment.carrier ?? null,
  logistic: { mode: 'me2', type: 'drop_off', direction: 'forward' },
  lead_time: {
    estimated_handling_limit: { date: shipment.shipBy ?? null },
    estimated_delivery_time: { type: 'known', date: shipment.estimated ?? null },
    estimated_delivery_limit: { date: shipment.estimated ?? null },
  },
  origin: null,
  destination: null,
});

/** Today's format stands behind a header; without it the platform answers in the older one, which nobody reads here. */
const olderFormat = ({ id, status }: Shipment): unknown => ({ id: wireId(id), status });

/** `GET /shipments/{id}` with `x-format-new: true` */
export const readShipment = (platform: Platform, call: Call): SandboxAnswer => {
  const found = platform.stock.shipment(call.account, call.ids[0] ?? '');
  if (found === undefined) return notFound();
  const isNew = call.request.headers['x-format-new'] === 'true';
  return json(
    200,
    isNew ? shownShipment(platform, call.account, found.shipment) : olderFormat(found.shipment),
  );
};

/** `GET /shipments/{id}/history`: what happened, oldest first. */
export const readHistory = ({ stock }: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const found = stock.shipment(account, id);
  if (found === undefined) return notFound();
  const { events, deliveredAt } = found.shipment;
  const told = events.map(({ at, status, text }) => ({
    date: at,
    ...shipmentStatus({ status }),
    description: text,
  }));
  const isTold = told.some(({ status }) => status === 'delivered');
  const end =
    deliveredAt === undefined || isTold ? [] : [{ date: deliveredAt, status: 'delivered', substatus: null }];
  return json(200, [...told, ...end]);
};

/** `GET /orders/{id}/shipments` */
export const readOrderShipments = (platform: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const shipment = platform.stock.order(account, id)?.shipments[0];
  return shipment === undefined ? notFound() : json(200, shownShipment(platform, account, shipment));
};
