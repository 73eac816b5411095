/** The hours of a tenant that has set none: its own zone, nine to six on weekdays, holidays of its locale's country. */
import type { Tenant } from '../../domain/tenant.ts';
import type { DeskCalendar } from './desk-calendar.ts';

const notYet = (): never => {
  throw new Error('not built');
};

export const defaultCalendar: (tenant: Pick<Tenant, 'timeZone' | 'locale'>) => DeskCalendar = notYet;

/** What is wrong with a calendar, for whoever stores it: one sentence each with its place; none when it may be used. */
export const calendarFaults: (calendar: DeskCalendar) => readonly string[] = notYet;
