/** Totals of lines by hour, day and month: always made from the lines, never counted up. */
import type { Calendar } from './billing-month.ts';
import { countsFrom, hourOf, type BookedLine } from './usage.ts';

/** All lines that agree in these, as one sum. */
export type Total = {
  /** In the tenant's time zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** `YYYY-MM-DDTHH` in UTC. */
  readonly hour: string;
  readonly unit: string;
  readonly region: string;
  readonly market: string;
  readonly channel: string;
  readonly language: string;
  readonly mode: string;
  readonly module: string;
  readonly intent: string;
  /** Of a line of model tokens. */
  readonly model: string;
  readonly quantity: number;
  readonly lines: number;
  /** Lines of these that take others back, and lines that came after their month was closed. */
  readonly reversals: number;
  readonly late: number;
  /** Of model tokens: how many of them were read, and how many written. */
  readonly tokensIn: number;
  readonly tokensOut: number;
};

export const dimensions = [
  'day',
  'hour',
  'unit',
  'region',
  'market',
  'channel',
  'language',
  'mode',
  'module',
  'intent',
  'model',
] as const satisfies readonly (keyof Total)[];
export type Dimension = (typeof dimensions)[number];

const measures = ['quantity', 'lines', 'reversals', 'late', 'tokensIn', 'tokensOut'] as const;
type Sum = Record<(typeof measures)[number], number>;

const none = 'none';

const keyOf = (total: Pick<Total, Dimension>, by: readonly Dimension[]): string =>
  by.map((dimension) => total[dimension]).join('\u0000');

const counted = (line: BookedLine, name: 'in' | 'out'): number => {
  const value = line.detail?.[name];
  return typeof value === 'number' ? value : 0;
};

const totalOf = (
  line: BookedLine,
  place: { readonly day: string; readonly lateFor: string | null },
): Total => {
  const model = line.detail?.['model'];
  return {
    day: place.day,
    hour: hourOf(countsFrom(line)),
    unit: line.unit,
    region: line.region,
    market: line.market ?? none,
    channel: line.channel ?? none,
    language: line.language,
    mode: line.mode,
    module: line.module,
    intent: line.intent ?? none,
    model: typeof model === 'string' ? model : none,
    quantity: line.quantity,
    lines: 1,
    reversals: line.reverses === undefined ? 0 : 1,
    late: place.lateFor === null ? 0 : 1,
    tokensIn: counted(line, 'in'),
    tokensOut: counted(line, 'out'),
  };
};

const inOrder = (totals: readonly Total[], by: readonly Dimension[]): readonly Total[] => {
  const keyed = totals.map((total) => ({ key: keyOf(total, by), total }));
  return keyed
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ total }) => total);
};

/** Sums over all dimensions but the ones given, which stay; the others become `all`. In the order of what stays. */
export const summed = (totals: Iterable<Total>, by: readonly Dimension[]): readonly Total[] => {
  const kept = new Set<Dimension>(by);
  const sums = new Map<string, { readonly first: Total; readonly sum: Sum }>();
  for (const total of totals) {
    const key = keyOf(total, by);
    const known = sums.get(key);
    if (known === undefined) {
      const { quantity, lines, reversals, late, tokensIn, tokensOut } = total;
      sums.set(key, { first: total, sum: { quantity, lines, reversals, late, tokensIn, tokensOut } });
      continue;
    }
    for (const measure of measures) known.sum[measure] += total[measure];
  }
  const all = (dimension: Dimension, value: string): string => (kept.has(dimension) ? value : 'all');
  const result = [...sums.values()].map(({ first, sum }): Total => ({
    day: all('day', first.day),
    hour: all('hour', first.hour),
    unit: all('unit', first.unit),
    region: all('region', first.region),
    market: all('market', first.market),
    channel: all('channel', first.channel),
    language: all('language', first.language),
    mode: all('mode', first.mode),
    module: all('module', first.module),
    intent: all('intent', first.intent),
    model: all('model', first.model),
    ...sum,
  }));
  return inOrder(result, by);
};

/** The totals of lines over all dimensions; the days, and with them the months, are those on which the lines count. */
export const totalsOf = (lines: Iterable<BookedLine>, calendar: Calendar): readonly Total[] => {
  const totals: Total[] = [];
  for (const line of lines) totals.push(totalOf(line, calendar.place(line)));
  return summed(totals, dimensions);
};

/** Totals by unit alone. */
export const byUnit = (totals: Iterable<Total>): Readonly<Record<string, number>> =>
  Object.fromEntries(summed(totals, ['unit']).map(({ unit, quantity }) => [unit, quantity]));

export type TotalDifference = {
  readonly day: string;
  readonly hour: string;
  readonly unit: string;
  readonly kept: number;
  readonly lines: number;
};

/** Where stored totals are not what the lines come to. */
export const differences = (kept: readonly Total[], made: readonly Total[]): readonly TotalDifference[] => {
  const own = new Map(kept.map((total) => [keyOf(total, dimensions), total]));
  const right = new Map(made.map((total) => [keyOf(total, dimensions), total]));
  return [...new Set([...own.keys(), ...right.keys()])].flatMap((key) => {
    const [stored, summedUp] = [own.get(key), right.get(key)];
    const named = stored ?? summedUp;
    if (named === undefined) return [];
    return measures.every((measure) => stored?.[measure] === summedUp?.[measure])
      ? []
      : [
          {
            day: named.day,
            hour: named.hour,
            unit: named.unit,
            kept: stored?.quantity ?? 0,
            lines: summedUp?.quantity ?? 0,
          },
        ];
  });
};
