/** The shape of every row of the conversations table, and how it becomes a value of the domain. */
import * as z from 'zod/mini';
import { channelIds, markets } from '../../domain/channel.ts';
import { conversationStates, type Conversation } from '../../domain/conversation.ts';
import {
  accountId,
  buyerId,
  conversationId,
  escalationId,
  messageId,
  replyId,
  tenantId,
} from '../../domain/ids.ts';
import { entityTypes, escalationReasons, intents, sentiments } from '../../domain/intent.ts';
import { messageStates, type BuyerMessage } from '../../domain/message.ts';
import { replyKinds, replyStates, type Reply } from '../../domain/reply.ts';
import { recordIn } from './decision-rows.ts';
import { resolutionRow } from './settling-rows.ts';
import type { OutgoingWords, PlatformNames } from '../../ports/conversations.ts';
import { askables } from '../../domain/decision.ts';

const id = <Id>(make: (text: string) => Id) => z.pipe(z.string(), z.transform(make));
const date = z.pipe(
  z.string(),
  z.transform((text: string) => new Date(text)),
);
const nullish = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null);

export const understandingRow = z.object({
  language: z.string(),
  languageVariant: z.nullable(z.string()),
  languageConfidence: z.number(),
  intent: z.enum(intents),
  intentConfidence: z.number(),
  secondaryIntent: z.nullable(z.enum(intents)),
  sentiment: z.enum(sentiments),
  urgent: z.boolean(),
  escalate: z.boolean(),
  escalateReason: z.nullable(z.enum(escalationReasons)),
  entities: z.array(
    z.object({ type: z.enum(entityTypes), value: z.string(), start: z.number(), end: z.number() }),
  ),
  answered: z.boolean(),
});

const metaRow = z.object({
  tenant: id(tenantId),
  conversation: id(conversationId),
  state: z.enum(conversationStates),
  channel: z.enum(channelIds),
  account: id(accountId),
  market: z.enum(markets),
  audience: z.enum(['public', 'private']),
  buyer: id(buyerId),
  version: z.number(),
  buyerTurn: z.number(),
  language: nullish(z.string()),
  sessionId: nullish(z.string()),
  sessionStartedAt: nullish(date),
  unsatisfied: z._default(z.number(), 0),
  returns: z._default(z.number(), 0),
  returnedAt: nullish(date),
  rates: nullish(id(escalationId)),
  lastBuyerAt: nullish(date),
  sealed: z.string(),
  escalation: nullish(z.string()),
  settledTurn: z._default(z.number(), 0),
  resolution: nullish(resolutionRow),
});
export type MetaRow = z.output<typeof metaRow>;
export const readMeta = (row: unknown): MetaRow => z.parse(metaRow, row);

export const conversationOf = (row: MetaRow): Conversation => ({
  tenant: row.tenant,
  id: row.conversation,
  state: row.state,
  channel: row.channel,
  account: row.account,
  market: row.market,
  audience: row.audience,
  buyer: row.buyer,
  version: row.version,
  buyerTurn: row.buyerTurn,
  language: row.language,
  session:
    row.sessionId === null || row.sessionStartedAt === null
      ? null
      : { id: row.sessionId, startedAt: row.sessionStartedAt },
  unsatisfied: row.unsatisfied,
  returns: row.returns,
  returnedAt: row.returnedAt,
  rates: row.rates,
  lastBuyerAt: row.lastBuyerAt,
});

/** What a message row keeps sealed: everything that a person wrote or that a platform uses to name one. */
export const sealedMessage = z.object({
  text: z.string(),
  maskedText: z.string(),
  platformMessage: z.string(),
  /** The shop may come to know one buyer by several names: a visitor who signs in. */
  platformBuyer: z._default(z.nullable(z.string()), null),
  order: z.nullable(z.string()),
  item: z.nullable(z.string()),
});
export type SealedMessage = z.output<typeof sealedMessage>;

export const messageRow = z.object({
  id: id(messageId),
  at: date,
  state: z.enum(messageStates),
  acceptedAt: date,
  buyerTurn: z.number(),
  locale: nullish(z.string()),
  attachments: z._default(z.number(), 0),
  session: z.string(),
  detected: nullish(
    z.object({
      language: z.string(),
      confidence: z.number(),
      by: z.enum(['first-tier', 'comprehend', 'conversation', 'model']),
    }),
  ),
  /** Entities are quotations of the buyer: they stand in `sealedEntities`. */
  understanding: nullish(understandingRow),
  sealedEntities: nullish(z.string()),
  reply: nullish(z.string()),
  attempt: z._default(z.number(), 0),
  /** The record of its decision. */
  why: nullish(z.string()),
  sealed: z.string(),
});
export type MessageRow = z.output<typeof messageRow>;

