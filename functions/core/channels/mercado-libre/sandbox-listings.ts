/** Listings of the sandboxed platform, and what it costs to bring one to a postcode. */
import type { Item } from '../../domain/facts.ts';
import type { SandboxAnswer } from '../kit/sandbox.ts';
import {
  failure,
  json,
  notFound,
  siteOf,
  wireId,
  wireTime,
  type Call,
  type Platform,
} from './sandbox-platform.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Digits of a postcode, by site; the others write four to seven letters and digits. */
const postcodes: Readonly<Record<string, RegExp>> = {
  MLB: /^\d{5}-?\d{3}$/,
  MLM: /^\d{5}$/,
  MCO: /^\d{5,6}$/,
};
const anyPostcode = /^[A-Z]?\d{4}[A-Z]{0,3}$|^\d{7}$/i;

const attributesOf = (attributes: Item['attributes']): readonly unknown[] =>
  Object.entries(attributes).map(([name, value]) => ({
    id: name.toUpperCase().replaceAll(/\W+/g, '_'),
    name,
    value_id: null,
    value_name: value,
  }));

const isFree = ({ freight = '' }: Item): boolean => /gr[áa]tis|free|^0([.,]0+)?$/i.test(freight);

const shownItem = (platform: Platform, account: string, item: Item): unknown => ({
  id: item.id,
  site_id: siteOf(platform, account),
  title: item.title,
  seller_id: wireId(account),
  price: Number(item.price),
  currency_id: item.currency,
  available_quantity: item.stock,
  status: item.stock > 0 ? 'active' : 'paused',
  attributes: attributesOf(item.attributes),
  variations: item.variants.map((variant) => ({
    id: wireId(variant.id),
    price: Number(variant.price ?? item.price),
    available_quantity: variant.stock,
    attribute_combinations: attributesOf(variant.attributes),
  })),
  warranty: item.attributes['garantia'] ?? item.attributes['garantía'] ?? null,
  shipping: { mode: 'me2', free_shipping: isFree(item) },
});

/** `GET /items/{id}` */
export const readItem = (platform: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const item = platform.stock.item(account, id);
  return item === undefined ? notFound() : json(200, shownItem(platform, account, item));
};

/** `GET /items/{id}/description` */
export const readDescription = ({ stock }: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const item = stock.item(account, id);
  if (item === undefined) return notFound();
  const lines = Object.entries(item.attributes).map(([name, value]) => `${name}: ${value}`);
  return json(200, { text: '', plain_text: [item.title, ...lines].join('\n') });
};

/** Cost and days grow with the first digit of the postcode, as if the seller shipped from the region of the lowest. */
const wayTo = (zip: string): { readonly cost: number; readonly days: number } => {
  const region = Number(/\d/.exec(zip)?.[0] ?? '0');
  return { cost: 14.9 + region * 2, days: 2 + Math.floor(region / 2) };
};

/** `GET /items/{id}/shipping_options?zip_code=…` */
export const readShippingOptions = (
  platform: Platform,
  { account, ids: [id = ''], query }: Call,
): SandboxAnswer => {
  const item = platform.stock.item(account, id);
  if (item === undefined) return notFound();
  const zip = query.get('zip_code') ?? '';
  if (!(postcodes[siteOf(platform, account)] ?? anyPostcode).test(zip))
    return failure(400, 'invalid_zip_code', 'Destination zip code is not valid');
  const { cost, days } = wayTo(zip);
  const date = wireTime(platform.now() + days * dayMs);
  return json(200, {
    destination: { zip_code: zip.replace('-', '') },
    options: [
      {
        id: 1,
        name: 'Normal',
        display: 'recommended',
        cost: isFree(item) ? 0 : cost,
        list_cost: cost,
        base_cost: cost,
        currency_id: item.currency,
        estimated_delivery_time: { type: 'known', date, unit: 'hour', shipping: days * 24, handling: 24 },
      },
    ],
  });
};
