/** The facts as a reply may state them: texts word for word, days, amounts, counts. */
import type { Facts, Item, Order } from '../domain/facts.ts';
import { freeThings, freightWords } from './free-of-charge.ts';
import { datesIn, type WrittenDay } from './dates-in-text.ts';
import { dayOf, type Moment, type Reader } from './format.ts';
import { offersSomething, speaksToMachine } from './machine-talk.ts';
import { plainLabel } from './attribute-match.ts';
import { without } from './spans.ts';
import { sayable, sayableCode, wordsOf } from './text.ts';
import { variantName } from './variant-match.ts';
import { isFree, paymentMethod } from './wording.ts';
import { moneyIn } from './written-money.ts';
import { codesIn, isBinding, listedNumbersIn, numbersIn, valueOf } from './written-numbers.ts';

export type Stated = {
  /** May stand word for word (in NFKC). */
  readonly texts: readonly string[];
  /** Numbers of the order itself: those of the texts that may look like something else. */
  readonly codes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly days: ReadonlySet<string>;
  /** Days that articles write. */
  readonly articleDays: readonly WrittenDay[];
  /** `BRL 1234.5`. */
  readonly amounts: ReadonlySet<string>;
  /** Values as `valueOf` writes them, with what they may count: a unit, `of piez`, `of anything`, or nothing (`''`). */
  readonly numbers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of letters and digits. */
  readonly letterCodes: ReadonlySet<string>;
  /** Words of all that is known, folded. */
  readonly words: ReadonlySet<string>;
  /** All articles as one text. */
  readonly articles: string;
  /** Words of what is sent, or done, without charge: nothing else is free. */
  readonly free: ReadonlySet<string>;
};

const known = (values: readonly (string | undefined)[]): readonly string[] =>
  values.filter((value) => value !== undefined);

const codesOf = (order: Order): readonly string[] =>
  [order.id, order.invoice?.number, ...order.shipments.map(({ tracking }) => tracking)].flatMap(
    (code) => sayableCode(code) ?? [],
  );

const orderTexts = (order: Order): readonly string[] =>
  known([
    order.id,
    order.payment?.method,
    order.address,
    order.invoice?.type,
    order.invoice?.number,
    order.refund?.method,
    order.cancelled?.reason,
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

type Amount = { readonly amount: string; readonly currency: string };

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
  ...known([item.freight]),
  ...Object.values(item.attributes),
  ...Object.keys(item.attributes).map(plainLabel),
  ...item.variants.flatMap((variant) => [variantName(variant), ...Object.values(variant.attributes)]),
];

const itemAmounts = ({ price, freight, currency, variants }: Item): readonly Amount[] =>
  known([price, freight, ...variants.map((variant) => variant.price)]).map((amount) => ({
    amount,
    currency,
  }));

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Of a platform's text what may stand: as it is written, as we clean it, and with its marks as blanks. */
const spellings = (text: string): readonly string[] =>
  [text, sayable(text, Infinity) ?? '', text.replaceAll('_', ' ')]
    .map(tidy)
    .filter((one) => /[\p{L}\p{N}]/u.test(one));

/** `YYYY-MM-DD` of a day that is written whole. */
const calendarDay = ({ year, month, date }: WrittenDay): string | undefined =>
  year === null || month === null
    ? undefined
    : [String(year), String(month + 1).padStart(2, '0'), String(date).padStart(2, '0')].join('-');

const counted = (order: Order | null, item: Item | null): readonly (readonly [string, string])[] => [
  ...(order?.items.map(({ quantity }) => [String(quantity), ''] as const) ?? []),
  ...(order?.payment?.instalments === undefined
    ? []
    : (['', 'times', 'month'] as const).map((unit) => [String(order.payment?.instalments), unit] as const)),
  ...(item === null ? [] : [item.stock, ...item.variants.map(({ stock }) => stock)]).map(
    (stock) => [String(stock), ''] as const,
  ),
];

/** A number counts what its text says; of a measure the unit may be left out, of time or a discount never. */
const numbersOf = (
  texts: readonly string[],
  bare: readonly (readonly [string, string])[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const known = new Map<string, Set<string>>();
  const add = (value: string, unit: string): void => {
    known.set(value, (known.get(value) ?? new Set()).add(unit));
  };
  for (const [value, unit] of bare) {
    add(value, unit);
    if (unit === '') add(value, 'of anything');
  }
  for (const text of texts)
    for (const { value, unit, noun } of [...numbersIn(text), ...listedNumbersIn(text)]) {
      add(value, unit ?? '');
      if (noun !== null) add(value, `of ${noun}`);
      if (unit !== null && !isBinding(unit)) add(value, '');
    }
  return known;
};

const generic =
  'nf nfe danfe pix boleto cpf cnpj rfc cfdi cuit dni rut nit iva gst visa mastercard oxxo spei pse paypal pdf xml ok sms id no mercado libre livre';

/**
 * Everything that a text may rest on: the facts, and the words of articles that it was made from. Facts that the
 * reader must not see are not handed in; a text that talks to a machine is none.
 */
export const statedFacts = (
  { order = null, item = null }: Facts,
  quotes: readonly string[],
  { language, market, timeZone }: Reader & Pick<Moment, 'timeZone'>,
): Stated => {
  const methods = [order?.payment?.method, order?.refund?.method].flatMap(
    (method) => paymentMethod(method, language) ?? [],
  );
  const own = [...(order ? orderTexts(order) : []), ...(item ? itemTexts(item) : []), ...methods]
    .flatMap(spellings)
    .filter((text) => !speaksToMachine(text) && !offersSomething(text));
  const articles = quotes.map(tidy).filter((text) => !speaksToMachine(text));
  const texts = [...new Set([...own, ...articles])];
  const undated = texts.map((text) => without(text, [...datesIn(text, language), ...moneyIn(text, market)]));
  const showsWithin = tidy(order?.refund?.showsWithin ?? '');
  const amounts = [...(order ? orderAmounts(order) : []), ...(item ? itemAmounts(item) : [])];
  const articleDays = texts.flatMap((text) => datesIn(text, language));
  const written = texts.flatMap((text) => moneyIn(text, market));
  return {
    texts,
    codes: order ? codesOf(order) : [],
    days: new Set(
      known([...(order ? orderDays(order) : []), item?.deliveryBy, ...articleDays.map(calendarDay)]).flatMap(
        (day) => dayOf(day, timeZone) ?? [],
      ),
    ),
    articleDays,
    amounts: new Set([
      ...amounts.flatMap(({ amount, currency }) =>
        /^-?\d+(?:\.\d+)?$/.test(amount.trim()) ? [`${currency} ${valueOf(amount.trim())}`] : [],
      ),
      ...written.flatMap(({ value, currency }) => (value === null ? [] : [`${currency} ${value}`])),
    ]),
    numbers: numbersOf([...undated, showsWithin], counted(order, item)),
    letterCodes: new Set(texts.flatMap((text) => codesIn(text).map(({ code }) => code))),
    words: new Set([...texts, generic].flatMap(wordsOf)),
    articles: articles.join(' '),
    free: new Set([...(isFree(item?.freight) ? freightWords : []), ...freeThings(texts)]),
  };
};
