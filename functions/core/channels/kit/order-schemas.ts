/** Orders and items as shops write them (the shape of the seeds), parsed into the domain's facts; more fields may come. */
import type { Item, Order } from '../../domain/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Unreadable } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import { dayOrInstant, platformId, readJson } from './json.ts';

/** A decimal string: a JSON number would already have been rounded. */
const amount = z.string().check(z.regex(/^-?\d{1,15}(?:\.\d{1,6})?$/));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
/** A status, a carrier's name, a title: never empty, because an answer may quote it. */
const words = z.string().check(z.minLength(1));
const attributes = z.prefault(z.record(z.string(), z.string()), {});

const orderLine = z.object({
  item: platformId,
  title: z.exactOptional(words),
  variant: z.exactOptional(words),
  quantity: z.int(),
});

const shipmentEvent = z.object({ at: dayOrInstant, status: words, text: z.string() });

const shipment = z.object({
  id: platformId,
  status: words,
  substatus: z.exactOptional(words),
  carrier: z.exactOptional(words),
  tracking: z.exactOptional(words),
  shipBy: z.exactOptional(dayOrInstant),
  estimated: z.exactOptional(dayOrInstant),
  deliveredAt: z.exactOptional(dayOrInstant),
  events: z.prefault(z.array(shipmentEvent), []),
});

const returnCase = z.object({
  status: words,
  reason: z.exactOptional(words),
  requestedAt: dayOrInstant,
  receivedAt: z.exactOptional(dayOrInstant),
  labelValidUntil: z.exactOptional(dayOrInstant),
});

const refund = z.object({
  status: words,
  amount,
  currency,
  method: z.exactOptional(words),
  at: z.exactOptional(dayOrInstant),
  expectedBy: z.exactOptional(dayOrInstant),
  showsWithin: z.exactOptional(words),
  fee: z.exactOptional(amount),
});

const payment = z.object({
  method: words,
  status: words,
  instalments: z.exactOptional(z.int()),
  due: z.exactOptional(dayOrInstant),
});

export const orderSchema = z.object({
  id: platformId,
  buyer: platformId,
  status: words,
  placedAt: dayOrInstant,
  total: amount,
  currency,
  items: z.array(orderLine),
  payment: z.exactOptional(payment),
  address: z.exactOptional(words),
  shipBy: z.exactOptional(dayOrInstant),
  returnUntil: z.exactOptional(dayOrInstant),
  exchangeUntil: z.exactOptional(dayOrInstant),
  shipments: z.prefault(z.array(shipment), []),
  invoice: z.exactOptional(z.object({ type: words, number: words, issuedAt: dayOrInstant })),
  cancelled: z.exactOptional(z.object({ at: dayOrInstant, by: words, reason: z.exactOptional(words) })),
  returns: z.prefault(z.array(returnCase), []),
  refund: z.exactOptional(refund),
});

const itemVariant = z.object({
  id: platformId,
  price: z.exactOptional(amount),
  stock: z.int(),
  attributes,
});

export const itemSchema = z.object({
  id: platformId,
  title: words,
  price: amount,
  currency,
  stock: z.int(),
  attributes,
  variants: z.prefault(z.array(itemVariant), []),
  freight: z.exactOptional(words),
});

export const readOrder = (text: string): Outcome<Order, Unreadable> => readJson(orderSchema, text);
export const readItem = (text: string): Outcome<Item, Unreadable> => readJson(itemSchema, text);
