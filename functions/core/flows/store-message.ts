/** Stores a buyer's message once, with its language found, its text masked, and the lines that it bills. */
import { isWordless, type DetectedLanguage } from '../domain/message.ts';
import type { Account } from '../domain/tenant.ts';
import type { InboundMessage } from '../ports/channel.ts';
import type { ConversationStore, NewMessage, Stored } from '../ports/conversations.ts';
import type { QueuedArrival } from '../ports/queues.ts';
import type { OpaqueIds } from '../ports/tools.ts';
import type { FirstTier, LanguageDetector } from '../ports/understanding.ts';
import { languageThreshold, shortestForService } from '../policy/language.ts';
import { lineOf, type Tools } from './kit.ts';

/** Characters: what models and indexes may see of a message; people read all of it. */
const longestForModels = 4000;

export type StoreMessageDeps = Tools & {
  readonly conversations: ConversationStore;
  readonly ids: OpaqueIds;
  readonly firstTier: FirstTier;
  /** Null where the region has no such service or the stage does not allow it. */
  readonly detector: LanguageDetector | null;
};

/** What is read and asked before anything is written. */
export type NewMessageDeps = Pick<StoreMessageDeps, 'ids' | 'firstTier' | 'detector' | 'count' | 'log'> & {
  readonly conversations: Pick<ConversationStore, 'language' | 'view'>;
};

/** What came with it: the channel, and when we took it. */
type Taken = Pick<QueuedArrival, 'channel' | 'acceptedAt'>;

type Plain = Omit<NewMessage, 'maskedText' | 'detected'>;

/** What an earlier run found that ended before it passed the message on: a service is not paid twice. */
const foundBefore = async (deps: NewMessageDeps, plain: Plain): Promise<DetectedLanguage | null> => {
  const view = await deps.conversations.view(plain, plain);
  return view?.messages.find((message) => message.message === plain.message)?.detected ?? null;
};

const findLanguage = async (
  deps: NewMessageDeps,
  plain: Plain,
  maskedText: string,
  conversationLanguage: string | null,
): Promise<DetectedLanguage> => {
  const { text } = plain;
  const guess = deps.firstTier.understand({ text, conversationLanguage });
  const own: DetectedLanguage = {
    language: guess.language,
    confidence: guess.languageConfidence,
    by: 'first-tier',
  };
  if (own.language !== 'unknown' && own.confidence >= languageThreshold) return own;
  if (deps.detector !== null && text.length >= shortestForService) {
    const before = await foundBefore(deps, plain);
    if (before !== null) return before;
    const asked = await deps.detector.detect(maskedText);
    if (asked.ok) return { ...asked.value, by: 'comprehend' };
    deps.count('ModelUnavailable');
    deps.log('model-unavailable', { because: asked.problem.because, by: 'comprehend' });
  }
  if (conversationLanguage !== null)
    return { language: conversationLanguage, confidence: own.confidence, by: 'conversation' };
  return own;
};

/** The message with opaque ids, before anybody looked at its words. */
export const plainMessage = (
  deps: Pick<StoreMessageDeps, 'ids'>,
  account: Account,
  queued: Taken,
  inbound: InboundMessage,
): Plain => ({
  tenant: account.tenant,
  conversation: deps.ids.conversation(queued.channel, account.id, inbound.conversation),
  message: deps.ids.message(queued.channel, account.id, inbound.message),
  at: inbound.at,
  channel: queued.channel,
  account: account.id,
  market: account.market,
  audience: inbound.audience,
  buyer: deps.ids.buyer(queued.channel, account.id, inbound.buyer.id),
  platform: { conversation: inbound.conversation, buyer: inbound.buyer.id, message: inbound.message },
  buyerName: inbound.buyer.name,
  buyerEmail: inbound.buyer.email,
  acceptedAt: queued.acceptedAt,
  text: inbound.text,
  locale: inbound.locale,
  order: inbound.order,
  item: inbound.item,
  attachments: inbound.attachments,
});

export const newMessage = async (
  deps: NewMessageDeps,
  account: Account,
  queued: Taken,
  inbound: InboundMessage,
): Promise<NewMessage> => {
  const plain = plainMessage(deps, account, queued, inbound);
  const maskedText = deps.firstTier.mask(inbound.text.slice(0, longestForModels));
  const earlier = await deps.conversations.language(plain);
  return { ...plain, maskedText, detected: await findLanguage(deps, plain, maskedText, earlier) };
};

/** Stores a message with what it bills: itself, and the session that it opens. */
export const storeBilled = async (deps: StoreMessageDeps, message: NewMessage): Promise<Stored> => {
  const line = {
    quantity: 1,
    language: message.detected.language,
    intent: null,
    mode: 'automatic',
    module: 'conversation',
    occurredAt: message.at,
    acceptedAt: message.acceptedAt,
  } as const;
  const owner = {
    tenant: message.tenant,
    id: message.conversation,
    channel: message.channel,
    market: message.market,
  };
  if (isWordless(message)) return deps.conversations.store(message, () => []);
  return deps.conversations.store(message, (session) => [
    lineOf(deps, owner, { ...line, unit: 'message', source: message.message }),
    ...(session.opens ? [lineOf(deps, owner, { ...line, unit: 'session', source: session.id })] : []),
  ]);
};
