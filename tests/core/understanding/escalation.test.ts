/** Who is handed to a person, on sentences that nothing was trained on: few who should be are missed, few others are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPhrases, tableFile } from '../../../bin/training-files.ts';
import { createFirstTier } from '../../../functions/core/understanding/first-tier.ts';
import { understand } from '../../../functions/core/understanding/understand.ts';
import { sentences } from './escalation-sentences.ts';
import { foldedWords } from './phrase-variety.ts';

const tier = createFirstTier(readFileSync(tableFile));
const said = (reason: string): readonly string[] =>
  (sentences[reason] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const reasons = Object.keys(sentences).filter((reason) => reason !== 'none');
const isHandedOver = (text: string): boolean => understand(tier, { text }).escalate;

const leastOfEach = 0.75;
const leastOfAll = 0.93;
const mostByMistake = 0.15;

describe('a buyer whom a person should see', () => {
  it.each(reasons)('is handed over for %s', (reason) => {
    const all = said(reason);
    expect(all.filter(isHandedOver).length / all.length).toBeGreaterThanOrEqual(leastOfEach);
  });

  it('is hardly ever missed, whatever the reason', () => {
    const all = reasons.flatMap(said);
    expect(all.length).toBeGreaterThan(280);
    expect(all.filter(isHandedOver).length / all.length).toBeGreaterThanOrEqual(leastOfAll);
  });
});

describe('a buyer who only sounds like it', () => {
  it('is rarely handed over', () => {
    const all = said('none');
    expect(all.filter(isHandedOver).length / all.length).toBeLessThanOrEqual(mostByMistake);
  });
});

describe('these sentences', () => {
  it('stand in no training phrase', async () => {
    const known = new Set((await readPhrases()).map(({ text }) => foldedWords(text).join(' ')));
    const shared = Object.keys(sentences)
      .flatMap(said)
      .filter((text) => foldedWords(text).length > 2 && known.has(foldedWords(text).join(' ')));
    expect(shared).toEqual([]);
  });
});
