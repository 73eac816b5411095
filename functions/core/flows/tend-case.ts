/** One visit of the machine to a case: reads the row, does the step if it is still due, and says what is due then. */
import type { Change, ConversationStore, EscalationAddress } from '../ports/conversations.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { CaseTools } from './case-machine.ts';
import { next, type CaseStanding } from './case-standing.ts';
import { settingsOf, type DeskDirectory } from './desk-settings.ts';
import { ended, whatIsDue, type Due, type Skipped } from './escalation-due.ts';
import { untilSettled } from './kit.ts';
import type { Care, CaseStep, Escalation } from '../domain/escalation.ts';

export type CaseDeps = CaseTools & {
  readonly conversations: Pick<ConversationStore, 'view' | 'commit' | 'escalation'>;
  readonly tenants: Pick<TenantDirectory, 'tenant'>;
  readonly desk: DeskDirectory;
};

/** What the machine hands over: ids, its run, the step. */
export type CaseVisit = {
  readonly address: EscalationAddress;
  readonly run: number;
  readonly step: CaseStep;
  readonly skipped: Skipped;
};

/** Does one thing and writes the row; `stale`: somebody else wrote first, so it is decided again. */
export type CaseAct = (standing: CaseStanding) => Promise<'done' | 'stale'>;

/** Null: the case, or its seller, is gone. */
export const standingOf = async (
  deps: CaseDeps,
  address: EscalationAddress,
): Promise<CaseStanding | null> => {
  const [escalation, view, tenant, rows] = await Promise.all([
    deps.conversations.escalation(address),
    deps.conversations.view(address),
    deps.tenants.tenant(address.tenant),
    deps.desk.desk(address.tenant),
  ]);
  if (escalation === null || view === null || tenant === null) return null;
  return { escalation, view, tenant, settings: settingsOf(tenant, rows), now: deps.clock() };
};

/** The change of a case that its machine writes: its care, and what comes with it. */
export const careChange = (
  { escalation }: Pick<CaseStanding, 'escalation'>,
  changed: Partial<Care>,
  rest: { readonly summaries?: Escalation['summaries'] } = {},
): Change => ({
  change: 'escalation',
  escalation: escalation.id,
  from: [escalation.state],
  to: escalation.state,
  care: next(escalation.care, changed),
  ...rest,
});

const tended = (deps: CaseDeps, { address, run }: CaseVisit, step: CaseStep, due: Due): void => {
  const { tenant, conversation } = address;
  deps.log('escalation-tended', { tenant, conversation, action: step, state: due.next, attempt: run });
};

/** Throws when the row kept changing: the machine tries again, and then leaves the case to the sweep. */
export const tendCase =
  (deps: CaseDeps, acts: Readonly<Partial<Record<CaseStep, CaseAct>>>) =>
  async (visit: CaseVisit): Promise<Due> => {
    const due = await untilSettled(async (): Promise<Due | 'stale'> => {
      const standing = await standingOf(deps, visit.address);
      if (standing === null) return ended;
      const wanted = whatIsDue(standing, visit);
      const act = acts[visit.step];
      // Done by an earlier visit, or no longer wanted: what is wanted instead is told.
      if (act === undefined || wanted.next !== visit.step) return wanted;
      if ((await act(standing)) === 'stale') return 'stale';
      const after = await standingOf(deps, visit.address);
      return after === null ? ended : whatIsDue(after, visit);
    });
    if (due === 'stale') throw new Error('the case kept changing');
    tended(deps, visit, visit.step, due);
    return due;
  };
