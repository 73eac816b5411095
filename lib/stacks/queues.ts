/** The queues between the steps, in the order of a message's way, and who is hurt when one stops. */
import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { HarmAlarm } from '../constructs/harm-alarm.ts';
import { WorkQueue } from '../constructs/work-queue.ts';

export class PipelineQueues extends Construct {
  readonly pointers: WorkQueue;
  readonly inbound: WorkQueue;
  readonly detected: WorkQueue;
  readonly recognized: WorkQueue;
  readonly outbound: WorkQueue;
  readonly access: WorkQueue;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    this.pointers = new WorkQueue(this, 'Pointers', foundation, {
      name: 'pointers',
      handledWithin: Duration.seconds(30),
      deadLetters: {
        impact: 'a marketplace told us of buyers, and what they wrote could not be fetched',
        runbook: 'docs/runbook.md#pointers-dead-letters',
      },
      late: {
        impact: 'what buyers wrote lies at the marketplace and is fetched too slowly',
        runbook: 'docs/runbook.md#pointers-late',
      },
    });
    this.inbound = new WorkQueue(this, 'Inbound', foundation, {
      name: 'inbound',
      handledWithin: Duration.seconds(10),
      deadLetters: {
        impact: 'messages of buyers were accepted but not stored, and nobody will answer them',
        runbook: 'docs/runbook.md#inbound-dead-letters',
      },
      late: {
        impact: 'buyers who wrote to us wait, and no agent sees them yet',
        runbook: 'docs/runbook.md#inbound-late',
      },
    });
    this.detected = new WorkQueue(this, 'Detected', foundation, {
      name: 'detected',
      handledWithin: Duration.seconds(20),
      deadLetters: {
        impact: 'buyers who wrote to us get no automatic answer: a person has to take them',
        runbook: 'docs/runbook.md#detected-dead-letters',
      },
      late: {
        impact: 'buyers wait for an answer because intents are recognized too slowly',
        runbook: 'docs/runbook.md#detected-late',
      },
    });
    this.recognized = new WorkQueue(this, 'Recognized', foundation, {
      name: 'recognized',
      handledWithin: Duration.seconds(30),
      /* Long enough for a buyer's next line to arrive, so that a burst is answered once. */
      deliveryDelay: Duration.seconds(1),
      deadLetters: {
        impact: 'buyers who were understood get no answer: a person has to take them',
        runbook: 'docs/runbook.md#recognized-dead-letters',
      },
      late: {
        impact: 'buyers wait for an answer because replies are written too slowly',
        runbook: 'docs/runbook.md#recognized-late',
      },
    });
    this.outbound = new WorkQueue(this, 'Outbound', foundation, {
      name: 'outbound',
      handledWithin: Duration.seconds(20),
      deadLetters: {
        impact: 'answers are written, also those of agents, but buyers do not get them',
        runbook: 'docs/runbook.md#outbound-dead-letters',
      },
      late: {
        impact: 'answers reach buyers too late',
        runbook: 'docs/runbook.md#outbound-late',
      },
    });
    this.access = new WorkQueue(this, 'Access', foundation, {
      name: 'access',
      handledWithin: Duration.seconds(30),
      deadLetters: {
        impact: 'a marketplace renews no token: in minutes no buyer of these sellers gets an answer',
        runbook: 'docs/runbook.md#access-dead-letters',
      },
      late: {
        impact: 'tokens of sellers are renewed too slowly, and answers to their buyers wait',
        runbook: 'docs/runbook.md#access-late',
      },
    });
  }
}

/** Keeps what was genuine and could not be read. Nothing consumes it: a person looks, and the alarm says so. */
export class UnreadableQueue extends Queue {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id, {
      queueName: `recado-${foundation.stage.name}-unreadable`,
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: foundation.dataKey,
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
    });
    const why = {
      because: 'It is itself the place for what could not be handled, and nothing receives from it',
      reviewBy: '2027-05-31',
    } as const;
    acknowledge(this, { rule: 'AwsSolutions-SQS3', ...why }, { rule: 'Serverless-SQSRedrivePolicy', ...why });
    new HarmAlarm(this, 'Unreadable', foundation, {
      name: 'unreadable',
      harm: {
        impact: 'a marketplace sends something we cannot read, and the buyers behind it go unanswered',
        runbook: 'docs/runbook.md#unreadable',
      },
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      when: { atLeast: 1 },
    });
  }
}
