/** Tells people that a case waits, in their hours and many as one; nothing of the buyer leaves this way. */
import type { TenantId } from '../domain/ids.ts';
import { asMail, asRobotBody } from '../people/notices/formats.ts';
import type { NoticeKind } from '../people/notices/notice-kinds.ts';
import { noticeWords, type Notice } from '../people/notices/notice.ts';
import { noticeTime, planNotices, standardDigest } from '../people/notices/when.ts';
import type { NoticeMessage, NoticeSender } from '../ports/notices.ts';
import { watchAfter } from '../policy/timing.ts';
import { untilSettled } from './kit.ts';
import { withHolidays, type CaseStanding } from './case-standing.ts';
import { calendarOf, type NoticePlace } from './desk-settings.ts';
import { noticeKey } from './escalation-due.ts';
import { careChange, tendCase, type CaseAct, type CaseDeps } from './tend-case.ts';

/** What one place was told and is to be told: shared by all cases, so that many become one. */
export type NoticePage = {
  readonly version: number;
  readonly sentAt: readonly Date[];
  /** What waits to be told, each under its name. */
  readonly pending: readonly { readonly key: string; readonly notice: Notice }[];
  /** Names of what was told lately: a digest of one case tells for others too. */
  readonly told: readonly string[];
};

const mostTold = 200;
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

/** What goes out now from a place's page, with this case's notice on it, and the page as it is then. */
const turned = (standing: CaseStanding, page: NoticePage) => {
  const { escalation, now } = standing;
  const key = `${escalation.id}#${noticeKey(escalation.care)}`;
  if (page.told.includes(key)) return null;
  const pending = page.pending.some((one) => one.key === key)
    ? page.pending
    : [...page.pending, { key, notice: noticeOf(standing) }];
  const sentAt = page.sentAt.filter((at) => now.getTime() - at.getTime() < rule.withinMinutes * minute);
  const plan = planNotices(
    pending.map(({ notice }) => notice),
    sentAt,
    now,
    rule,
  );
  const version = page.version + 1;
  if (plan.send === 'later')
    return { groups: [], until: plan.at, page: { version, sentAt, pending, told: page.told } };
  const groups = plan.send === 'digest' ? [plan.notices] : plan.notices.map((one) => [one]);
  const told = [...page.told, ...pending.map((one) => one.key)].slice(-mostTold);
  const sent = [...sentAt, ...groups.map(() => now)];
  return { groups, until: null, page: { version, sentAt: sent, pending: [], told } };
};

/** Null: this place knows; else when it may be told. */
const tellPlace = async (
  deps: NotifyDeps,
  standing: CaseStanding,
  place: NoticePlace,
): Promise<Date | null> => {
  const { tenant, now } = standing;
  const done = await untilSettled(async () => {
    const turn = turned(standing, await deps.book.page(tenant.id, nameOf(place)));
    if (turn === null) return { groups: [], until: null };
    // Kept before it is sent: a notice that is lost is followed by a reminder, one that comes twice annoys.
    const kept = await deps.book.keep(tenant.id, nameOf(place), turn.page);
    return kept === 'stale' ? 'stale' : turn;
  });
  // Many at once write on one page: a little later they have written.
  if (done === 'stale') return new Date(now.getTime() + minute);
  await sendAll(deps, standing, place, done.groups);
  return done.until;
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
