/** Waits for the person, reminds, brings the conversation back and asks once how it went: the later steps of the machine. */
import { ratingRequest } from '../people/words/rating-words.ts';
import { saysOneOf } from '../answering/forbidden-words.ts';
import { languageOf, type Voice } from '../answering/voice.ts';
import type { Reply } from '../domain/reply.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Change } from '../ports/conversations.ts';
import type { OutboundStage } from '../ports/queues.ts';
import { dueAfter, watchAfter } from '../policy/timing.ts';
import { answeredAt, type CaseStanding } from './case-standing.ts';
import { ended, whatIsDue, type Due } from './escalation-due.ts';
import { givenBack } from './hand-back.ts';
import { mayAskForRating, voiceOf } from './rating.ts';
import { untilSettled } from './kit.ts';
import {
  careChange,
  standingOf,
  tendCase,
  type CaseAct,
  type CaseDeps,
  type CaseVisit,
} from './tend-case.ts';

export type CloseEscalationDeps = CaseDeps & { readonly outbound: OutboundStage };

const remind =
  (deps: CloseEscalationDeps): CaseAct =>
  async (standing) => {
    const { care } = standing.escalation;
    const counted = {
      reminders: care.reminders + 1,
      remindedAt: standing.now,
      watchAt: watchAfter(standing.now),
    };
    return deps.conversations.commit(standing.view.conversation, [careChange(standing, counted)]);
  };

/** The last words were ours and the buyer is silent: the machine has the conversation again. */
const handBack = ({ escalation, view, now }: CaseStanding): readonly Change[] => {
  const { conversation } = view;
  if (escalation.state === 'resolved' || escalation.care.overdue || conversation.state !== 'with-agent')
    return [];
  return [
    {
      change: 'conversation',
      version: conversation.version,
      to: 'open',
      fields: givenBack(conversation, now),
    },
  ];
};

/** Resolved by the silence; a case that is overdue stays open for people, and only its machine ends. */
const close =
  (deps: CloseEscalationDeps): CaseAct =>
  async (standing) => {
    const { escalation, view } = standing;
    const rates = !escalation.care.overdue && escalation.state !== 'resolved' && mayAskForRating(standing);
    const over = {
      answeredAt: answeredAt(standing),
      token: null,
      // Asking for a rating is still to come.
      watchAt: rates ? watchAfter(standing.now) : null,
    };
    const changed = careChange(standing, over);
    const resolved: Change =
      changed.change === 'escalation' && !escalation.care.overdue ? { ...changed, to: 'resolved' } : changed;
    return deps.conversations.commit(view.conversation, [resolved, ...handBack(standing)]);
  };

/** As many ways as there are to ask: one of them without the seller's forbidden words. */
const ratingText = (voice: Voice, seed: number, { tone }: Tenant): string | undefined =>
  [0, 1, 2]
    .map((turn) => ratingRequest(voice, seed + turn).text)
    .find((text) => !saysOneOf(text, tone?.forbidden ?? []));

const ratingReply = (
  deps: CloseEscalationDeps,
  { escalation, view, now, tenant }: CaseStanding,
): Reply | null => {
  const newest = view.messages.at(-1);
  const voice = voiceOf({ view });
  const text = ratingText(voice, view.conversation.buyerTurn, tenant);
  if (newest === undefined || text === undefined) return null;
  return {
    tenant: view.conversation.tenant,
    conversation: view.conversation.id,
    id: deps.derive.reply(newest.message, `rating#${escalation.id}`),
    inReplyTo: newest.message,
    inReplyToAt: newest.at,
    state: 'intended',
    kind: 'automatic',
    text,
    language: languageOf(voice),
    buyerTurn: view.conversation.buyerTurn,
    // Not billed, and it hands nothing over.
    holding: true,
    createdAt: now,
    attempts: 0,
    requeued: 0,
    platformId: null,
    because: 'rating',
    asks: null,
  };
};

const rate =
  (deps: CloseEscalationDeps): CaseAct =>
  async (standing) => {
    const { escalation, view, now } = standing;
    const reply = ratingReply(deps, standing);
    const asked = careChange(standing, {
      answeredAt: answeredAt(standing),
      rating: { askedAt: now, stars: null },
      token: null,
      watchAt: null,
    });
    const spoken: readonly Change[] =
      reply === null
        ? []
        : [
            { change: 'new-reply', reply, dueAt: dueAfter(now) },
            {
              change: 'conversation',
              version: view.conversation.version,
              fields: { rates: escalation.id },
            },
          ];
    if ((await deps.conversations.commit(view.conversation, [asked, ...spoken])) === 'stale') return 'stale';
    if (reply !== null) {
      const { tenant, conversation, id, createdAt } = reply;
      await deps.outbound.forward({ tenant, conversation, reply: id, at: createdAt }, 0);
    }
    return 'done';
  };

type WaitVisit = Omit<CaseVisit, 'step'>;

/** The row says who waits before the wait counts; what came between is not slept through. */
const keepToken = async (
  deps: CloseEscalationDeps,
  visit: WaitVisit,
  token: string,
): Promise<Due | 'stale'> => {
  const standing = await standingOf(deps, visit.address);
  if (standing === null) return ended;
  const due = whatIsDue(standing, visit);
  if (due.next !== 'wait') return due;
  const until = new Date(standing.now.getTime() + due.seconds * 1000);
  const kept = careChange(standing, {
    token,
    answeredAt: answeredAt(standing),
    watchAt: watchAfter(until),
  });
  if ((await deps.conversations.commit(standing.view.conversation, [kept])) === 'stale') return 'stale';
  const after = await standingOf(deps, visit.address);
  return after === null ? ended : whatIsDue(after, visit);
};

export const closeEscalation = (deps: CloseEscalationDeps) => {
  const tend = tendCase(deps, { remind: remind(deps), close: close(deps), rate: rate(deps) });
  return {
    tend,
    /** Begins a wait; one that has nothing to wait for is ended at once by its own token. */
    wait: async (visit: WaitVisit, token: string): Promise<void> => {
      const due = await untilSettled(async () => keepToken(deps, visit, token));
      if (due === 'stale' || due.next !== 'wait') await deps.machine.wake(token);
    },
  };
};
