/** The facts as a reply may state them: texts word for word, days, amounts, counts. */
import type { Facts, Item, Order } from '../domain/facts.ts';
import type { AnsweredLanguage } from '../domain/language.ts';
import { dayOf, money, type Reader } from './format.ts';
import { plainLabel } from './attribute-match.ts';
import { sayable, sayableCode } from './text.ts';
import { variantName } from './variant-match.ts';
import { isFree, paymentMethod } from './wording.ts';

export type Amount = { readonly amount: string; readonly currency: string };
export type Stated = {
  /** May stand word for word (in NFKC). */
  readonly texts: readonly string[];
  /** Numbers of the order itself: those of the texts that may look like something else. */
  readonly codes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly days: ReadonlySet<string>;
  readonly amounts: readonly Amount[];
  /** Counts that may stand as bare numbers. */
  readonly counts: ReadonlySet<string>;
  /** The item is sent without charge. */
  readonly freeFreight: boolean;
};

const known = (values: readonly (string | undefined)[]): readonly string[] =>
  values.filter((value) => value !== undefined);
const digitsIn = (text: string | undefined): readonly string[] => text?.match(/\d+/g) ?? [];

const codesOf = (order: Order): readonly string[] =>
  [order.id, order.invoice?.number, ...order.shipments.map(({ tracking }) => tracking)].flatMap(
    (code) => sayableCode(code) ?? [],
  );

const orderTexts = (order: Order): readonly string[] =>
  known([
    order.id,
    order.payment?.method,
    order.invoice?.type,
    order.invoice?.number,
    order.refund?.method,
    ...order.items.flatMap(({ title, variant }) => [title, variant]),
    ...order.shipments.flatMap(({ id, carrier, tracking, events }) => [
      id,
      carrier,
      tracking,
      ...events.map(({ text }) => text),
    ]),
  ]);

const orderDays = (order: Order): readonly string[] =>
  known([
    order.placedAt,
    order.payment?.due,
    order.shipBy,
    order.returnUntil,
    order.exchangeUntil,
    order.invoice?.issuedAt,
    order.cancelled?.at,
    order.refund?.at,
    order.refund?.expectedBy,
    ...order.shipments.flatMap(({ shipBy, estimated, deliveredAt, events }) => [
      shipBy,
      estimated,
      deliveredAt,
      ...events.map(({ at }) => at),
    ]),
    ...order.returns.flatMap(({ requestedAt, receivedAt, labelValidUntil }) => [
      requestedAt,
      receivedAt,
      labelValidUntil,
    ]),
  ]);

const orderAmounts = (order: Order): readonly Amount[] => {
  const { refund } = order;
  const refunded =
    refund === undefined
      ? []
      : known([refund.amount, refund.fee]).map((amount) => ({ amount, currency: refund.currency }));
  return [{ amount: order.total, currency: order.currency }, ...refunded];
};

const itemTexts = (item: Item): readonly string[] => [
  item.title,
  ...Object.values(item.attributes),
  ...Object.keys(item.attributes).map(plainLabel),
  ...item.variants.flatMap((variant) => [variantName(variant), ...Object.values(variant.attributes)]),
];

const itemAmounts = ({ price, freight, currency, variants }: Item): readonly Amount[] =>
  known([price, freight, ...variants.map((variant) => variant.price)]).map((amount) => ({
    amount,
    currency,
  }));

/** Everything of the facts that a text may hold. Facts that the reader must not see are not handed in. */
export const statedFacts = ({ order, item }: Facts, language: AnsweredLanguage, timeZone: string): Stated => {
  const methods = [order?.payment?.method, order?.refund?.method].flatMap(
    (method) => paymentMethod(method, language) ?? [],
  );
  const texts = [...(order ? orderTexts(order) : []), ...(item ? itemTexts(item) : []), ...methods];
  const counts = [
    ...(order
      ? [...digitsIn(order.refund?.showsWithin), ...order.items.map(({ quantity }) => String(quantity))]
      : []),
    ...(order?.payment?.instalments === undefined ? [] : [String(order.payment.instalments)]),
    ...(item ? [String(item.stock), ...item.variants.map(({ stock }) => String(stock))] : []),
  ];
  const spoken = texts.flatMap((text) => [
    text.replace(/\s+/g, ' ').trim(),
    sayable(text, Infinity) ?? '',
    text.replaceAll('_', ' ').trim(),
  ]);
  return {
    texts: [...new Set(spoken.map((text) => text.normalize('NFKC')))].filter((text) =>
      /[\p{L}\p{N}]/u.test(text),
    ),
    codes: order ? codesOf(order) : [],
    days: new Set(
      known([...(order ? orderDays(order) : []), item?.deliveryBy]).flatMap(
        (written) => dayOf(written, timeZone) ?? [],
      ),
    ),
    amounts: [...(order ? orderAmounts(order) : []), ...(item ? itemAmounts(item) : [])],
    counts: new Set(counts),
    freeFreight: isFree(item?.freight),
  };
};

/** The amounts as this reader sees them written. */
export const writtenAmounts = (stated: Stated, reader: Reader): ReadonlySet<string> =>
  new Set(stated.amounts.flatMap(({ amount, currency }) => money(amount, currency, reader) ?? []));
