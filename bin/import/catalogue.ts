/** An item of a catalogue as an article: what it is, never what it costs or how many are left: the shop is asked for these. */
import type { Draft, Place } from './draft.ts';
import { idOf } from './draft.ts';

/** Change by the hour: an article would say yesterday's. */
const changing = new Set([
  'price',
  'currency',
  'stock',
  'quantity',
  'freight',
  'precio',
  'preco',
  'cost',
  'discount',
]);
const ours = new Set([
  'id',
  'sku',
  'title',
  'language',
  'lang',
  'market',
  'description',
  'account',
  'category',
  'variants',
]);

/** Fields by name: `id` or `sku`, `title`, `description`; every other is an attribute. */
export const itemDraft = (place: Place, cells: Readonly<Record<string, string>>): Draft => {
  const id = cells['id'] ?? cells['sku'] ?? idOf(cells['title'] ?? '');
  const attributes = Object.entries(cells).filter(
    ([name, value]) => value !== '' && !ours.has(name) && !changing.has(name.toLowerCase()),
  );
  const given = Object.fromEntries(
    ['language', 'lang', 'market'].flatMap((name) =>
      cells[name] === undefined ? [] : [[name, cells[name]]],
    ),
  );
  return {
    place,
    fields: {
      ...given,
      id: `product-${idOf(`${id}.`) || 'x'}`,
      title: cells['title'] ?? '',
      category: 'product',
    },
    body:
      [
        cells['description'] ?? '',
        attributes.map(([name, value]) => `${name.replaceAll('_', ' ')}: ${value}`).join('\n'),
      ]
        .filter((part) => part !== '')
        .join('\n\n')
        .trim() ||
      (cells['title'] ?? ''),
  };
};
