/** Amazon CloudWatch on this machine: metrics, and the alarms of the templates told to their topics. */
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { AwsAnswer, AwsRequest, Permission, Place, Service } from '../service.ts';
import { imitated, jsonAnswer, readInput, targetOperation } from './aws-json.ts';
import { alarmOf } from './cloudwatch/alarm.ts';
import { measuredIn, putMetricDataShape } from './cloudwatch/put-metric-data.ts';
import { metricSeries, one } from './cloudwatch/series.ts';
import type { MetricId } from './cloudwatch/series.ts';
import { alarmWatch } from './cloudwatch/watch.ts';
import type { Publish, QueueMetrics, WatchedAlarm } from './cloudwatch/watch.ts';

export type CloudWatchService = Service & {
  /**
   * Counts a value of a metric now. Whoever runs Lambdas records `Invocations` 1, `Errors` and `Throttles` 0 or 1 in
   * `AWS/Lambda` with the dimension `FunctionName` for each call, as AWS does.
   */
  record(metric: MetricId, value: number): void;
  /** Judges every alarm now and tells the topics of those that changed. */
  evaluate(): void;
  states(): readonly WatchedAlarm[];
};

export type CloudWatchTools = {
  /** Usually `publish` of the stand-in for SNS. */
  readonly publish: Publish;
  /** Milliseconds between evaluations; 0 leaves them to `evaluate`. */
  readonly every?: number;
};

/** Alarms (AWS::CloudWatch::Alarm; AWS::CloudWatch::CompositeAlarm is taken but never evaluated). */
export const cloudwatchService = (
  place: Place,
  metrics: QueueMetrics,
  { publish, every = 1000 }: CloudWatchTools,
): CloudWatchService => {
  const series = metricSeries();
  const watch = alarmWatch(place, series, metrics, publish);
  const operations = operationsOn(place, series, watch);
  const timer = every === 0 ? undefined : setInterval(watch.evaluate, every).unref();

  return {
    name: 'monitoring',
    types: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
    provision: (resource) => {
      const alarm = alarmOf(resource, place);
      watch.put(alarm);
      return { ref: alarm.name, attributes: { Arn: alarm.arn } };
    },
    operation: targetOperation,
    permissions: (request) =>
      imitated('cloudwatch', operations, targetOperation(request)).permissions(request),
    answer: async (request) => imitated('cloudwatch', operations, targetOperation(request)).answer(request),
    close: async () => clearInterval(timer),
    record: (metric, value) => series.add(metric, one(value), place.clock()),
    evaluate: watch.evaluate,
    states: watch.states,
  };
};

type Operation = {
  permissions(request: AwsRequest): readonly Permission[];
  answer(request: AwsRequest): AwsAnswer;
};

const describeAlarmsShape = z.object({
  AlarmNames: z.array(z.string()).max(100).optional(),
  AlarmNamePrefix: z.string().default(''),
  StateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']).optional(),
});

const operationsOn = (
  place: Place,
  series: ReturnType<typeof metricSeries>,
  watch: ReturnType<typeof alarmWatch>,
): Readonly<Record<string, Operation>> => ({
  PutMetricData: {
    permissions: (request) => {
      const { Namespace } = readInput(putMetricDataShape, bytesOf(request));
      const context = { 'cloudwatch:namespace': [Namespace] };
      return [{ action: 'cloudwatch:PutMetricData', resource: '*', context }];
    },
    answer: (request) => {
      const input = readInput(putMetricDataShape, bytesOf(request));
      for (const { metric, values, at } of measuredIn(input, place.clock())) series.add(metric, values, at);
      return jsonAnswer({}, 'application/x-amz-json-1.0');
    },
  },
  DescribeAlarms: {
    permissions: () => {
      const resource = `arn:aws:cloudwatch:${place.region}:${place.account}:alarm:*`;
      return [{ action: 'cloudwatch:DescribeAlarms', resource }];
    },
    answer: (request) => {
      const asked = readInput(describeAlarmsShape, bytesOf(request));
      const found = watch
        .states()
        .filter(
          ({ alarm }) =>
            asked.AlarmNames?.includes(alarm.name) ?? alarm.name.startsWith(asked.AlarmNamePrefix),
        )
        .filter(({ state }) => asked.StateValue === undefined || asked.StateValue === state);
      return jsonAnswer({ MetricAlarms: found.map(described) }, 'application/x-amz-json-1.0');
    },
  },
});

/** The SDK compresses larger bodies. */
const bytesOf = ({ headers, body }: AwsRequest): Buffer =>
  headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;

const described = ({ alarm, state, reason, changedAt }: WatchedAlarm): object => ({
  AlarmName: alarm.name,
  AlarmArn: alarm.arn,
  AlarmDescription: alarm.description,
  StateValue: state,
  StateReason: reason,
  StateUpdatedTimestamp: changedAt / 1000,
  AlarmActions: alarm.tells.ALARM,
  OKActions: alarm.tells.OK,
  InsufficientDataActions: alarm.tells.INSUFFICIENT_DATA,
  MetricName: alarm.watched?.metric.name,
  Namespace: alarm.watched?.metric.namespace,
  Statistic: alarm.watched?.statistic,
  Period: alarm.watched?.periodSeconds,
  EvaluationPeriods: alarm.watched?.periods,
  Threshold: alarm.watched?.threshold,
  ComparisonOperator: alarm.watched?.comparison,
});
