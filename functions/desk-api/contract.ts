/** What the desk asks of `desk-api` and what it answers: the only file that a console imports. */
import * as z from 'zod/mini';

const conversation = z.string().check(z.regex(/^[a-z2-7]{26}$/));
const words = z.string().check(z.minLength(1), z.maxLength(10_000));
const agent = z._default(z.string().check(z.minLength(1), z.maxLength(80)), 'operator');
/** Narrows an operator's call to one tenant. It can never widen: a token's tenant wins. */
const tenant = z.optional(z.string().check(z.regex(/^[a-z0-9]{10}$/)));

export const deskRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('inbox'), tenant }),
  z.object({ action: z.literal('show'), tenant, conversation }),
  z.object({ action: z.literal('take'), tenant, agent, conversation }),
  z.object({ action: z.literal('answer'), tenant, agent, conversation, text: words }),
  z.object({ action: z.literal('approve'), tenant, agent, draft: conversation, text: z.optional(words) }),
  z.object({ action: z.literal('resolve'), tenant, agent, conversation }),
]);
export type DeskRequest = z.output<typeof deskRequest>;

const inboxItem = z.object({
  kind: z.enum(['escalation', 'draft']),
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
});

const turn = z.object({
  at: z.string(),
  from: z.enum(['buyer', 'us', 'seller']),
  id: z.string(),
  text: z.string(),
  state: z.string(),
  intent: z.nullable(z.string()),
});

export const deskAnswer = z.union([
  z.object({ ok: z.literal(true), inbox: z.array(inboxItem) }),
  z.object({ ok: z.literal(true), conversation: z.string(), state: z.string(), turns: z.array(turn) }),
  z.object({
    ok: z.literal(true),
    conversation: z.string(),
    state: z.string(),
    reply: z.optional(z.string()),
  }),
  z.object({ ok: z.literal(false), problem: z.string() }),
]);
export type DeskAnswer = z.output<typeof deskAnswer>;
