/** Stores what arrived once, finds its language, and hands it on; hears the seller's own people. */
import { isAccountId } from '../domain/ids.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { DetectedLanguage } from '../domain/message.ts';
import type { Account } from '../domain/tenant.ts';
import type { InboundMessage } from '../ports/channel.ts';
import type { ConversationStore, NewMessage, Stored } from '../ports/conversations.ts';
import type { NextStage, QueuedArrival } from '../ports/queues.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { OpaqueIds } from '../ports/tools.ts';
import type { FirstTier, LanguageDetector } from '../ports/understanding.ts';
import { languageThreshold, shortestForService } from '../policy/language.ts';
import { hearPerson } from './hear-person.ts';
import { lineOf, type Tools } from './kit.ts';
import { parkMessage } from './park-message.ts';

/** Characters: what models and indexes may see of a message; people read all of it. */
const longestForModels = 4000;

export type DetectLanguageDeps = Tools & {
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly conversations: ConversationStore;
  readonly ids: OpaqueIds;
  readonly firstTier: FirstTier;
  /** Null where the region has no such service or the stage does not allow it. */
  readonly detector: LanguageDetector | null;
  readonly next: NextStage;
};

const connectedAccount = async (deps: DetectLanguageDeps, queued: QueuedArrival): Promise<Account | null> => {
  if (!isAccountId(queued.account)) return null;
  const account = await deps.tenants.account(queued.channel, queued.account);
  // A registration speaks for its own accounts only: another seller's name in the body opens nothing.
  return account !== null && account.registration === queued.registration ? account : null;
};

type Plain = Omit<NewMessage, 'maskedText' | 'detected'>;

/** What an earlier run found that ended before it passed the message on: a service is not paid twice. */
const foundBefore = async (deps: DetectLanguageDeps, plain: Plain): Promise<DetectedLanguage | null> => {
  const view = await deps.conversations.view(plain, plain);
  return view?.messages.find((message) => message.message === plain.message)?.detected ?? null;
};

const findLanguage = async (
  deps: DetectLanguageDeps,
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
const plainMessage = (
  deps: DetectLanguageDeps,
  account: Account,
  queued: QueuedArrival,
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

const newMessage = async (
  deps: DetectLanguageDeps,
  account: Account,
  queued: QueuedArrival,
  inbound: InboundMessage,
): Promise<NewMessage> => {
  const plain = plainMessage(deps, account, queued, inbound);
  const maskedText = deps.firstTier.mask(inbound.text.slice(0, longestForModels));
  const earlier = await deps.conversations.language(plain);
  return { ...plain, maskedText, detected: await findLanguage(deps, plain, maskedText, earlier) };
};

/** Stores a message with what it bills: itself, and the session that it opens. */
const storeBilled = async (deps: DetectLanguageDeps, message: NewMessage): Promise<Stored> => {
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
  return deps.conversations.store(message, (session) => [
    lineOf(deps, owner, { ...line, unit: 'message', source: message.message }),
    ...(session.opens ? [lineOf(deps, owner, { ...line, unit: 'session', source: session.id })] : []),
  ]);
};

const storeMessage = async (
  deps: DetectLanguageDeps,
  account: Account,
  queued: QueuedArrival,
  inbound: InboundMessage,
): Promise<Handled> => {
  const message = await newMessage(deps, account, queued, inbound);
  const stored = await storeBilled(deps, message);
  const names = { tenant: message.tenant, conversation: message.conversation, message: message.message };
  if (stored.kind === 'stored') {
    deps.log('message-stored', { ...names, channel: message.channel });
    deps.log('language-detected', { ...names, language: message.detected.language, by: message.detected.by });
    deps.log('usage-recorded', { ...names, count: stored.opened === null ? 1 : 2 });
  } else {
    deps.log('message-duplicate', { ...names, state: stored.message.state });
  }
  // A second run finds its own result and passes it on; the queue drops what it has seen.
  if (stored.message.state === 'detected') await deps.next.forward(stored.message, stored.message.attempt);
  return done;
};

export const detectLanguage =
  (deps: DetectLanguageDeps) =>
  async (queued: QueuedArrival): Promise<Handled> => {
    const account = await connectedAccount(deps, queued);
    if (account === null) {
      await deps.conversations.dropUnknown(
        deps.ids.unknown(queued.channel, queued.account, queued.arrival.message.message),
        queued.channel,
        queued.acceptedAt,
      );
      deps.count('UnknownAccount');
      deps.log('message-dropped', { channel: queued.channel, because: 'unknown-account' });
      return done;
    }
    switch (queued.arrival.kind) {
      case 'message':
        return storeMessage(deps, account, queued, queued.arrival.message);
      case 'outgoing':
        return hearPerson(deps, account, queued.arrival.message);
    }
  };

/** Parks a poison arrival: stored with its language unknown, so that a person can read it, and dead. */
export const parkArrival = async (
  deps: DetectLanguageDeps,
  queued: QueuedArrival,
  because: string,
): Promise<boolean> => {
  const account = await connectedAccount(deps, queued);
  if (account === null || queued.arrival.kind !== 'message') return false;
  const detected: DetectedLanguage = { language: 'unknown', confidence: 0, by: 'first-tier' };
  const message = {
    ...plainMessage(deps, account, queued, queued.arrival.message),
    maskedText: '',
    detected,
  };
  const stored = await storeBilled(deps, message);
  return parkMessage(deps, stored.message, because);
};
