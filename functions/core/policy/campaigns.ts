/**
 * The sales days on which buyers write most, by the rule that their organisers have kept. Where one announces other
 * days, a tenant sets them as its own: they win.
 */

export const campaignIds = ['hot-sale-mx', 'hot-sale-ar', 'buen-fin', 'black-friday', '11.11'] as const;
export type CampaignId = (typeof campaignIds)[number];

const dayMilliseconds = 24 * 60 * 60 * 1000;
const monday = 1;
const thursday = 4;

/** A day of a month in UTC; `month` 1 to 12. */
const dateOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const written = (date: number): string => new Date(date).toISOString().slice(0, 10);
const daysFrom = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => written(first + index * dayMilliseconds));

/** The `nth` such weekday of a month. */
const nth = (year: number, month: number, weekday: number, count: number): number => {
  const first = dateOf(year, month, 1);
  const ahead = (weekday - new Date(first).getUTCDay() + 7) % 7;
  return first + (ahead + (count - 1) * 7) * dayMilliseconds;
};
const last = (year: number, month: number, weekday: number): number => {
  const end = dateOf(year, month + 1, 1) - dayMilliseconds;
  return end - ((new Date(end).getUTCDay() - weekday + 7) % 7) * dayMilliseconds;
};

type Rule = (year: number) => readonly string[];
const rules: Readonly<Record<CampaignId, Rule>> = {
  // AMVO: nine days from a Monday; 26 May 2025 and 25 May 2026, the last Mondays of May.
  'hot-sale-mx': (year) => daysFrom(last(year, 5, monday), 9),
  // CACE: three days from the second Monday of May (13 May 2024, 12 May 2025).
  'hot-sale-ar': (year) => daysFrom(nth(year, 5, monday, 2), 3),
  // Concanaco: up to and with the third Monday of November, the bridge of the Revolution; from its Thursday since 2025.
  'buen-fin': (year) => daysFrom(nth(year, 11, monday, 3) - 4 * dayMilliseconds, 5),
  // The day after Thanksgiving.
  'black-friday': (year) => daysFrom(nth(year, 11, thursday, 4) + dayMilliseconds, 1),
  '11.11': (year) => daysFrom(dateOf(year, 11, 11), 1),
};

/** Days `YYYY-MM-DD`, in order. */
export const campaignDays = (campaign: CampaignId, year: number): readonly string[] => rules[campaign](year);
