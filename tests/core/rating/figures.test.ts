/** The figures of rating at a hundredth of their scale, and the seeds that hold rate cards. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../../bin/local/seeds.ts';
import type { Figure, Scope } from '../../../bin/prove/figure.ts';
import { badCards } from '../../../bin/prove/metering/cards.ts';
import { ratingSpeed } from '../../../bin/prove/metering/rating.ts';
import { statementStreams } from '../../../bin/prove/metering/statements.ts';
import { exampleCard, tenant } from './build.ts';

const scope: Scope = { scale: 0.01, seed: 7, folder: tmpdir(), assembly: '' };
const short = (figures: readonly Figure[]): readonly string[] =>
  figures.filter(({ ok }) => !ok).map(({ name }) => name);

describe('at a hundredth', () => {
  it('no card with a known fault is taken', () => {
    expect(short(badCards(scope))).toEqual([]);
  });

  it('lines are rated, and a statement with all that is behind it is written in a small heap', async () => {
    expect(short(await ratingSpeed(scope))).toEqual([]);
    expect(short(await statementStreams(scope))).toEqual([]);
  });
});

describe('seeds', () => {
  const seeds = (rateCards: readonly unknown[]) => {
    const file = join(mkdtempSync(join(tmpdir(), 'recado-seeds-')), 'seeds.json');
    writeFileSync(file, JSON.stringify({ rateCards }));
    return { file, read: readSeeds([file]) };
  };

  it('hold rate cards of tenants', () => {
    const { read } = seeds([{ tenant, from: '2026-01-01', card: exampleCard('latam') }]);
    expect(read).toMatchObject({ ok: true, seeds: { rateCards: [{ tenant, card: { card: 'latam' } }] } });
  });

  it('are refused for a card with faults, each by its path', () => {
    const { file, read } = seeds([
      { tenant, from: '2026-01-01', card: { card: 'x' }, agreement: { term: 'decade' } },
    ]);
    expect(read.ok ? [] : read.faults.map((fault) => fault.replace(`${file}: `, '').split(': ')[0])).toEqual([
      'rateCards.0.card.version',
      'rateCards.0.card.title',
      'rateCards.0.card.currency',
      'rateCards.0.card.from',
      'rateCards.0.card.packages',
      'rateCards.0.card.prices',
      'rateCards.0.agreement.term',
    ]);
  });
});
