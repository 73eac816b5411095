/** Finds what a stored message means: in the process first, the region's model when that is unsure. */
import { done, type Handled } from '../domain/outcome.ts';
import { isAnsweredLanguage } from '../domain/language.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Understanding } from '../domain/intent.ts';
import { isWordless, type BuyerMessage, type MessageAddress } from '../domain/message.ts';
import type { Change, ConversationStore, MessageInConversation } from '../ports/conversations.ts';
import type { NextStage } from '../ports/queues.ts';
import type { FirstTier, IntentModel, ModelUse } from '../ports/understanding.ts';
import { lineOf, type Tools } from './kit.ts';

export type RecognizeIntentDeps = Tools & {
  readonly conversations: ConversationStore;
  readonly firstTier: FirstTier;
  readonly model: IntentModel;
  readonly next: NextStage;
};

export type Recognized = { readonly understanding: Understanding; readonly use: ModelUse | null };

const earlierTurns = 4;

/** A model is asked only about words in a language that we answer, that the first tier does not stand by, and that no person is waiting for. */
const worthAsking = (guess: Understanding, conversation: Conversation): boolean =>
  !guess.answered &&
  !guess.escalate &&
  isAnsweredLanguage(guess.language) &&
  conversation.state !== 'with-agent';

/** What the buyer wrote before, oldest first. Read only where a model is asked. */
const earlierWords = async (deps: RecognizeIntentDeps, message: BuyerMessage): Promise<readonly string[]> => {
  const view = await deps.conversations.view(message);
  return (view?.messages ?? [])
    .filter((turn) => turn.buyerTurn < message.buyerTurn)
    .slice(-earlierTurns)
    .map((turn) => turn.maskedText);
};

/**
 * What a message means. `earlier` reads what the buyer wrote before, oldest first: it is called only where a model is
 * asked.
 */
export const recognize = async (
  deps: Pick<RecognizeIntentDeps, 'firstTier' | 'model' | 'count' | 'log'>,
  { conversation, message }: MessageInConversation,
  earlier: () => Promise<readonly string[]>,
): Promise<Recognized> => {
  const own = deps.firstTier.understand({
    text: message.text,
    conversationLanguage: conversation.language,
  });
  const guess: Understanding =
    message.detected === null
      ? own
      : { ...own, language: message.detected.language, languageConfidence: message.detected.confidence };
  if (message.text.trim() === '' || !worthAsking(guess, conversation))
    return { understanding: guess, use: null };
  const asked = await deps.model.recognize({
    tenant: message.tenant,
    maskedText: message.maskedText,
    earlier: await earlier(),
    guess,
    market: conversation.market,
  });
  if (asked.ok) {
    const { understanding, use } = asked.value;
    // A model that is less sure than the first tier has nothing to add; what it cost is booked all the same.
    return {
      understanding: understanding.intentConfidence < guess.intentConfidence ? guess : understanding,
      use,
    };
  }
  // The first tier carries on alone: a throttled model never puts a message back.
  deps.count('ModelUnavailable');
  deps.log('model-unavailable', {
    tenant: message.tenant,
    conversation: message.conversation,
    message: message.message,
    because: asked.problem.because,
  });
  return { understanding: guess, use: asked.problem.use ?? null };
};

const changes = (
  deps: RecognizeIntentDeps,
  { conversation, message }: MessageInConversation,
  found: Recognized,
): readonly Change[] => {
  const line = {
    language: found.understanding.language,
    intent: found.understanding.intent,
    mode: 'automatic',
    module: 'understanding',
    occurredAt: message.at,
    acceptedAt: message.acceptedAt,
  } as const;
  const call = lineOf(deps, conversation, {
    ...line,
    unit: 'intent_call',
    source: message.message,
    quantity: 1,
    detail: { tier: found.use === null ? 1 : 2 },
  });
  const tokens =
    found.use === null
      ? []
      : [
          lineOf(deps, conversation, {
            ...line,
            unit: 'model_tokens',
            source: `${message.message}#intent`,
            quantity: found.use.tokensIn + found.use.tokensOut,
            detail: { model: found.use.model, in: found.use.tokensIn, out: found.use.tokensOut },
          }),
        ];
  return [
    {
      change: 'message',
      message: message.message,
      at: message.at,
      from: ['detected'],
      to: 'recognized',
      fields: { understanding: found.understanding },
    },
    ...(isWordless(message) ? [] : [call, ...tokens]).map((billed): Change => ({
      change: 'usage',
      line: billed,
    })),
  ];
};

export const recognizeIntent =
  (deps: RecognizeIntentDeps) =>
  async (address: MessageAddress): Promise<Handled> => {
    const place = await deps.conversations.message(address);
    if (place === null) return { next: 'bury', because: 'there is no such message' };
    const { conversation, message } = place;
    if (message.state === 'recognized') {
      await deps.next.forward(address, message.attempt);
      return done;
    }
    if (message.state !== 'detected') return done;
    const found = await recognize(deps, place, async () => earlierWords(deps, message));
    const all = changes(deps, place, found);
    // Stale means that another run of this stage was first: read again, and pass on what it found.
    if ((await deps.conversations.commit(conversation, all)) === 'stale')
      return recognizeIntent(deps)(address);
    const names = { tenant: address.tenant, conversation: address.conversation, message: address.message };
    deps.log('intent-recognized', {
      ...names,
      intent: found.understanding.intent,
      language: found.understanding.language,
      by: found.use === null ? 'first-tier' : 'model',
    });
    deps.log('usage-recorded', { ...names, count: all.length - 1 });
    await deps.next.forward(address, message.attempt);
    return done;
  };
