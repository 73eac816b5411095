/** Promises are what an independent count of minutes says: a hundredth of the figure, with one fixed seed. */
import { describe, expect, it } from 'vitest';
import { calendarCases } from '../../../../bin/prove/escalation/calendar-cases.ts';
import { differences } from '../../../../bin/prove/escalation/calendar.ts';

describe('a promise', () => {
  it('names the minute that a count of open minutes finds', () => {
    const wrong = calendarCases(20261120, 40).filter((one) => differences(one).length > 0);
    expect(wrong).toEqual([]);
  });
});
