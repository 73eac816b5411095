/** Which order a buyer names, in any shop's spelling: "IPE-20311", "NYS-CL-0921", "#48213", "la 3119", "2000003508…". */
import type { Ask } from '../domain/decision.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { wordsOf } from './text.ts';

/** Words of a message that may hold nothing but the number we talk of. */
const mostWords = 6;

/** Letters, then digits: no other number that buyers write has this form. */
const shopCode = /(?<![\p{L}\p{N}-])\p{Lu}{2,6}(?:-\p{Lu}{1,4})?-\d{3,}(?![\p{L}\p{N}-])/iu;
/** Mercado Libre's orders and packs. */
const platformNumber = /(?<!\d)2000\d{9,12}(?!\d)/u;
const calledOrder =
  /(?:pedido|orden|order|compra|encomenda)\s*(?:es |e |é |is |numero |número |number |num |nro |n[º°o.] ?|#|:)*\s*#?(\d{4,})(?!\d|[.,]\d)/iu;
const hashed = /(?<![\p{L}\p{N}])#(\d{3,})(?!\d)/u;
const bareNumber =
  /(?<![\p{L}\p{N}.,/$-])(\d{4,12})(?![\p{L}\p{N}/%]|[.,]\d| ?(?:reais|pesos|cm|kg|ml|km|v|w)\b)/iu;
const answer = /(?:[A-Z]{1,6}-?)?\d[\d-]{3,}/iu;

/** "#1042" and "pedido 1042" both mean 1042. */
const bare = (written: string): string =>
  (written.trim().split(/\s+/).at(-1) ?? '').replace(/^[^\p{L}\p{N}]+/u, '');

/** Numbers that were read as something else: a postcode, an amount, a telephone. */
const isElse = ({ understanding }: BuyerMessage, digits: string): boolean =>
  understanding?.entities.some(
    ({ type, value }) =>
      type !== 'order_number' && type !== 'sku' && type !== 'ticket_number' && value.includes(digits),
  ) ?? false;

/** A bare number is only believed in a message that is about nothing else. */
const standsAlone = (message: BuyerMessage): string | null => {
  if (wordsOf(message.text).length > mostWords) return null;
  const digits = bareNumber.exec(message.text)?.[1];
  return digits === undefined || isElse(message, digits) ? null : digits;
};

/** What comes before the digits: `NYS-CL-` of `NYS-CL-0921`. */
const stem = (id: string): string => id.replace(/\d+$/u, '');

/** "la 3119" beside NYS-AR-3107 is NYS-AR-3119. */
const completed = (named: string, like: string | null): string => {
  if (like === null || !/^\d+$/.test(named) || stem(like) === '') return named;
  return like.length - stem(like).length === named.length ? `${stem(like)}${named}` : named;
};

/**
 * The order number that the burst names, newest message first, as the shop writes it; null: none.
 *
 * @param like an order of this conversation: how this shop writes its numbers, and a sign that orders are talked of
 */
export const orderNumberIn = (
  messages: readonly BuyerMessage[],
  asked: Ask | null,
  like: string | null = null,
): string | null => {
  for (const message of messages.toReversed()) {
    const { text } = message;
    const entity = message.understanding?.entities.find(({ type }) => type === 'order_number');
    const found =
      shopCode.exec(text)?.[0] ??
      (entity === undefined ? undefined : bare(entity.value)) ??
      platformNumber.exec(text)?.[0] ??
      calledOrder.exec(text)?.[1] ??
      hashed.exec(text)?.[1] ??
      (asked?.asksFor === 'order_number' ? answer.exec(text)?.[0] : undefined) ??
      (like === null ? undefined : (standsAlone(message) ?? undefined));
    if (found !== undefined) return completed(shopCode.test(found) ? found.toUpperCase() : found, like);
  }
  return null;
};

const shapeOf = (id: string): string => id.replace(/\d/gu, '9').replace(/\p{L}/gu, 'A');

/** Two numbers of one shop: an order that is named beside another is an order then, and no tracking number. */
export const isWrittenLike = (one: string, other: string): boolean => shapeOf(one) === shapeOf(other);
