/** What PutMetricData carries and what CloudWatch refuses about it. Limits: CloudWatch API reference. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import { one } from './series.ts';
import type { MetricId, Values } from './series.ts';

const datum = z.object({
  MetricName: z.string().min(1).max(255),
  Dimensions: z
    .array(z.object({ Name: z.string().min(1).max(255), Value: z.string().min(1).max(1024) }))
    .max(30)
    .default([]),
  /** Seconds since the epoch. */
  Timestamp: z.number().optional(),
  Value: z.number().optional(),
  Values: z.array(z.number()).max(150).optional(),
  Counts: z.array(z.number()).optional(),
  StatisticValues: z
    .object({ SampleCount: z.number(), Sum: z.number(), Minimum: z.number(), Maximum: z.number() })
    .optional(),
});
type Datum = z.infer<typeof datum>;

export const putMetricDataShape = z.object({
  Namespace: z.string().min(1).max(255),
  MetricData: z.array(datum).max(1000).default([]),
});

export type Measured = { readonly metric: MetricId; readonly values: Values; readonly at: number };

const fortnight = 14 * 24 * 3600 * 1000;
const twoHours = 2 * 3600 * 1000;

/** The values of a request, dated `now` where it gives no time. Throws InvalidParameterValue or -Combination. */
export const measuredIn = (request: z.infer<typeof putMetricDataShape>, now: number): readonly Measured[] => {
  const { Namespace: namespace, MetricData } = request;
  if (namespace.startsWith('AWS/'))
    throw new AwsError('InvalidParameterValue', `The value ${namespace} for parameter Namespace is invalid.`);
  return MetricData.map((one) => {
    const at = one.Timestamp === undefined ? now : 1000 * one.Timestamp;
    if (at < now - fortnight || at > now + twoHours)
      throw new AwsError(
        'InvalidParameterValue',
        `The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.`,
      );
    const dimensions = Object.fromEntries(one.Dimensions.map(({ Name, Value }) => [Name, Value]));
    return { metric: { namespace, name: one.MetricName, dimensions }, values: valuesOf(one), at };
  });
};

const valuesOf = ({ Value, Values, Counts, StatisticValues }: Datum): Values => {
  const given = [Value, Values, StatisticValues].filter((one) => one !== undefined);
  if (given.length !== 1 || (Counts !== undefined && Counts.length !== Values?.length))
    throw new AwsError(
      'InvalidParameterCombination',
      `The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you have specified both or none.`,
    );
  if (Value !== undefined) return one(Value);
  if (StatisticValues !== undefined) {
    const { SampleCount: count, Sum: sum, Minimum: minimum, Maximum: maximum } = StatisticValues;
    return { count, sum, minimum, maximum };
  }
  const values = Values ?? [];
  const weight = (at: number) => Counts?.[at] ?? 1;
  return {
    count: values.reduce((total, _, at) => total + weight(at), 0),
    sum: values.reduce((total, value, at) => total + value * weight(at), 0),
    minimum: Math.min(...values),
    maximum: Math.max(...values),
  };
};
