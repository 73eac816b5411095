/** The steps of the machine of cases over a house's ports, and the notices that left. */
import { closeEscalation, type CloseEscalationDeps } from '../../functions/core/flows/close-escalation.ts';
import { notify, type NoticePage } from '../../functions/core/flows/notify.ts';
import { openEscalation, type OpenEscalationDeps } from '../../functions/core/flows/open-escalation.ts';
import type { NoticeMessage } from '../../functions/core/ports/notices.ts';

type Given = CloseEscalationDeps & Omit<OpenEscalationDeps, 'translated' | 'summaries'>;

export const caseSteps = (given: Given) => {
  const notices: NoticeMessage[] = [];
  const pages = new Map<string, NoticePage>();
  const none: NoticePage = { version: 0, sentAt: [], pending: [], told: [] };
  return {
    notices,
    open: openEscalation({
      ...given,
      translated: true,
      // No model: the story is composed from what is stored.
      summaries: {
        write: async () => ({ ok: false, problem: { kind: 'unavailable', because: 'throttled' } }),
      },
    }),
    close: closeEscalation(given),
    notify: notify({
      ...given,
      sender: {
        send: async (message) => {
          notices.push(message);
          return { ok: true, value: null };
        },
      },
      book: {
        page: async (_, place) => pages.get(place) ?? none,
        keep: async (_, place, page) => {
          if ((pages.get(place) ?? none).version !== page.version - 1) return 'stale';
          pages.set(place, page);
          return 'done';
        },
      },
    }),
  };
};
export type CaseSteps = ReturnType<typeof caseSteps>;
