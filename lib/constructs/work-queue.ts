/** A queue between two steps: FIFO by conversation, high throughput, dead letters, and an alarm for each way to hurt. */
import { Duration } from 'aws-cdk-lib';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Foundation } from './foundation.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { Harm } from './harm-alarm.ts';

/** Receives before a record goes to the dead letters; on the last one the worker parks it itself, with its reason. */
export const maximumReceives = 5;

/** After a crash, not after a failure: a worker that fails asks for its own delay. AWS asks for six times the time-out. */
const visibilityFactor = 6;

export type WorkQueueProps = {
  /** `recado-<stage>-<name>.fifo`. */
  readonly name: string;
  /** The time-out of its worker. */
  readonly handledWithin: Duration;
  readonly deliveryDelay?: Duration;
  /** A record was given up. */
  readonly deadLetters: Harm;
  /** The oldest record waits too long. */
  readonly late: Harm;
};

/** Longer than the sweep's patience would be: people are called before what is overdue is re-queued. */
const lateAfterSeconds = 120;

export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly handledWithin: Duration;

  constructor(scope: Construct, id: string, foundation: Foundation, props: WorkQueueProps) {
    super(scope, id);
    this.handledWithin = props.handledWithin;
    const name = `recado-${foundation.stage.name}-${props.name}`;
    const common = {
      fifo: true,
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: foundation.dataKey,
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
    } as const satisfies QueueProps;
    this.deadLetters = new Queue(this, 'DeadLetters', { ...common, queueName: `${name}-dead.fifo` });
    acknowledge(this.deadLetters, {
      rule: 'Serverless-SQSRedrivePolicy',
      because: 'It is where dead letters end, and its alarm calls people',
      reviewBy: '2027-05-31',
    });
    this.queue = new Queue(this, 'Queue', {
      ...common,
      queueName: `${name}.fifo`,
      visibilityTimeout: Duration.seconds(props.handledWithin.toSeconds() * visibilityFactor),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: maximumReceives },
      ...(props.deliveryDelay === undefined ? {} : { deliveryDelay: props.deliveryDelay }),
    });
    new HarmAlarm(this, 'GivenUp', foundation, {
      name: `${props.name}-dead-letters`,
      harm: props.deadLetters,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      when: { atLeast: 1 },
    });
    new HarmAlarm(this, 'Late', foundation, {
      name: `${props.name}-late`,
      harm: props.late,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      when: { atLeast: lateAfterSeconds },
      periods: 2,
    });
  }
}
