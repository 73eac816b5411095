/** A listing, and what it costs to send it somewhere, as facts that an answer may state. */
import { failed, found } from '../../domain/outcome.ts';
import type { Item } from '../../domain/facts.ts';
import type { Access, ItemSource } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { readFromPlatform } from './api.ts';
import { amount, id } from './fields.ts';
import { factProblem } from './orders.ts';

const word = z.string().check(z.minLength(1));
const attributes = z.prefault(
  z.array(z.object({ name: z.optional(word), value_name: z.optional(word) })),
  [],
);

const listing = z.object({
  id,
  title: word,
  price: amount,
  currency_id: z.string().check(z.regex(/^[A-Z]{3}$/)),
  available_quantity: z.int(),
  warranty: z.optional(word),
  attributes,
  variations: z.prefault(
    z.array(
      z.object({
        id,
        price: z.optional(amount),
        available_quantity: z.int(),
        attribute_combinations: attributes,
      }),
    ),
    [],
  ),
  shipping: z.optional(z.object({ free_shipping: z.optional(z.boolean()) })),
});

const shippingOptions = z.object({
  options: z.prefault(z.array(z.object({ cost: z.optional(amount) })), []),
});

export const item =
  (deps: ChannelDeps): ItemSource['item'] =>
  async (name, postcode, access) => {
    const [told, freight] = await Promise.all([
      readFromPlatform(deps, access, listing, ['items', name]),
      postcode === null ? null : freightTo(deps, access, name, postcode),
    ]);
    return told.ok ? found(itemOf(told.value, freight)) : failed(factProblem(told.problem));
  };

/** The cheapest way there; `null` when the platform tells none: the listing alone then says whether it is free. */
const freightTo = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
  postcode: string,
): Promise<string | null> => {
  const zip = postcode.replace(/\D/g, '');
  if (zip === '') return null;
  const read = await readFromPlatform(deps, access, shippingOptions, ['items', name, 'shipping_options'], {
    zip_code: zip,
  });
  const costs = read.ok ? read.value.options.flatMap(({ cost }) => cost ?? []) : [];
  return costs.toSorted((one, other) => Number(one) - Number(other))[0] ?? null;
};

const byName = (list: z.output<typeof attributes>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    list.flatMap(({ name, value_name: value }) =>
      name === undefined || value === undefined ? [] : [[name, value] as const],
    ),
  );

const itemOf = (told: z.output<typeof listing>, freight: string | null): Item => {
  const stated = freight ?? (told.shipping?.free_shipping === true ? 'free' : undefined);
  return {
    id: told.id,
    title: told.title,
    price: told.price,
    currency: told.currency_id,
    stock: told.available_quantity,
    attributes: {
      ...byName(told.attributes),
      ...(told.warranty === undefined ? {} : { warranty: told.warranty }),
    },
    variants: told.variations.map((variation) => ({
      id: variation.id,
      ...(variation.price === undefined ? {} : { price: variation.price }),
      stock: variation.available_quantity,
      attributes: byName(variation.attribute_combinations),
    })),
    ...(stated === undefined ? {} : { freight: stated }),
  };
};
