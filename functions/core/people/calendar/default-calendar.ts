/** The hours of a tenant that has set none: its own zone, nine to six on weekdays, holidays of its locale's country. */
import type { Tenant } from '../../domain/tenant.ts';
import { isHolidayCountry, type HolidayRegion } from '../../policy/holiday-regions.ts';
import type { DeskCalendar, Shift } from './desk-calendar.ts';

const officeHours: readonly Shift[] = [{ from: '09:00', to: '18:00' }];

/** Where a language alone tells the country of a desk: Spanish and English do not. */
const countryOfLanguage: Readonly<Record<string, HolidayRegion>> = { zh: 'CN', pt: 'BR' };

/** The region of the locale (`zh-CN`, `es-MX`), else the country of its language; none where neither tells. */
const holidaysOf = (locale: string): readonly HolidayRegion[] => {
  const [language = '', ...rest] = locale.split('-');
  const region = rest.find(isHolidayCountry) ?? countryOfLanguage[language.toLowerCase()];
  return region === undefined ? [] : [region];
};

export const defaultCalendar = ({ timeZone, locale }: Pick<Tenant, 'timeZone' | 'locale'>): DeskCalendar => ({
  timeZone,
  week: {
    mon: officeHours,
    tue: officeHours,
    wed: officeHours,
    thu: officeHours,
    fri: officeHours,
    sat: [],
    sun: [],
  },
  holidays: holidaysOf(locale),
  campaigns: [],
  days: [],
});
