/** The lines that count in a month, read day by day: each once, whenever it was written. */
import { describe, expect, it } from 'vitest';
import { monthFacts } from '../../../bin/finance/month-facts.ts';
import { rateMonth } from '../../../bin/finance/rate-month.ts';
import { calendarOf } from '../../../functions/core/domain/billing-month.ts';
import { tenantId } from '../../../functions/core/domain/ids.ts';
import { lineName, type BookedLine } from '../../../functions/core/domain/usage.ts';
import type { Ledger } from '../../../functions/core/ports/ledger.ts';
import { readAssignedCards } from '../../../functions/core/rating/card/read-agreement.ts';
import { plainCard, tenant } from './build.ts';

const line = (source: string, accepted: string, change: Partial<BookedLine> = {}): BookedLine => ({
  tenant: tenantId(tenant),
  region: 'sa-east-1',
  unit: 'session',
  source,
  quantity: 1,
  channel: 'rest',
  market: 'BR',
  language: 'pt',
  intent: null,
  mode: 'automatic',
  module: 'conversation',
  conversation: null,
  occurredAt: new Date(accepted),
  acceptedAt: new Date(accepted),
  bookedAt: new Date(accepted),
  ...change,
});

/** Rows where the table keeps them: by accepted day, and by day of writing where that is another hour. */
const ledgerOf = (lines: readonly BookedLine[]): Ledger => {
  const at = (one: Pick<BookedLine, 'unit' | 'source'>): string => lineName(one);
  const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
  const hourOf = (moment: Date): string => moment.toISOString().slice(0, 13);
  const rows = (some: readonly BookedLine[]) => some.map((one) => ({ at: at(one), line: one }));
  return {
    placeOf: at,
    line: async () => null,
    day: async (_, day) => rows(lines.filter(({ acceptedAt }) => dayOf(acceptedAt) === day)),
    late: async (_, day) =>
      rows(
        lines.filter(
          ({ acceptedAt, bookedAt }) => dayOf(bookedAt) === day && hourOf(acceptedAt) !== hourOf(bookedAt),
        ),
      ),
  };
};

const now = new Date('2026-12-20T00:00:00Z');
const read = async (lines: readonly BookedLine[], month: string, until = now): Promise<readonly string[]> => {
  const sources: string[] = [];
  for await (const fact of monthFacts(
    ledgerOf(lines),
    tenantId(tenant),
    calendarOf('America/Sao_Paulo'),
    month,
    until,
  ))
    sources.push(`${fact.source}${fact.lateFor === null ? '' : ` late for ${fact.lateFor}`}`);
  return sources.toSorted();
};

describe('the lines of a month', () => {
  const lines = [
    // Midnight of São Paulo is 03:00 in UTC.
    line('october', '2026-11-01T02:59:59Z'),
    line('first', '2026-11-01T03:00:00Z'),
    line('last', '2026-12-01T02:59:59Z'),
    line('december', '2026-12-01T03:00:00Z'),
    line('written-later', '2026-11-10T10:00:00Z', { bookedAt: new Date('2026-11-12T08:00:00Z') }),
    line('in-time', '2026-11-30T10:00:00Z', { bookedAt: new Date('2026-12-03T10:00:00Z') }),
    line('too-late', '2026-11-20T10:00:00Z', { bookedAt: new Date('2026-12-09T10:00:00Z') }),
    line('taken-back', '2026-12-02T10:00:00Z', {
      quantity: -1,
      reverses: { source: 'first', acceptedAt: new Date('2026-11-01T03:00:00Z') },
    }),
  ];

  it('are those of its days in the zone of the tenant, each once', async () => {
    expect(await read(lines, '2026-11')).toEqual(['first', 'in-time', 'last', 'taken-back', 'written-later']);
  });

  it('that came after the close count in the next month, and say so', async () => {
    expect(await read(lines, '2026-12')).toEqual(['december', 'too-late late for 2026-11']);
  });

  it('that are written while we read are left for the next reading', async () => {
    expect(await read(lines, '2026-11', new Date('2026-11-11T00:00:00Z'))).toEqual(['first']);
  });

  it('are rated as they are read', async () => {
    const cards = readAssignedCards([{ tenant, from: '2026-01-01', card: plainCard }]);
    const calendar = calendarOf('America/Sao_Paulo');
    const rated = await rateMonth(
      {
        tenant,
        timeZone: 'America/Sao_Paulo',
        cards: cards.ok ? cards.value : [],
        facts: (month) => monthFacts(ledgerOf(lines), tenantId(tenant), calendar, month, now),
      },
      '2026-11',
    );
    // Four sessions and one taken back: three at 0.10.
    expect(rated?.totals.total).toBe('10.30');
    expect(rated?.refusedCount).toBe(0);
  });

  it('stop the statement when a row is no line any more', async () => {
    const broken: Ledger = { ...ledgerOf(lines), day: async () => [{ at: 'here', line: null }] };
    const reading = monthFacts(broken, tenantId(tenant), calendarOf('UTC'), '2026-11', now);
    await expect(reading.next()).rejects.toThrow('reconcile first');
  });
});
