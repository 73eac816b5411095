/** Haggling and coupons: the price is what the item says; a discount is never ours to invent. */
import type { Slots } from '../template.ts';
import { plainWords, wording } from '../plain-words.ts';
import { mentions, phrases } from '../text.ts';
import { freight, price } from './product.ts';
import { situation, type Background, type Question, type Situation } from './situation.ts';

const buysInBulk = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    mayoreo, por mayor, al por mayor, mayorista, atacado, wholesale, bulk, reseller, revender, revenda,
    en cantidad, em quantidade`),
  );

const complainsOfFreight = (text: string): boolean =>
  mentions(text, phrases('envio, flete, frete, shipping, delivery, entrega'));

/** A code that exists and does not work is a fault, not a wish: someone must look. */
const sayCodeFails = (question: Question): boolean =>
  mentions(
    question.text,
    phrases(`
    no funciona, no me funciona, no sirve, no me deja, no aplica, no se aplica, no se aplico, no me
    aplico, invalido, no lo acepta, no me acepta, no me toma, no toma, nao funciona,
    nao funcionou, nao aplica, nao aplicou, nao aceita, nao aceitou, nao entra, nao entrou, nao
    consigo usar, nao deu certo, not working, doesn t work, does not work, didn t work, won t work,
    invalid, not applied, wasn t applied, didn t apply, can t apply, rejected`),
  );

const priceSlots = (question: Question, background: Background): Slots => {
  const { item } = background.facts;
  return item ? price(item, question, background).slots : {};
};

export const priceObjection = (question: Question, background: Background): readonly Situation[] => {
  if (buysInBulk(question.text)) return [situation('price.bulk', { person: true })];
  const { item } = background.facts;
  if (complainsOfFreight(question.text)) {
    const cost = item ? freight(item, background) : null;
    return [situation('price.freight', { slots: cost?.slots ?? {}, basis: cost?.basis ?? [] })];
  }
  return [
    situation('price.firm', { slots: priceSlots(question, background), basis: item ? ['item.price'] : [] }),
  ];
};

/** "IPE10", "sun25": capitals with digits, or any such word where codes are talked of. */
const codeWord = /(?<![\p{L}\p{N}-])(?:\p{Lu}{3,}\d{1,3}|\p{Lu}{2,}\d{2,3})(?![\p{L}\p{N}-])/u;
const looseCode = /(?<![\p{L}\p{N}-])\p{L}{3,}\d{1,3}(?![\p{L}\p{N}-])/u;
const talksOfCodes = wording(
  '(?:cupon|cupom|coupon|codigo|code|promo\\S*|descuento|desconto|discount|sirve|vale|valendo|valid\\S*|funciona|work|works|still good|activo|vigente|ativo)',
);

export const isCouponTalk = (text: string): boolean => talksOfCodes.test(plainWords(text));

/** The code of a promotion that the buyer names, as written; null: none. */
export const couponIn = (text: string): string | null =>
  codeWord.exec(text)?.[0] ??
  (talksOfCodes.test(plainWords(text)) ? (looseCode.exec(text)?.[0] ?? null) : null);

/** The checkout refuses a code: somebody must look at it. Asking whether one runs is a question for the articles. */
export const coupon = (question: Question): readonly Situation[] => {
  if (sayCodeFails(question)) return [situation('coupon.fails', { person: true })];
  return [situation(couponIn(question.text) === null ? 'coupon.none' : 'coupon.unlisted')];
};
