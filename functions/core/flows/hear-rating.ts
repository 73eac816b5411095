/** Hears the answer to our question how it went: kept with the case, and the message is at its end. */
import type { BuyerMessage } from '../domain/message.ts';
import { ratingIn } from '../people/words/rating-words.ts';
import type { AuditLog } from '../ports/audit.ts';
import type { Change, ConversationStore, ConversationView } from '../ports/conversations.ts';
import { conversationAddress, type Tools } from './kit.ts';

export type RatingDeps = Tools & {
  readonly conversations: Pick<ConversationStore, 'commit' | 'escalation'>;
  readonly audit: AuditLog;
};

/** Null: the message is no answer to such a question. */
export const starsOf = (view: ConversationView, message: BuyerMessage): number | null => {
  const asked = view.replies.findLast((reply) => reply.state !== 'cancelled' && reply.state !== 'rejected');
  if (view.conversation.rates === null || asked?.because !== 'rating') return null;
  return ratingIn(message.text);
};

export const hearRating = async (
  deps: RatingDeps,
  view: ConversationView,
  message: BuyerMessage,
  stars: number,
): Promise<'done' | 'stale'> => {
  const { rates, version } = view.conversation;
  const escalation =
    rates === null
      ? null
      : await deps.conversations.escalation({
          ...conversationAddress(view.conversation),
          escalation: rates,
        });
  const now = deps.clock();
  const kept: readonly Change[] =
    escalation === null
      ? []
      : [
          {
            change: 'escalation',
            escalation: escalation.id,
            from: [escalation.state],
            to: escalation.state,
            care: {
              ...escalation.care,
              version: escalation.care.version + 1,
              rating: { askedAt: escalation.care.rating?.askedAt ?? now, stars },
            },
          },
        ];
  const changes: readonly Change[] = [
    ...kept,
    { change: 'conversation', version, fields: { rates: null } },
    {
      change: 'message',
      message: message.message,
      at: message.at,
      from: [message.state],
      to: 'ignored',
      fields: { because: 'rating' },
    },
  ];
  if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
  await deps.audit.record({
    tenant: message.tenant,
    at: now,
    action: 'rated',
    who: 'buyer',
    country: null,
    subject: escalation?.id ?? message.conversation,
    detail: { stars, agent: escalation?.agent ?? '' },
  });
  return 'done';
};
