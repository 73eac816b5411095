/** Single facts of an order under a name each: what a buyer asks for that is one date, amount, number or word. */
import type { AnsweredLanguage } from '../../domain/language.ts';
import type { Facts, Order, Shipment } from '../../domain/facts.ts';
import { dayOf, money, spokenDay } from '../format.ts';
import type { Background } from '../situations/situation.ts';
import { sayable, sayableCode } from '../text.ts';
import { readLanguage } from '../reply-language.ts';
import { variantName } from '../variant-match.ts';
import { paymentMethod, timeSpan } from '../wording.ts';

type Label = Readonly<Record<AnsweredLanguage, string>>;
type Value = { readonly text: string; readonly fact: string };
type Teller = (order: Order, background: Background) => Value | null;
type Named = { readonly label: Label; readonly value: Teller };

const stated = (text: string | null, fact: string): Value | null => (text === null ? null : { text, fact });

const day = (written: string | undefined, fact: string, background: Background): Value | null => {
  const on = written === undefined ? null : dayOf(written, background.timeZone);
  return on === null ? null : stated(spokenDay(on, background.language, background).thing, fact);
};

const amount = (
  written: string | undefined,
  currency: string | undefined,
  fact: string,
  background: Background,
): Value | null =>
  written === undefined || currency === undefined || /^0+(?:\.0+)?$/.test(written)
    ? null
    : stated(money(written, currency, background), fact);

/** The newest parcel: what is asked of one is asked of the last that left. */
const parcel = (order: Order): { readonly one: Shipment; readonly path: string } | null => {
  const index = order.shipments.length - 1;
  const one = order.shipments[index];
  return one === undefined ? null : { one, path: `order.shipments.${String(index)}` };
};

const ofParcel =
  (tell: (one: Shipment, path: string, background: Background) => Value | null): Teller =>
  (order, background) => {
    const last = parcel(order);
    return last === null ? null : tell(last.one, last.path, background);
  };

/** Others' words are said where they are short and harmless, and not in another language than the buyer's. */
const words = (text: string | undefined, fact: string, { language }: Background): Value | null => {
  const clean = sayable(text);
  const read = clean === null ? null : readLanguage(clean);
  return read === null || read === language ? stated(clean, fact) : null;
};

/** The variant that was bought, by the item's own list, else as the order writes it. */
const bought: Teller = (order, { facts }: { readonly facts: Facts }) => {
  const [line] = order.items;
  if (line === undefined || order.items.length !== 1 || line.variant === undefined) return null;
  const variants = facts.item?.id === line.item ? facts.item.variants : [];
  const variant = variants.find(({ id }) => id === line.variant);
  if (variant !== undefined)
    return stated(
      sayable(variantName(variant)),
      `item.variants.${String(variants.indexOf(variant))}.attributes`,
    );
  // A bare number of the platform tells nobody anything.
  return /^[\w-]*\d{3,}[\w-]*$/.test(line.variant) ? null : stated(sayable(line.variant), 'order.items.0');
};

const lastReturn = (order: Order) => {
  const index = order.returns.length - 1;
  return { one: order.returns[index], path: `order.returns.${String(index)}` };
};

