/** Corrects a final statement: the difference of each line, under a number of its own. The statement itself stays. */
import { exact, moneyOf, plain, sumOf, zero } from '../money.ts';
import type { Statement, StatementLine } from './statement.ts';
import { wordsOf } from './statement-of.ts';

/** What of the earlier statement a correction needs. */
export type Corrected = Pick<Statement, 'number' | 'tenant' | 'month' | 'currency'> & {
  readonly lines: readonly StatementLine[];
};

const nameOf = ({ group, of, drillDown, coverage, tier }: StatementLine): string =>
  [group, of, drillDown ?? '', coverage ?? '', String(tier?.from ?? '')].join('#');

const difference = (
  before: StatementLine | undefined,
  now: StatementLine | undefined,
  currency: string,
): readonly StatementLine[] => {
  const shown = now ?? before;
  if (shown === undefined) return [];
  const [old, fresh] = [exact(before?.amount ?? '0'), exact(now?.amount ?? '0')];
  const quantity = exact(now?.quantity ?? '0').minus(before?.quantity ?? '0');
  if (fresh.eq(old) && quantity.eq(zero)) return [];
  return [{ ...shown, quantity: plain(quantity), amount: moneyOf(fresh.minus(old), currency).amount }];
};

/** Null when nothing differs. Throws when the two are not of one tenant, month and currency. */
export const creditNoteFor = (before: Corrected, now: Statement, number: string): Statement | null => {
  if (before.tenant !== now.tenant || before.month !== now.month || before.currency !== now.currency)
    throw new TypeError('a correction is of the same tenant, month and currency');
  const old = new Map(before.lines.map((line) => [nameOf(line), line]));
  const fresh = new Map(now.lines.map((line) => [nameOf(line), line]));
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  const lines = names
    .flatMap((name) => difference(old.get(name), fresh.get(name), now.currency))
    .map((line, index) => ({ ...line, id: `C${String(index + 1)}` }));
  if (lines.length === 0) return null;
  const sum = (isTax: boolean) =>
    sumOf(lines.filter(({ group }) => (group === 'tax') === isTax).map(({ amount }) => exact(amount)));
  const [net, tax] = [sum(false), sum(true)];
  const words = wordsOf(now.locale);
  return {
    ...now,
    kind: 'credit-note',
    title: words.creditNote,
    notice: words.notice,
    number,
    corrects: before.number,
    status: 'final',
    lines,
    totals: {
      net: moneyOf(net, now.currency).amount,
      tax: moneyOf(tax, now.currency).amount,
      total: moneyOf(net.plus(tax), now.currency).amount,
    },
    comparison: null,
    peers: [],
  };
};
