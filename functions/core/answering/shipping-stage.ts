/** Where an order stands, read from statuses that every platform spells its own way. */
import type { Order, Shipment } from '../domain/facts.ts';
import { fold, phrases } from './text.ts';

export type Stage =
  | 'unpaid'
  | 'preparing'
  | 'moving'
  | 'delayed'
  | 'customs'
  | 'out'
  | 'pickup'
  | 'delivered'
  | 'problem'
  | 'cancelled'
  | 'unknown';

/** Statuses of orders and shipments, folded, with `_` between words. Open at the platforms' side: what is not here is unknown. */
const stages: readonly (readonly [Stage, readonly string[]])[] = [
  [
    'unpaid',
    phrases(`
    unpaid, payment_required, payment_in_process, payment_pending, pending_payment, awaiting_payment,
    partially_paid, waiting_payment, aguardando_pagamento, pendiente_de_pago`),
  ],
  [
    'preparing',
    phrases(`
    preparing, pending, paid, confirmed, processing, in_preparation, handling, ready_to_ship,
    to_be_shipped, awaiting_shipment, awaiting_collection, unfulfilled, packed, packing, label_created,
    label_printed, invoiced, approved, created, placed, open, en_preparacion, preparando, em_preparacao,
    em_separacao, manufacturing, on_hold, backordered, not_shipped, accepted, new, info_received,
    pre_transit, awaiting_pickup_by_carrier, waiting_for_carrier, scheduled`),
  ],
  [
    'moving',
    phrases(`
    shipped, in_transit, transit, sent, dispatched, collected, picked_up, on_the_way, on_its_way,
    en_route, fulfilled, partially_shipped, partially_shipping, in_hub, at_hub, at_sorting_center,
    enviado, en_camino, en_transito,
    em_transito, despachado, a_caminho, rescheduled, soon_deliver, departed, arrived_at_facility,
    arrived, handed_to_carrier, in_distribution, postado, accepted_by_carrier`),
  ],
  ['delayed', phrases('delayed, stuck, delay, late, demorado, retrasado, atrasado')],
  [
    'customs',
    phrases(
      'at_customs, in_customs, customs, customs_clearance, held_at_customs, held_in_customs, customs_hold, in_customs_clearance, en_aduana, na_alfandega',
    ),
  ],
  [
    'out',
    phrases(`
    out_for_delivery, out, with_courier, en_reparto, saiu_para_entrega, delivering, en_ruta_de_entrega`),
  ],
  [
    'pickup',
    phrases(`
    ready_for_pickup, available_for_pickup, waiting_for_withdrawal, waiting_for_pickup, awaiting_pickup,
    at_pickup_point, in_pickup_point, available_for_collection, listo_para_retirar, aguardando_retirada,
    pickup`),
  ],
  [
    'delivered',
    phrases(`
    delivered, completed, entregado, entregue, delivered_to_neighbor, delivered_to_agent,
    collected_by_buyer`),
  ],
  [
    'problem',
    phrases(`
    not_delivered, undelivered, delivery_failed, failed_delivery, failed, failed_attempt,
    delivery_attempted, exception, lost, damaged, stolen, returned, returning_to_sender,
    returned_to_sender, return_to_sender, returning, receiver_absent, bad_address, wrong_address,
    refused, refused_delivery, undeliverable, no_entregado, nao_entregue, extraviado, devolvido, seized`),
  ],
  ['cancelled', phrases('cancelled, canceled, cancelado, cancelada, voided')],
];
const stageByStatus: ReadonlyMap<string, Stage> = new Map(
  stages.flatMap(([stage, statuses]) => statuses.map((status) => [status, stage] as const)),
);

/** A status as code: "Out for delivery" is `out_for_delivery`. */
export const asCode = (status: string): string =>
  fold(status)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

export const stageOf = (status: string | undefined): Stage =>
  status === undefined ? 'unknown' : (stageByStatus.get(asCode(status)) ?? 'unknown');

/** Substatuses that say more than the status beside them. */
const closer: readonly Stage[] = ['out', 'pickup', 'delayed', 'customs'];

/** What the substatus adds counts for more: "shipped", "out for delivery" is out. */
export const stageOfShipment = (shipment: Shipment): Stage => {
  const [status, substatus] = [stageOf(shipment.status), stageOf(shipment.substatus)];
  if (status === 'problem' || substatus === 'problem') return 'problem';
  if (shipment.deliveredAt !== undefined) return 'delivered';
  if (status === 'delivered' || status === 'cancelled') return status;
  if (closer.includes(substatus)) return substatus;
  return status === 'unknown' ? substatus : status;
};

const unpaidStatuses: ReadonlySet<string> = new Set(
  phrases(`
  pending, in_process, unpaid, waiting, awaiting_payment, payment_pending, rejected`),
);

const gone: readonly Stage[] = ['moving', 'delayed', 'customs', 'out', 'pickup', 'delivered', 'problem'];

/** The order as a whole, before its parcels are looked at. */
export const stageOfOrder = (order: Order): Stage => {
  const stage = stageOf(order.status);
  if (order.cancelled !== undefined || stage === 'cancelled') return 'cancelled';
  if (stage === 'unpaid') return 'unpaid';
  const unpaid = order.payment !== undefined && unpaidStatuses.has(asCode(order.payment.status));
  return unpaid && order.shipments.length === 0 && !gone.includes(stage) ? 'unpaid' : stage;
};

/** Shipments that count: a cancelled one was replaced or dropped. */
export const parcelsOf = (order: Order): readonly { readonly shipment: Shipment; readonly index: number }[] =>
  order.shipments
    .map((shipment, index) => ({ shipment, index }))
    .filter(({ shipment }) => stageOfShipment(shipment) !== 'cancelled');

const here: readonly Stage[] = ['preparing', 'unpaid'];

/** Whether any of the order has left; null when the statuses do not tell. What can be changed before that cannot after. */
export const hasShipped = (order: Order): boolean | null => {
  const parcels = parcelsOf(order);
  const stagesNow =
    parcels.length === 0 ? [stageOfOrder(order)] : parcels.map(({ shipment }) => stageOfShipment(shipment));
  if (stagesNow.some((stage) => gone.includes(stage))) return true;
  return stagesNow.every((stage) => here.includes(stage)) ? false : null;
};

/** True when every parcel that counts has been delivered. */
export const isDelivered = (order: Order): boolean => {
  const parcels = parcelsOf(order);
  if (parcels.length === 0) return stageOfOrder(order) === 'delivered';
  return parcels.every(({ shipment }) => stageOfShipment(shipment) === 'delivered');
};