export const orderDetails = {
  placed: {
    label: { es: 'fecha de compra', pt: 'data da compra', en: 'order date' },
    value: (order, background) => day(order.placedAt, 'order.placedAt', background),
  },
  total: {
    label: { es: 'total', pt: 'valor total', en: 'total' },
    value: (order, background) => amount(order.total, order.currency, 'order.total', background),
  },
  paidBy: {
    label: { es: 'medio de pago', pt: 'forma de pagamento', en: 'payment method' },
    value: (order, { language }) =>
      stated(paymentMethod(order.payment?.method, language), 'order.payment.method'),
  },
  instalments: {
    label: { es: 'cuotas', pt: 'parcelas', en: 'installments' },
    value: ({ payment }) =>
      payment?.instalments === undefined
        ? null
        : stated(String(payment.instalments), 'order.payment.instalments'),
  },
  due: {
    label: { es: 'pago hasta', pt: 'pagamento até', en: 'pay by' },
    value: (order, background) => day(order.payment?.due, 'order.payment.due', background),
  },
  carrier: {
    label: { es: 'lo lleva', pt: 'transportadora', en: 'carrier' },
    value: ofParcel((one, path) => stated(sayable(one.carrier), `${path}.carrier`)),
  },
  tracking: {
    label: { es: 'número de seguimiento', pt: 'código de rastreio', en: 'tracking number' },
    value: ofParcel((one, path) => stated(sayableCode(one.tracking), `${path}.tracking`)),
  },
  estimated: {
    label: { es: 'entrega estimada', pt: 'previsão de entrega', en: 'estimated delivery' },
    value: ofParcel((one, path, background) => day(one.estimated, `${path}.estimated`, background)),
  },
  delivered: {
    label: { es: 'entregado', pt: 'entregue', en: 'delivered' },
    value: ofParcel((one, path, background) => day(one.deliveredAt, `${path}.deliveredAt`, background)),
  },
  lastEvent: {
    label: { es: 'último registro', pt: 'último registro', en: 'latest update' },
    value: ofParcel((one, path, background) => {
      const newest = one.events
        .map(({ at, text }, index) => ({ at: Date.parse(at), text, index }))
        .filter(({ at }) => !Number.isNaN(at))
        .sort((a, b) => b.at - a.at)[0];
      const said = words(newest?.text, `${path}.events.${String(newest?.index ?? 0)}`, background);
      return said === null ? null : { ...said, text: `“${said.text}”` };
    }),
  },
  returnUntil: {
    label: { es: 'devolución hasta', pt: 'devolução até', en: 'returns open until' },
    value: (order, background) => day(order.returnUntil, 'order.returnUntil', background),
  },
  exchangeUntil: {
    label: { es: 'cambio hasta', pt: 'troca até', en: 'exchanges open until' },
    value: (order, background) => day(order.exchangeUntil, 'order.exchangeUntil', background),
  },
  invoiceNumber: {
    label: { es: 'número del comprobante', pt: 'número da nota', en: 'invoice number' },
    value: ({ invoice }) => stated(sayableCode(invoice?.number), 'order.invoice.number'),
  },
  invoiceType: {
    label: { es: 'tipo de comprobante', pt: 'tipo da nota', en: 'invoice type' },
    value: ({ invoice }) => stated(sayable(invoice?.type), 'order.invoice.type'),
  },
  cancelled: {
    label: { es: 'cancelado', pt: 'cancelado', en: 'canceled' },
    value: (order, background) => day(order.cancelled?.at, 'order.cancelled.at', background),
  },
  cancelReason: {
    label: { es: 'motivo registrado', pt: 'motivo registrado', en: 'recorded reason' },
    value: (order, background) => words(order.cancelled?.reason, 'order.cancelled.reason', background),
  },
  refundAmount: {
    label: { es: 'importe que vuelve', pt: 'valor que volta', en: 'refund amount' },
    value: ({ refund }, background) =>
      amount(refund?.amount, refund?.currency, 'order.refund.amount', background),
  },
  refundMethod: {
    label: { es: 'medio del reembolso', pt: 'forma do reembolso', en: 'refund goes to' },
    value: ({ refund }, { language }) =>
      stated(paymentMethod(refund?.method, language), 'order.refund.method'),
  },
  refunded: {
    label: { es: 'registrado', pt: 'registrado', en: 'recorded' },
    value: ({ refund }, background) => day(refund?.at, 'order.refund.at', background),
  },
  refundExpected: {
    label: { es: 'previsto a más tardar', pt: 'previsto até', en: 'expected by' },
    value: ({ refund }, background) => day(refund?.expectedBy, 'order.refund.expectedBy', background),
  },
  refundShows: {
    label: { es: 'se ve reflejado en', pt: 'aparece em', en: 'shows up within' },
    value: ({ refund }, { language }) =>
      stated(timeSpan(refund?.showsWithin, language), 'order.refund.showsWithin'),
  },
  refundFee: {
    label: { es: 'cargo descontado', pt: 'taxa descontada', en: 'fee taken off' },
    value: ({ refund }, background) => amount(refund?.fee, refund?.currency, 'order.refund.fee', background),
  },
  returnReceived: {
    label: { es: 'devolución recibida', pt: 'devolução recebida', en: 'return received' },
    value: (order, background) => {
      const { one, path } = lastReturn(order);
      return day(one?.receivedAt, `${path}.receivedAt`, background);
    },
  },
  labelUntil: {
    label: { es: 'etiqueta de envío válida hasta', pt: 'etiqueta válida até', en: 'label valid until' },
    value: (order, background) => {
      const { one, path } = lastReturn(order);
      return day(one?.labelValidUntil, `${path}.labelValidUntil`, background);
    },
  },
  variant: {
    label: { es: 'opción comprada', pt: 'opção comprada', en: 'option ordered' },
    value: bought,
  },
} as const satisfies Readonly<Record<string, Named>>;
export type OrderDetail = keyof typeof orderDetails;

export type ToldDetail = { readonly words: string; readonly fact: string };

/** "transportadora: Loggi", or null where the order does not hold it. */
export const tellDetail = (name: OrderDetail, order: Order, background: Background): ToldDetail | null => {
  const { label, value } = orderDetails[name];
  const told = value(order, background);
  return told === null ? null : { words: `${label[background.language]}: ${told.text}`, fact: told.fact };
};
