/** What AWS charges for a thousand conversations, and what a message writes and asks, from the last counted run. */
import { awsCost, type CountedRun, type ModelCount } from '../../../functions/core/rating/aws-cost.ts';
import { keptRuns } from '../../finance/counted-runs.ts';
import { atMost, type Figure } from '../figure.ts';

const average = (models: readonly ModelCount[], of: (one: ModelCount) => number): number => {
  const calls = models.reduce((sum, one) => sum + one.calls, 0);
  return calls === 0 ? 0 : models.reduce((sum, one) => sum + of(one), 0) / calls;
};

const tokens = (region: string, run: CountedRun): readonly Figure[] =>
  (
    [
      ['intent', 750, 90],
      ['reply', 1100, 110],
    ] as const
  ).flatMap(([use, most, mostOut]) => {
    const own = run.models.filter((model) => model.use === use);
    // An average over no call would look like a good one.
    if (own.length === 0)
      return [{ name: `metering.${region}.${use}-tokens`, value: 'no-call', bound: 'counted', ok: false }];
    return [
      atMost(
        `metering.${region}.${use}-tokens-in`,
        average(own, ({ tokensIn }) => tokensIn),
        most,
      ),
      atMost(
        `metering.${region}.${use}-tokens-out`,
        average(own, ({ tokensOut }) => tokensOut),
        mostOut,
      ),
    ];
  });

const perThousand = 1000;

export const costFigures = (): readonly Figure[] => {
  const { runs } = keptRuns();
  return (
    [
      ['us-east-1', 0.4],
      ['sa-east-1', 0.95],
    ] as const
  ).flatMap(([region, most]) => {
    const run = runs[region];
    const cost = awsCost(region, run, perThousand);
    const calls = run.models
      .filter(({ use }) => use !== 'embedding')
      .reduce((sum, one) => sum + one.calls, 0);
    return [
      atMost(`metering.${region}.models-usd`, Number(cost.modelsUsd ?? Infinity), most, 'USD'),
      atMost(`metering.${region}.model-calls-a-message`, calls / run.messages, 0.9),
      atMost(
        `metering.${region}.write-units-a-message`,
        Number(run.counts['dynamodb.write']) / run.messages,
        28,
      ),
      ...tokens(region, run),
    ];
  });
};
