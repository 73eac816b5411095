/** The order behind a pack or an order number, as the platform tells it. */
import { failed, type Outcome } from '../../domain/outcome.ts';
import type { Access } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { dayOrInstant } from '../kit/json.ts';
import { readFromPlatform, type ReadProblem } from './api.ts';
import { amount, id } from './fields.ts';

const word = z.string().check(z.minLength(1));
const named = z.object({ name: z.optional(word), value_name: z.optional(word) });

const purchase = z.object({
  id,
  status: word,
  date_created: dayOrInstant,
  last_updated: z.catch(z.optional(dayOrInstant), undefined),
  date_closed: z.catch(z.optional(dayOrInstant), undefined),
  total_amount: amount,
  currency_id: z.string().check(z.regex(/^[A-Z]{3}$/)),
  pack_id: z.optional(id),
  buyer: z.object({ id }),
  order_items: z.prefault(
    z.array(
      z.object({
        item: z.object({
          id,
          title: z.optional(word),
          variation_attributes: z.prefault(z.array(named), []),
        }),
        quantity: z.int(),
      }),
    ),
    [],
  ),
  payments: z.prefault(
    z.array(
      z.object({
        payment_method_id: z.optional(word),
        payment_type: z.optional(word),
        status: z.optional(word),
        installments: z.optional(z.int()),
        transaction_amount_refunded: z.catch(z.optional(amount), undefined),
        date_last_modified: z.catch(z.optional(dayOrInstant), undefined),
      }),
    ),
    [],
  ),
  shipping: z.optional(z.object({ id: z.optional(id) })),
  cancel_detail: z.optional(z.object({ description: z.optional(word), requested_by: z.optional(word) })),
});
export type Purchase = z.output<typeof purchase>;

const pack = z.object({ orders: z.array(z.object({ id })) });

/** `name` is an order's id, or that of a pack, whose first order is meant: its parcels are the pack's. */
export const readPurchase = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
): Promise<Outcome<Purchase, ReadProblem>> => {
  const own = await readFromPlatform(deps, access, purchase, ['orders', name]);
  if (own.ok || own.problem.kind !== 'absent') return own;
  const together = await readFromPlatform(deps, access, pack, ['packs', name]);
  if (!together.ok) return together;
  const [first] = together.value.orders;
  return first === undefined
    ? failed({ kind: 'absent', status: 404 })
    : readFromPlatform(deps, access, purchase, ['orders', first.id]);
};
