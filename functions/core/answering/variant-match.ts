/** Which variants of an item a buyer asks for: size, colour, or whatever else tells the variants apart. */
import type { Item, ItemVariant } from '../domain/facts.ts';
import type { Entity } from '../domain/intent.ts';
import { coloursIn, withCommonColours } from './colours.ts';
import { fold, wordsOf } from './text.ts';

/** Values of one attribute that the buyer named, compared without accents and with colours in common names. */
type Asked = ReadonlyMap<string, ReadonlySet<string>>;

/** Names of one size that mean the same: S is small, chica, pequeno, CH and P. */
const sizeNames: readonly (readonly string[])[] = [
  ['s', 'p', 'ch', 'small', 'chico', 'chica', 'pequeno', 'pequena'],
  ['m', 'medium', 'mediano', 'mediana', 'medio'],
  ['l', 'g', 'large', 'grande'],
  ['xl', 'xg', 'gg', 'extra large', 'extra grande', 'extragrande'],
  ['xxl', 'xxg', 'xgg', '2xl'],
];
const sizeWord: ReadonlyMap<string, string> = new Map(
  sizeNames.flatMap((names) =>
    names.filter((name) => name.length > 2).map((name) => [name, names[0] ?? name]),
  ),
);

/** Digits and their unit stand apart: "220v" is "220 v". */
const apart = (text: string): string => text.replace(/(\d)(?=\p{L})/gu, '$1 ');

const comparable = (value: string): string => withCommonColours(apart(value));

/** A size is only believed where it is called one: a lone letter is a word in these languages ("a", "e", "o", "y"). */
const afterSizeWord =
  /(?:\b(?:(?:talla|talle|tamanho|tam|size|numero|num|n[oº]|nro|en|em|in) (?:el |la |o |a |un |una |um |uma |es |eh |e |is |us |br |mx |eu )?|# ?))([\p{L}\p{N}]{1,5}(?:[.,/]\d)?)(?![\p{L}\p{N}])/giu;

const namedSizes = (text: string, entities: readonly Entity[]): readonly string[] => {
  const written = [...fold(text).matchAll(afterSizeWord)].map(([, size]) => size ?? '');
  const found = entities
    .filter((entity) => entity.type === 'size')
    .flatMap((entity) => wordsOf(entity.value));
  // Capitals that stand alone are sizes too: "tienen en M?"
  const capitals =
    text.match(/(?<![\p{L}\p{N}])(?:[SMLGP]|X{1,3}[LSG]|P{2}|G{2,3}|\d{2}(?:[.,]5)?)(?![\p{L}\p{N}])/gu) ??
    [];
  const words = wordsOf(text).flatMap((word) => sizeWord.get(word) ?? []);
  const all = [...written, ...found, ...capitals, ...words].map((size) => fold(size));
  return all.flatMap((size) => [size, ...(sizeNames.find((names) => names.includes(size)) ?? [])]);
};

const names = (value: string, text: string, sizes: ReadonlySet<string>): boolean => {
  const wanted = comparable(value);
  if (wanted === '') return false;
  if (wanted.length <= 3 && coloursIn(value).length === 0) return sizes.has(wanted) || sizes.has(fold(value));
  const said = ` ${comparable(text)} `;
  if (said.includes(` ${wanted} `)) return true;
  // "220?" is 220 V: what tells the variants apart is the number.
  const [, number] = /^(\d{2,4}) [a-z]{1,3}$/u.exec(wanted) ?? [];
  return number !== undefined && said.includes(` ${number} `);
};

/** The attribute values of the item's variants that the buyer's words name. */
export const askedValues = (item: Item, text: string, entities: readonly Entity[]): Asked => {
  const sizes = new Set(namedSizes(text, entities));
  const asked = new Map<string, ReadonlySet<string>>();
  for (const attribute of new Set(item.variants.flatMap((variant) => Object.keys(variant.attributes)))) {
    const values = item.variants.flatMap((variant) => variant.attributes[attribute] ?? []);
    const named = [...new Set(values.filter((value) => names(value, text, sizes)).map(comparable))];
    // "azul marino" names the navy one, not the blue one as well.
    const exact = named.filter(
      (value) => !named.some((other) => other !== value && ` ${other} `.includes(` ${value} `)),
    );
    if (exact.length > 0) asked.set(attribute, new Set(exact));
  }
  return asked;
};

export const variantsWith = (item: Item, asked: Asked): readonly ItemVariant[] =>
  item.variants.filter((variant) =>
    [...asked].every(([attribute, values]) => values.has(comparable(variant.attributes[attribute] ?? ''))),
  );

const namesOfSize = (value: string): readonly string[] =>
  wordsOf(value).flatMap((word) => sizeNames.find((names) => names.includes(word)) ?? []);

/** The buyer names a size or colour that no variant has: nothing may be said of it but what there is. */
export const namesUnknownOption = (item: Item, text: string, entities: readonly Entity[]): boolean => {
  const known = new Set(
    item.variants.flatMap((variant) => Object.values(variant.attributes).map(comparable)),
  );
  const has = (value: string): boolean =>
    wordsOf(withCommonColours(value)).some((word) =>
      [...known].some((one) => ` ${one} `.includes(` ${word} `)),
    ) || namesOfSize(value).some((name) => known.has(name));
  const sizes = entities.filter((entity) => entity.type === 'size').map((entity) => entity.value);
  return [...sizes, ...coloursIn(text)].some((option) => !has(option));
};

/** A variant as the seller writes it: "negro, M". */
export const variantName = (variant: ItemVariant): string => Object.values(variant.attributes).join(', ');
