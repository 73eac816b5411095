/** Days and months as text: what comes before and after. Where they begin is said by `domain/billing-month.ts`. */

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** The day (`YYYY-MM-DD`) so many days later, or earlier below zero. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

export const monthBefore = (month: string): string => dayAfter(`${month}-01`, -1).slice(0, 7);
/** 31 days from the first on are in this month or lead into the next. */
export const lastDayOf = (month: string): string =>
  dayAfter(`${dayAfter(`${month}-01`, 31).slice(0, 7)}-01`, -1);
