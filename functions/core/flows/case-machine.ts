/** Tells the machine of a case that something happened: best effort, after the row says so; the sweep finds what was missed. */
import type { Escalation } from '../domain/escalation.ts';
import type {
  Change,
  ConversationStore,
  ConversationView,
  EscalationAddress,
} from '../ports/conversations.ts';
import type { CaseMachine } from '../ports/escalations.ts';
import { watchAfter } from '../policy/timing.ts';
import { conversationAddress, untilSettled, type Tools } from './kit.ts';

/** What every flow needs that may give a conversation to a person. */
export type CaseTools = Tools & { readonly machine: CaseMachine };

export const caseAddress = ({ tenant, conversation, id }: Escalation): EscalationAddress => ({
  tenant,
  conversation,
  escalation: id,
});

type CaseDeps = CaseTools & {
  readonly conversations: Pick<ConversationStore, 'commit' | 'escalation'>;
};

const begin = async (deps: CaseTools, escalation: Escalation, run: number): Promise<void> => {
  const { tenant, conversation } = escalation;
  const begun = await deps.machine.begin(caseAddress(escalation), run);
  deps.log('escalation-begun', { tenant, conversation, state: begun, attempt: run });
};

/** The next run of a case: any older one reads the higher number and stops. */
export const nextRun = async (
  deps: CaseDeps,
  conversation: ConversationView['conversation'],
  escalation: Escalation,
): Promise<'done' | 'stale'> => {
  const { id, state, care } = escalation;
  const run = care.run + 1;
  const written = await deps.conversations.commit(conversation, [
    {
      change: 'escalation',
      escalation: id,
      from: [state],
      to: state,
      care: { ...care, version: care.version + 1, run, token: null, watchAt: watchAfter(deps.clock()) },
    },
  ]);
  if (written === 'done') await begin(deps, escalation, run);
  return written;
};

/** The commit has just changed the row: it is read again. */
const again = async (
  deps: CaseDeps,
  conversation: ConversationView['conversation'],
  address: EscalationAddress,
): Promise<void> => {
  const settled = await untilSettled(async () => {
    const escalation = await deps.conversations.escalation(address);
    return escalation?.care.watchAt === null ? nextRun(deps, conversation, escalation) : 'done';
  });
  if (settled === 'stale')
    deps.log('escalation-begun', { ...conversationAddress(conversation), state: 'refused' });
};

/**
 * After a commit that may have opened a case: its machine is started. A case that stood already is stirred: its machine
 * reads at once what is new, and one that had ended is started again.
 */
export const tellMachine = async (
  deps: CaseDeps,
  view: ConversationView,
  changes: readonly Change[],
): Promise<void> => {
  const opened = changes.find((change) => change.change === 'new-escalation');
  if (opened !== undefined) return begin(deps, opened.escalation, opened.escalation.care.run);
  const standing = view.escalation;
  if (standing === null) return;
  if (standing.care.watchAt === null) await again(deps, view.conversation, caseAddress(standing));
  else if (standing.care.token !== null) await deps.machine.wake(standing.care.token);
};
