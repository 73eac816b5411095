/** What was measured: data points of each metric, summed up over any stretch of time. */

export type Dimensions = Readonly<Record<string, string>>;

/** Names a series: the same metric with other dimensions is another series. */
export type MetricId = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Dimensions;
};

/** Some values of a series taken together. */
export type Values = {
  readonly count: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
};

export const statistics = ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount'] as const;
export type Statistic = (typeof statistics)[number];

type Point = Values & { readonly at: number };

export type Series = {
  /** `at` in milliseconds since the epoch. */
  add(metric: MetricId, values: Values, at: number): void;
  /** Of all values after `from` and up to `to`; undefined when there was none. */
  read(metric: MetricId, statistic: Statistic, from: number, to: number): number | undefined;
  /** Drops everything before `time`. */
  forget(time: number): void;
};

export const one = (value: number): Values => ({ count: 1, sum: value, minimum: value, maximum: value });

/** Held in memory: after a restart alarms judge what they see from then on. */
export const metricSeries = (): Series => {
  const all = new Map<string, Point[]>();
  return {
    add: (metric, values, at) => {
      const key = keyOf(metric);
      const points = all.get(key) ?? [];
      points.push({ ...values, at });
      all.set(key, points);
    },
    read: (metric, statistic, from, to) => {
      const points = (all.get(keyOf(metric)) ?? []).filter(({ at }) => at > from && at <= to);
      return points.length === 0 ? undefined : statisticOf(statistic, points);
    },
    forget: (time) => {
      for (const [key, points] of all)
        all.set(
          key,
          points.filter(({ at }) => at >= time),
        );
    },
  };
};

const keyOf = ({ namespace, name, dimensions }: MetricId): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);

const statisticOf = (statistic: Statistic, points: readonly Values[]): number => {
  const count = points.reduce((total, point) => total + point.count, 0);
  const sum = points.reduce((total, point) => total + point.sum, 0);
  switch (statistic) {
    case 'Sum':
      return sum;
    case 'SampleCount':
      return count;
    case 'Average':
      return sum / count;
    case 'Minimum':
      return points.reduce((least, { minimum }) => Math.min(least, minimum), Infinity);
    case 'Maximum':
      return points.reduce((most, { maximum }) => Math.max(most, maximum), -Infinity);
  }
};
