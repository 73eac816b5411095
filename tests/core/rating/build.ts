/** Cards, agreements and lines for tests of rating: only what a test changes is told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Agreement } from '../../../functions/core/rating/card/agreement.ts';
import type { RateCard } from '../../../functions/core/rating/card/card.ts';
import { readAssignedCards } from '../../../functions/core/rating/card/read-agreement.ts';
import { readRateCard } from '../../../functions/core/rating/card/read-card.ts';
import type { RatedFact } from '../../../functions/core/rating/fact.ts';
import { rate } from '../../../functions/core/rating/rate.ts';
import type { RatedMonth } from '../../../functions/core/rating/rated.ts';

export const root = join(import.meta.dirname, '..', '..', '..');

/** The smallest card: 10.00 a month, 0.10 a session. */
export const plainCard: Readonly<Record<string, unknown>> = {
  card: 'plain',
  version: 1,
  title: 'Plain',
  currency: 'USD',
  from: '2026-01-01',
  packages: [{ id: 'base', title: 'Base', monthly: '10.00' }],
  prices: [{ id: 'session', unit: 'session', tiers: [{ from: 1, price: '0.10' }] }],
};

export const aCard = (change: Readonly<Record<string, unknown>> = {}): RateCard => {
  const read = readRateCard({ ...plainCard, ...change });
  if (!read.ok) throw new Error(JSON.stringify(read.problem.faults));
  return read.value;
};

/** `path: problem` of each fault; empty for a card that is taken. */
export const faultsOf = (change: Readonly<Record<string, unknown>>): readonly string[] => {
  const read = readRateCard({ ...plainCard, ...change });
  return read.ok ? [] : read.problem.faults.map(({ path, problem }) => `${path}: ${problem}`);
};

export const exampleCard = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'bin', 'rate-cards', `${name}.json`), 'utf8'));

export const tenant = 'lunaecasa0';

/** The agreement as it is read with its card: what is left out has its plain value. */
export const anAgreement = (
  card: unknown,
  agreement: unknown = {},
): { card: RateCard; agreement: Agreement } => {
  const read = readAssignedCards([{ tenant, from: '2026-11-01', card, agreement }]);
  if (!read.ok) throw new Error(JSON.stringify(read.problem.faults));
  const [first] = read.value;
  if (first === undefined) throw new Error('no card');
  return first;
};

export const month = '2026-11';
let made = 0;

export const aFact = (change: Partial<RatedFact> = {}): RatedFact => {
  made += 1;
  return {
    unit: 'session',
    source: `fact-${String(made)}`,
    quantity: 1,
    region: 'sa-east-1',
    market: 'BR',
    channel: 'rest',
    language: 'pt',
    mode: 'automatic',
    module: 'conversation',
    conversation: 'aaaaaaaaaaaaaaaaaaaaaaaaaa',
    occurredAt: Date.parse('2026-11-10T12:00:00Z'),
    month,
    day: '2026-11-10',
    evidence: null,
    reverses: null,
    lateFor: null,
    responseSeconds: null,
    ...change,
  };
};

export const rated = (
  facts: readonly RatedFact[],
  { card, agreement }: { card: RateCard; agreement: Agreement },
  of = month,
): RatedMonth => {
  const result = rate(facts, card, { tenant, month: of, timeZone: 'America/Sao_Paulo', agreement });
  expect(result.ok).toBe(true);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};

/** Group, quantity and amount of each line. */
export const figures = ({ lines }: RatedMonth): readonly string[] =>
  lines.map(({ group, quantity, coverage, amount }) =>
    [group, ...(coverage === null ? [] : [coverage]), quantity, amount].join(' '),
  );
