/** Codes and numbers of a purchase: orders, tracking, tickets, purchase orders, articles, coupons, card endings. */
import type { EntityType } from '../../domain/intent.ts';
import { type Label, labelAfter, labelBefore } from '../masking/labels.ts';
import { spansOf } from '../masking/span.ts';

/** UTF-16 offsets, end exclusive. */
export type Found = { readonly type: EntityType; readonly start: number; readonly end: number };

/** Forms that only one carrier uses: postal (UPU S10), UPS, USPS, Amazon Logistics, DHL, Cainiao, Shopee, Mercado Envíos. */
const carrierCodes =
  /(?<![a-z\d])(?:[a-z]{2} ?\d{3} ?\d{3} ?\d{3} ?[a-z]{2}|1z ?[\da-z]{3} ?[\da-z]{3} ?\d{2} ?\d{4} ?\d{4}|9[1-5]\d{2}(?: ?\d{4}){4}(?: ?\d{2})?|tb[amc]\d{10,13}|j?jd\d{16,18}|lp\d{14}|(?:spx|br)[a-z]{0,3}\d{10,15}[a-z]?|mel\d{9,13}[a-z]{0,6})(?![a-z\d])/g;

/** Order numbers of Amazon, Shopee and Mercado Libre. */
const orderCodes =
  /(?<![a-z\d-])(?:\d{3}-\d{7}-\d{7}|2\d{5}(?=\d{0,7}[a-z])[a-z\d]{8}|20000\d{11}(?:-\d)?)(?![a-z\d-])/g;

/** A code: letters, digits and inner dashes, a digit within its first places. */
const codes = /(?<![a-z\d])(?=[a-z\-_/.]{0,12}\d)[a-z\d](?:[a-z\d]|[-_/.](?=[a-z\d])){1,39}/g;
const shortest = 3;

const byLabel: Partial<Record<Label, EntityType>> = {
  order: 'order_number',
  tracking: 'tracking_number',
  ticket: 'ticket_number',
  purchase: 'po_number',
  article: 'sku',
  coupon: 'discount_code',
};

/** How long a number of digits alone must be to be one. */
const fewestDigits: Partial<Record<EntityType, number>> = {
  order_number: 4,
  tracking_number: 7,
  ticket_number: 3,
  po_number: 3,
  sku: 5,
  discount_code: 9,
};

const dateLike = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$|^\d{4}-\d{2}-\d{2}$/;
const measure =
  /^\s?(?:dias?|days?|horas?|hours?|hrs?|semanas?|weeks?|mes(?:es)?|months?|anos?|years?|min[a-z]*|reais|pesos|dolares|dollars|usd|mxn|%|unidades|piezas|pecas|pares?|items?|itens|veces|vezes|times|cm|mm|kg|ml|gb|tb|w|v|k|mil|lucas|cuotas|parcelas|productos|produtos|things|boxes|cajas|caixas|st|nd|rd|th)(?![a-z])/;
