/** The examples of docs/rate-cards.md, computed by hand there, come out of rating to the cent, line by line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RatedFact } from '../../../functions/core/rating/fact.ts';
import { isRatedUnit } from '../../../functions/core/rating/fact.ts';
import { aFact, anAgreement, exampleCard, rated, root } from './build.ts';

const document = readFileSync(join(root, 'docs', 'rate-cards.md'), 'utf8');

type Row = ReadonlyMap<string, string>;

const cells = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** Tables of a part of the document, each row by the names of its columns. */
const tablesIn = (part: string): readonly (readonly Row[])[] =>
  part.split(/\n\n+/).flatMap((block) => {
    const lines = block.trim().split('\n');
    if (lines.length < 3 || lines.some((line) => !line.startsWith('|'))) return [];
    const heads = cells(lines[0] ?? '');
    return [
      lines.slice(2).map((line) => new Map(cells(line).map((cell, index) => [heads[index] ?? '', cell]))),
    ];
  });

const example = (name: string) => {
  const part = document.split(`## Example: ${name}\n`)[1]?.split('\n## ')[0] ?? '';
  const [used = [], lines = []] = tablesIn(part);
  const agreement: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(part)?.[1] ?? '{}');
  const measured = /([\d,]+) answers measured, ([\d,]+) of them within (\d+) seconds/.exec(part);
  return {
    used,
    lines,
    agreement,
    measured: measured?.slice(1).map((text) => Number(text.replace(',', ''))) ?? [],
  };
};

const factOf = (row: Row): RatedFact => {
  const unit = row.get('unit') ?? '';
  if (!isRatedUnit(unit)) throw new Error(`${unit} is no unit`);
  const quantity = Number(row.get('quantity'));
  const evidence = row.get('evidence') ?? '';
  return aFact({
    unit,
    quantity,
    market: row.get('market') ?? '',
    language: row.get('language') ?? '',
    mode: row.get('mode') ?? '',
    channel: row.get('channel') ?? '',
    day: row.get('day') ?? '',
    region: row.get('region') ?? 'sa-east-1',
    evidence: evidence === '' || quantity < 0 ? null : evidence,
    reverses: quantity < 0 ? 'earlier' : null,
  });
};

const answers = ([all = 0, inTime = 0, seconds = 0]: readonly number[]): readonly RatedFact[] =>
  Array.from({ length: all }, (_, index) =>
    aFact({ unit: 'generated_reply', quantity: 0, responseSeconds: index < inTime ? seconds : seconds + 1 }),
  );

const written = (line: { quantity: string; unitPrice: string; amount: string }): string =>
  [line.quantity, line.unitPrice, line.amount].join(' × ');

describe('the example', () => {
  it.each(['latam', 'us', 'both'])('%s agrees with its own tables to the cent', (name) => {
    const { used, lines, agreement, measured } = example(name);
    const month = rated(
      [...used.map(factOf), ...answers(measured)],
      anAgreement(exampleCard(name), agreement),
    );
    const byHand = lines.filter((row) => row.get('line') !== 'total');
    expect(month.lines.map(written).toSorted()).toEqual(
      byHand
        .map((row) =>
          written({
            quantity: row.get('quantity') ?? '',
            unitPrice: row.get('unit price') ?? '',
            amount: row.get('amount') ?? '',
          }),
        )
        .toSorted(),
    );
    expect(month.totals.total).toBe(lines.find((row) => row.get('line') === 'total')?.get('amount'));
    expect(byHand.length).toBeGreaterThan(8);
  });
});