export const replyRow = z.object({
  id: id(replyId),
  at: date,
  inReplyTo: id(messageId),
  inReplyToAt: date,
  state: z.enum(replyStates),
  kind: z.enum(replyKinds),
  language: z.string(),
  buyerTurn: z.number(),
  holding: z.boolean(),
  attempts: z.number(),
  requeued: z._default(z.number(), 0),
  sealedPlatformId: nullish(z.string()),
  because: z.string(),
  fromFacts: z.optional(z.boolean()),
  asks: nullish(z.object({ asksFor: z.enum(askables), intents: z.array(z.enum(intents)) })),
  sealed: z.string(),
});

export const outgoingRow = z.object({ id: id(messageId), at: date, sealed: z.string() });

/** What a conversation row keeps sealed. */
export const sealedMeta = z.object({
  conversation: z.string(),
  buyer: z.string(),
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
});

/** Opens what a row keeps sealed; `null` once the buyer's key was erased. */
export type Opener = (sealed: string) => Promise<string | null>;

const erased: SealedMessage = {
  text: '',
  maskedText: '',
  platformMessage: '',
  platformBuyer: null,
  order: null,
  item: null,
};
const entitiesOnly = understandingRow.shape.entities;

export const openMessage = async (
  address: Pick<BuyerMessage, 'tenant' | 'conversation'>,
  row: unknown,
  open: Opener,
): Promise<BuyerMessage> => {
  const stored = z.parse(messageRow, row);
  const opened = await open(stored.sealed);
  const words = opened === null ? erased : z.parse(sealedMessage, JSON.parse(opened));
  const quoted = stored.sealedEntities === null ? null : await open(stored.sealedEntities);
  const entities = quoted === null ? [] : z.parse(entitiesOnly, JSON.parse(quoted));
  return {
    tenant: address.tenant,
    conversation: address.conversation,
    message: stored.id,
    at: stored.at,
    state: stored.state,
    acceptedAt: stored.acceptedAt,
    buyerTurn: stored.buyerTurn,
    text: words.text,
    maskedText: words.maskedText,
    locale: stored.locale,
    order: words.order,
    item: words.item,
    attachments: stored.attachments,
    session: stored.session,
    detected: stored.detected,
    understanding: stored.understanding === null ? null : { ...stored.understanding, entities },
    reply: stored.reply,
    attempt: stored.attempt,
    ...recordIn(stored.why),
  };
};

export const openReply = async (
  address: Pick<Reply, 'tenant' | 'conversation'>,
  row: unknown,
  open: Opener,
): Promise<Reply> => {
  const stored = z.parse(replyRow, row);
  return {
    tenant: address.tenant,
    conversation: address.conversation,
    id: stored.id,
    inReplyTo: stored.inReplyTo,
    inReplyToAt: stored.inReplyToAt,
    state: stored.state,
    kind: stored.kind,
    text: (await open(stored.sealed)) ?? '',
    language: stored.language,
    buyerTurn: stored.buyerTurn,
    holding: stored.holding,
    createdAt: stored.at,
    attempts: stored.attempts,
    requeued: stored.requeued,
    platformId: stored.sealedPlatformId === null ? null : await open(stored.sealedPlatformId),
    because: stored.because,
    asks: stored.asks,
    ...(stored.fromFacts === undefined ? {} : { fromFacts: stored.fromFacts }),
  };
};

export const openOutgoing = async (row: unknown, open: Opener): Promise<OutgoingWords> => {
  const stored = z.parse(outgoingRow, row);
  return { id: stored.id, at: stored.at, text: (await open(stored.sealed)) ?? '' };
};

export const openNames = async (
  meta: MetaRow,
  message: Pick<SealedMessage, 'platformMessage' | 'platformBuyer'> | null,
  open: Opener,
): Promise<PlatformNames | null> => {
  const opened = await open(meta.sealed);
  if (opened === null) return null;
  const names = z.parse(sealedMeta, JSON.parse(opened));
  return {
    conversation: names.conversation,
    buyer: message?.platformBuyer ?? names.buyer,
    message: message?.platformMessage ?? '',
  };
};
