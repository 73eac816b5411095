/** How much of invented identifiers is masked, in the region where it is worst, and how often something else is. */
import { maskingFigures } from '../../../functions/core/understanding/evaluation/masking.ts';
import { atLeast, atMost, scaled, type Figure, type Scope } from '../figure.ts';

type Shares = Readonly<Record<string, number>>;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The lowest mean over all runs of any region, in percent. */
const worst = (runs: readonly Shares[]): number =>
  100 * Math.min(...Object.keys(runs[0] ?? {}).map((region) => mean(runs.map((run) => run[region] ?? 0))));

export const masking = (scope: Scope): readonly Figure[] => {
  const runs = Array.from({ length: scaled(scope, 40, 2) }, (_, at) => maskingFigures(scope.seed + at));
  return [
    atLeast('understanding.masked-right', worst(runs.map(({ right }) => right)), 99.5, '%'),
    atLeast('understanding.masked-mistyped', worst(runs.map(({ mistyped }) => mistyped)), 97, '%'),
    atMost(
      'understanding.masked-by-mistake',
      100 * mean(runs.map(({ wronglyMasked }) => wronglyMasked)),
      0.5,
      '%',
    ),
  ];
};
