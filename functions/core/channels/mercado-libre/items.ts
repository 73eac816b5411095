/** A listing, and what it costs to send it somewhere, as facts that an answer may state. */
import { failed, found } from '../../domain/outcome.ts';
import type { Item } from '../../domain/facts.ts';
import type { Access, ItemSource } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { readFromPlatform } from './api.ts';
import { dayOrInstant } from '../kit/json.ts';
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
  options: z.prefault(
    z.array(
      z.object({
        cost: z.optional(amount),
        estimated_delivery_time: z.catch(z.optional(z.object({ date: z.optional(dayOrInstant) })), undefined),
      }),
    ),
    [],
  ),
});
type Way = Pick<Item, 'freight' | 'deliveryBy'>;

export const item =
  (deps: ChannelDeps): ItemSource['item'] =>
  async (name, postcode, access) => {
    const [told, way] = await Promise.all([
      readFromPlatform(deps, access, listing, ['items', name]),
      postcode === null ? {} : wayTo(deps, access, name, postcode),
    ]);
    return told.ok ? found(itemOf(told.value, way)) : failed(factProblem(told.problem));
  };

/** The cheapest way there; nothing when the platform tells none: the listing alone then says whether it is free. */
const wayTo = async (deps: ChannelDeps, access: Access, name: string, postcode: string): Promise<Way> => {
  const zip = postcode.replace(/\W/g, '');
  if (zip === '') return {};
  const read = await readFromPlatform(deps, access, shippingOptions, ['items', name, 'shipping_options'], {
    zip_code: zip,
  });
  const [cheapest] = (read.ok ? read.value.options : [])
    .flatMap(({ cost, estimated_delivery_time: arrives }) =>
      cost === undefined ? [] : [{ cost, date: arrives?.date }],
    )
    .toSorted((one, other) => Number(one.cost) - Number(other.cost));
  if (cheapest === undefined) return {};
  return {
    freight: cheapest.cost,
    ...(cheapest.date === undefined ? {} : { deliveryBy: cheapest.date }),
  };
};

const byName = (list: z.output<typeof attributes>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    list.flatMap(({ name, value_name: value }) =>
      name === undefined || value === undefined ? [] : [[name, value] as const],
    ),
  );

const itemOf = (told: z.output<typeof listing>, way: Way): Item => {
  const stated = way.freight ?? (told.shipping?.free_shipping === true ? 'free' : undefined);
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
    ...way,
    ...(stated === undefined ? {} : { freight: stated }),
  };
};
