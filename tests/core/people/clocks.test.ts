/** What is promised by plan and level, the clocks of a case, and who may read from abroad. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarCases } from '../../../bin/prove/escalation/calendar-cases.ts';
import { businessTimeBetween } from '../../../functions/core/people/calendar/business-time.ts';
import {
  caseClocks,
  promiseFor,
  standardPromise,
  type ResponsePromise,
} from '../../../functions/core/people/response-promise.ts';
import { mayReadUnmasked, type TransferRecord } from '../../../functions/core/people/transfer.ts';
import { aCalendar, valueOf } from './builders.ts';

const row = (given: Partial<ResponsePromise>): ResponsePromise => ({ ...standardPromise, ...given });

describe('a promise by plan', () => {
  const rows = [
    row({ answerMinutes: 240 }),
    row({ plan: 'fast', answerMinutes: 5 }),
    row({ level: 'senior', answerMinutes: 60 }),
    row({ plan: 'fast', level: 'senior', answerMinutes: 15 }),
  ];

  it('is that of the most particular row', () => {
    const minutes = (plan: string, level: 'front-line' | 'senior') =>
      promiseFor(rows, { plan, level }).answerMinutes;
    expect([
      minutes('fast', 'senior'),
      minutes('fast', 'front-line'),
      minutes('slow', 'senior'),
      minutes('slow', 'front-line'),
    ]).toEqual([15, 5, 60, 240]);
  });

  it('is the standard one where nobody set any', () => {
    expect(promiseFor([], { plan: '*', level: 'senior' })).toEqual(standardPromise);
  });
});

describe('the clocks of a case', () => {
  const clocks = (openedAt: string, platformDue: string | null = null) => {
    const due = platformDue === null ? null : new Date(platformDue);
    const told = valueOf(caseClocks(aCalendar(), standardPromise, new Date(openedAt), due));
    return {
      by: told.by.toISOString(),
      raiseAt: told.raiseAt.toISOString(),
      reminders: told.remindAt.length,
    };
  };

  it('name a half hour that people say', () => {
    expect(clocks('2026-11-18T15:07:12Z')).toEqual({
      by: '2026-11-18T16:30:00.000Z',
      raiseAt: '2026-11-18T15:37:12.000Z',
      reminders: 5,
    });
  });

  it('name no time after closing', () => {
    // 17:52 and an hour: 9:52 the next morning; and 16:50 and an hour: 17:50, which rounds to closing time.
    expect(clocks('2026-11-18T20:52:00Z').by).toBe('2026-11-19T13:00:00.000Z');
    expect(clocks('2026-11-18T19:50:00Z').by).toBe('2026-11-18T21:00:00.000Z');
  });

  it('give way to a clock of the platform that is sooner, and are not moved behind it', () => {
    expect(clocks('2026-11-18T20:52:00Z', '2026-11-19T12:17:00Z').by).toBe('2026-11-19T12:00:00.000Z');
    expect(clocks('2026-11-18T20:52:00Z', '2026-11-25T12:17:00Z').by).toBe('2026-11-19T13:00:00.000Z');
  });

  it('never tell a time before the work is due, and at most half an hour behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const [one] = calendarCases(seed, 1);
        if (one === undefined) return;
        const told = caseClocks(one.calendar, standardPromise, one.from, null);
        if (!told.ok) return;
        const open = valueOf(businessTimeBetween(one.calendar, one.from, told.value.by));
        expect(open).toBeGreaterThanOrEqual(standardPromise.answerMinutes);
        expect(open).toBeLessThanOrEqual(standardPromise.answerMinutes + 30);
      }),
      { seed: 20_261_120, numRuns: 150 },
    );
  });
});

describe('reading a Brazilian account from abroad', () => {
  const record: TransferRecord = {
    countries: ['CN'],
    mechanism: 'standard contractual clauses',
    date: '2026-11-01',
    signer: 'Wei Zhang',
  };
  const now = new Date('2026-11-20T12:00:00Z');
  const reads = (readerCountry: string | null, transferRecord: TransferRecord | null) =>
    mayReadUnmasked({ accountMarket: 'BR', readerCountry, transferRecord, now }).because;

  it('is masked until the record is whole, holds, and names the country', () => {
    expect([
      reads('CN', null),
      reads('CN', { ...record, signer: ' ' }),
      reads('CN', { ...record, mechanism: '' }),
      reads('CN', { ...record, date: '01/11/2026' }),
      reads('CN', { ...record, date: '2026-12-01' }),
      reads('AR', record),
      reads(null, record),
      reads('cn', record),
      reads('BR', null),
    ]).toEqual([
      'no-record',
      'record-incomplete',
      'record-incomplete',
      'record-incomplete',
      'record-not-yet',
      'country-not-recorded',
      'reader-country-unknown',
      'recorded',
      'same-country',
    ]);
  });

  it('is no question for an account of a market without such a rule', () => {
    expect(mayReadUnmasked({ accountMarket: 'MX', readerCountry: 'CN', transferRecord: null, now })).toEqual({
      kind: 'allowed',
      because: 'no-rule',
    });
  });
});
