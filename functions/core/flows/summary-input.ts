/** What the story of a case is made from: the same for its machine and for a reader of another language. */
import type { Facts } from '../domain/facts.ts';
import type { AgentLocale } from '../people/agent-locale.ts';
import type { SummaryInput } from '../people/summary/summary.ts';
import type { CaseStanding } from './case-standing.ts';

export const summaryInput = (
  { escalation, view, settings }: Omit<CaseStanding, 'tenant'>,
  facts: Facts,
  locale: AgentLocale,
): SummaryInput => ({
  view,
  because: escalation.because,
  facts,
  claim: escalation.claim,
  promisedBy: escalation.care.promisedBy,
  platformDue: escalation.dueAt,
  timeZone: settings.timeZone,
  locale,
});
