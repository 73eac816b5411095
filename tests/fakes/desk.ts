/** A desk as a test sets it up, and the audit rows that were written: none of its settings unless told. */
import type { DeskDirectory, DeskRows, Seat } from '../../functions/core/flows/desk-settings.ts';
import type { AuditEntry, AuditLog } from '../../functions/core/ports/audit.ts';
import { tenant } from './builders.ts';

const nothing: DeskRows = {
  seats: [],
  groups: [],
  calendar: null,
  promises: [],
  transfer: null,
  glossary: [],
  settings: null,
};

export const aSeat = (
  name: string,
  over: Partial<Seat['profile']> = {},
  presence: Seat['presence'] = 'online',
): Seat => ({
  profile: {
    tenant: tenant.id,
    name,
    level: 'front-line',
    languages: ['zh-CN'],
    skills: [],
    capacity: 8,
    calendar: null,
    ...over,
  },
  presence,
  notices: [{ by: 'mail', to: `${name}@example.com` }],
});

export const fakeDesk = (over: Partial<DeskRows> = {}): DeskDirectory => ({
  desk: async () => ({ ...nothing, ...over }),
});

export const memoryAudit = (): AuditLog & { readonly entries: readonly AuditEntry[] } => {
  const entries: AuditEntry[] = [];
  return {
    entries,
    record: async (entry) => {
      const same = entries.some(
        (one) =>
          one.at.getTime() === entry.at.getTime() &&
          one.action === entry.action &&
          one.subject === entry.subject,
      );
      if (!same) entries.push(entry);
    },
  };
};
