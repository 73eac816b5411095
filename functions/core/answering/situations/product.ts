/** Questions about an item before it is bought: what it is, what it costs, what sending it costs. */
import type { Item } from '../../domain/facts.ts';
import { attributesAsked } from '../attribute-match.ts';
import { plainWords, wording } from '../plain-words.ts';
import { mentions, phrases, sayable } from '../text.ts';
import { isFree } from '../wording.ts';
import { askedValues, variantName, variantsWith } from '../variant-match.ts';
import {
  daySlots,
  madeSlot,
  moneySlot,
  situation,
  textSlot,
  type Background,
  type Question,
  type Situation,
} from './situation.ts';
import { stock } from './stock.ts';

const mostDetails = 6;

/** A wrong word about allergies harms: neither attributes nor a model answers it, a person does. */
export const isAboutHealth = (text: string): boolean =>
  / (?:alerg|allerg|celiac|gluten|intoleran|embaraz|gravid|pregnan)/.test(
    ` ${text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')}`,
  );

const asksPrice = (text: string): boolean => pricePattern.test(plainWords(text));
/** "Cuánto sale el envío" asks for freight: a price is of the thing itself. */
const pricePattern = wording(
  '(?:precios?|precio final|precos?|price|prices)',
  '(?:cuanto|quanto|how much) (?:cuesta|cuestan|sale|salen|vale|valen|es|custa|custam|e|fica|ficam|sai|saem|is|are|does|do|for|seria|it costs)(?! (?:el |la |o |a |de |the |do )?(?:envio|flete|frete|despacho|shipping|delivery|entrega|\\d day))',
  '(?:que|qual|cual|qual o) (?:es el |e o |o )?(?:valor|costo)(?! (?:do|del|de) (?:frete|envio|flete|despacho))',
  'a cuanto|a quanto|it cost|they cost|the cost',
);

const asksFreight = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    envio, envios, flete, frete, despacho, shipping, delivery cost, delivery fee, costo de envio, gastos de envio,
    entrega gratis, postage`),
  );

/** "¿Envían a Oaxaca?": what sending costs does not say whether we send there. */
const asksWhetherSent = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    envian a, envia a, hacen envios a, envios a, mandan a, llega a, llegan a, entregam em, entrega em, entregam
    no, entregam na, enviam para, envia para, chega em, ship to, deliver to, shipping to, international`),
  ) && !asksPrice(text);

