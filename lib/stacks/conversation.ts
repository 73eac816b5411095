/** The way of a message after it was accepted: four workers in a row, the sweep beside them, and the desk of the people. */
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { mayUse } from '../../functions/core/policy/may-use.ts';
import type { CollectMessageEnv } from '../../functions/collect-message/env.ts';
import type { DeskApiEnv } from '../../functions/desk-api/env.ts';
import type { DetectLanguageEnv } from '../../functions/detect-language/env.ts';
import type { GenerateReplyEnv } from '../../functions/generate-reply/env.ts';
import type { RecognizeIntentEnv } from '../../functions/recognize-intent/env.ts';
import type { SendReplyEnv } from '../../functions/send-reply/env.ts';
import type { SweepEnv } from '../../functions/sweep/env.ts';
import { concurrencyFor } from '../config/capacity.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { HarmAlarm } from '../constructs/harm-alarm.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import { stateMachineArn } from '../constructs/state-machine.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { collectMessageGrants } from './grants/ingress.ts';
import { deskApiGrants } from './grants/escalation.ts';
import {
  detectLanguageGrants,
  generateReplyGrants,
  recognizeIntentGrants,
  sendReplyGrants,
  sweepGrants,
} from './grants/conversation.ts';
import type { Stores } from './grants/rights.ts';
import { Knowledge } from './knowledge.ts';
import { AccountCare } from './account-care.ts';
import { placeOf } from './place.ts';
import { PipelineQueues, UnreadableQueue } from './queues.ts';

export class ConversationStack extends Stack {
  readonly queues: PipelineQueues;
  readonly unreadable: Queue;
  /** Whoever may hand over starts the machine of the case. Its stack leans on this one: it is named, not referred to. */
  private readonly caseMachine: string;

  constructor(scope: Construct, foundation: Foundation, stores: Stores) {
    const { stage, region } = foundation;
    super(scope, ...placeOf(stage, region, 'conversation', { terminationProtection: false }));
    this.caseMachine = stateMachineArn(this, foundation, 'escalation');
    this.queues = new PipelineQueues(this, 'Queues', foundation);
    this.unreadable = new UnreadableQueue(this, 'UnreadableQueue', foundation);
    this.collectMessage(foundation, stores);
    this.detectLanguage(foundation, stores);
    this.recognizeIntent(foundation, stores);
    this.generateReply(foundation, stores);
    this.sendReply(foundation, stores);
    this.sweep(foundation, stores);
    this.deskApi(foundation, stores);
    new AccountCare(this, 'AccountCare', foundation, stores, this.queues);
    new Knowledge(this, 'Knowledge', foundation, stores);
  }

  private collectMessage(foundation: Foundation, stores: Stores): void {
    const { pointers, inbound, access } = this.queues;
    const { data } = stores;
    new QueueWorker<CollectMessageEnv>(this, 'CollectMessage', foundation, {
      lambda: 'collect-message',
      queue: pointers,
      /* One at a time: a seller whose API hangs keeps no other seller's buyers waiting in the same batch. */
      batchSize: 1,
      maximumConcurrency: concurrencyFor(foundation.stage, 3),
      environment: {
        HOME_REGION: foundation.region,
        CONVERSATIONS_TABLE: data.conversations.tableName,
        TENANTS_TABLE: data.tenants.tableName,
        ...this.accessNames(stores),
        INBOUND_QUEUE_URL: inbound.queue.queueUrl,
        BODIES_BUCKET: data.bodies.bucketName,
        ID_KEY_SECRET: data.idKey.secretArn,
      },
      grants: collectMessageGrants(stores, inbound.queue, access.queue),
    });
  }

  private detectLanguage(foundation: Foundation, stores: Stores): void {
    const { inbound, detected } = this.queues;
    const comprehend = serviceIn(foundation, 'comprehend');
    new QueueWorker<DetectLanguageEnv>(this, 'DetectLanguage', foundation, {
      lambda: 'detect-language',
      queue: inbound,
      batchSize: 10,
      maximumConcurrency: concurrencyFor(foundation.stage, 0.5),
      environment: {
        ...storeNames(foundation, stores),
        ESCALATION_MACHINE_ARN: this.caseMachine,
        ID_KEY_SECRET: stores.data.idKey.secretArn,
        BODIES_BUCKET: stores.data.bodies.bucketName,
        DETECTED_QUEUE_URL: detected.queue.queueUrl,
        LANGUAGE_SERVICE: comprehend,
      },
      grants: detectLanguageGrants(stores, this.caseMachine, detected.queue, comprehend),
    });
  }

  private recognizeIntent(foundation: Foundation, stores: Stores): void {
    const { detected, recognized } = this.queues;
    new QueueWorker<RecognizeIntentEnv>(this, 'RecognizeIntent', foundation, {
      lambda: 'recognize-intent',
      queue: detected,
      batchSize: 1,
      maximumConcurrency: concurrencyFor(foundation.stage, 2),
      environment: {
        ...storeNames(foundation, stores),
        ESCALATION_MACHINE_ARN: this.caseMachine,
        RECOGNIZED_QUEUE_URL: recognized.queue.queueUrl,
      },
      grants: recognizeIntentGrants(stores, this.caseMachine, foundation.region, recognized.queue),
    });
  }

