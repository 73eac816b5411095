/** Which call of the desk a request means, and how its result is told. */
import { tenantId } from '../core/domain/ids.ts';
import type { Outcome } from '../core/domain/outcome.ts';
import { resolveConversation, takeConversation, transferConversation } from '../core/flows/desk.ts';
import { approveAction, refuseAction, type ApproveActionDeps } from '../core/flows/approve-action.ts';
import { answerConversation, approveDraft } from '../core/flows/desk-answer.ts';
import type { DeskCaller, DeskProblem } from '../core/flows/desk-caller.ts';
import { listInbox } from '../core/flows/desk-inbox.ts';
import { showConversation, type Shown } from '../core/flows/desk-show.ts';
import type { DeskAnswer, DeskRequest } from './contract.ts';

const breaches: Readonly<Record<string, string>> = {
  empty: 'there is nothing to send',
  link: 'this channel takes no links',
  'short-link': 'nobody sees where a short link leads: write the whole address',
  contact: 'this channel takes no telephone numbers, addresses or accounts',
};

/** The buyer has been told nothing of it. */
const notDone = ({ state, because }: Extract<DeskProblem, { kind: 'action-not-done' }>): string => {
  if (state === 'refused')
    return `the shop does not do it (${because}): tell the buyer with \`npm run answer\``;
  if (state === 'unknown')
    return `nobody knows whether the shop did it (${because}): look at the order there, then approve again, which asks under the same key, or refuse it`;
  return `the shop did nothing (${because}): it still waits, approve it again later`;
};

/** What went wrong and what to do; words that were not sent come back. */
const problemOf = (problem: DeskProblem): string => {
  switch (problem.kind) {
    case 'no-such-conversation':
      return 'there is no such conversation: `npm run inbox` lists those that wait';
    case 'no-such-draft':
      return 'there is no such draft: `npm run inbox` lists those that wait';
    case 'no-such-action':
      return 'there is no such action, or it is settled: `npm run inbox` lists those that wait';
    case 'action-not-done':
      return notDone(problem);
    case 'no-such-agent':
      return `there is no agent ${problem.agent} at this desk: ${problem.known.join(', ')}`;
    case 'no-such-group':
      return `there is no group ${problem.group} at this desk: ${problem.known.join(', ')}`;
    case 'nothing-to-answer':
      return 'the buyer has written nothing yet';
    case 'no-case':
      return 'nobody has this conversation: `npm run take` takes it first';
    case 'closed':
      return 'the conversation is closed, and nothing was sent: `npm run take` opens it for you, then answer again';
    case 'too-long':
      return `too long for this channel: ${String(problem.length)} characters, ${String(problem.most)} at the most. Nothing was sent: shorten it, or answer in two parts`;
    case 'not-allowed-here':
      return `${breaches[problem.because] ?? problem.because}. Nothing was sent: change the words and answer again`;
    case 'stale-draft':
      return 'the buyer has written since this draft was made: read it with `npm run show`, then `npm run answer`, or approve with --anyway';
    case 'masked':
      return problem.says;
    case 'stale':
      return 'the conversation kept changing: try again';
  }
};

const refused = (problem: DeskProblem): DeskAnswer => ({
  ok: false,
  problem: problemOf(problem),
  ...('text' in problem ? { kept: problem.text } : {}),
});

const told = <Value extends { readonly conversation: string; readonly state: string }>(
  outcome: Outcome<Value, DeskProblem>,
): DeskAnswer => (outcome.ok ? { ok: true, ...outcome.value } : refused(outcome.problem));

const shown = ({ view, turns, summary, masked }: Shown): DeskAnswer => ({
  ok: true,
  conversation: view.conversation.id,
  state: view.conversation.state,
  turns: turns.map(({ at, ...turn }) => ({ at: at.toISOString(), ...turn })),
  summary,
  masked,
});

const callerOf = ({ tenant, agent, country, locale }: DeskRequest): DeskCaller => ({
  tenant: tenant === undefined ? 'every' : tenantId(tenant),
  agent,
  country: country ?? null,
  locale: locale ?? null,
});

export const deskAnswerTo = async (deps: ApproveActionDeps, request: DeskRequest): Promise<DeskAnswer> => {
  const caller = callerOf(request);
  switch (request.action) {
    case 'inbox': {
      const { of: agent, mood: sentiment, state, language, because, channel, overdue } = request;
      const filter = { agent, sentiment, state, language, because, channel, overdue };
      return { ok: true, inbox: [...(await listInbox(deps, caller, filter))] };
    }
    case 'show': {
      const found = await showConversation(deps, caller, request.conversation, request.unmask);
      return found.ok ? shown(found.value) : refused(found.problem);
    }
    case 'take':
      return told(await takeConversation(deps, caller, request.conversation));
    case 'answer':
      return told(await answerConversation(deps, caller, request.conversation, request.text));
    case 'approve':
      return told(await approveDraft(deps, caller, request.draft, request.text ?? null, request.anyway));
    case 'approve-action':
      return told(await (request.refuse ? refuseAction : approveAction)(deps, caller, request.id));
    case 'transfer':
      return told(await transferConversation(deps, caller, request.conversation, request.to));
    case 'resolve':
      return told(await resolveConversation(deps, caller, request.conversation));
  }
};
