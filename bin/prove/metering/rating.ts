/** Rating against a second opinion over invented histories, and how long a million lines take. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { rate } from '../../../functions/core/rating/rate.ts';
import { atMost, chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { historyMonth, inventedContract, inventedFacts } from './histories.ts';
import { secondOpinion } from './rating-oracle.ts';

const taken = z.object({
  result: z.number(),
  cpuSeconds: z.number(),
  residentMegabytes: z.number(),
  heapMegabytes: z.number(),
});

/** Runs the work in a process of its own, whose old objects may take so many megabytes at most. */
export const inItsOwnProcess = async (
  what: 'rate' | 'statement',
  lines: number,
  seed: number,
  heapMegabytes = 448,
): Promise<z.output<typeof taken>> => {
  const file = join(import.meta.dirname, 'rate-many.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${String(heapMegabytes)}`,
    file,
    what,
    String(lines),
    String(seed),
  ]);
  return taken.parse(JSON.parse(stdout));
};

/** Both opinions of one invented history; null when they agree. */
export const disagreement = (seed: number): string | null => {
  const chance = chanceOf(seed);
  const contract = inventedContract(chance);
  const facts = inventedFacts(chance, Math.floor(chance() * 60));
  const { tenant, card, agreement } = contract;
  const context = { tenant, month: historyMonth, timeZone: 'America/Sao_Paulo', agreement };
  const rated = rate(facts, card, context);
  if (!rated.ok) return `seed ${String(seed)}: ${rated.problem.kind}`;
  const second = secondOpinion(facts, contract, historyMonth);
  const { lines, totals } = rated.value;
  const first = {
    usage: lines
      .filter(({ group, amount }) => group === 'usage' && /[1-9]/.test(amount))
      .map(({ amount }) => amount)
      .toSorted(),
    ...totals,
  };
  // Whatever order the lines come in: the same bytes.
  const again = rate(facts.toReversed(), card, context);
  if (JSON.stringify(again) !== JSON.stringify(rated))
    return `seed ${String(seed)}: the order of lines shows`;
  return JSON.stringify(first) === JSON.stringify(second)
    ? null
    : `seed ${String(seed)}: ${JSON.stringify(first)} and ${JSON.stringify(second)}`;
};

/** Every history rated twice: difference 0.00 in every currency. */
export const ratingAgrees = (scope: Scope): readonly Figure[] => {
  const histories = scaled(scope, 100_000);
  let differences = 0;
  for (let index = 0; index < histories; index += 1) {
    const found = disagreement(scope.seed * 1_000_003 + index + 1);
    if (found !== null && differences === 0) console.error(found);
    if (found !== null) differences += 1;
  }
  return [
    { name: 'metering.histories-rated', value: histories, bound: `>= ${String(histories)}`, ok: true },
    exactly('metering.rating-differences', differences, 0),
  ];
};

/** Processor time, because the machine may have other work. */
export const ratingSpeed = async (scope: Scope): Promise<readonly Figure[]> => {
  const { cpuSeconds, residentMegabytes } = await inItsOwnProcess(
    'rate',
    scaled(scope, 1_000_000),
    scope.seed,
  );
  return [
    atMost('metering.rating-cpu', cpuSeconds, 20, 's'),
    atMost('metering.rating-memory', residentMegabytes, 512, 'MB'),
  ];
};