  private generateReply(foundation: Foundation, stores: Stores): void {
    const { recognized, outbound, access } = this.queues;
    new QueueWorker<GenerateReplyEnv>(this, 'GenerateReply', foundation, {
      lambda: 'generate-reply',
      queue: recognized,
      batchSize: 1,
      maximumConcurrency: concurrencyFor(foundation.stage, 5),
      environment: {
        ...storeNames(foundation, stores),
        ESCALATION_MACHINE_ARN: this.caseMachine,
        AUDIT_TABLE: stores.data.audit.tableName,
        ...this.accessNames(stores),
        KNOWLEDGE_BUCKET: stores.data.knowledge.bucketName,
        OUTBOUND_QUEUE_URL: outbound.queue.queueUrl,
      },
      grants: generateReplyGrants(stores, this.caseMachine, foundation.region, outbound.queue, access.queue),
    });
  }

  private sendReply(foundation: Foundation, stores: Stores): void {
    const { outbound, access } = this.queues;
    new QueueWorker<SendReplyEnv>(this, 'SendReply', foundation, {
      lambda: 'send-reply',
      queue: outbound,
      batchSize: 1,
      maximumConcurrency: concurrencyFor(foundation.stage, 2),
      environment: {
        ...storeNames(foundation, stores),
        ESCALATION_MACHINE_ARN: this.caseMachine,
        ...this.accessNames(stores),
      },
      grants: sendReplyGrants(stores, this.caseMachine, access.queue),
    });
  }

  private sweep(foundation: Foundation, stores: Stores): void {
    const { detected, recognized, outbound } = this.queues;
    new ScheduledFunction<SweepEnv>(this, 'Sweep', foundation, {
      lambda: 'sweep',
      everyMinutes: 1,
      timeout: Duration.seconds(60),
      environment: {
        ...storeNames(foundation, stores),
        ESCALATION_MACHINE_ARN: this.caseMachine,
        DETECTED_QUEUE_URL: detected.queue.queueUrl,
        RECOGNIZED_QUEUE_URL: recognized.queue.queueUrl,
        OUTBOUND_QUEUE_URL: outbound.queue.queueUrl,
      },
      grants: sweepGrants(stores, this.caseMachine, detected.queue, recognized.queue, outbound.queue),
      fails: {
        impact: 'what got stuck stays stuck: some buyers get neither an answer nor a person',
        runbook: 'docs/runbook.md#sweep-fails',
      },
      doesNotRun: {
        impact: 'nobody looks for buyers whose answer is overdue',
        runbook: 'docs/runbook.md#sweep-does-not-run',
      },
    });
  }

  /** What calls to channels are made with, and where a new token is wished for. */
  private accessNames({ data }: Stores) {
    return {
      ACCESS_TABLE: data.access.tableName,
      ACCESS_KEY_ARN: data.accessKey.keyArn,
      ACCESS_QUEUE_URL: this.queues.access.queue.queueUrl,
    };
  }

  private deskApi(foundation: Foundation, stores: Stores): void {
    const translation = serviceIn(foundation, 'translate');
    const { outbound, access } = this.queues;
    const { lambda } = new HouseFunction<DeskApiEnv>(this, 'DeskApi', foundation, {
      lambda: 'desk-api',
      // Two translations may stand between an answer and its buyer.
      timeout: Duration.seconds(28),
      memoryMb: 1024,
      environment: {
        ...storeNames(foundation, stores),
        ESCALATION_MACHINE_ARN: this.caseMachine,
        ...this.accessNames(stores),
        AUDIT_TABLE: stores.data.audit.tableName,
        OUTBOUND_QUEUE_URL: outbound.queue.queueUrl,
        TRANSLATION_SERVICE: translation,
      },
      grants: deskApiGrants(
        stores,
        foundation.region,
        this.caseMachine,
        outbound.queue,
        access.queue,
        translation,
      ),
    });
    new HarmAlarm(this, 'DeskFails', foundation, {
      name: 'desk-api-fails',
      harm: {
        impact: 'agents cannot see or answer the buyers who wait for a person',
        runbook: 'docs/runbook.md#desk-api-fails',
      },
      metric: lambda.metricErrors({ period: Duration.minutes(5) }),
      when: { atLeast: 3 },
    });
    new CfnOutput(this, 'DeskApiName', { value: lambda.functionName });
  }
}

/** The names that every step of the pipeline is told. */
const storeNames = ({ region }: Foundation, { data, metering }: Stores) => ({
  HOME_REGION: region,
  CONVERSATIONS_TABLE: data.conversations.tableName,
  TENANTS_TABLE: data.tenants.tableName,
  KEYS_TABLE: data.keys.tableName,
  USAGE_TABLE: metering.usage.tableName,
  DATA_KEY_ARN: data.dataKey.keyArn,
});

const serviceIn = ({ stage, region }: Foundation, service: 'comprehend' | 'translate'): 'allowed' | 'off' => {
  const consent = { aiServicesOptOut: stage.aiServicesOptOut === 'confirmed', transfers: stage.transfers };
  return mayUse(region, { service }, consent).allowed ? 'allowed' : 'off';
};
