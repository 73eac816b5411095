/** Tells people that a case waits, in their hours and many as one; nothing of the buyer leaves this way. */
import type { TenantId } from '../domain/ids.ts';
import { asMail, asRobotBody } from '../people/notices/formats.ts';
import type { NoticeKind } from '../people/notices/notice-kinds.ts';
import { noticeWords, type Notice } from '../people/notices/notice.ts';
import { noticeTime, planNotices, standardDigest } from '../people/notices/when.ts';
import type { NoticeMessage, NoticeSender } from '../ports/notices.ts';
import { watchAfter } from '../policy/timing.ts';
import { withHolidays, type CaseStanding } from './case-standing.ts';
import { calendarOf, type NoticePlace } from './desk-settings.ts';
import { noticeKey } from './escalation-due.ts';
import { careChange, tendCase, type CaseAct, type CaseDeps } from './tend-case.ts';

/** What one place was told and is to be told: shared by all cases, so that many become one. */
export type NoticePage = {
  readonly version: number;
  readonly sentAt: readonly Date[];
  readonly pending: readonly Notice[];
};
export type NoticeBook = {
  page(tenant: TenantId, place: string): Promise<NoticePage>;
  /** Fails as stale unless the page that stands has the version `page.version - 1`. */
  keep(tenant: TenantId, place: string, page: NoticePage): Promise<'done' | 'stale'>;
};

export type NotifyDeps = CaseDeps & { readonly book: NoticeBook; readonly sender: NoticeSender };

const rule = standardDigest;
const minute = 60_000;

const kindOf = ({ escalation }: CaseStanding): NoticeKind => {
  const { care } = escalation;
  if (care.overdue) return 'overdue';
  if (care.route?.agent === null) return 'unassigned';
  // The reminders of the route before are behind it.
  if (
    care.reminders > 0 &&
    care.remindedAt !== null &&
    care.route !== null &&
    care.remindedAt > care.route.at
  )
    return 'reminder';
  return care.routes > 1 ? 'raised' : 'assigned';
};

const noticeOf = (standing: CaseStanding): Notice => {
  const { escalation, view, now } = standing;
  const understood = view.messages.findLast(({ understanding }) => understanding !== null)?.understanding;
  return {
    kind: kindOf(standing),
    conversation: escalation.conversation,
    channel: view.conversation.channel,
    market: view.conversation.market,
    because: escalation.because,
    intent: understood?.intent ?? null,
    sentiment: understood?.sentiment ?? null,
    language: view.conversation.language ?? 'unknown',
    promisedBy: escalation.care.promisedBy,
    at: now,
  };
};

/** Whoever has it; what nobody has, and what is overdue, the whole desk. */
const placesOf = ({ escalation, settings }: CaseStanding): readonly NoticePlace[] => {
  const agent = escalation.care.route?.agent ?? null;
  const own = settings.seats.find(({ profile }) => profile.name === agent)?.notices ?? [];
  const all = agent === null || escalation.care.overdue || own.length === 0 ? settings.notices : [];
  return [...own, ...all];
};

const urgent = ({ escalation }: CaseStanding): boolean =>
  escalation.care.overdue || escalation.because === 'safety_hazard';

const nameOf = ({ by, to }: NoticePlace): string => `${by}:${to}`;
const sameNotice = (one: Notice, other: Notice): boolean =>
  one.conversation === other.conversation && one.kind === other.kind;

const messageFor = (
  { settings }: CaseStanding,
  place: NoticePlace,
  notices: readonly Notice[],
): NoticeMessage => {
  const words = noticeWords(notices, { locale: settings.locale, timeZone: settings.timeZone, console: null });
  return place.by === 'mail'
    ? { by: 'mail', to: place.to, ...asMail(words) }
    : { by: 'robot', to: place.to, body: asRobotBody(place.by, words) };
};

const sendAll = async (
  deps: NotifyDeps,
  standing: CaseStanding,
  place: NoticePlace,
  groups: readonly (readonly Notice[])[],
): Promise<void> => {
  const { tenant, conversation } = standing.escalation;
  for (const notices of groups) {
    const sent = await deps.sender.send(messageFor(standing, place, notices));
    const told = { tenant, conversation, by: place.by, count: notices.length };
    if (sent.ok) deps.log('person-told', { ...told, state: 'sent' });
    else {
      deps.count('NoticeFailed');
      deps.log('person-told', { ...told, state: 'not-sent', because: sent.problem.because });
    }
  }
};

/** Null: this place knows; else when it may be told. */
const tellPlace = async (
  deps: NotifyDeps,
  standing: CaseStanding,
  place: NoticePlace,
): Promise<Date | null> => {
  const { tenant, now } = standing;
  const notice = noticeOf(standing);
  const page = await deps.book.page(tenant.id, nameOf(place));
  const pending = page.pending.some((one) => sameNotice(one, notice))
    ? page.pending
    : [...page.pending, notice];
  const sentAt = page.sentAt.filter((at) => now.getTime() - at.getTime() < rule.withinMinutes * minute);
  const plan = planNotices(pending, sentAt, now, rule);
  const version = page.version + 1;
  if (plan.send === 'later') {
    await deps.book.keep(tenant.id, nameOf(place), { version, sentAt, pending });
    return plan.at;
  }
  const rest = pending.filter((one) => !plan.notices.includes(one));
  const groups = plan.send === 'digest' ? [plan.notices] : plan.notices.map((one) => [one]);
  const kept = { version, sentAt: [...sentAt, ...groups.map(() => now)], pending: rest };
  // Kept before it is sent: a notice that is lost is followed by a reminder, one that comes twice annoys.
  if ((await deps.book.keep(tenant.id, nameOf(place), kept)) === 'stale')
    return new Date(now.getTime() + 5_000);
  await sendAll(deps, standing, place, groups);
  return null;
};

const quietUntil = (standing: CaseStanding): Date | null => {
  const { escalation, settings, now } = standing;
  const calendar = calendarOf(settings, escalation.care.route?.group ?? null);
  const time = withHolidays(calendar, (one) => noticeTime(one, now, urgent(standing)));
  return time.ok && time.value > now ? time.value : null;
};

const tellPeople =
  (deps: NotifyDeps): CaseAct =>
  async (standing) => {
    const { escalation, view, now } = standing;
    const quiet = quietUntil(standing);
    const places = quiet === null ? placesOf(standing) : [];
    const later = await Promise.all(places.map(async (place) => tellPlace(deps, standing, place)));
    const times = [quiet, ...later].flatMap((at) => at?.getTime() ?? []);
    const noticeAt = times.length === 0 ? null : new Date(Math.max(now.getTime() + 1000, Math.min(...times)));
    const noticed = noticeAt === null ? noticeKey(escalation.care) : escalation.care.noticed;
    return deps.conversations.commit(view.conversation, [
      careChange(standing, { noticed, noticeAt, watchAt: watchAfter(now) }),
    ]);
  };

export const notify = (deps: NotifyDeps) => tendCase(deps, { notify: tellPeople(deps) });
