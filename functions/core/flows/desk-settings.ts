/** How a seller's desk is set up: people, groups, hours, promises; with what holds where nothing was written down. */
import { agentLocaleFor, type AgentLocale } from '../people/agent-locale.ts';
import { defaultCalendar } from '../people/calendar/default-calendar.ts';
import type { DeskCalendar } from '../people/calendar/desk-calendar.ts';
import type { Robot } from '../people/notices/formats.ts';
import type { ResponsePromise } from '../people/response-promise.ts';
import type { AgentProfile, Presence, SkillGroup } from '../people/routing/agent.ts';
import { impliedGroups } from '../people/routing/groups.ts';
import type { TransferRecord } from '../people/transfer.ts';
import type { GlossaryTerm } from '../people/translation/protect.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Tenant } from '../domain/tenant.ts';

/** Where a person is told of cases outside a console. */
export type NoticePlace =
  { readonly by: 'mail'; readonly to: string } | { readonly by: Robot; readonly to: string };

/** A person of the desk, as the tenants table has it. */
export type Seat = {
  readonly profile: AgentProfile;
  readonly presence: Presence;
  readonly notices: readonly NoticePlace[];
};

/** The rows as they stand; null or empty where nobody wrote any. */
export type DeskRows = {
  readonly seats: readonly Seat[];
  readonly groups: readonly SkillGroup[];
  readonly calendar: DeskCalendar | null;
  readonly promises: readonly ResponsePromise[];
  readonly transfer: TransferRecord | null;
  readonly glossary: readonly GlossaryTerm[];
  readonly settings: {
    readonly plan: string;
    /** Minutes behind a person's last words after which a silent buyer is taken for content. */
    readonly quietMinutes: number;
    readonly asksForRating: boolean;
    /** Where the whole desk is told: what nobody has, and what is overdue. */
    readonly notices: readonly NoticePlace[];
  } | null;
};

/**
 * A port that stands beside the flows and not in `ports/`: its types are those of `people/`, which ports may not know.
 */
export type DeskDirectory = { desk(tenant: TenantId): Promise<DeskRows> };

export type DeskSettings = Omit<DeskRows, 'calendar' | 'settings'> &
  NonNullable<DeskRows['settings']> & {
    readonly calendar: DeskCalendar;
    readonly locale: AgentLocale;
    readonly timeZone: string;
  };

const usual: NonNullable<DeskRows['settings']> = {
  plan: '*',
  quietMinutes: 24 * 60,
  asksForRating: true,
  notices: [],
};

export const settingsOf = (tenant: Tenant, rows: DeskRows): DeskSettings => {
  const calendar = rows.calendar ?? defaultCalendar(tenant);
  const profiles = rows.seats.map(({ profile }) => profile);
  return {
    ...rows,
    ...(rows.settings ?? usual),
    calendar,
    // Without groups of its own a desk is split by what its people say they can do.
    groups: rows.groups.length > 0 ? rows.groups : impliedGroups(tenant.id, profiles, calendar),
    locale: agentLocaleFor(tenant.locale),
    timeZone: tenant.timeZone,
  };
};

/** Hours of whoever has the case: the group's, or the desk's. */
export const calendarOf = (settings: DeskSettings, group: string | null): DeskCalendar =>
  settings.groups.find(({ id }) => id === group)?.calendar ?? settings.calendar;
