/** The facts of a case in short pieces, the most telling first: order, parcels, money, returns, item. */
import type { Facts, Item, Order, Shipment } from '../../domain/facts.ts';
import type { AgentLocale } from '../agent-locale.ts';
import { writtenMinute } from '../written-moment.ts';
import { cut } from './cut.ts';
import { statusIn, summaryWords, type SummaryWords } from './summary-words.ts';

type Reader = { readonly locale: AgentLocale; readonly timeZone: string; readonly said: SummaryWords };

/** A day as it is; a time on the reader's clock; anything else as the shop wrote it. */
const when = (written: string, { timeZone }: Reader): string => {
  const time = /T\d/.test(written) ? new Date(written) : null;
  return time === null || Number.isNaN(time.getTime()) ? written : writtenMinute(time, timeZone);
};

const dated = (label: string, written: string | undefined, reader: Reader): readonly string[] =>
  written === undefined ? [] : [`${label} ${when(written, reader)}`];

const parcelOf = ({ status, carrier, tracking, estimated, deliveredAt }: Shipment, reader: Reader): string =>
  [
    `${reader.said.parcel} ${statusIn(status, reader.locale)}`,
    ...[carrier, tracking].flatMap((one) => one ?? []),
    ...(deliveredAt === undefined
      ? dated(reader.said.estimated, estimated, reader)
      : dated(reader.said.delivered, deliveredAt, reader)),
  ].join(' ');

const longestTitle = 48;

const orderPieces = (order: Order, reader: Reader): readonly string[] => {
  const { said, locale } = reader;
  const { refund } = order;
  return [
    `${said.order} ${order.id} ${statusIn(order.status, locale)}`,
    ...order.shipments.map((shipment) => parcelOf(shipment, reader)),
    ...(refund === undefined
      ? []
      : [
          [
            `${said.refund} ${statusIn(refund.status, locale)} ${refund.amount} ${refund.currency}`,
            ...dated(said.expectedBy, refund.expectedBy, reader),
          ].join(' '),
        ]),
    ...order.returns.map(
      ({ status, requestedAt }) =>
        `${said.returned} ${statusIn(status, locale)} ${when(requestedAt, reader)}`,
    ),
    ...(order.cancelled === undefined ? [] : dated(said.cancelled, order.cancelled.at, reader)),
    `${said.total} ${order.total} ${order.currency}`,
    ...dated(said.placed, order.placedAt, reader),
    ...(order.shipments.length > 0 ? [] : dated(said.shipBy, order.shipBy, reader)),
    ...(order.payment === undefined ? [] : [`${said.payment} ${statusIn(order.payment.status, locale)}`]),
    ...dated(said.returnUntil, order.returnUntil, reader),
    ...order.items.map(
      ({ title, item, variant, quantity }) =>
        `${String(quantity)} × ${cut(title ?? item, longestTitle)}${variant === undefined ? '' : ` (${variant})`}`,
    ),
  ];
};

const itemPieces = (item: Item, { said }: Reader): readonly string[] => [
  `${said.item} ${cut(item.title, longestTitle)}: ${item.price} ${item.currency}, ${said.stock} ${String(item.stock)}`,
];

/** Empty where nothing was looked up. */
export const factPieces = (
  { order, item }: Facts,
  { locale, timeZone }: { readonly locale: AgentLocale; readonly timeZone: string },
): readonly string[] => {
  const reader = { locale, timeZone, said: summaryWords[locale] };
  const ordered =
    order === null ? [reader.said.noOrder] : order === undefined ? [] : orderPieces(order, reader);
  return [...ordered, ...(item === null || item === undefined ? [] : itemPieces(item, reader))];
};
