/** Codes and numbers of a purchase: orders, tracking, tickets, purchase orders, articles, coupons, card endings. */
import type { EntityType } from '../../domain/intent.ts';
import { type Label, labelAfter, labelBefore } from '../masking/labels.ts';

export type Found = { readonly type: EntityType; readonly start: number; readonly end: number };

const at = (type: EntityType, start: number, raw: string): Found => ({
  type,
  start,
  end: start + raw.length,
});

/** Forms that only one carrier uses: postal (UPU S10), UPS, USPS, Amazon Logistics, Mercado Envíos and others. */
const carrierCodes =
  /(?<![\p{L}\p{N}])(?:[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}|1Z[ ]?[0-9A-Z]{3}[ ]?[0-9A-Z]{3}[ ]?\d{2}[ ]?\d{4}[ ]?\d{4}|9[1-5]\d{2}(?: ?\d{4}){4}(?: ?\d{2})?|TB[AMC]\d{10,13}|JJD\d{16,18}|JD\d{16,18}|LP\d{14}|(?:SPX|BR)[A-Z]{0,3}\d{10,15}[A-Z]?|MEL\d{9,13}[A-Z]{0,6}|4\d{10}(?=\D{1,12}mercado env))(?![\p{L}\p{N}])/giu;

/** Order numbers of platforms: Amazon; Shopee; TikTok Shop and AliExpress only by label. */
const orderCodes =
  /(?<![\p{L}\p{N}-])(?:\d{3}-\d{7}-\d{7}|2[0-9]{5}[A-Z0-9]{8}(?=[^\p{L}\p{N}]|$)(?<=\d.{0,7}[A-Z].{0,7})|20000\d{11}(?:-\d)?)(?![\p{L}\p{N}-])/gu;

/** A code: letters, digits and inner dashes, at least one digit. */
const codes =
  /(?<![\p{L}\p{N}])(?=[\p{L}\-_/.]{0,12}\p{N})[\p{L}\p{N}](?:[\p{L}\p{N}]|[-_/.](?=[\p{L}\p{N}])){1,39}/gu;
const shortest = 3;

const byLabel: Partial<Record<Label, EntityType>> = {
  order: 'order_number',
  tracking: 'tracking_number',
  ticket: 'ticket_number',
  purchase: 'po_number',
  article: 'sku',
  coupon: 'discount_code',
};

const dateLike = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$|^\d{4}-\d{2}-\d{2}$/;
const measure =
  /^\s?(?:d[ií]as?|days?|horas?|hours?|hrs?|semanas?|weeks?|mes(?:es)?|months?|años?|anos?|years?|min\w*|reais|pesos|d[oó]lares|dollars|usd|mxn|%|unidades|piezas|pe[cç]as|pares?|items?|itens|veces|vezes|times|cm|mm|kg|ml|gb|tb|w|v|k|cuotas|parcelas|productos|produtos|things|boxes|cajas|caixas|st|nd|rd|th)(?![\p{L}])/iu;
const moneyBefore = /(?:[$€£]|r\$|us\$|usd|mxn|cop|clp|ars|brl|s\/)\s?$/i;

/** How long a number must be to be one, when it has digits alone. */
const fewestDigits: Partial<Record<EntityType, number>> = {
  order_number: 4,
  tracking_number: 7,
  ticket_number: 3,
  po_number: 3,
  sku: 3,
  discount_code: 9,
};

