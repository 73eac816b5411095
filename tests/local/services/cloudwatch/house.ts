/** A machine with one topic, one queue and its alarms, for tests that move the clock by hand. */
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { cloudwatchService } from '../../../../lib/local/services/cloudwatch.ts';
import { outbox } from '../../../../lib/local/services/outbox.ts';
import { snsService } from '../../../../lib/local/services/sns.ts';
import { testPlace } from '../place.ts';
import { credentials, serveService } from '../serve.ts';

export type WatchHouse = Awaited<ReturnType<typeof watchHouse>>;

const dead = 'arn:aws:sqs:sa-east-1:000000000000:dead';

/** Opened again at the same place it is the machine after a restart. */
export const watchHouse = async (place = testPlace()) => {
  const left = outbox(place);
  const sns = snsService(place, left);
  const made = await sns.provision({
    stack: 'demo',
    logicalId: 'T',
    type: 'AWS::SNS::Topic',
    properties: {},
  });
  let queue: { depth: number; age: number } | undefined = { depth: 0, age: 0 };
  const known = (arn: string) => (arn === dead ? queue : undefined);
  const metrics = {
    queueDepth: (arn: string) => known(arn)?.depth,
    queueAge: (arn: string) => known(arn)?.age,
  };
  const cloudwatch = cloudwatchService(place, metrics, { publish: sns.publish, every: 0 });
  const served = await serveService(cloudwatch);
  const options = { region: place.region, endpoint: served.endpoint, credentials, maxAttempts: 1 };
  const client = new CloudWatchClient(options);

  return {
    place,
    left,
    topic: made.ref,
    cloudwatch,
    served,
    client,
    /** How full the queue `dead` is and how old its oldest message, or that there is no such queue. */
    queueHolds: (now: { depth: number; age: number } | undefined) => {
      queue = now;
    },
    alarm: async (properties: Readonly<Record<string, unknown>>, type = 'Alarm') =>
      cloudwatch.provision({
        stack: 'demo',
        logicalId: 'It',
        type: `AWS::CloudWatch::${type}`,
        properties: {
          AlarmName: 'harm',
          AlarmDescription: 'Harm: buyers get no answer.',
          AlarmActions: [made.ref],
          OKActions: [made.ref],
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          ...properties,
        },
      }),
    /** The states of all alarms so many seconds later. */
    after: (seconds: number) => {
      place.pass(1000 * seconds);
      cloudwatch.evaluate();
      return cloudwatch.states().map(({ state }) => state);
    },
    /** The states that were told, oldest first. */
    told: () => left.since(0).map(({ ['state']: state }) => state),
    close: async (keep: 'keep' | 'tidy' = 'tidy') => {
      client.destroy();
      await served.close();
      if (keep === 'tidy') place.remove();
    },
  };
};

export const onQueue = {
  Namespace: 'AWS/SQS',
  MetricName: 'ApproximateNumberOfMessagesVisible',
  Dimensions: [{ Name: 'QueueName', Value: 'dead' }],
  Statistic: 'Maximum',
  Period: 60,
};
export const onErrors = {
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Dimensions: [{ Name: 'FunctionName', Value: 'worker' }],
  Statistic: 'Sum',
  Period: 300,
  TreatMissingData: 'notBreaching',
};
