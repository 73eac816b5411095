/** An alarm as its template describes it. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { Place, Resource } from '../../service.ts';
import { statistics } from './series.ts';
import type { MetricId, Statistic } from './series.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export type Alarm = {
  readonly arn: string;
  readonly name: string;
  readonly description: string | undefined;
  /** What it watches; undefined for metric math and composite rules, which this machine does not evaluate. */
  readonly watched: Watched | undefined;
  /** ARNs of the topics that are told of each state. */
  readonly tells: Readonly<Record<AlarmState, readonly string[]>>;
};

export type Watched = {
  readonly metric: MetricId;
  readonly statistic: Statistic;
  readonly periodSeconds: number;
  readonly periods: number;
  /** How many of the periods must breach the threshold. */
  readonly datapoints: number;
  readonly threshold: number;
  readonly comparison: keyof typeof comparisons;
  readonly missing: (typeof treatments)[number];
};

export const comparisons = {
  GreaterThanOrEqualToThreshold: {
    words: 'greater than or equal to',
    holds: (a: number, b: number) => a >= b,
  },
  GreaterThanThreshold: { words: 'greater than', holds: (a: number, b: number) => a > b },
  LessThanThreshold: { words: 'less than', holds: (a: number, b: number) => a < b },
  LessThanOrEqualToThreshold: { words: 'less than or equal to', holds: (a: number, b: number) => a <= b },
} as const;
const treatments = ['missing', 'breaching', 'notBreaching', 'ignore'] as const;

/** Actions other than telling a topic would do nothing here, so a template that wants one is refused. */
const topics = z.array(z.string().startsWith('arn:aws:sns:')).default([]);
const count = z.coerce.number().int().min(1);
const common = z.object({
  AlarmName: z.string().optional(),
  AlarmDescription: z.string().optional(),
  ActionsEnabled: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((is) => is === 'true')])
    .default(true),
  AlarmActions: topics,
  OKActions: topics,
  InsufficientDataActions: topics,
});
const watching = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Statistic: z.enum(statistics),
  Period: count,
  EvaluationPeriods: count,
  DatapointsToAlarm: count.optional(),
  Threshold: z.coerce.number(),
  ComparisonOperator: z.enum([
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  TreatMissingData: z.enum(treatments).default('missing'),
});

/** The alarm of an AWS::CloudWatch::Alarm or AWS::CloudWatch::CompositeAlarm. Throws ValidationError. */
export const alarmOf = (resource: Resource, place: Place): Alarm => {
  const asked = read(common, resource);
  const name = asked.AlarmName ?? `${resource.stack}-${resource.logicalId}`;
  const told = (arns: readonly string[]) => (asked.ActionsEnabled ? arns : []);
  const evaluated =
    resource.type === 'AWS::CloudWatch::Alarm' && resource.properties['Metrics'] === undefined;
  return {
    arn: `arn:aws:cloudwatch:${place.region}:${place.account}:alarm:${name}`,
    name,
    description: asked.AlarmDescription,
    watched: evaluated ? watchedBy(read(watching, resource)) : undefined,
    tells: {
      ALARM: told(asked.AlarmActions),
      OK: told(asked.OKActions),
      INSUFFICIENT_DATA: told(asked.InsufficientDataActions),
    },
  };
};

const watchedBy = (asked: z.infer<typeof watching>): Watched => ({
  metric: {
    namespace: asked.Namespace,
    name: asked.MetricName,
    dimensions: Object.fromEntries(asked.Dimensions.map(({ Name, Value }) => [Name, Value])),
  },
  statistic: asked.Statistic,
  periodSeconds: asked.Period,
  periods: asked.EvaluationPeriods,
  datapoints: asked.DatapointsToAlarm ?? asked.EvaluationPeriods,
  threshold: asked.Threshold,
  comparison: asked.ComparisonOperator,
  missing: asked.TreatMissingData,
});

const read = <Properties>(shape: z.ZodType<Properties>, { properties }: Resource): Properties => {
  const parsed = shape.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new AwsError('ValidationError', z.prettifyError(parsed.error));
};
