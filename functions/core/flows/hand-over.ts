/** The changes that give a conversation to a person: one open case, the conversation `with-agent`. */
import type { HandOverReason } from '../domain/decision.ts';
import { openedCase, type Escalation, type ToldPromise } from '../domain/escalation.ts';
import type { MessageId } from '../domain/ids.ts';
import type { Change, ConversationView } from '../ports/conversations.ts';
import { watchAfter } from '../policy/timing.ts';
import { lineOf, type Tools } from './kit.ts';

export type HandOver = {
  /** What opens the case: a message or reply id. The same source opens one case, however often a stage runs. */
  readonly source: string;
  readonly message: MessageId | null;
  readonly because: HandOverReason;
  /** False: the case is opened beside a conversation that goes on (a poison message of it is parked). */
  readonly takesConversation: boolean;
  /** The claim that it is about, with its clock. */
  readonly about?: Pick<Escalation, 'claim' | 'dueAt'>;
  /** What the buyer is told with it. */
  readonly promise?: ToldPromise | undefined;
};

export const handOver = (deps: Tools, view: ConversationView, wanted: HandOver): readonly Change[] => {
  const { conversation } = view;
  const takes = wanted.takesConversation && conversation.state !== 'with-agent';
  if (view.escalation !== null) {
    const { id, state } = view.escalation;
    const told: readonly Change[] =
      wanted.about === undefined
        ? []
        : [{ change: 'escalation', escalation: id, from: [state], to: state, about: wanted.about }];
    return takes
      ? [
          ...told,
          {
            change: 'conversation',
            version: conversation.version,
            to: 'with-agent',
            fields: { escalation: id },
          },
        ]
      : told;
  }
  const id = deps.derive.escalation(wanted.source);
  const now = deps.clock();
  const opened: Change = {
    change: 'new-escalation',
    escalation: openedCase({
      tenant: conversation.tenant,
      conversation: conversation.id,
      id,
      state: 'waiting',
      because: wanted.because,
      message: wanted.message,
      agent: null,
      openedAt: now,
      watchAt: watchAfter(now),
      about: wanted.about,
      promise: wanted.promise,
    }),
  };
  const turned: Change = {
    change: 'conversation',
    version: conversation.version,
    ...(takes ? { to: 'with-agent' } : {}),
    fields: { escalation: id },
  };
  const message = view.messages.find((turn) => turn.message === wanted.message);
  const billed: Change = {
    change: 'usage',
    line: lineOf(deps, conversation, {
      unit: 'escalation',
      source: id,
      quantity: 1,
      language: message?.understanding?.language ?? conversation.language ?? 'unknown',
      intent: message?.understanding?.intent ?? null,
      mode: 'human',
      module: 'escalation',
      occurredAt: now,
      acceptedAt: message?.acceptedAt ?? now,
    }),
  };
  return [opened, turned, billed];
};
