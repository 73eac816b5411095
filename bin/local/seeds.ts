/** Seeds of a local machine: tenants, accounts, items and orders, all invented. Unknown fields are refused by their path. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { articleAudiences, articleScenes } from '../../functions/core/domain/article.ts';
import { channelIds, markets } from '../../functions/core/domain/channel.ts';
import { intents } from '../../functions/core/domain/intent.ts';
import type { AssignedCard } from '../../functions/core/rating/card/agreement.ts';
import { readAssignedCards } from '../../functions/core/rating/card/read-agreement.ts';

const money = z.string().regex(/^-?\d+(\.\d+)?$/, 'money is a decimal string');
const time = z.iso.datetime({ offset: true });
const day = z.iso.date();
const when = z.union([day, time]);
const attributes = z.record(z.string(), z.string());
const text = z.string().min(1);
const tenantId = z.string().regex(/^[a-z0-9]{10}$/, 'a tenant id is 10 characters of a-z and 0-9');

const tenant = z.strictObject({
  id: tenantId,
  name: text,
  locale: text,
  timeZone: text,
  modes: z
    .array(
      z.strictObject({
        channel: z.union([z.enum(channelIds), z.literal('*')]),
        intent: z.union([z.enum(intents), z.literal('*')]),
        mode: z.enum(['automatic', 'review', 'human']),
      }),
    )
    .default([]),
  thresholds: z.record(z.string(), z.number().min(0).max(1)).default({}),
});

const account = z.strictObject({
  tenant: tenantId,
  channel: z.enum(channelIds),
  account: text,
  registration: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  market: z.enum(markets),
  secrets: z.array(text).default([]),
  applicationId: text.optional(),
  site: text.optional(),
});

const item = z.strictObject({
  account: text,
  id: text,
  title: text,
  price: money,
  currency: z.string().length(3),
  stock: z.int().min(0),
  attributes: attributes.default({}),
  variants: z
    .array(
      z.strictObject({
        id: text,
        price: money.optional(),
        stock: z.int().min(0),
        attributes: attributes.default({}),
      }),
    )
    .optional(),
  freight: text.optional(),
});

const shipment = z.strictObject({
  id: text,
  status: text,
  substatus: text.optional(),
  carrier: text.optional(),
  tracking: text.optional(),
  shipBy: when.optional(),
  estimated: when.optional(),
  deliveredAt: when.optional(),
  events: z.array(z.strictObject({ at: time, status: text, text })).default([]),
});

const order = z.strictObject({
  account: text,
  id: text,
  pack: text.optional(),
  buyer: text,
  status: text,
  placedAt: when,
  total: money,
  currency: z.string().length(3),
  items: z.array(z.strictObject({ item: text, variant: text.optional(), quantity: z.int().min(1) })),
  payment: z
    .strictObject({
      method: text,
      status: text,
      instalments: z.int().min(1).optional(),
      due: when.optional(),
    })
    .optional(),
  shipBy: when.optional(),
  returnUntil: when.optional(),
  exchangeUntil: when.optional(),
  shipments: z.array(shipment).optional(),
  invoice: z.strictObject({ type: text, number: text, issuedAt: when }).optional(),
  cancelled: z.strictObject({ at: when, by: text, reason: text.optional() }).optional(),
  returns: z
    .array(
      z.strictObject({
        status: text,
        reason: text.optional(),
        requestedAt: when,
        receivedAt: when.optional(),
        labelValidUntil: when.optional(),
      }),
    )
    .optional(),
  refund: z
    .strictObject({
      status: text,
      amount: money,
      currency: z.string().length(3),
      method: text.optional(),
      at: when.optional(),
      expectedBy: when.optional(),
      showsWithin: text.optional(),
      fee: money.optional(),
    })
    .optional(),
});

const article = z.strictObject({
  tenant: tenantId,
  id: text,
  language: text,
  market: z.enum(markets).optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  category: text.optional(),
  scene: z.enum(articleScenes).optional(),
  audience: z.enum(articleAudiences).optional(),
  title: text,
  body: text,
});

const agent = z.strictObject({
  tenant: tenantId,
  name: text,
  role: text,
  languages: z.array(text),
  skills: z.array(text).optional(),
});

/** `{tenant, from, card, agreement?}` each (`docs/rate-cards.md`); every fault of every card has its path. */
const rateCards = z
  .array(z.unknown())
  .default([])
  .transform((given, context): readonly AssignedCard[] => {
    const cards = readAssignedCards(given);
    if (cards.ok) return cards.value;
    for (const { path, problem } of cards.problem.faults)
      context.addIssue({ code: 'custom', path: path.split('.'), message: problem });
    return z.NEVER;
  });

const seeds = z.strictObject({
  tenants: z.array(tenant).default([]),
  accounts: z.array(account).default([]),
  items: z.array(item).default([]),
  orders: z.array(order).default([]),
  articles: z.array(article).default([]),
  agents: z.array(agent).default([]),
  rateCards,
});
export type Seeds = z.output<typeof seeds>;

export type SeedsRead =
  { readonly ok: true; readonly seeds: Seeds } | { readonly ok: false; readonly faults: readonly string[] };

/** Several files are one: their lists are put together. Every fault of every file is named, with its path. */
export const readSeeds = (files: readonly string[]): SeedsRead => {
  const faults: string[] = [];
  const read: Seeds[] = [];
  for (const file of files) {
    try {
      const parsed = seeds.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (parsed.success) read.push(parsed.data);
      else
        faults.push(
          ...parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`),
        );
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : 'unreadable'}`);
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    seeds: {
      tenants: read.flatMap((one) => one.tenants),
      accounts: read.flatMap((one) => one.accounts),
      items: read.flatMap((one) => one.items),
      orders: read.flatMap((one) => one.orders),
      articles: read.flatMap((one) => one.articles),
      agents: read.flatMap((one) => one.agents),
      rateCards: read.flatMap((one) => one.rateCards),
    },
  };
};
