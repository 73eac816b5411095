/** Collects what sellers should write an article about: questions that went to a person, grouped by likeness, masked. */
import type { Conversation } from '../domain/conversation.ts';
import type { HandOverReason } from '../domain/decision.ts';
import type { TenantId } from '../domain/ids.ts';
import type { BuyerMessage, MessageAddress } from '../domain/message.ts';
import { groupedByLikeness } from '../knowledge/likeness.ts';
import type { ConversationView } from '../ports/conversations.ts';
import type { Log } from '../ports/tools.ts';
import type { Unanswered, UnansweredQuestions } from '../ports/unanswered.ts';

/** Because we did not know, and not because of whom it was about or what was asked for. */
const unknownToUs: ReadonlySet<string> = new Set<HandOverReason>([
  'low_confidence',
  'missing_fact',
  'intent_needs_person',
  'guard_held_twice',
]);
/** Because what we said was no help. */
const displeased: ReadonlySet<string> = new Set<HandOverReason>([
  'unsatisfied_three_times',
  'repeat_contact',
]);

/**
 * The question behind a hand-over, or null where there is none to learn from. What displeased is the answer to the
 * message before: "no, that is not it" asks nothing by itself.
 */
export const unansweredIn = (
  view: Pick<ConversationView, 'messages'>,
  message: BuyerMessage,
  because: HandOverReason,
): Unanswered | null => {
  if (unknownToUs.has(because)) return { address: addressOf(message), kind: 'unanswered', because };
  if (!displeased.has(because)) return null;
  const answered = view.messages.findLast(
    ({ state, buyerTurn }) => state === 'replied' && buyerTurn < message.buyerTurn,
  );
  return answered === undefined ? null : { address: addressOf(answered), kind: 'disliked', because };
};

const addressOf = ({ tenant, conversation, message, at }: BuyerMessage): Unanswered['address'] => ({
  tenant,
  conversation,
  message,
  at,
});

/** Before the hand-over is written, so that none is missed; what cannot be noted never keeps a buyer waiting. */
export const noteUnanswered = async (
  deps: { readonly unanswered: Pick<UnansweredQuestions, 'note'>; readonly log: Log },
  view: Pick<ConversationView, 'messages'>,
  message: BuyerMessage,
  because: HandOverReason,
): Promise<void> => {
  const question = unansweredIn(view, message, because);
  if (question === null) return;
  try {
    await deps.unanswered.note(question);
  } catch (error) {
    deps.log('knowledge-unavailable', {
      tenant: message.tenant,
      because: error instanceof Error ? error.name : 'thrown',
    });
  }
};

export type Gap = {
  /** How many asked. */
  readonly count: number;
  readonly kinds: readonly Unanswered['kind'][];
  readonly intents: readonly string[];
  readonly languages: readonly string[];
  /** Masked; at most five, the most telling first. No id of anybody. */
  readonly examples: readonly string[];
};

type Known = Unanswered & { readonly text: string; readonly language: string; readonly intent: string };

const examplesShown = 5;
const mostQuestions = 500;
const atOnce = 10;

const unique = <One>(all: readonly One[]): readonly One[] => [...new Set(all)];

export const collectUnanswered =
  (deps: {
    readonly unanswered: Pick<UnansweredQuestions, 'list'>;
    readonly conversations: {
      message(address: MessageAddress): Promise<{
        readonly message: BuyerMessage;
        readonly conversation: Pick<Conversation, 'language'>;
      } | null>;
    };
  }) =>
  async (tenant: TenantId): Promise<readonly Gap[]> => {
    const noted = await deps.unanswered.list(tenant, mostQuestions);
    const opened = async (one: Unanswered): Promise<Known | null> => {
      const stored = await deps.conversations.message(one.address);
      // Words of a buyer who was erased are gone, and a question that was answered after all is none.
      if (stored === null || stored.message.maskedText.trim() === '') return null;
      const { maskedText, state, understanding } = stored.message;
      if (one.kind === 'unanswered' && state === 'recognized') return null;
      return {
        ...one,
        text: maskedText,
        language: understanding?.language ?? stored.conversation.language ?? 'unknown',
        intent: understanding?.intent ?? 'unknown',
      };
    };
    const known: Known[] = [];
    for (let from = 0; from < noted.length; from += atOnce) {
      const part = await Promise.all(noted.slice(from, from + atOnce).map(opened));
      known.push(...part.filter((one) => one !== null));
    }
    return groupedByLikeness(known).map((group) => ({
      count: group.length,
      kinds: unique(group.map(({ kind }) => kind)),
      intents: unique(group.map(({ intent }) => intent)),
      languages: unique(group.map(({ language }) => language)),
      examples: unique(group.map(({ text }) => text)).slice(0, examplesShown),
    }));
  };
