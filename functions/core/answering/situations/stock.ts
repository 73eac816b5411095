/** Whether an item, a size or a colour can be had, by the item's own stock. */
import type { Item, ItemVariant } from '../../domain/facts.ts';
import { list } from '../format.ts';
import { plainWords, wording } from '../plain-words.ts';
import type { Slots } from '../template.ts';
import { sayable } from '../text.ts';
import { askedValues, namesUnknownOption, variantName, variantsWith } from '../variant-match.ts';
import {
  madeSlot,
  situation,
  textSlot,
  type Background,
  type Question,
  type Situation,
} from './situation.ts';

const mostOptions = 8;

const inStock = (variant: ItemVariant): boolean => variant.stock > 0;
const pathOf = (item: Item, variant: ItemVariant): string =>
  `item.variants.${String(item.variants.indexOf(variant))}`;

/** Names of variants, once each, as the seller writes them; none when they cannot all be said. */
const options = (variants: readonly ItemVariant[], background: Background): Slots => {
  const names = [...new Set(variants.map(variantName))].slice(0, mostOptions).map((name) => sayable(name));
  const safe = names.filter((name) => name !== null);
  return safe.length === 0 || safe.length < names.length
    ? {}
    : madeSlot('options', list(safe, background.language), null);
};

/** How many pieces the buyer asks for, as the first tier marked them. */
const wantedPieces = (question: Question): number | null => {
  const marked = question.entities.find((entity) => entity.type === 'quantity');
  const [digits] = /\d{1,6}/.exec(marked?.value ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
};

const byPieces = (
  stock: number,
  fact: string,
  slots: Slots,
  wanted: number | null,
  enough: () => Situation,
): Situation =>
  wanted !== null && wanted > stock
    ? situation('stock.notEnough', {
        slots: { ...slots, ...madeSlot('stock', String(stock), fact) },
        basis: [fact],
      })
    : enough();

const oneVariant = (item: Item, variant: ItemVariant, slots: Slots, wanted: number | null): Situation => {
  const fact = `${pathOf(item, variant)}.stock`;
  const choice = {
    ...slots,
    ...madeSlot('choice', sayable(variantName(variant)), `${pathOf(item, variant)}.attributes`),
  };
  if (choice['choice'] === undefined) return situation('stock.available', { slots, basis: [fact] });
  return byPieces(variant.stock, fact, choice, wanted, () =>
    situation('stock.choice', { slots: choice, basis: [fact] }),
  );
};

/** What is asked now, with what was asked before and is not asked anew: "in navy, medium?" – "and olive?". */
const askedWith = (item: Item, question: Question): ReturnType<typeof askedValues> => {
  const now = askedValues(item, question.text, question.entities);
  if (question.earlier === undefined || now.size === 0) return now;
  return new Map([...askedValues(item, question.earlier, []), ...now]);
};

const asksForList = (text: string): boolean => listPattern.test(plainWords(text));
const listPattern = wording(
  '(?:que|cuales|quais|qual|what|which|cuantos|quantos) (?:otr[oa]s? |outr[oa]s? |other )?(?:tallas?|talles?|tamanhos?|tamanos?|sizes?|numeros|colou?rs?|colores|cores|cor|color|opciones|opcoes|options|voltajes?|voltagens)',
  '(?:tallas|talles|tamanhos|tamanos|sizes|colores|cores|colors|colours)',
);

const withVariants = (item: Item, question: Question, slots: Slots, background: Background): Situation => {
  const offered = item.variants.filter(inStock);
  const basis = item.variants.map((variant) => `${pathOf(item, variant)}.stock`);
  if (offered.length === 0) return situation('stock.none', { slots, basis });
  const listed = { ...slots, ...options(offered, background) };
  const asked = askedWith(item, question);
  if (namesUnknownOption(item, question.text, question.entities))
    return situation('stock.unknownChoice', { slots: listed, basis });
  if (asksForList(question.text)) {
    const fit = variantsWith(item, asked);
    const gone = options(
      fit.filter((variant) => !inStock(variant)),
      background,
    )['options'];
    const there = fit.filter(inStock);
    if (there.length > 0)
      return situation('stock.list', {
        slots: { ...options(there, background), ...(gone === undefined ? {} : { gone }) },
        basis,
      });
  }
  if (asked.size === 0) return situation('stock.options', { slots: listed, basis });
  const fitting = variantsWith(item, asked);
  const available = fitting.filter(inStock);
  const [first] = available;
  if (fitting.length === 0) return situation('stock.unknownChoice', { slots: listed, basis });
  if (first === undefined) {
    const name =
      fitting.length > 0 && fitting.length <= 3
        ? list([...new Set(fitting.map(variantName))], background.language)
        : null;
    return situation('stock.choiceGone', {
      slots: { ...listed, ...madeSlot('choice', sayable(name ?? undefined), null) },
      basis,
    });
  }
  if (available.length === 1) return oneVariant(item, first, slots, wantedPieces(question));
  return situation('stock.choices', { slots: { ...slots, ...options(available, background) }, basis });
};

export const stock = (question: Question, background: Background): readonly Situation[] => {
  const { item } = background.facts;
  if (item === null || item === undefined) return [situation('product.which', { person: true })];
  const slots = textSlot('item', item.title, 'item.title');
  if (item.variants.length > 0) return [withVariants(item, question, slots, background)];
  if (asksForList(question.text))
    return [situation('product.unknown', { slots, basis: ['item.variants'], person: true })];
  if (item.stock <= 0) return [situation('stock.none', { slots, basis: ['item.stock'] })];
  return [
    byPieces(item.stock, 'item.stock', slots, wantedPieces(question), () =>
      situation('stock.available', { slots, basis: ['item.stock'] }),
    ),
  ];
};
