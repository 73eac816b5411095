/** The lines of the sandboxed platform's journal: each thing that happened there, in its order. Times in milliseconds since the epoch. */
import * as z from 'zod/mini';

const request = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
/** Why the platform takes a text back, and from when on readers see it. */
const moderation = z.nullable(z.object({ reason: z.string(), at: z.number() }));
/** `null`: a person typed it on the site. */
const sentBy = z.nullable(request);

const question = z.object({
  kind: z.literal('question'),
  id: z.string(),
  account: z.string(),
  item: z.string(),
  buyer: z.string(),
  text: z.string(),
  at: z.number(),
});
const answer = z.object({
  kind: z.literal('answer'),
  question: z.string(),
  account: z.string(),
  text: z.string(),
  at: z.number(),
  moderation,
  request: sentBy,
});
const message = z.object({
  kind: z.literal('message'),
  id: z.string(),
  account: z.string(),
  pack: z.string(),
  buyer: z.string(),
  from: z.enum(['buyer', 'seller']),
  text: z.string(),
  at: z.number(),
  moderation,
  /** The reason that was chosen to write first, else null. */
  option: z.nullable(z.string()),
  request: sentBy,
});
const claim = z.object({
  kind: z.literal('claim'),
  id: z.string(),
  account: z.string(),
  order: z.string(),
  buyer: z.string(),
  reason: z.string(),
  stage: z.string(),
  at: z.number(),
});
const claimMessage = z.object({
  kind: z.literal('claim-message'),
  claim: z.string(),
  account: z.string(),
  from: z.enum(['complainant', 'respondent']),
  text: z.string(),
  at: z.number(),
  request: sentBy,
});
const notice = z.object({
  kind: z.literal('notice'),
  id: z.string(),
  account: z.string(),
  topic: z.string(),
  resource: z.string(),
  actions: z.array(z.string()),
  at: z.number(),
});
const code = z.object({
  kind: z.literal('code'),
  code: z.string(),
  account: z.string(),
  redirect: z.string(),
  /** PKCE, RFC 7636, method S256; null where the application asked for none. */
  challenge: z.nullable(z.string()),
});
const pair = z.object({
  kind: z.literal('pair'),
  account: z.string(),
  access: z.string(),
  refresh: z.string(),
  until: z.number(),
  /** The code or the refresh token that was spent on it. */
  spent: z.string(),
});

export const record = z.discriminatedUnion('kind', [
  question,
  answer,
  z.object({ kind: z.literal('question-status'), question: z.string(), status: z.string() }),
  message,
  z.object({ kind: z.literal('read'), account: z.string(), pack: z.string(), at: z.number() }),
  z.object({
    kind: z.literal('block'),
    account: z.string(),
    pack: z.string(),
    substatus: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal('assistant'), account: z.string(), pack: z.string() }),
  claim,
  claimMessage,
  notice,
  z.object({
    kind: z.literal('notice-end'),
    id: z.string(),
    how: z.enum(['taken', 'missed']),
    attempts: z.int(),
  }),
  z.object({ kind: z.literal('topic'), topic: z.string(), on: z.boolean() }),
  code,
  pair,
  z.object({ kind: z.literal('void'), account: z.nullable(z.string()), what: z.enum(['access', 'grant']) }),
]);

export type Entry = z.output<typeof record>;
export type Question = z.output<typeof question>;
export type Answer = z.output<typeof answer>;
export type Message = z.output<typeof message>;
export type Claim = z.output<typeof claim>;
export type ClaimMessage = z.output<typeof claimMessage>;
export type Notice = z.output<typeof notice>;
export type Code = z.output<typeof code>;
export type Pair = z.output<typeof pair>;
export type KeptRequest = z.output<typeof request>;
