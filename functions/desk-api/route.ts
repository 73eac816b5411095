/** Which call of the desk a request means, and how its result is told. */
import { tenantId } from '../core/domain/ids.ts';
import type { Outcome } from '../core/domain/outcome.ts';
import {
  answerConversation,
  approveDraft,
  resolveConversation,
  takeConversation,
} from '../core/flows/desk.ts';
import {
  listInbox,
  showConversation,
  type DeskCaller,
  type DeskDeps,
  type DeskProblem,
} from '../core/flows/desk-inbox.ts';
import type { ConversationView } from '../core/ports/conversations.ts';
import type { DeskAnswer, DeskRequest } from './contract.ts';

const problems: Readonly<Record<DeskProblem['kind'], string>> = {
  'no-such-conversation': 'there is no such conversation: `npm run inbox` lists those that wait',
  'no-such-draft': 'there is no such draft: `npm run inbox` lists those that wait',
  'nothing-to-answer': 'the buyer has written nothing yet',
  stale: 'the conversation kept changing: try again',
};

const told = (
  outcome: Outcome<
    { readonly conversation: string; readonly state: string; readonly reply?: string },
    DeskProblem
  >,
): DeskAnswer =>
  outcome.ok ? { ok: true, ...outcome.value } : { ok: false, problem: problems[outcome.problem.kind] };

const turnsOf = (view: ConversationView) =>
  [
    ...view.messages.map((message) => ({
      at: message.at.toISOString(),
      from: 'buyer' as const,
      id: message.message,
      text: message.text,
      state: message.state,
      intent: message.understanding?.intent ?? null,
    })),
    ...view.replies.map((reply) => ({
      at: reply.createdAt.toISOString(),
      from: 'us' as const,
      id: reply.id,
      text: reply.text,
      state: reply.state,
      intent: null,
    })),
    ...view.outgoing.map((words) => ({
      at: words.at.toISOString(),
      from: 'seller' as const,
      id: words.id,
      text: words.text,
      state: 'sent',
      intent: null,
    })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));

export const deskAnswerTo = async (deps: DeskDeps, request: DeskRequest): Promise<DeskAnswer> => {
  const agent = 'agent' in request ? request.agent : 'operator';
  const caller: DeskCaller = {
    tenant: request.tenant === undefined ? 'every' : tenantId(request.tenant),
    agent,
  };
  switch (request.action) {
    case 'inbox':
      return { ok: true, inbox: [...(await listInbox(deps, caller))] };
    case 'show': {
      const view = await showConversation(deps, caller, request.conversation);
      if (!view.ok) return { ok: false, problem: problems[view.problem.kind] };
      const { conversation } = view.value;
      return {
        ok: true,
        conversation: conversation.id,
        state: conversation.state,
        turns: turnsOf(view.value),
      };
    }
    case 'take':
      return told(await takeConversation(deps, caller, request.conversation));
    case 'answer':
      return told(await answerConversation(deps, caller, request.conversation, request.text));
    case 'approve':
      return told(await approveDraft(deps, caller, request.draft, request.text ?? null));
    case 'resolve':
      return told(await resolveConversation(deps, caller, request.conversation));
  }
};