/** "¿Cuándo llega al 06700?": the day that the platform states for a postcode. */
const asksArrival = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    cuando llega, cuando llegaria, cuanto tarda, cuanto demora, en cuanto tiempo, tiempo de entrega, que dia llega,
    quando chega, quanto tempo, quantos dias, prazo de entrega, qual o prazo, demora quanto, que dia chega, delivery time, how long, when would it arrive,
    when will it arrive, when does it arrive, arrive by, get here`),
  );

const isDecimal = (text: string): boolean => /^\d+(?:\.\d+)?$/.test(text);

/** The freight that the item states: an amount, or a word for free. Anything else we do not read. */
export const freight = (item: Item, background: Background): Situation | null => {
  const written = item.freight?.trim() ?? '';
  const basis = ['item.freight'];
  const arrives = daySlots('arrival', item.deliveryBy, 'item.deliveryBy', background);
  if (isFree(item.freight)) return situation('freight.free', { slots: arrives, basis });
  if (!isDecimal(written)) return null;
  const cost = moneySlot('freight', written, item.currency, 'item.freight', background);
  return situation('freight.cost', { slots: { ...cost, ...arrives }, basis });
};

/** The price of what the buyer named; "from" when the variants that fit cost differently. */
export const price = (item: Item, question: Question, background: Background): Situation => {
  const fitting = variantsWith(item, askedValues(item, question.text, question.entities));
  const prices = fitting.map((variant) => ({
    amount: variant.price ?? item.price,
    fact:
      variant.price === undefined
        ? 'item.price'
        : `item.variants.${String(item.variants.indexOf(variant))}.price`,
  }));
  const cheapest = prices.reduce(
    (least, next) => (Number(next.amount) < Number(least.amount) ? next : least),
    prices[0] ?? { amount: item.price, fact: 'item.price' },
  );
  const differ = prices.some(({ amount }) => Number(amount) !== Number(cheapest.amount));
  const [only] = fitting;
  const slots = {
    ...textSlot('item', item.title, 'item.title'),
    ...moneySlot('price', cheapest.amount, item.currency, cheapest.fact, background),
    ...(fitting.length === 1 && only !== undefined
      ? madeSlot(
          'choice',
          sayable(variantName(only)),
          `item.variants.${String(item.variants.indexOf(only))}.attributes`,
        )
      : {}),
  };
  if (slots['price'] === undefined) return unknownDetail(item);
  return situation(differ ? 'product.priceFrom' : 'product.price', { slots, basis: ['item.price'] });
};

export const unknownDetail = (item: Item | null | undefined): Situation =>
  item === null || item === undefined
    ? situation('product.which', { person: true })
    : situation('product.unknown', {
        slots: textSlot('item', item.title, 'item.title'),
        basis: ['item.attributes'],
        person: true,
      });

const details = (item: Item, question: Question, background: Background): readonly Situation[] => {
  const asked = attributesAsked(item.attributes, question.text, background.language)
    .flatMap(({ key, label, value }) => {
      const words = sayable(value, 160);
      return words === null ? [] : [{ key, words: `${label}: ${words}` }];
    })
    .slice(0, mostDetails);
  if (asked.length === 0) return [];
  const slots = {
    ...textSlot('item', item.title, 'item.title'),
    ...madeSlot('details', asked.map(({ words }) => words).join('; '), null),
  };
  return [situation('product.details', { slots, basis: asked.map(({ key }) => `item.attributes.${key}`) })];
};

/** The freight in the seller's own words, where they are no amount: "Frete grátis acima de R$ 79,00". */
const freightStated = (item: Item): Situation | null => {
  const terms = sayable(item.freight, 120);
  return terms === null || isFree(item.freight) || isDecimal(item.freight?.trim() ?? '')
    ? null
    : situation('freight.stated', {
        slots: madeSlot('terms', terms, 'item.freight'),
        basis: ['item.freight'],
      });
};

/** What the item itself says to a question; empty where it says nothing. */
export const productAnswers = (
  item: Item,
  question: Question,
  background: Background,
): readonly Situation[] => {
  if (isAboutHealth(question.text)) return [];
  // A day for the buyer's postcode says that it can be sent there; without one we do not know.
  const reaches = item.deliveryBy !== undefined;
  const asksWay =
    asksFreight(question.text) || (reaches && (asksWhetherSent(question.text) || asksArrival(question.text)));
  const shipping = asksWay ? (freight(item, background) ?? freightStated(item)) : null;
  const costs = asksPrice(question.text) ? [price(item, question, background)] : [];
  return [...details(item, question, background), ...costs, ...(shipping === null ? [] : [shipping])].filter(
    ({ person }) => !person,
  );
};

export const productQuestion = (question: Question, background: Background): readonly Situation[] => {
  const { item } = background.facts;
  if (item === null || item === undefined || isAboutHealth(question.text)) return [unknownDetail(item)];
  // A day for the buyer's postcode says that it can be sent there; without one we do not know.
  const reaches = item.deliveryBy !== undefined;
  if (asksWhetherSent(question.text) && !reaches) return [unknownDetail(item)];
  const all = productAnswers(item, question, background);
  if (all.length > 0) return all;
  // "¿Viene en negro?" is answered by the variants.
  return askedValues(item, question.text, question.entities).size > 0
    ? stock(question, background)
    : [unknownDetail(item)];
};
