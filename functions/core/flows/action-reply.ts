/** The answer of a turn in which something was done with an order, or was left to the team. */
import { sayTeam, type ActionSaid, type ActionTurn } from '../answering/action-words.ts';
import { buyerTimeZone } from '../answering/voice.ts';
import { threadRules } from '../channels/manifests.ts';
import type { OrderAction } from '../domain/action.ts';
import type { AsksFor } from '../domain/decision.ts';
import type { Intent } from '../domain/intent.ts';
import type { TenantTone } from '../domain/tenant.ts';
import type { ConversationView } from '../ports/conversations.ts';
import { isAnswering } from './burst.ts';
import type { ComposedTurn } from './compose-reply.ts';
import type { Turn } from './turn.ts';

export const intentOf = {
  cancel: 'order_cancel',
  address: 'delivery_address_change',
  return: 'return_request',
  refund: 'refund_status',
} as const satisfies Record<OrderAction, Intent>;

/** What words about an action rest on; `messages` tell the buyer's language and mood. */
export const wordsFor = (
  { conversation, replies }: ConversationView,
  messages: Turn['burst'],
  replaced: Turn['replaced'],
  now: Date,
  tone: TenantTone | undefined,
): ActionTurn => {
  const rules = threadRules(conversation.channel, conversation.audience);
  return {
    messages,
    conversation,
    channel: { mode: rules.mode, reply: rules },
    previousTexts: replies
      .filter((reply) => isAnswering(reply) && !replaced.includes(reply))
      .map(({ text }) => text),
    variantSeed: conversation.buyerTurn,
    now,
    timeZone: buyerTimeZone(conversation.market),
    tone,
  };
};

export const replyOf = (
  composed: ComposedTurn,
  kind: OrderAction,
  { text, facts, language, because }: ActionSaid,
  asksFor: AsksFor | null = null,
): ComposedTurn => ({
  ...composed,
  decision: { kind: 'reply', because, text, language, facts, intents: [intentOf[kind]], asksFor },
});

/** A yes to an address that we could not change after all: its own words would answer nothing. */
export const teamReply = (composed: ComposedTurn, about: ActionTurn): ComposedTurn => {
  const said = sayTeam(about);
  return {
    ...composed,
    decision: {
      kind: 'escalate',
      because: 'intent_needs_person',
      holding: said.text,
      language: said.language,
      facts: [],
    },
  };
};
