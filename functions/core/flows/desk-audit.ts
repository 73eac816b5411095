/** Writes down what people do at the desk, and what was promised and kept: names, times and counts, no words. */
import type { Escalation } from '../domain/escalation.ts';
import type { TenantId } from '../domain/ids.ts';
import { businessTimeBetween } from '../people/calendar/business-time.ts';
import type { AuditAction, AuditEntry } from '../ports/audit.ts';
import type { DeskCaller, DeskDeps } from './desk-caller.ts';
import { calendarOf, settingsOf } from './desk-settings.ts';

export const audited = async (
  deps: DeskDeps,
  caller: DeskCaller,
  tenant: TenantId,
  action: AuditAction,
  subject: string,
  detail: AuditEntry['detail'] = {},
): Promise<void> =>
  deps.audit.record({
    tenant,
    at: deps.clock(),
    action,
    who: caller.agent,
    country: caller.country,
    subject,
    detail,
  });

/** Minutes with one decimal: what a promise is measured in. */
const rounded = (minutes: number): number => Math.round(minutes * 10) / 10;

/**
 * The first word of a person to a case: what was promised and what it took, in business minutes of the calendar that
 * promised it. Credits for a promise that was not kept are counted from these.
 */
export const auditFirstResponse = async (
  deps: DeskDeps,
  caller: DeskCaller,
  escalation: Escalation,
): Promise<void> => {
  const { tenant: id, care, openedAt } = escalation;
  const tenant = await deps.tenants.tenant(id);
  if (care.answeredAt !== null || tenant === null) return;
  const settings = settingsOf(tenant, await deps.desk.desk(id));
  const calendar = calendarOf(settings, care.route?.group ?? null);
  const first = care.tellings[0]?.by ?? care.promisedBy;
  const took = businessTimeBetween(calendar, openedAt, deps.clock());
  const promised = first === null ? null : businessTimeBetween(calendar, openedAt, first);
  await audited(deps, caller, id, 'first-response', escalation.id, {
    plan: settings.plan,
    level: care.route?.level ?? 'front-line',
    ...(took.ok ? { minutes: rounded(took.value) } : {}),
    ...(promised?.ok === true ? { promisedMinutes: rounded(promised.value) } : {}),
    kept: first !== null && deps.clock() <= first ? 'yes' : 'no',
  });
};
