/** How a case stands: whether its buyer waits, since when, and when a person last spoke. Read off the turns, never remembered apart. */
import type { AgentLevel, Care, Escalation } from '../domain/escalation.ts';
import type { BuyerMessage } from '../domain/message.ts';
import type { Reply } from '../domain/reply.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { CalendarProblem, DeskCalendar } from '../people/calendar/desk-calendar.ts';
import { caseClocks, promiseFor, type CaseClocks } from '../people/response-promise.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ConversationView } from '../ports/conversations.ts';
import { calendarOf, type DeskSettings } from './desk-settings.ts';

/** All that a step of the machine reads before it decides. */
export type CaseStanding = {
  readonly escalation: Escalation;
  readonly view: ConversationView;
  readonly tenant: Tenant;
  readonly settings: DeskSettings;
  readonly now: Date;
};

const isPersons = ({ kind, state }: Reply): boolean =>
  kind !== 'automatic' && state !== 'cancelled' && state !== 'rejected' && state !== 'draft';

/** When somebody of the seller last said something to the buyer; null: nobody did, as far as the latest turns tell. */
export const lastWordsAt = ({ replies, outgoing }: ConversationView): Date | null => {
  const times = [
    ...replies.filter(isPersons).map(({ createdAt }) => createdAt.getTime()),
    ...outgoing.map(({ at }) => at.getTime()),
  ];
  return times.length === 0 ? null : new Date(Math.max(...times));
};

/** A person's first words to the buyer since the case was opened; null: none yet. */
export const answeredAt = ({ escalation, view }: Pick<CaseStanding, 'escalation' | 'view'>): Date | null => {
  const times = [
    ...view.replies.filter(isPersons).map(({ createdAt }) => createdAt),
    ...view.outgoing.map(({ at }) => at),
  ].filter((at) => at >= escalation.openedAt);
  return (
    escalation.care.answeredAt ?? times.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
  );
};

/** Thanks want no answer, and neither does what the machine itself could set aside. */
const wantsWords = ({ state, understanding }: BuyerMessage): boolean =>
  state !== 'ignored' && (understanding?.intent !== 'greeting_thanks' || understanding.sentiment === 'angry');

const laterOf = (one: Date, other: Date): Date => (one > other ? one : other);

/** Since when the buyer waits for a person; null: the last word was ours. */
export const waitingSince = ({
  escalation,
  view,
}: Pick<CaseStanding, 'escalation' | 'view'>): Date | null => {
  const { care, openedAt } = escalation;
  const spoke = lastWordsAt(view);
  if (care.waitingSince !== null && (spoke === null || care.waitingSince > spoke)) return care.waitingSince;
  const waiting = view.messages.filter(
    (message) => wantsWords(message) && (spoke === null || message.acceptedAt > spoke),
  );
  const [first] = waiting.map(({ acceptedAt }) => acceptedAt.getTime()).toSorted((one, other) => one - other);
  if (first !== undefined) return laterOf(new Date(first), openedAt);
  // A case without words of the buyer in sight waits from its beginning.
  return spoke === null ? openedAt : null;
};

export const levelOf = ({ care }: Pick<Escalation, 'care'>): AgentLevel => care.route?.level ?? 'front-line';

/** There is a level above whoever has it. */
export const hasNext = ({ care }: Pick<Escalation, 'care'>): boolean =>
  care.route !== null && care.route.agent !== null && care.route.level !== 'supervisor';

/** Reminders and the raise of whoever has the case now; a level begins when the case comes to it. */
export const clocksOf = (standing: CaseStanding, since: Date): Outcome<CaseClocks, CalendarProblem> => {
  const { escalation, settings } = standing;
  const { route } = escalation.care;
  const promise = promiseFor(settings.promises, { plan: settings.plan, level: levelOf(escalation) });
  const from = route === null ? since : laterOf(since, route.at);
  return withHolidays(calendarOf(settings, route?.group ?? null), (calendar) =>
    caseClocks(calendar, promise, from, escalation.dueAt),
  );
};

/**
 * Holidays of a year that nobody has yet must stop no case: counted without them, and told, so that no buyer hears a
 * time that may be a holiday.
 */
export const withHolidays = <Value>(
  calendar: DeskCalendar,
  count: (calendar: DeskCalendar) => Outcome<Value, CalendarProblem>,
): Outcome<Value, CalendarProblem> => {
  const counted = count(calendar);
  return counted.ok || counted.problem.kind !== 'holiday-data-missing'
    ? counted
    : count({ ...calendar, holidays: [], campaigns: [] });
};

/** The care with what changed; one version on. */
export const next = (care: Care, changed: Partial<Care>): Care => ({
  ...care,
  ...changed,
  version: care.version + 1,
});
