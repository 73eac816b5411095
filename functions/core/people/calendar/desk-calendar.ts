/** When a desk is open, as a tenant writes it down: shifts of the week, holidays, campaign days, days of its own. */
import type { CampaignId } from '../../policy/campaigns.ts';
import type { HolidayRegion } from '../../policy/holiday-regions.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * Wall-clock times `HH:MM` in the calendar's zone, `24:00` allowed as an end. An end that is not after the start is
 * of the next day: `22:00`–`06:00`, and `00:00`–`00:00` is a whole day. A shift belongs to the day it begins on.
 */
export type Shift = { readonly from: string; readonly to: string };

/**
 * A day (`YYYY-MM-DD`) that the tenant sets itself, before every other rule: `closed`; `instead` of what the day would
 * have (a half day, a Chinese make-up working day); `also`, beside what the day would have.
 */
export type OwnDay =
  | { readonly day: string; readonly opens: 'closed' }
  | { readonly day: string; readonly opens: 'instead' | 'also'; readonly shifts: readonly Shift[] };

/** The shifts of a campaign's days, in place of those of the week, and although the day be a holiday. */
export type CampaignHours = { readonly campaign: CampaignId; readonly shifts: readonly Shift[] };

/** JSON as it stands: a row of the tenants table. First rule that speaks wins: own day, campaign, holiday, weekday. */
export type DeskCalendar = {
  /** IANA zone. */
  readonly timeZone: string;
  readonly week: Readonly<Record<Weekday, readonly Shift[]>>;
  /** No shift begins on a public holiday of one of these. */
  readonly holidays: readonly HolidayRegion[];
  readonly campaigns: readonly CampaignHours[];
  readonly days: readonly OwnDay[];
};

/** `says` is for people: what is wrong, and what to do about it. */
export type CalendarProblem =
  | { readonly kind: 'holiday-data-missing'; readonly year: number; readonly says: string }
  /** Not open once in the 400 days after the last opening. */
  | { readonly kind: 'never-open'; readonly says: string };
