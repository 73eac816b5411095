/** The statement that a seller and its accountant read: words, figures behind figures, corrections, columns. */
import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { statementJson } from '../../../bin/finance/statement-json.ts';
import { inventedContract, inventedFacts, historyMonth } from '../../../bin/prove/metering/histories.ts';
import { chanceOf } from '../../../bin/prove/figure.ts';
import { rate } from '../../../functions/core/rating/rate.ts';
import type { RatedFact } from '../../../functions/core/rating/fact.ts';
import type { RatedMonth } from '../../../functions/core/rating/rated.ts';
import { creditNoteFor } from '../../../functions/core/rating/statement/credit-note.ts';
import { csvOf } from '../../../functions/core/rating/statement/csv.ts';
import { openDrillDown } from '../../../functions/core/rating/statement/drill-down.ts';
import { statementLocales } from '../../../functions/core/rating/statement/statement.ts';
import { statementOf, wordsOf } from '../../../functions/core/rating/statement/statement-of.ts';
import { aFact, anAgreement, exampleCard, month, plainCard, rated } from './build.ts';

const latam = anAgreement(exampleCard('latam'), { package: 'start', country: 'BR' });
const sessions = (quantity: number, change: Partial<RatedFact> = {}) => aFact({ quantity, ...change });
const issued = (of: RatedMonth, number: string | null = 'S-0001', before: RatedMonth | null = null) =>
  statementOf({ rated: of, number, locale: 'en', before });

describe('a statement', () => {
  it.each([
    ['en', 'not a tax invoice'],
    ['zh-CN', '不是税务发票'],
    ['es', 'no es una factura fiscal'],
    ['pt-BR', 'não é nota fiscal'],
  ] as const)('says in %s that it is no tax invoice', (locale, words) => {
    const statement = statementOf({
      rated: rated([sessions(1500)], latam),
      number: 'S-1',
      locale,
      before: null,
    });
    expect(statement.notice).toContain(words);
    expect(statement.lines.at(1)?.text).toContain(wordsOf(locale).units.session);
    for (const { text } of statement.lines) expect(text).not.toMatch(/undefined|null|\{/);
  });

  it('has its own words in every language', () => {
    const all = statementLocales.map((locale) => JSON.stringify(wordsOf(locale)));
    expect(new Set(all).size).toBe(statementLocales.length);
  });

  it('is provisional without a number, and says so', () => {
    expect(issued(rated([], latam), null)).toMatchObject({ status: 'provisional', number: null });
    expect(issued(rated([], latam), null).notice).toContain('Provisional');
    expect(issued(rated([], latam))).toMatchObject({ status: 'final', number: 'S-0001' });
  });

  it('stands beside the month before, group by group', () => {
    const before = rated([aFact({ quantity: 1200, month: '2026-10', day: '2026-10-02' })], latam, '2026-10');
    const { comparison, totals } = issued(rated([sessions(1500)], latam), 'S-2', before);
    expect(comparison).toMatchObject({ month: '2026-10', total: before.totals.total });
    expect(Number(comparison?.change)).toBeCloseTo(Number(totals.total) - Number(before.totals.total), 6);
    expect(comparison?.groups.find(({ group }) => group === 'base')).toEqual({
      group: 'base',
      before: '99.00',
      now: '99.00',
    });
  });

  it('is the same bytes when it is made again', () => {
    const facts = [sessions(3), sessions(4, { market: 'MX' }), sessions(5, { language: 'fr' })];
    const bytes = (of: readonly RatedFact[]) => JSON.stringify(issued(rated(of, latam)));
    expect(bytes(facts.toReversed())).toBe(bytes(facts));
  });

  it('shows what the volume would have cost elsewhere, silence billed where they bill it', () => {
    const resolution = (quantity: number, evidence: string) =>
      aFact({ unit: 'verified_resolution', quantity, evidence });
    const us = anAgreement(exampleCard('us'));
    const facts = [
      sessions(2500),
      resolution(1000, 'buyer_confirmed'),
      resolution(500, 'silence'),
      resolution(30, 'hand_over'),
    ];
    const { peers } = issued(rated(facts, us));
    expect(peers.map(({ peer, low, high, resolutions }) => [peer, resolutions, low, high])).toEqual([
      // 1,500 × 0.99
      ['Fin', 1500, '1485.00', '1485.00'],
      // 1,000 × 1.50 and × 2.00
      ['Zendesk', 1000, '1500.00', '2000.00'],
      // 1,000 × 0.90 + 360 + 500 × 0.36; 1,000 × 1.00 + 360 + 500 × 0.40
      ['Gorgias', 1000, '1440.00', '1560.00'],
    ]);
    const measured = issued(rated([sessions(10), aFact({ unit: 'escalation', quantity: 4 })], us));
    expect(measured.peers.map(({ peer, resolutions, assumed }) => [peer, resolutions, assumed])).toEqual([
      ['Fin', 50, true],
      ['Zendesk', 6, true],
      ['Gorgias', 6, true],
    ]);
  });
});

describe('the drill-down', () => {
  it.each([3, 4, 5, 6, 7, 8])('holds the lines behind every figure, and they add up: seed %i', (seed) => {
    const chance = chanceOf(seed);
    const { card, agreement, tenant } = inventedContract(chance);
    const facts = inventedFacts(chance, 80);
    const of = rate(facts, card, { tenant, month: historyMonth, timeZone: 'UTC', agreement });
    if (!of.ok) throw new Error(of.problem.kind);
    const behind = openDrillDown(of.value);
    const sums = new Map<string, number>();
    for (const fact of facts) {
      const found = behind(fact);
      if (found !== null) sums.set(found.drillDown, (sums.get(found.drillDown) ?? 0) + found.quantity);
    }
    const billed = new Map<string, number>();
    for (const { bucket, quantity } of of.value.lines)
      if (bucket !== null) billed.set(bucket.key, (billed.get(bucket.key) ?? 0) + Number(quantity));
    expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(billed));
  });

  it('is written at the end of the same document', async () => {
    const facts = [
      sessions(2, { conversation: 'first' }),
      sessions(3, { conversation: 'second', market: 'MX' }),
    ];
    const of = rated(facts, latam);
    const pieces = [];
    for await (const piece of statementJson(issued(of), of, facts)) pieces.push(piece);
    const document: unknown = JSON.parse(pieces.join(''));
    expect(document).toMatchObject({
      number: 'S-0001',
      drillDown: [
        { conversation: 'first', quantity: 2, lines: ['L2'] },
        { conversation: 'second', quantity: 3, lines: ['L3'] },
      ],
    });
    const alone = [];
    for await (const piece of statementJson(issued(of), of, null)) alone.push(piece);
    expect(JSON.parse(alone.join(''))).toEqual(JSON.parse(JSON.stringify(issued(of))));
  });
});