const hash = /[#º°№]\s?$/u;

const labelled = (text: string): Found[] => {
  const found: Found[] = [];
  for (const match of text.matchAll(codes)) {
    const [raw] = match;
    const start = match.index;
    if (
      raw.length < shortest ||
      dateLike.test(raw) ||
      moneyBefore.test(text.slice(Math.max(0, start - 5), start))
    )
      continue;
    const after = text.slice(start + raw.length, start + raw.length + 14);
    if (raw.length < 7 && measure.test(after)) continue;
    const label = labelBefore(text, start);
    const type =
      (label === null ? undefined : byLabel[label]) ??
      (hash.test(text.slice(Math.max(0, start - 2), start)) && label === null ? 'order_number' : undefined);
    const other =
      label === null && type === undefined && /^\d{6,20}$/.test(raw)
        ? labelAfter(text, start + raw.length)
        : null;
    const decided = type ?? (other === null ? undefined : byLabel[other]);
    if (decided === undefined) continue;
    if (
      /^\d+$/.test(raw) ? raw.length >= (fewestDigits[decided] ?? 4) : /\d{2}|[A-Z].*\d|\d.*[A-Z]/.test(raw)
    )
      found.push(at(decided, start, raw));
  }
  return found;
};

/** A long number alone, in a message about nothing else: an order. */
const longNumber = /(?<![\p{L}\p{N}$.,/-])\d{8,20}(?![\p{L}\p{N}]|[.,/-]\d)/gu;
const bare = (text: string): Found[] =>
  Array.from(text.matchAll(longNumber), (match) => ({ match, label: labelBefore(text, match.index) }))
    .filter(({ label }) => label === null || label === 'order')
    .map(({ match }) => at('order_number', match.index, match[0]));

/** `cupón BIENVENIDO10`, `the code SAVE20 doesn't work`, `VERANO15`: capitals, with or without a number. */
const couponAfter =
  /(?<=(?<![\p{L}])(?:cup[oó]n|cupom|coupon|c[oó]digo|code|promo(?:code|ci[oó]n)?|voucher|vale)(?:\s(?:de\s(?:descuento|desconto|promoci[oó]n)|promocional|promo|code|es|e|é|is|do|el|llamado|chamado)){0,2}\s?[:"'“«*]?\s?["'“«*]?)(?!(?:NO|NÃO|NAO|DE|QUE|NOT|IS|POSTAL|DOES|DOESNT|DO|DA|PARA|FOR|EL|LA|ES|VENCIDO|EXPIRED|WONT|ISNT|AND|EM|EN|CUANDO|QUANDO|WHEN|POR|PERO|MAS|ERRO|ERROR|PIX|CEP|ZIP|SKU|ME|SE|MI|TO|YA|JA|JÁ|SIN|WITH|COM|CON)(?![\p{L}\p{N}]))[A-Z][A-Z0-9_%-]{2,24}(?![\p{L}\p{N}])/gu;
const couponAlone = /(?<![\p{L}\p{N}-])[A-Z]{4,16}\d{1,3}(?:OFF)?(?![\p{L}\p{N}-])/gu;
const couponWord = /cup[oó]n|cupom|coupon|descuento|desconto|discount|promo|voucher|c[oó]digo|code/iu;

const coupons = (text: string): Found[] => {
  if (!couponWord.test(text)) return [];
  const named = Array.from(text.matchAll(couponAfter), (match) => at('discount_code', match.index, match[0]));
  const alone = Array.from(text.matchAll(couponAlone), (match) => ({
    match,
    label: labelBefore(text, match.index),
  }))
    .filter(({ label }) => label === null || label === 'coupon')
    .map(({ match }) => at('discount_code', match.index, match[0]));
  return [...named, ...alone];
};

const cardEnding =
  /(?:terminad[ao]|termina(?:ci[oó]n)?|terminando|acabad[ao]|acaba|final(?:iza(?:da)?)?|ending|ends|last (?:four|4)(?: digits)?(?: are| is)?|[uú]ltimos (?:4|cuatro|quatro)(?: d[ií]gitos)?(?: son| s[aã]o)?|\*{2,}|x{4}|•{2,})\s?(?:em|en|in|with|con|com|de|:|-)?\s?(?:el\s|o\s)?(\d{4})(?![\p{L}\p{N}])/giu;

const cards = (text: string): Found[] =>
  Array.from(text.matchAll(cardEnding), (match) => {
    const digits = match[1] ?? '';
    return at('card_last4', match.index + match[0].length - digits.length, digits);
  });

/** In the order of certainty. */
export const findNumbers = (text: string): Found[] => {
  if (!/\p{N}/u.test(text)) return coupons(text);
  const carriers = Array.from(text.matchAll(carrierCodes), (match) =>
    at('tracking_number', match.index, match[0]),
  );
  const orders = Array.from(text.matchAll(orderCodes), (match) => at('order_number', match.index, match[0]));
  return [...cards(text), ...orders, ...carriers, ...coupons(text), ...labelled(text)];
};
export const findBareNumbers = bare;
