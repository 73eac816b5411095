/** Words for what platforms write as codes: means of payment, spans of time. */
import type { AnsweredLanguage } from '../domain/language.ts';
import { fold, phrases, sayable } from './text.ts';

type InEach = Readonly<Record<AnsweredLanguage, string>>;

const card: InEach = { es: 'tarjeta', pt: 'cartão', en: 'card' };
const credit: InEach = { es: 'tarjeta de crédito', pt: 'cartão de crédito', en: 'credit card' };
const debit: InEach = { es: 'tarjeta de débito', pt: 'cartão de débito', en: 'debit card' };
const transfer: InEach = { es: 'transferencia', pt: 'transferência', en: 'bank transfer' };
const storeCredit: InEach = { es: 'saldo a favor en la tienda', pt: 'crédito na loja', en: 'store credit' };
const cash: InEach = { es: 'efectivo', pt: 'dinheiro', en: 'cash' };
const original: InEach = {
  es: 'el mismo medio de pago de la compra',
  pt: 'a mesma forma de pagamento da compra',
  en: 'the original payment method',
};

const methods: Readonly<Record<string, InEach>> = {
  card,
  credit_card: credit,
  creditcard: credit,
  credit: credit,
  tarjeta_de_credito: credit,
  tarjeta_credito: credit,
  cartao_de_credito: credit,
  debit_card: debit,
  debitcard: debit,
  debit: debit,
  tarjeta_de_debito: debit,
  cartao_de_debito: debit,
  bank_transfer: transfer,
  transfer,
  transferencia: transfer,
  store_credit: storeCredit,
  credit_note: storeCredit,
  gift_card: { es: 'tarjeta de regalo', pt: 'cartão-presente', en: 'gift card' },
  cash,
  efectivo: cash,
  original,
  original_payment: original,
  original_payment_method: original,
  original_method: original,
  account_money: { es: 'saldo en cuenta', pt: 'saldo em conta', en: 'account balance' },
  pix: { es: 'Pix', pt: 'Pix', en: 'Pix' },
  boleto: { es: 'boleto', pt: 'boleto', en: 'boleto' },
  ticket: { es: 'cupón de pago', pt: 'boleto', en: 'payment slip' },
  oxxo: { es: 'OXXO', pt: 'OXXO', en: 'OXXO' },
  spei: { es: 'SPEI', pt: 'SPEI', en: 'SPEI' },
  pse: { es: 'PSE', pt: 'PSE', en: 'PSE' },
  paypal: { es: 'PayPal', pt: 'PayPal', en: 'PayPal' },
  mercado_pago: { es: 'Mercado Pago', pt: 'Mercado Pago', en: 'Mercado Pago' },
  mercadopago: { es: 'Mercado Pago', pt: 'Mercado Pago', en: 'Mercado Pago' },
  apple_pay: { es: 'Apple Pay', pt: 'Apple Pay', en: 'Apple Pay' },
  google_pay: { es: 'Google Pay', pt: 'Google Pay', en: 'Google Pay' },
};

/** A platform's means of payment in the buyer's words; what we do not know is said as written, if it can be said. */
export const paymentMethod = (method: string | undefined, language: AnsweredLanguage): string | null => {
  if (method === undefined) return null;
  const known = methods[fold(method).replace(/[\s-]+/g, '_')];
  return known?.[language] ?? sayable(method.replaceAll('_', ' '), 40);
};

type Unit = { readonly written: RegExp; readonly one: InEach; readonly many: InEach };

/** Tried in order: business days before days. `written` is matched against folded text. */
const units: readonly Unit[] = [
  {
    written: /^(?:business|working|habil|util|bd)|(?:habiles|uteis)/,
    one: { es: 'día hábil', pt: 'dia útil', en: 'business day' },
    many: { es: 'días hábiles', pt: 'dias úteis', en: 'business days' },
  },
  {
    written: /^(?:billing|statement|fatura|resumen|estado|ciclo|corte)/,
    one: { es: 'resumen de la tarjeta', pt: 'fatura', en: 'card statement' },
    many: { es: 'resúmenes de la tarjeta', pt: 'faturas', en: 'card statements' },
  },
  {
    written: /^(?:hour|hora|hr|h$)/,
    one: { es: 'hora', pt: 'hora', en: 'hour' },
    many: { es: 'horas', pt: 'horas', en: 'hours' },
  },
  {
    written: /^(?:week|semana|w$)/,
    one: { es: 'semana', pt: 'semana', en: 'week' },
    many: { es: 'semanas', pt: 'semanas', en: 'weeks' },
  },
  {
    written: /^(?:month|mes|m$)/,
    one: { es: 'mes', pt: 'mês', en: 'month' },
    many: { es: 'meses', pt: 'meses', en: 'months' },
  },
  {
    written: /^(?:day|dia|d$)/,
    one: { es: 'día', pt: 'dia', en: 'day' },
    many: { es: 'días', pt: 'dias', en: 'days' },
  },
];

const upTo: InEach = { es: 'hasta ', pt: 'até ', en: 'up to ' };
const joiner: InEach = { es: ' a ', pt: ' a ', en: ' to ' };

/**
 * A span of time as platforms write it ("5-10 business days", "2 faturas", "P7D", "48h") in the buyer's language;
 * null when we cannot read it: half a span is worse than none.
 */
export const timeSpan = (written: string | undefined, language: AnsweredLanguage): string | null => {
  const folded = fold(written ?? '');
  const [, most] = /^(?:(?:em |en |in )?(ate|hasta|up to) )?/.exec(folded) ?? [];
  const text = folded
    .replace(/^(?:(?:em |en |in )?(?:ate|hasta|up to)|within|em|en|in) (?=\d)/, '')
    .replace(/^pt?(?=\d)/, '');
  const [, from, to, unitText] =
    /^(\d{1,3})(?: ?(?:-|–|a|to|ate|hasta|e|y) ?(\d{1,3}))? ?([a-z][a-z ]*)$/.exec(text) ?? [];
  const unit = units.find(({ written }) => written.test(unitText ?? ''));
  if (from === undefined || unit === undefined) return null;
  const word = (to ?? from) === '1' ? unit.one : unit.many;
  return `${most === undefined ? '' : upTo[language]}${from}${to === undefined ? '' : `${joiner[language]}${to}`} ${word[language]}`;
};

const freeWords: ReadonlySet<string> = new Set(
  phrases('free, gratis, gratuito, free shipping, envio gratis, frete gratis'),
);

/** True for a freight that costs nothing, as an amount or in words. */
export const isFree = (freight: string | undefined): boolean =>
  freight !== undefined && (freeWords.has(fold(freight)) || /^0+(?:\.0+)?$/.test(freight.trim()));
