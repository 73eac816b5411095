/** What the desk asks of `desk-api` and what it answers: the only file that a console imports. */
import * as z from 'zod/mini';

const conversation = z.string().check(z.regex(/^[a-z2-7]{26}$/));
const words = z.string().check(z.minLength(1), z.maxLength(10_000));
const name = z.string().check(z.minLength(1), z.maxLength(80));

/** Of every request. */
const caller = {
  /** Narrows an operator's call to one tenant. It can never widen: a token's tenant wins. */
  tenant: z.optional(z.string().check(z.regex(/^[a-z0-9]{10}$/))),
  agent: z._default(name, 'operator'),
  /** Where the caller reads from: a claim, written down as such, until there is a sign-in. */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  /** What the caller reads. */
  locale: z.optional(z.enum(['zh-CN', 'en', 'es', 'pt-BR'])),
};

export const deskRequest = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('inbox'),
    ...caller,
    state: z.optional(z.enum(['waiting', 'taken', 'draft', 'waiting-for-approval'])),
    /** Cases of this agent alone. */
    of: z.optional(name),
    language: z.optional(z.string()),
    mood: z.optional(z.enum(['positive', 'neutral', 'negative', 'angry'])),
    because: z.optional(z.string()),
    channel: z.optional(z.string()),
    overdue: z.optional(z.boolean()),
  }),
  z.object({ action: z.literal('show'), ...caller, conversation, unmask: z._default(z.boolean(), false) }),
  z.object({ action: z.literal('take'), ...caller, conversation }),
  z.object({ action: z.literal('answer'), ...caller, conversation, text: words }),
  z.object({
    action: z.literal('approve'),
    ...caller,
    draft: conversation,
    text: z.optional(words),
    /** Also when the buyer has written since. */
    anyway: z._default(z.boolean(), false),
  }),
  /** What a buyer wants done with an order; `refuse`: it is not done. */
  z.object({
    action: z.literal('approve-action'),
    ...caller,
    id: conversation,
    refuse: z._default(z.boolean(), false),
  }),
  z.object({
    action: z.literal('transfer'),
    ...caller,
    conversation,
    to: z.union([z.object({ agent: name }), z.object({ group: name })]),
  }),
  z.object({ action: z.literal('resolve'), ...caller, conversation }),
]);
export type DeskRequest = z.output<typeof deskRequest>;

const inboxItem = z.object({
  kind: z.enum(['escalation', 'draft', 'action']),
  tenant: z.string(),
  conversation: z.string(),
  id: z.string(),
  since: z.string(),
  state: z.string(),
  because: z.string(),
  agent: z.nullable(z.string()),
  language: z.nullable(z.string()),
  intent: z.nullable(z.string()),
  sentiment: z.nullable(z.string()),
  lastBuyerText: z.string(),
  text: z.nullable(z.string()),
  dueAt: z.nullable(z.string()),
  actions: z.array(z.string()),
  channel: z.string(),
  market: z.string(),
  summary: z.nullable(z.string()),
  promisedBy: z.nullable(z.string()),
  waitingSince: z.nullable(z.string()),
  level: z.nullable(z.string()),
  group: z.nullable(z.string()),
  why: z.nullable(z.string()),
  reminders: z.number(),
  overdue: z.boolean(),
  masked: z.boolean(),
});

const turn = z.object({
  at: z.string(),
  from: z.enum(['buyer', 'us', 'seller']),
  id: z.string(),
  text: z.string(),
  state: z.string(),
  intent: z.nullable(z.string()),
  translation: z.nullable(z.string()),
  /** What was decided about it and why; null: nothing yet, or no buyer's words. */
  decision: z.nullable(z.unknown()),
});

export const deskAnswer = z.union([
  z.object({ ok: z.literal(true), inbox: z.array(inboxItem) }),
  z.object({
    ok: z.literal(true),
    conversation: z.string(),
    state: z.string(),
    turns: z.array(turn),
    summary: z.nullable(z.string()),
    masked: z.nullable(z.string()),
  }),
  z.object({
    ok: z.literal(true),
    conversation: z.string(),
    state: z.string(),
    reply: z.optional(z.string()),
    /** What became of something to be done with an order. */
    action: z.optional(z.string()),
    /** What the buyer reads, and in which language. */
    text: z.optional(z.string()),
    language: z.optional(z.string()),
    /** The same, back in the agent's language; null: nothing was translated. */
    back: z.optional(z.nullable(z.string())),
    note: z.optional(z.nullable(z.string())),
    length: z.optional(z.number()),
    most: z.optional(z.number()),
  }),
  /** `kept`: the words that were not sent. */
  z.object({ ok: z.literal(false), problem: z.string(), kept: z.optional(z.string()) }),
]);
export type DeskAnswer = z.output<typeof deskAnswer>;
