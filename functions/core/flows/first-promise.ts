/** The honest word of a hand-over names the time at once: what a person promises is told in the same breath. */
import { threadRules } from '../channels/manifests.ts';
import type { Decision, HandOverReason } from '../domain/decision.ts';
import type { ToldPromise } from '../domain/escalation.ts';
import { caseClocks, promiseFor } from '../people/response-promise.ts';
import type { Clock } from '../ports/tools.ts';
import { settingsOf, type DeskDirectory } from './desk-settings.ts';
import { promiseSentence } from './tell-buyer.ts';
import type { Turn } from './turn.ts';

export type PromiseDeps = { readonly desk: DeskDirectory; readonly clock: Clock };

type Escalate = Extract<Decision, { kind: 'escalate' }>;

/** Their words say more than that a person comes: the time is added to them. */
const grave: ReadonlySet<HandOverReason> = new Set([
  'safety_hazard',
  'medical_or_vulnerable',
  'legal_or_regulator',
  'chargeback_or_fraud',
  'public_threat',
  'staff_misconduct',
  'missing_fact',
]);

/** A text that holds facts, or a grave matter's own words, is kept before the time. */
const worded = (turn: Turn, decision: Escalate, sentence: string): string => {
  const { channel, audience } = turn.view.conversation;
  if (decision.facts.length === 0 && !grave.has(decision.because)) return sentence;
  const both = `${decision.holding ?? ''} ${sentence}`;
  return both.length <= threadRules(channel, audience).maximumCharacters ? both : (decision.holding ?? '');
};

export type Promised = { readonly decision: Decision; readonly promise: ToldPromise | undefined };

/** The decision with the time in its word to the buyer; as it was where nothing is said or no time can be named. */
export const withPromise = async (deps: PromiseDeps, turn: Turn, decision: Decision): Promise<Promised> => {
  const silent = { decision, promise: undefined };
  if (decision.kind !== 'escalate' || decision.holding === null || turn.view.escalation !== null)
    return silent;
  const now = deps.clock();
  const settings = settingsOf(turn.tenant, await deps.desk.desk(turn.tenant.id));
  const promise = promiseFor(settings.promises, { plan: settings.plan, level: 'front-line' });
  const clocks = caseClocks(settings.calendar, promise, now, null);
  if (!clocks.ok) return silent;
  const { by } = clocks.value;
  const sentence = promiseSentence({ view: turn.view, tenant: turn.tenant, now }, 'first', by, []);
  if (sentence === null) return silent;
  const holding = worded(turn, decision, sentence);
  if (!holding.endsWith(sentence)) return silent;
  return {
    decision: { ...decision, holding },
    promise: { since: now, telling: { sentence, by, at: now } },
  };
};
