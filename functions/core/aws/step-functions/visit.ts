/** What the machine of cases hands to a step and gets back: ids, names of steps, times and counters. */
import * as z from 'zod/mini';
import { caseSteps, type CaseStep } from '../../domain/escalation.ts';
import { conversationId, escalationId, tenantId } from '../../domain/ids.ts';
import type { EscalationAddress } from '../../ports/conversations.ts';

const id = <Id>(make: (text: string) => Id) => z.pipe(z.string(), z.transform(make));

const visit = z.object({
  tenant: id(tenantId),
  conversation: id(conversationId),
  escalation: id(escalationId),
  run: z.number(),
  step: z.enum(caseSteps),
  /** Names of steps with a blank before each. */
  skipped: z._default(z.string(), ''),
  token: z._default(z.nullable(z.string()), null),
});

export type StepVisit = {
  readonly address: EscalationAddress;
  readonly run: number;
  readonly step: CaseStep;
  readonly skipped: ReadonlySet<CaseStep>;
  /** Of a wait alone. */
  readonly token: string | null;
};

/** Throws for what is no visit: the machine's own definition would be wrong. */
export const readVisit = (event: unknown): StepVisit => {
  const { tenant, conversation, escalation, skipped, ...rest } = z.parse(visit, event);
  const names = new Set(skipped.split(' '));
  return {
    ...rest,
    address: { tenant, conversation, escalation },
    skipped: new Set(caseSteps.filter((step) => names.has(step))),
  };
};
