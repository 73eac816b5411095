/** Who did what at the desk, when, and from where: rows without any text, written once and never changed. */
import type { TenantId } from '../domain/ids.ts';

export const auditActions = [
  'shown',
  'shown-unmasked',
  'taken',
  'answered',
  'approved',
  'transferred',
  'resolved',
  'rated',
  'first-response',
  'desk-changed',
  'order-action',
] as const;
export type AuditAction = (typeof auditActions)[number];

export type AuditEntry = {
  readonly tenant: TenantId;
  readonly at: Date;
  readonly action: AuditAction;
  /** Who did it: an agent's name, or `machine`. */
  readonly who: string;
  /** Two letters, as the caller claims until there is a sign-in; null: not known. */
  readonly country: string | null;
  /** An opaque id: the conversation, the draft, the case. */
  readonly subject: string;
  /** Names and numbers, never words of people. */
  readonly detail: Readonly<Record<string, string | number>>;
};

export type AuditLog = {
  /** The same entry (tenant, time, action, subject) twice is one. */
  record(entry: AuditEntry): Promise<void>;
};
