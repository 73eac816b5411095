/** Watches every alarm: measures queues, judges the last periods, and tells the topics when a state changes. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Place } from '../../service.ts';
import { keptRecords } from '../kept-files.ts';
import type { Alarm, AlarmState, Watched } from './alarm.ts';
import { judge } from './evaluation.ts';
import { one } from './series.ts';
import type { Series } from './series.ts';

/** How full a queue is and how old its oldest message, in seconds; undefined for a queue that is not there. */
export type QueueMetrics = {
  readonly queueDepth: (queueArn: string) => number | undefined;
  readonly queueAge: (queueArn: string) => number | undefined;
};

/** Tells a topic what an alarm has to say, in the words of its message and as facts. */
export type Publish = (
  topicArn: string,
  notice: { readonly subject: string; readonly message: string },
  alarm: Readonly<Record<string, unknown>>,
) => void;

export type WatchedAlarm = {
  readonly alarm: Alarm;
  readonly state: AlarmState;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
};

/**
 * The depth and age of a queue can be asked at any moment, so their periods are at most this long here: nobody waits
 * minutes for an alarm on a machine of their own. What is counted as it happens keeps its periods, because a shorter
 * one would count less.
 */
const longestGaugePeriod = 5;

const record = z.object({
  state: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
  reason: z.string(),
  changedAt: z.number(),
});

export const alarmWatch = (place: Place, series: Series, metrics: QueueMetrics, publish: Publish) => {
  const { clock, region, account } = place;
  const alarms = new Map<string, Alarm>();
  // States outlive a restart, so that nobody is told again of what they know.
  const records = keptRecords(join(place.data, 'monitoring'), record);
  const beganAt = clock();

  const measure = (): void => {
    const gauges = new Map(
      [...alarms.values()].flatMap(({ watched }) =>
        watched !== undefined && isGauge(watched)
          ? [[JSON.stringify(watched.metric), watched.metric] as const]
          : [],
      ),
    );
    for (const metric of gauges.values()) {
      const arn = `arn:aws:sqs:${region}:${account}:${metric.dimensions['QueueName']}`;
      const value =
        metric.name === 'ApproximateAgeOfOldestMessage' ? metrics.queueAge(arn) : metrics.queueDepth(arn);
      if (value !== undefined) series.add(metric, one(value), clock());
    }
  };

  const periodsOf = (watched: Watched) => {
    const length =
      1000 * (isGauge(watched) ? Math.min(longestGaugePeriod, watched.periodSeconds) : watched.periodSeconds);
    return Array.from({ length: watched.periods }, (_, back) => {
      const to = clock() - back * length;
      const from = to - length;
      return { value: series.read(watched.metric, watched.statistic, from, to), before: from < beganAt };
    });
  };

  const present = (alarm: Alarm) =>
    records.get(alarm.arn) ?? {
      state: 'INSUFFICIENT_DATA' as const,
      reason: 'Unchecked',
      changedAt: beganAt,
    };

  const judgeOne = (alarm: Alarm): void => {
    if (alarm.watched === undefined) return;
    const before = present(alarm);
    const after = { ...judge(alarm.watched, periodsOf(alarm.watched), before.state), changedAt: clock() };
    if (after.state === before.state) return;
    const subject = `${after.state}: "${alarm.name}" in ${region}`;
    const message = JSON.stringify(messageOf(place, { alarm, ...after }, before.state));
    const told = {
      alarm: alarm.name,
      description: alarm.description,
      state: after.state,
      reason: after.reason,
    };
    for (const topic of alarm.tells[after.state]) publish(topic, { subject, message }, told);
    // Last, so that a kill in between tells people twice and never not at all.
    records.put(alarm.arn, after);
  };

  return {
    put: (alarm: Alarm): void => void alarms.set(alarm.arn, alarm),
    evaluate: (): void => {
      measure();
      for (const alarm of alarms.values()) judgeOne(alarm);
      series.forget(clock() - longestLookBack(alarms.values()));
    },
    states: (): readonly WatchedAlarm[] =>
      [...alarms.values()].map((alarm) => ({ alarm, ...present(alarm) })),
  };
};

const gauges = new Set(['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage']);

const isGauge = ({ metric }: Watched): boolean => metric.namespace === 'AWS/SQS' && gauges.has(metric.name);

const longestLookBack = (alarms: Iterable<Alarm>): number =>
  [...alarms].reduce((most, { watched }) => {
    return watched === undefined ? most : Math.max(most, 1000 * watched.periodSeconds * watched.periods);
  }, 0);

/** What CloudWatch sends to a topic. Source: CloudWatch user guide, "Amazon SNS notifications". */
const messageOf = (
  { account, region }: Place,
  { alarm, state, reason, changedAt }: WatchedAlarm,
  oldState: AlarmState,
): object => ({
  AlarmName: alarm.name,
  AlarmDescription: alarm.description ?? null,
  AWSAccountId: account,
  NewStateValue: state,
  NewStateReason: reason,
  StateChangeTime: new Date(changedAt).toISOString(),
  Region: region,
  AlarmArn: alarm.arn,
  OldStateValue: oldState,
  Trigger: triggerOf(alarm.watched),
});

const triggerOf = (watched: Watched | undefined): object | undefined =>
  watched && {
    MetricName: watched.metric.name,
    Namespace: watched.metric.namespace,
    StatisticType: 'Statistic',
    Statistic: watched.statistic.toUpperCase(),
    Unit: null,
    Dimensions: Object.entries(watched.metric.dimensions).map(([name, value]) => ({ name, value })),
    Period: watched.periodSeconds,
    EvaluationPeriods: watched.periods,
    DatapointsToAlarm: watched.datapoints,
    ComparisonOperator: watched.comparison,
    Threshold: watched.threshold,
    TreatMissingData: watched.missing,
  };