const moneyBefore = /(?:[$€£]|usd|mxn|cop|clp|ars|brl|s\/)\s?$/;
const hash = /[#º°№]\s?$/;
const mixed = /\d{2}|[a-z].*\d|\d.*[a-z]/;
/** `A54` after `comprei` is a phone, not an order. */
const isMixed = (type: EntityType, raw: string): boolean =>
  mixed.test(raw) && (type !== 'order_number' || raw.replace(/\D/g, '').length >= 3);
const longest = /^\d{6,20}$/;

/** `po` is a word of Chile too: the number must follow at once. */
const besidePurchase = /(?:p\.?o|o\.?c|order|compra)\.?[\s:#]*(?:n[o°]\.?|numero|number|num)?[\s:#.]*$/;

/** What a code is by the word before it, by a `#`, or, when it is long, by the word after it. */
const typeOf = (text: string, raw: string, start: number): EntityType | undefined => {
  const label = labelBefore(text, start);
  if (label === 'purchase' && !besidePurchase.test(text.slice(Math.max(0, start - 24), start)))
    return undefined;
  if (label !== null) return byLabel[label];
  if (hash.test(text.slice(Math.max(0, start - 2), start))) return 'order_number';
  const after = longest.test(raw) ? labelAfter(text, start + raw.length) : null;
  return after === null ? undefined : byLabel[after];
};

const isCode = (text: string, raw: string, start: number): boolean => {
  if (raw.length < shortest || dateLike.test(raw)) return false;
  if (moneyBefore.test(text.slice(Math.max(0, start - 5), start))) return false;
  return raw.length >= 7 || !measure.test(text.slice(start + raw.length, start + raw.length + 14));
};

const labelled = (text: string): Found[] =>
  spansOf('order_number', text, codes, (raw, start) => isCode(text, raw, start)).flatMap(({ start, end }) => {
    const raw = text.slice(start, end);
    const type = typeOf(text, raw, start);
    if (type === undefined) return [];
    const long = /^\d+$/.test(raw) ? raw.length >= (fewestDigits[type] ?? shortest) : isMixed(type, raw);
    return long ? [{ type, start, end }] : [];
  });

/** Dashes between groups of digits, five or more in all: no date, no range. */
const dashed = /(?<![a-z\d$.,/-])\d{2,6}(?:-\d{2,8}){1,2}(?:-\d)?(?![a-z\d]|[.,/-]\d)/g;
/** Five to seven digits after an article: `cancelen el 20041`. */
const named =
  /(?<![a-z])(?:el|o|the|del|do|numero|nro|no|num|este|esse|este es)\.?\s(\d{5,7})(?![a-z\d]|[.,/-]\d)/g;
const digitsIn = (raw: string): number => raw.replace(/\D/g, '').length;

const longNumber = /(?<![a-z\d$.,/-])\d{8,20}(?![a-z\d]|[.,/-]\d)/g;

/** Numbers that nothing names, or only the word order: an order. */
export const findBareNumbers = (text: string): Found[] => {
  const isFree = (_: string, start: number): boolean => {
    const label = labelBefore(text, start);
    return label === null || label === 'order';
  };
  return [
    ...spansOf('order_number', text, longNumber, isFree),
    ...spansOf('order_number', text, dashed, (raw, start) => digitsIn(raw) >= 5 && isFree(raw, start)),
    ...spansOf(
      'order_number',
      text,
      named,
      (raw, start) =>
        isFree(raw, start) && !measure.test(text.slice(start + raw.length, start + raw.length + 14)),
    ),
  ];
};

const couponWord = /cupon|cupom|coupon|descuento|desconto|discount|promo|voucher|codigo|code/;
/** `cupón BIENVENIDO10`, `the code SAVE20 doesn't work`: capitals after the word, with or without a number. */
const couponAfter =
  /(?:[Cc][Uu][Pp][OoÓó][NnMm]|[Cc]oupon|[Cc][óoÓO]digo|CODIGO|[Cc]ode|CODE|[Pp]romo(?:code|ción|cion|ção)?|[Vv]oucher|[Vv]ale)(?:\s(?:de\s(?:descuento|desconto|promoción|promocion)|promocional|promo|code|es|e|é|is|do|el|llamado|chamado)){0,2}\s?[:"'“«*]?\s?["'“«*]?(?!(?:NO|NÃO|NAO|DE|QUE|NOT|IS|POSTAL|DOES|DOESNT|DO|DA|PARA|FOR|EL|LA|ES|VENCIDO|EXPIRED|WONT|ISNT|AND|EM|EN|CUANDO|QUANDO|WHEN|POR|PERO|MAS|ERRO|ERROR|PIX|CEP|ZIP|SKU|ME|SE|MI|TO|YA|JA|JÁ|SIN|WITH|COM|CON|FUNCIONA|INVALIDO)(?![A-Za-z\d]))([A-Z][A-Z\d_%-]{2,24})(?![A-Za-z\d])/g;
const couponAlone =
  /(?<![A-Za-z\d-])(?!IPHONE|GALAXY|WINDOWS|REDMI|NOTE|XBOX|PS\d|HDMI|USB|MODELO|PEDIDO|ORDER|TALLA|SIZE|COVID)[A-Z]{4,16}\d{1,3}(?:OFF)?(?![A-Za-z\d-])/g;
/** A word in capitals beside a code, in a text that is not in capitals itself. */
const couponWordAlone = /(?<![A-Za-z\d-])[A-Z]{7,20}(?![A-Za-z\d-])/g;
const inCapitals = /[A-Z]{3,}[^a-z]+[A-Z]{3,}/;

const coupons = (text: string, given: string): Found[] => {
  const isFree = (_: string, start: number): boolean => {
    const label = labelBefore(text, start);
    return label === null || label === 'coupon';
  };
  const alone = spansOf('discount_code', given, couponAlone, isFree);
  if (!couponWord.test(text)) return alone;
  const named = spansOf('discount_code', given, couponAfter);
  const words = inCapitals.test(given) ? [] : spansOf('discount_code', given, couponWordAlone, isFree);
  return [...named, ...alone, ...words];
};

const cardEnding =
  /(?:terminad[ao]|termina(?:cion)?|terminando|acabad[ao]|acaba|finaliza(?:da)?|final|ending|ends|last (?:four|4)(?: digits)?(?: are| is)?|ultimos (?:4|cuatro|quatro)(?: digitos)?(?: son| sao)?|\*{2}|x{4}|•{2})\s?(?:em|en|in|with|con|com|de|:|-)?\s?(?:el\s|o\s)?(\d{4})(?![a-z\d])/g;

/**
 * In the order of certainty.
 *
 * @param given the text as given, `text` the same as `aligned` leaves it
 */
export const findNumbers = (text: string, given: string): Found[] =>
  /\d/.test(text)
    ? [
        ...spansOf('card_last4', text, cardEnding),
        ...spansOf('order_number', text, orderCodes),
        ...spansOf('tracking_number', text, carrierCodes),
        ...coupons(text, given),
        ...labelled(text),
      ]
    : coupons(text, given);
