/** The table of holidays is the library's word; campaign days are where organisers announced them. */
import { describe, expect, it } from 'vitest';
import { publicDays } from '../../../bin/holidays/public-days.ts';
import { campaignDays } from '../../../functions/core/policy/campaigns.ts';
import {
  brazilianStates,
  holidayRegions,
  isHolidayRegion,
} from '../../../functions/core/policy/holiday-regions.ts';
import { holidayOn, missingHolidays } from '../../../functions/core/policy/holidays.ts';

const years = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
const daysOf = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10),
  ).filter((day) => day.startsWith(String(year)));

describe('the table of holidays', () => {
  it.each(years)('holds what the library says of %i, for every country and state', (year) => {
    const brazilian = publicDays('BR', year);
    const wrong = holidayRegions.flatMap((region) => {
      // A national day holds in every state, whatever the list of the state leaves out.
      const national = region.startsWith('BR-') ? brazilian : [];
      const expected = new Set([...publicDays(region, year), ...national]);
      return daysOf(year).filter((day) => (holidayOn(region, day) === 'holiday') !== expected.has(day));
    });
    expect(wrong).toEqual([]);
  });

  it('knows days that anybody could look up', () => {
    const known = [
      holidayOn('BR', '2026-11-20'),
      holidayOn('BR-SP', '2026-07-09'),
      holidayOn('BR-RJ', '2026-07-09'),
      holidayOn('BR-SP', '2026-11-20'),
      holidayOn('MX', '2026-11-16'),
      holidayOn('US', '2026-11-26'),
      holidayOn('CN', '2026-10-01'),
      holidayOn('CN', '2026-06-01'),
      holidayOn('CO', '2027-01-11'),
      holidayOn('CL', '2026-09-18'),
      holidayOn('AR', '2026-07-09'),
    ];
    expect(known).toEqual([
      'holiday',
      'holiday',
      'ordinary',
      'holiday',
      'holiday',
      'holiday',
      'holiday',
      'ordinary',
      'holiday',
      'holiday',
      'holiday',
    ]);
  });

  it('says of a year that it lacks what to do', () => {
    expect(holidayOn('BR', '2032-01-01')).toBe('missing');
    expect(holidayOn('BR-SP', '2024-07-09')).toBe('missing');
    expect(missingHolidays(2032)).toBe('holiday data missing for 2032: run npm run holidays');
  });

  it('names 27 states', () => {
    expect(brazilianStates).toHaveLength(27);
    expect([isHolidayRegion('BR-SP'), isHolidayRegion('BR-XX'), isHolidayRegion('FR')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('campaign days', () => {
  it('are those that organisers announced', () => {
    expect(campaignDays('hot-sale-mx', 2025)).toMatchObject({ 0: '2025-05-26', 8: '2025-06-03', length: 9 });
    expect(campaignDays('hot-sale-mx', 2026)).toMatchObject({ 0: '2026-05-25', 8: '2026-06-02' });
    expect(campaignDays('hot-sale-ar', 2025)).toEqual(['2025-05-12', '2025-05-13', '2025-05-14']);
    expect(campaignDays('buen-fin', 2025)).toMatchObject({ 0: '2025-11-13', 4: '2025-11-17', length: 5 });
    expect(campaignDays('black-friday', 2026)).toEqual(['2026-11-27']);
    expect(campaignDays('11.11', 2026)).toEqual(['2026-11-11']);
  });
});