describe('a credit note', () => {
  const wrong = issued(rated([sessions(2000)], latam));
  const right = issued(rated([sessions(1700)], latam));

  it('is over the difference of each line, and names what it corrects', () => {
    const note = creditNoteFor(wrong, right, 'C-0001');
    expect(note).toMatchObject({
      kind: 'credit-note',
      number: 'C-0001',
      corrects: 'S-0001',
      status: 'final',
    });
    expect(note?.lines.map(({ group, quantity }) => [group, quantity])).toEqual([
      ['usage', '-300'],
      ['tax', (Number(right.totals.net) - Number(wrong.totals.net)).toFixed(2)],
    ]);
    const total = Number(wrong.totals.total) + Number(note?.totals.total);
    expect(total.toFixed(2)).toBe(right.totals.total);
  });

  it('is none where nothing differs, and never over another month', () => {
    expect(creditNoteFor(wrong, wrong, 'C-1')).toBeNull();
    expect(() => creditNoteFor({ ...wrong, month: '2026-10' }, right, 'C-1')).toThrow(TypeError);
  });

  it('takes back a line that is gone', () => {
    const note = creditNoteFor(
      issued(rated([sessions(1700), sessions(1, { market: 'MX' })], latam)),
      right,
      'C-2',
    );
    expect(note?.totals.total.startsWith('-')).toBe(true);
  });
});

describe('the columns', () => {
  const statement = issued(rated([sessions(1500)], latam));
  const rows = (profile: 'plain' | 'kingdee' | 'yonyou', of = statement): readonly (readonly string[])[] =>
    parse(csvOf(of, profile), { bom: true });
  const sum = (all: readonly (readonly string[])[], head: string): string => {
    const at = all[0]?.indexOf(head) ?? -1;
    return all
      .slice(1)
      .reduce((total, row) => total + Number(row[at] ?? 0), 0)
      .toFixed(2);
  };

  it('of a spreadsheet hold every line and the total', () => {
    const all = rows('plain');
    expect(all.slice(1, 1 + statement.lines.length).map((row) => row[6])).toEqual(
      statement.lines.map(({ amount }) => amount),
    );
    expect(all[1 + statement.lines.length]?.[6]).toBe(statement.totals.total);
    expect(all.at(-1)?.[2]).toContain('not a tax invoice');
  });

  it.each([
    ['kingdee', '价税合计'],
    ['yonyou', '价税合计'],
  ] as const)('of %s add up to the total, tax apart', (profile, head) => {
    const all = rows(profile);
    expect(new Set(all.map((row) => row.length)).size).toBe(1);
    expect(sum(all, head)).toBe(statement.totals.total);
    expect(sum(all, '税额')).toBe(statement.totals.tax);
    expect(all[1]).toContain('S-0001');
    expect(all[1]).toContain('2026-11-30');
    expect(csvOf(statement, profile)).toContain('not a tax invoice');
  });

  it('cannot be made to compute by a title', () => {
    const evil = { ...plainCard, packages: [{ id: 'base', title: '=cmd|"/c calc"!A0', monthly: '1.00' }] };
    const [, row] = rows('plain', issued(rated([], anAgreement(evil))));
    expect(row?.[2]).toBe(`'=cmd|"/c calc"!A0`);
  });
});

it('a month is the one it says', () => {
  expect(month).toBe(historyMonth);
});
